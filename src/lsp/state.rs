//! What requests are answered from.
//!
//! A copy is cheap and stays as it was: answers that take longer are made from one, beside the typing.

use super::client::Client;
use super::documents::Documents;
use super::plans::Plans;
use crate::diagnostic::Text;

/// What is known.
#[derive(Clone)]
pub(super) struct State {
    /// Who is served.
    pub client: Client,
    /// The open texts.
    pub documents: Documents,
    /// The plans that are known.
    pub plans: Plans,
    /// In how many folders plans are still sought.
    pub seeking: usize,
}

/// Why there is no answer.
pub(super) enum Refusal {
    /// There will be one after the next check.
    Wait,
    /// Nobody answers such a request.
    Unknown,
    /// It asks for what there is not.
    Invalid(String),
    /// It cannot be done, for a reason that its author should read.
    Failed(Text),
    /// The server has a fault.
    Broken,
}
