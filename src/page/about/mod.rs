//! このページについて: version, commit, dates of the facts, the policy, and the proof that it holds.

mod diagnosis;
mod facts;
mod self_check;

use gloo::utils::document;
use web_sys::{Element, HtmlMetaElement};

use super::dom::{Dom, find, on_press, set_text};
use super::task;

/// Fills the view and readies the self-check.
pub fn open() -> Dom {
    set_text("about-version", &meta("ichimai-version")?)?;
    set_text("about-commit", &meta("ichimai-commit")?)?;
    facts::show()?;
    diagnosis::open()?;
    let policy: HtmlMetaElement = find(&head()?, "meta[http-equiv=\"Content-Security-Policy\"]")?;
    set_text("policy-text", &policy.content().replace("; ", ";\n"))?;
    on_press("self-check", || task::begin(self_check::run()))
}

/// The page's edition in one line, for reports and files: version and commit.
pub fn edition() -> Dom<String> {
    let commit = meta("ichimai-commit")?;
    let short: String = commit.chars().take(10).collect();
    Ok(format!("一枚点検 {}版（{short}）", meta("ichimai-version")?))
}

/// The page's version (「0.2.0版」).
pub fn version() -> Dom<String> {
    Ok(format!("{}版", meta("ichimai-version")?))
}

/// The content of one of the page's own meta elements.
fn meta(name: &str) -> Dom<String> {
    Ok(find::<HtmlMetaElement>(&head()?, &format!("meta[name=\"{name}\"]"))?.content())
}

fn head() -> Dom<Element> {
    document().head().map(Into::into).ok_or_else(|| "no head".into())
}
