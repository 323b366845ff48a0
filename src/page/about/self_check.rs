//! 通信できないことを確認: tries to leave from page code and shows what the browser did.
//!
//! The proof of each attempt is the browser's own report (`securitypolicyviolation`); an attempt that fails without
//! it proves nothing and is shown as such. The addresses end in `.invalid`, a name that can belong to nobody.

use crate::page::dom::{Dom, cleared, fill, find, lay, styled, template};
use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::future::TimeoutFuture;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, HtmlImageElement, SecurityPolicyViolationEvent, WebSocket, XmlHttpRequest};

const ADDRESS: &str = "https://ichimai.invalid/";

/// Time for the browser to report, in milliseconds.
const PATIENCE: u32 = 700;

struct Attempt {
    name: &'static str,
    path: &'static str,
    act: fn(&str),
}

const ATTEMPTS: [Attempt; 5] = [
    Attempt { name: "データの送受信（fetch）", path: "fetch", act: fetch },
    Attempt { name: "データの送受信（XMLHttpRequest）", path: "request", act: request },
    Attempt { name: "常時接続（WebSocket）", path: "socket", act: socket },
    Attempt { name: "画像の読み込みを装った送信", path: "image", act: image },
    Attempt { name: "ページを閉じるときの送信（sendBeacon）", path: "beacon", act: beacon },
];

/// Makes all attempts and shows one line each.
pub async fn run() -> Dom {
    let blocked = Rc::new(RefCell::new(Vec::<(String, String)>::new()));
    let seen = Rc::clone(&blocked);
    let listener = EventListener::new(&document(), "securitypolicyviolation", move |event: &Event| {
        if let Some(violation) = event.dyn_ref::<SecurityPolicyViolationEvent>() {
            seen.borrow_mut().push((violation.blocked_uri(), violation.effective_directive()));
        }
    });
    for attempt in &ATTEMPTS {
        // An attempt may fail at once or later; only the browser's report counts.
        (attempt.act)(&address(attempt.path));
    }
    TimeoutFuture::new(PATIENCE).await;
    drop(listener);
    show(&blocked.borrow())
}

fn show(blocked: &[(String, String)]) -> Dom {
    let result = cleared("self-check-result")?;
    let table = template("self-check-table")?;
    let body: Element = find(&table, "tbody")?;
    let mut all = true;
    for attempt in &ATTEMPTS {
        // Without the scheme: browsers report a socket's address with either.
        let path = format!("ichimai.invalid/{}", attempt.path);
        let directive = blocked.iter().find(|(uri, _)| uri.contains(&path)).map(|(_, directive)| directive);
        all &= directive.is_some();
        let row = lay("self-check-row", &body)?;
        fill(&row, "attempt", attempt.name)?;
        let outcome = directive.map_or_else(
            || "遮断を確認できませんでした".to_owned(),
            |directive| format!("ブラウザが遮断しました（{directive}）"),
        );
        fill(&row, "outcome", &outcome)?;
    }
    let (class, sentence) = if all {
        ("success", "5通りの通信を試み、すべてブラウザが遮断しました。このページからは通信できません。")
    } else {
        (
            "error",
            "遮断を確認できない試みがあります。このファイルは書き換えられている可能性があります。配布元にお問い合わせください。",
        )
    };
    styled(&result, "p", class, sentence)?;
    result.append_child(&table)?;
    Ok(())
}

fn address(path: &str) -> String {
    format!("{ADDRESS}{path}")
}

fn fetch(address: &str) {
    let promise = window().fetch_with_str(address);
    // The refusal is awaited, so that the browser does not report it as an error that nobody handled.
    spawn_local(async move {
        let _ = JsFuture::from(promise).await;
    });
}

fn request(address: &str) {
    let _ = XmlHttpRequest::new().and_then(|request| {
        request.open("GET", address)?;
        request.send()
    });
}

fn socket(address: &str) {
    let _ = WebSocket::new(&address.replace("https:", "wss:"));
}

fn image(address: &str) {
    if let Ok(image) = HtmlImageElement::new() {
        image.set_src(address);
    }
}

fn beacon(address: &str) {
    let _ = window().navigator().send_beacon_with_opt_str(address, Some(""));
}
