//! What a person who waits at a terminal is told: which stage the work is at, and how many of its files are done.
//!
//! Takes the stages as they come and draws one line on standard error. Says nothing in the first second, nothing where
//! standard error is no terminal, and leaves nothing on the screen; it is never part of a result.

use std::borrow::Cow;
use std::io::{self, IsTerminal};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::diagnostic::{Lang, Text};

/// How long the work may take before anything is said of it.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the line is drawn.
const PULSE: Duration = Duration::from_millis(100);

/// The line, until it is dropped.
pub(super) struct Progress {
    bar: ProgressBar,
    lang: Lang,
}

impl Progress {
    /// For work of several stages.
    pub fn by_stage(lang: Lang) -> Self {
        Self::start(ProgressBar::no_length(), "{spinner} {msg} {elapsed}", lang)
    }

    /// For work on several files.
    pub fn by_file(files: usize, lang: Lang) -> Self {
        Self::start(ProgressBar::new(files as u64), "{spinner} {msg} {pos}/{len} {elapsed}", lang)
    }

    /// For work that nobody waits for.
    #[cfg(feature = "watch")]
    pub fn unseen() -> Self {
        Self { bar: ProgressBar::hidden(), lang: Lang::Zh }
    }

    fn start(bar: ProgressBar, line: &str, lang: Lang) -> Self {
        // Nobody sees it, and a thread that waits for nothing is not started.
        if !io::stderr().is_terminal() {
            return Self { bar: ProgressBar::hidden(), lang };
        }
        bar.set_draw_target(ProgressDrawTarget::hidden());
        bar.set_style(ProgressStyle::with_template(line).unwrap_or_else(|_| ProgressStyle::default_spinner()));
        let late = bar.clone();
        thread::spawn(move || {
            thread::sleep(PATIENCE);
            if !late.is_finished() {
                late.set_draw_target(ProgressDrawTarget::stderr());
                late.enable_steady_tick(PULSE);
            }
        });
        Self { bar, lang }
    }

    /// What is done now.
    pub fn at(&self, stage: &Text) {
        self.bar.set_message(Cow::Owned(stage.get(self.lang).to_owned()));
    }

    /// One file more is done.
    pub fn file_done(&self) {
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
