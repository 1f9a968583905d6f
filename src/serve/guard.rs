//! Who may ask, and what every answer says of itself.
//!
//! The page is for the browser on this machine and for itself alone. A name that leads here from elsewhere (DNS
//! rebinding) comes with another `Host`; another site's request comes with its `Origin`, or with `Sec-Fetch-Site`.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONNECTION, CONTENT_LENGTH, HOST, HeaderName, HeaderValue, ORIGIN, TRANSFER_ENCODING};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Desk;

/// What a document that is shown may do: nothing but be looked at.
pub(super) const STILL: &str = "default-src 'none'; style-src 'unsafe-inline' 'self'; img-src data:; base-uri 'none'; \
                                form-action 'none'; frame-ancestors 'self'";
/// What the page may do: what it brings with it.
const PAGE: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; \
                    frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What every answer says.
const SAID: [(&str, &str); 6] = [
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
];

/// Lets through what may be answered, and says what is to be said.
pub(super) async fn guard(State(desk): State<Desk>, request: Request<Body>, next: Next) -> Response {
    let framer = desk.framer.as_deref();
    let mut response = match refused(request.method(), request.uri(), request.headers(), desk.port, framer.is_some()) {
        // What else comes on its line is not wanted either: the rest of a body, the next question.
        Some(refusal) => ([(CONNECTION, "close")], refusal).into_response(),
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    for (name, value) in SAID {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    let policy = HeaderName::from_static("content-security-policy");
    headers.entry(&policy).or_insert(HeaderValue::from_static(PAGE));
    let said = headers.get(&policy).and_then(|said| said.to_str().ok());
    let wider = framer.zip(said).and_then(|(framer, said)| HeaderValue::from_str(&framed(said, framer)).ok());
    if let Some(wider) = wider {
        headers.insert(policy, wider);
    }
    response
}

/// A policy that lets somebody else show the page as well.
fn framed(policy: &str, framer: &str) -> String {
    let (rest, own) = policy.rsplit_once("frame-ancestors ").unwrap_or((policy, "'none'"));
    let own = if own == "'none'" { String::new() } else { format!("{own} ") };
    format!("{rest}frame-ancestors {own}{framer}")
}

/// Who is meant by a word of the command line, as policies name it: Visual Studio Code, or an address without a path.
pub fn framer(word: &str) -> Result<String, String> {
    if word == "vscode" {
        return Ok("vscode-webview: vscode-file:".to_owned());
    }
    let place = word.strip_prefix("http://").or_else(|| word.strip_prefix("https://"));
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | ':');
    match place {
        Some(place) if !place.is_empty() && place.chars().all(is_plain) => Ok(word.to_owned()),
        _ => Err("vscode / http://127.0.0.1:8080".to_owned()),
    }
}

type Refusal = (StatusCode, [(&'static str, &'static str); 1], &'static str);

fn refused(method: &Method, uri: &Uri, headers: &HeaderMap, port: u16, is_framed: bool) -> Option<Refusal> {
    let no = |status, why| Some((status, [("content-type", "text/plain; charset=utf-8")], why));
    if !is_here(headers, port) || !is_meant(uri, port) {
        return no(StatusCode::FORBIDDEN, "This page answers at its own address only.\n");
    }
    // The page itself may be asked for by the one that shows it in a frame; what it brings, only by the page.
    let is_frame = headers.get("sec-fetch-dest").is_some_and(|dest| dest == "iframe");
    if !is_own(headers, port, is_framed && is_frame && uri.path() == "/") {
        return no(StatusCode::FORBIDDEN, "This page answers to itself only.\n");
    }
    if method != Method::GET && method != Method::HEAD {
        let why = "Nothing here can be changed: GET and HEAD only.\n";
        return Some((StatusCode::METHOD_NOT_ALLOWED, [("allow", "GET, HEAD")], why));
    }
    let length = headers.get(CONTENT_LENGTH).map(HeaderValue::as_bytes);
    if headers.contains_key(TRANSFER_ENCODING) || length.is_some_and(|length| length != b"0") {
        return no(StatusCode::PAYLOAD_TOO_LARGE, "Nothing is taken here.\n");
    }
    None
}

/// Whether the one `Host` that is named is this one.
fn is_here(headers: &HeaderMap, port: u16) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    names(port).any(|name| host.as_bytes() == name.as_bytes())
}

/// Whether what is asked for is here: a target may name a place of its own, as those sent to a proxy do, and that counts
/// more than `Host`.
fn is_meant(uri: &Uri, port: u16) -> bool {
    let is_plain = uri.scheme_str().is_none_or(|scheme| scheme == "http");
    is_plain && uri.authority().is_none_or(|place| names(port).any(|name| place.as_str() == name))
}

/// Whether the request comes from the page, or from whoever typed its address.
fn is_own(headers: &HeaderMap, port: u16, is_framed: bool) -> bool {
    let own = |origin: &HeaderValue| names(port).any(|name| origin.as_bytes() == format!("http://{name}").as_bytes());
    let asked = |site: &HeaderValue| is_framed || matches!(site.as_bytes(), b"same-origin" | b"none");
    headers.get_all(ORIGIN).iter().all(own) && headers.get_all("sec-fetch-site").iter().all(asked)
}

fn names(port: u16) -> impl Iterator<Item = String> {
    let name = move |host: &str| if port == 80 { host.to_owned() } else { format!("{host}:{port}") };
    ["127.0.0.1", "localhost"].into_iter().map(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(method: Method, lines: &[(&'static str, &'static str)]) -> Option<u16> {
        status_of(method, "/document.html", lines)
    }

    fn status_of(method: Method, target: &'static str, lines: &[(&'static str, &'static str)]) -> Option<u16> {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, HeaderValue::from_static(value));
        }
        refused(&method, &Uri::from_static(target), &headers, 4321, false).map(|(status, ..)| status.as_u16())
    }

    #[test]
    fn only_its_own_address_is_answered() {
        let of = |host| status(Method::GET, &[("host", host)]);
        assert_eq!([of("127.0.0.1:4321"), of("localhost:4321")], [None, None]);
        for host in ["127.0.0.1", "example.org:4321", "127.0.0.1:80", "localhost:4321.example.org", ""] {
            assert_eq!(of(host), Some(403), "{host}");
        }
        assert_eq!(status(Method::GET, &[]), Some(403));
        assert_eq!(status(Method::GET, &[("host", "localhost:4321"), ("host", "localhost:4321")]), Some(403));
    }

    #[test]
    fn a_target_that_names_another_place_is_refused() {
        let of = |target| status_of(Method::GET, target, &[("host", "localhost:4321")]);
        assert_eq!([of("http://127.0.0.1:4321/"), of("http://localhost:4321/document.html")], [None, None]);
        for target in [
            "http://example.org/document.html",
            "http://example.org:4321/",
            "http://127.0.0.1/",
            "http://me@localhost:4321/",
            "https://localhost:4321/",
            "example.org:4321",
        ] {
            assert_eq!(of(target), Some(403), "{target}");
        }
    }

    #[test]
    fn other_sites_are_not_answered() {
        let of = |name, value| status(Method::GET, &[("host", "localhost:4321"), (name, value)]);
        assert_eq!([of("origin", "http://localhost:4321"), of("sec-fetch-site", "same-origin")], [None, None]);
        assert_eq!(of("sec-fetch-site", "none"), None);
        for (name, value) in [
            ("origin", "https://example.org"),
            ("origin", "null"),
            ("origin", "http://localhost:9"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
        ] {
            assert_eq!(of(name, value), Some(403), "{name}: {value}");
        }
    }

    #[test]
    fn who_is_named_may_frame_the_page_alone() {
        let lines = [("host", "localhost:4321"), ("sec-fetch-site", "cross-site"), ("sec-fetch-dest", "iframe")];
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(name, HeaderValue::from_static(value));
        }
        let of = |target: &'static str, is_framed| {
            refused(&Method::GET, &Uri::from_static(target), &headers, 4321, is_framed).is_none()
        };
        assert_eq!(
            [of("/", true), of("/", false), of("/document.html", true), of("/state.json", true)],
            [true, false, false, false]
        );
        let vscode = framer("vscode").expect("it is known");
        assert!(framed(PAGE, &vscode).ends_with("; frame-ancestors vscode-webview: vscode-file:"));
        assert!(framed(STILL, "http://a").ends_with("; frame-ancestors 'self' http://a"));
        for word in ["", "*", "http://", "http://a/b", "http://a; script-src *", "http://a b", "a.example"] {
            assert!(framer(word).is_err(), "{word}");
        }
    }

    #[test]
    fn nothing_is_taken() {
        let host = ("host", "localhost:4321");
        assert_eq!(status(Method::POST, &[host]), Some(405));
        assert_eq!(status(Method::HEAD, &[host]), None);
        assert_eq!(status(Method::GET, &[host, ("content-length", "1")]), Some(413));
        assert_eq!(status(Method::GET, &[host, ("content-length", "0")]), None);
        assert_eq!(status(Method::GET, &[host, ("transfer-encoding", "chunked")]), Some(413));
    }
}
