//! The licences of what is in the page, as text that the page shows: names, who wrote them, and the terms once each.
//!
//! The terms ask that notices go with every copy, and officers pass on this one file: so they stand in it. The project
//! chooses MIT where a part offers it; the texts of MIT and Apache are those of the project's own `LICENSE`.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result};

use super::parts::Part;

/// Names of files that hold terms, the ones to read first in front.
const FILES: [&str; 8] = [
    "LICENSE-MIT",
    "LICENSE_MIT",
    "LICENSE-MIT.md",
    "LICENSE",
    "LICENSE.md",
    "LICENSE-UNICODE",
    "COPYING",
    "LICENSE.txt",
];
/// Terms that the project's own `LICENSE` does not hold, by the part of the expression that asks for them.
const FURTHER: [(&str, &str); 2] = [("Zlib", "LICENSE"), ("Unicode-3.0", "LICENSE-UNICODE")];

/// The whole text.
///
/// # Errors
/// A text that must stand there is missing.
pub fn text(parts: &[Part], project: &Path) -> Result<String> {
    let mut text = String::new();
    for part in parts {
        writeln!(text, "{} {} — {}", part.name, part.version, part.licence)?;
        for notice in notices(part) {
            writeln!(text, "    {notice}")?;
        }
    }
    for (licence, file) in FURTHER {
        let Some(part) = parts.iter().find(|part| part.licence.contains(licence)) else { continue };
        let folder = part.folder.as_ref().with_context(|| format!("{} has no folder", part.name))?;
        writeln!(text, "\n==== {licence} ({}) ====\n\n{}", part.name, read(&folder.join(file))?.trim())?;
    }
    let own = read(&project.join("LICENSE"))?;
    let terms = own.find("====").and_then(|start| own.get(start..)).context("LICENSE has no ==== heading")?;
    writeln!(text, "\n{}", terms.trim())?;
    Ok(escaped(&without_addresses(&text)))
}

/// The lines that say whose a part is: of its terms, otherwise of its metadata.
fn notices(part: &Part) -> Vec<String> {
    let texts = part.folder.iter().flat_map(|folder| FILES.map(|name| read(&folder.join(name)).unwrap_or_default()));
    let own: Vec<String> = texts.map(|text| notices_of(&text)).find(|found| !found.is_empty()).unwrap_or_default();
    // Some terms name the years and no one.
    if own.iter().any(|notice| names_someone(notice)) {
        return own;
    }
    let authors =
        if part.authors.is_empty() { format!("The {} developers", part.name) } else { part.authors.join(", ") };
    own.into_iter().chain([authors]).collect()
}

fn names_someone(notice: &str) -> bool {
    notice.to_lowercase().replace("copyright", "").replace("(c)", "").contains(char::is_alphabetic)
}

fn notices_of(text: &str) -> Vec<String> {
    let is_notice = |line: &&str| {
        let line = line.to_lowercase();
        let begins = line.starts_with("copyright (c)") || line.starts_with("copyright ©") || line.starts_with("(c) ");
        (begins || line.starts_with("copyright 2")) && !line.contains("[yyyy]")
    };
    text.lines()
        .map(str::trim)
        .filter(is_notice)
        .map(|line| line.split('<').next().unwrap_or(line).trim().to_owned())
        .collect()
}

/// Addresses lose their scheme: the page names places as text and holds nothing that could be followed.
fn without_addresses(text: &str) -> String {
    text.replace("https://", "").replace("http://", "")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path)
        .map(|text| text.replace("\r\n", "\n"))
        .with_context(|| format!("reading {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::root;
    use crate::page::parts::of_page;

    #[test]
    fn every_part_is_named_with_someone_and_the_terms_stand_once_each() {
        let parts = of_page(&root()).unwrap();
        let text = text(&parts, &root()).unwrap();
        for part in &parts {
            let head = format!("{} {} — {}\n    ", part.name, part.version, part.licence);
            assert!(text.contains(&head), "{head}");
        }
        for terms in [
            "Permission is hereby granted, free of charge, to any\nperson",
            "TERMS AND CONDITIONS FOR USE",
            "UNICODE LICENSE V3",
            "This software is provided 'as-is'",
        ] {
            assert_eq!(text.matches(terms).count(), 1, "{terms}");
        }
        assert!(!text.contains("http") && !text.contains('<'));
    }

    #[test]
    fn every_licence_of_a_part_has_its_terms_in_the_text() {
        for part in of_page(&root()).unwrap() {
            let covered = ["MIT", "Apache-2.0", "Zlib", "Unicode-3.0"];
            let all = part.licence.split(" AND ").all(|term| covered.iter().any(|licence| term.contains(licence)));
            assert!(all, "{}: no text for {}", part.name, part.licence);
        }
    }

    #[test]
    fn the_line_that_names_the_owner_is_told_from_the_terms() {
        let text = "MIT License\n\nCopyright (c) 2016 Someone <a@b.c>\nCopyright [yyyy] [name]\nAUTHORS OR COPYRIGHT HOLDERS\n";
        assert_eq!(notices_of(text), ["Copyright (c) 2016 Someone"]);
        assert!(names_someone("Copyright (c) 2016 Someone") && !names_someone("Copyright (c) 2016--2023"));
    }
}
