//! What can be asked: the page and its pieces, what it is told, the outputs, and to be told of changes.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::task::spawn_blocking;

use super::assets::{self, Asset};
use super::guard::{STILL, guard};
use super::outputs::NAMES;
use super::{Desk, Snapshot, events};

const PLAIN: &str = "text/plain; charset=utf-8";

/// Every answer there is.
pub(super) fn router(desk: Desk) -> Router {
    Router::new()
        .route("/", get(|| async { of_asset(assets::INDEX) }))
        .route("/page/{name}", get(|Path(name): Path<String>| async move { page(&name) }))
        .route("/state.json", get(state))
        .route("/events", get(told))
        .route("/{name}", get(output))
        .fallback(|| async { missing() })
        .layer(from_fn_with_state(desk.clone(), guard))
        .with_state(desk)
}

fn page(name: &str) -> Response {
    assets::get(name).map_or_else(missing, of_asset)
}

fn of_asset(asset: Asset) -> Response {
    let mut response = ([(CONTENT_TYPE, asset.kind)], asset.text).into_response();
    if asset.is_still {
        still(&mut response);
    }
    response
}

async fn state(State(desk): State<Desk>) -> Response {
    let snapshot = current(desk).await;
    ([(CONTENT_TYPE, "application/json")], snapshot.told.clone()).into_response()
}

async fn told(State(desk): State<Desk>) -> Response {
    events::stream(desk.board)
}

/// One output of the newest document.
async fn output(State(desk): State<Desk>, Path(name): Path<String>) -> Response {
    let known = NAMES.iter().enumerate().find(|(_, (known, _))| *known == name);
    let Some((index, (_, kind))) = known else { return missing() };
    let Some(outputs) = current(desk).await.outputs.clone() else {
        return (StatusCode::NOT_FOUND, [(CONTENT_TYPE, PLAIN)], "There is no document yet.\n").into_response();
    };
    let made = spawn_blocking(move || outputs.get(index).map(<[u8]>::to_vec).map_err(Clone::clone)).await;
    let mut response = match made {
        Ok(Ok(bytes)) => ([(CONTENT_TYPE, *kind)], bytes).into_response(),
        Ok(Err(why)) => {
            let why = format!("{}\n{}\n", why.zh, why.en);
            (StatusCode::UNPROCESSABLE_ENTITY, [(CONTENT_TYPE, PLAIN)], why).into_response()
        }
        Err(_) => (StatusCode::INTERNAL_SERVER_ERROR, [(CONTENT_TYPE, PLAIN)], "This failed.\n").into_response(),
    };
    still(&mut response);
    response
}

/// The newest snapshot; at the very beginning, the first.
async fn current(desk: Desk) -> Arc<Snapshot> {
    let mut board = desk.board;
    // The board is gone only when the program ends; the empty one says as much.
    let _ = board.wait_for(|snapshot| snapshot.number > 0).await;
    board.borrow().clone()
}

fn still(response: &mut Response) {
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, axum::http::HeaderValue::from_static(STILL));
}

fn missing() -> Response {
    (StatusCode::NOT_FOUND, [(CONTENT_TYPE, PLAIN)], "There is nothing of that name.\n").into_response()
}
