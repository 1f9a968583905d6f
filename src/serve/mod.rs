//! `fangan serve`: a plan in the browser while it is written.
//!
//! Takes an [`Order`] and gives a page on this machine alone: the document, its pictures and tables, what there is to
//! say of them. One thread makes the plan anew on every change and puts up a [`Snapshot`]; every answer is made of one
//! snapshot, and none waits for the next. Nothing that is asked here writes a file, and nothing is read that was not
//! part of the plan: the only names that are known are those in [`assets`] and [`outputs`].

// What a browser asks may be anything: no place in a list or a text is taken on trust.
#![cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]

mod assets;
mod events;
mod guard;
mod listen;
mod outputs;
mod places;
mod routes;
mod seats;
mod state;
mod told;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread;

use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch::{self, Receiver};

use crate::diagnostic::{Lang, Text};
use crate::text;
use crate::watch::{Order, follow};
use crate::world::DiskWorld;
use state::{Maker, Snapshot};

pub use guard::framer;

/// The stack of a thread that reads a plan or draws it, that of a program.
const STACK: usize = 8 << 20;
/// How many outputs are made at once.
const MAKERS: usize = 4;

/// What is shown, and where.
pub struct Wish {
    /// The plan.
    pub order: Order,
    /// The port; 0 for any that is free.
    pub port: u16,
    /// The language of the page; that of the browser unless said.
    pub lang: Option<Lang>,
    /// Who may show the page in a frame, as [`framer`] gives it; nobody unless said.
    pub framer: Option<String>,
}

/// What every answer is made of.
#[derive(Clone)]
struct Desk {
    /// The newest snapshot.
    board: Receiver<Arc<Snapshot>>,
    /// Where the page is, as browsers name it.
    port: u16,
    /// Who may show it in a frame.
    framer: Option<Arc<str>>,
}

/// Shows a plan until the system ends the program, as it does on Ctrl-C; `ready` is told the address. Nothing is left
/// undone by that, and whoever called learns that it was broken off.
pub fn serve(wish: Wish, ready: impl FnOnce(&str)) -> Result<(), Text> {
    let runtime = runtime().map_err(|error| text!(zh: "启动不了：{error}", en: "cannot start: {error}"))?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, wish.port));
    let bound = runtime.block_on(async {
        let listener = TcpListener::bind(address).await?;
        let port = listener.local_addr()?.port();
        Ok((listener, port))
    });
    let (listener, port) = bound.map_err(
        |error: std::io::Error| text!(zh: "开不了 {address}：{error}", en: "cannot listen on {address}: {error}"),
    )?;
    let framer = wish.framer.as_deref().map(Arc::from);
    let desk = Desk { board: begin(wish)?, port, framer };
    ready(&format!("http://127.0.0.1:{port}/"));
    runtime.block_on(listen::accept(listener, routes::router(desk)));
    Ok(())
}

fn runtime() -> std::io::Result<Runtime> {
    let mut builder = Builder::new_multi_thread();
    builder.worker_threads(2).max_blocking_threads(MAKERS).thread_stack_size(STACK).enable_all().build()
}

/// Makes the plan, and goes on doing so beside the rest.
fn begin(wish: Wish) -> Result<Receiver<Arc<Snapshot>>, Text> {
    let (put_up, board) = watch::channel(Arc::new(Snapshot::default()));
    let mut maker = Maker::new(wish.lang);
    let make = move || {
        let order = wish.order;
        follow(&DiskWorld, std::slice::from_ref(&order), |round| {
            put_up.send(Arc::new(maker.snapshot(&order, round.draft, &round.changed))).is_ok()
        });
    };
    let started = thread::Builder::new().name("plan".to_owned()).stack_size(STACK).spawn(make);
    started.map_err(|error| text!(zh: "启动不了：{error}", en: "cannot start: {error}"))?;
    Ok(board)
}
