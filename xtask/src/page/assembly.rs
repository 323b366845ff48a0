//! One HTML file from its parts.
//!
//! The frame's markup and style come first, so that the first paint waits for nothing; after them what is packed, the core and
//! with it the views and their style; the script that starts it last. Line ends are kept as `\n`, so that the hashes of the policy hold on every system.

use std::fmt::Write as _;
use std::path::Path;

use super::packing::{gzip, pack_core};
use super::pictures;
use super::policy::policy;
use super::views;
use super::wasm::Bound;
use anyhow::{Context, Result, ensure};

/// The whole page as text.
pub fn assemble(www: &Path, (bound, unpacker): (&Bound, &Bound), commit: &str, licences: &str) -> Result<String> {
    let [style, later] = ["style", "style/views"].map(|folder| stylesheets(&www.join(folder)));
    let (style, later) = (style?, later?);
    let [grown, boot] =
        ["views.js", "boot.js"].map(|script| text_of(&www.join(script)).map(|text| without_comments(&text)));
    let (grown, boot) = (grown?, boot?);
    let scripts = [&bound.glue, &unpacker.glue, &grown, &boot];
    for (name, script) in ["the glue", "the unpacker's glue", "views.js", "boot.js"].into_iter().zip(scripts) {
        ensure!(!script.contains("</script"), "{name} would end its own script element");
    }
    let policy = policy(&scripts.map(String::as_str), &[&style, &later]);
    let markup = fill(&include_views(www, &text_of(&www.join("main.html"))?)?, &[("licences", licences)])?;
    let views = views::text(&later, &markup)?;
    let (core, size) = pack_core(&bound.wasm, &views)?;
    let (unpacking, packed) = gzip(&unpacker.wasm)?;
    let [packed, size, views] = [packed, size, views.len()].map(|bytes| bytes.to_string());
    let frame = include_views(www, &text_of(&www.join("index.html"))?)?;
    let pictures = pictures::text(&www.join("pictures"), &markup)?;
    fill(
        &frame,
        &[
            ("policy", policy.as_str()),
            ("version", env!("CARGO_PKG_VERSION")),
            ("commit", commit),
            ("style", &style),
            ("glue", &bound.glue),
            ("unpacker", &unpacker.glue),
            ("packed", &packed),
            ("unpacking", &unpacking),
            ("size", &size),
            ("views", &views),
            ("core", &core),
            ("pictures", &pictures),
            ("grown", &grown),
            ("boot", &boot),
        ],
    )
}

/// All style sheets of a folder, in the order of their names.
fn stylesheets(folder: &Path) -> Result<String> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .with_context(|| format!("reading {}", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    paths.sort();
    paths.iter().map(|path| Ok(without_comments(&text_of(path)?))).collect()
}

/// The lines of a script or a style sheet without indentation and without those that are comments; no text in them goes over
/// several lines.
fn without_comments(text: &str) -> String {
    let comment =
        |line: &&str| line.is_empty() || line.starts_with("//") || line.starts_with("/*") && line.ends_with("*/");
    text.lines().map(str::trim).filter(|line| !comment(line)).flat_map(|line| [line, "\n"]).collect()
}

/// Replaces each line `<!-- include NAME -->` by that file of `www`, in which it does the same.
fn include_views(www: &Path, frame: &str) -> Result<String> {
    let mut page = String::with_capacity(frame.len() * 4);
    for line in frame.lines() {
        match line.trim().strip_prefix("<!-- include ").and_then(|rest| rest.strip_suffix(" -->")) {
            Some(name) => page.push_str(&include_views(www, &text_of(&www.join(name))?)?),
            None => writeln!(page, "{line}")?,
        }
    }
    Ok(page)
}

/// Replaces each `{{name}}` once; an unknown or unused name is an error, so that no placeholder reaches an officer.
fn fill(frame: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut page = String::with_capacity(frame.len() + values.iter().map(|(_, value)| value.len()).sum::<usize>());
    let mut used = 0;
    let mut rest = frame;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").context("a placeholder without its end")?;
        let (_, value) =
            values.iter().find(|(known, _)| *known == name).with_context(|| format!("unknown placeholder {name}"))?;
        page.push_str(before);
        page.push_str(value);
        used += 1;
        rest = after;
    }
    page.push_str(rest);
    ensure!(used == values.len(), "{used} placeholders for {} values", values.len());
    Ok(page)
}

fn text_of(path: &Path) -> Result<String> {
    let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    Ok(text.replace("\r\n", "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_placeholder_is_filled_once() {
        assert_eq!(fill("a{{x}}c{{y}}", &[("x", "b"), ("y", "{{d}}")]).unwrap(), "abc{{d}}");
    }

    #[test]
    fn lines_lose_their_indentation_and_comments_whole_lines_only() {
        let text = "// a\n  b(\"// c\"); // d\n\n/* e */\n  .f { g: h; } /* i */\n";
        assert_eq!(without_comments(text), "b(\"// c\"); // d\n.f { g: h; } /* i */\n");
    }

    #[test]
    fn an_unknown_or_forgotten_placeholder_is_refused() {
        assert!(fill("{{z}}", &[("x", "b")]).is_err());
        assert!(fill("nothing", &[("x", "b")]).is_err());
        assert!(fill("{{x", &[("x", "b")]).is_err());
    }
}
