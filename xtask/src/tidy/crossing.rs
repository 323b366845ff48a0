//! What crosses as its fields in order (`Compact`): nothing in it may leave a field out or be told by a name, because what stands behind would be read
//! as something else, in silence.

use std::collections::BTreeSet;

use super::paths::{self, Modules, Name};
use super::tree::{Source, Tree};

/// What serde writes only for formats that name their fields.
const NAMED: [&str; 5] = ["skip_serializing_if", "tag = ", "untagged", "flatten", "serialize_with"];

/// A type as it is written down.
struct Definition<'a> {
    source: &'a Source,
    name: &'a str,
    /// Its attributes and its fields.
    text: &'a str,
}

/// All types, and which module names which.
struct Types<'a> {
    all: Vec<Definition<'a>>,
    modules: Modules,
}

/// Complaints about types within `Compact<…>` that do not come back as they were sent.
pub fn check(tree: &Tree) -> Vec<String> {
    let types = Types {
        all: tree.below("src/", "rs").flat_map(definitions).collect(),
        modules: Modules::of(tree.below("src/", "rs").map(|source| (source.path.as_str(), source.text.as_str()))),
    };
    let mut complaints = Vec::new();
    let (mut seen, mut next) = (BTreeSet::new(), Vec::new());
    for source in tree.below("src/api/", "rs") {
        for within in source.text.split("Compact<").skip(1) {
            let found = named(&types, source, within.get(..end(within)).unwrap_or_default());
            next.extend(found.into_iter().map(|at| (at, source.path.clone())));
        }
    }
    while let Some((at, from)) = next.pop() {
        let Some(definition) = types.all.get(at).filter(|_| seen.insert(at)) else { continue };
        let place = format!("{}: {} (in {from})", definition.source.path, definition.name);
        for found in NAMED.iter().filter(|named| definition.text.contains(*named)) {
            complaints.push(format!("{place}: crosses in a Compact, where {found} does not come back"));
        }
        if by_hand(definition) {
            complaints.push(format!("{place}: crosses in a Compact by an implementation of its own"));
        }
        let found = named(&types, definition.source, &fields(definition.text));
        next.extend(found.into_iter().map(|at| (at, format!("{from} > {}", definition.name))));
    }
    complaints
}

/// Whether one way is written by hand and the other derived.
fn by_hand(definition: &Definition<'_>) -> bool {
    let (text, name) = (&definition.source.text, definition.name);
    let own = |what: &str| {
        text.match_indices(what).any(|(at, _)| {
            let behind = text.get(at + what.len()..).unwrap_or_default().split_once(" for ").map_or("", |(_, to)| to);
            behind.trim_start_matches("&'static ").split(['<', ' ']).next() == Some(name)
        })
    };
    own("Deserialize<'de>") != own("impl Serialize") && !definition.text.contains("try_from = ")
}

/// The types that a text names, as the file means them: what it defines, else what it uses, else all of that name.
fn named(types: &Types<'_>, source: &Source, text: &str) -> Vec<usize> {
    let words: BTreeSet<&str> = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    let mut found = Vec::new();
    for word in words {
        let of_name: Vec<usize> =
            (0..types.all.len()).filter(|at| types.all.get(*at).is_some_and(|one| one.name == word)).collect();
        let within = |module: &Name| {
            of_name.iter().find(|at| types.all.get(**at).is_some_and(|one| paths::name(&one.source.path) == *module))
        };
        let own = within(&paths::name(&source.path));
        match own.or_else(|| within(&types.modules.home_of(&source.path, word)?)) {
            Some(at) => found.push(*at),
            None => found.extend(of_name),
        }
    }
    found
}

/// The types of the fields, without comments, attributes, names and what crosses within them in another way.
fn fields(text: &str) -> String {
    let plain = text.lines().filter(|line| !line.trim_start().starts_with(['#', '/']));
    let types = plain.filter_map(|line| line.split_once(['(', ':'])).map(|(_, behind)| behind);
    let types: Vec<&str> = types.collect();
    let types = types.join("\n");
    let mut parts = types.split("Written<");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |before, part| before + part.get(end(part)..).unwrap_or_default())
}

/// Where the brackets that are open before a text close.
fn end(text: &str) -> usize {
    let mut open = 1;
    for (at, letter) in text.char_indices() {
        open += i32::from(letter == '<') - i32::from(letter == '>');
        if open == 0 {
            return at;
        }
    }
    text.len()
}

/// The structures and enumerations of a file.
fn definitions(source: &Source) -> impl Iterator<Item = Definition<'_>> {
    let starts = ["struct ", "enum "].into_iter().flat_map(|kind| source.text.match_indices(kind));
    starts.filter_map(|(at, kind)| {
        let line = source.text.get(..at)?.rfind('\n').map_or(0, |before| before + 1);
        let before = source.text.get(line..at)?.trim();
        let name = source.text.get(at + kind.len()..)?.split(|letter: char| !letter.is_alphanumeric()).next()?;
        // In a macro the name is still to be given.
        let named = !name.is_empty();
        let first = source.text.get(..line)?.rfind("\n\n").map_or(0, |blank| blank + 2);
        let rest = source.text.get(line..)?;
        let closed = if rest.lines().next()?.ends_with('{') { rest.find("\n}")? } else { rest.find('\n')? };
        let known = before.is_empty() || before.starts_with("pub");
        (known && named).then_some(Definition { source, name, text: source.text.get(first..line + closed)? })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENT: (&str, &str) =
        ("src/api/a.rs", "use crate::deep::b::{Kept, Plain};\n\ntype Output = Compact<Vec<Plain>>;\n");

    #[test]
    fn what_leaves_a_field_out_is_found_where_it_crosses() {
        let plain = "pub struct Plain {\n    pub kept: Option<Kept>,\n}\n";
        let kept = "#[derive(Serialize)]\npub struct Kept {\n    #[serde(skip_serializing_if = \"Vec::is_empty\")]\n    pub rows: Vec<u32>,\n}\n";
        let deep = format!("{plain}\n{kept}");
        let found = check(&Tree::of(&[SENT, ("src/deep/b.rs", &deep)])).join("\n");
        assert!(found.starts_with("src/deep/b.rs: Kept (in src/api/a.rs > Plain)"), "{found}");
        let written = deep.replace("Option<Kept>", "Written<Option<Kept>>");
        assert_eq!(check(&Tree::of(&[SENT, ("src/deep/b.rs", &written)])), [""; 0]);
        let elsewhere = deep.replace("Option<Kept>", "u32");
        assert_eq!(check(&Tree::of(&[SENT, ("src/deep/b.rs", &elsewhere)])), [""; 0]);
    }

    #[test]
    fn a_type_that_a_macro_names_is_none_yet() {
        let own = "pub struct Plain {\n    pub kept: u32,\n}\n";
        let shape = "macro_rules! shape {\n    ($Type:ident) => {\n        #[serde(untagged)]\n        pub enum $Type {\n            A,\n        }\n    };\n}\n";
        assert_eq!(check(&Tree::of(&[SENT, ("src/deep/b.rs", own), ("src/shape.rs", shape)])), [""; 0]);
    }

    #[test]
    fn what_is_read_otherwise_than_it_is_written_is_found() {
        let named = "#[serde(rename_all = \"snake_case\", tag = \"kind\")]\npub enum Plain {\n    /// Nothing.\n    Nothing,\n}\n";
        let own = "pub struct Plain(u8);\n\nimpl<'de> Deserialize<'de> for Plain {\n}\n";
        for text in [named, own] {
            assert_eq!(check(&Tree::of(&[SENT, ("src/deep/b.rs", text)])).len(), 1, "{text}");
        }
        let both = format!("{own}\nimpl Serialize for Plain {{\n}}\n");
        assert_eq!(check(&Tree::of(&[SENT, ("src/deep/b.rs", &both)])), [""; 0]);
    }
}
