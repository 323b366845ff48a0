//! Which module names which: the paths in the library's files, followed through re-exports to the file that has the item.

use std::collections::{BTreeMap, BTreeSet};

/// The name of a module from the root on.
pub type Name = Vec<String>;

/// Re-exports on the way to an item.
const MOST: usize = 8;

struct Module {
    /// The paths that the file names, from the root on.
    paths: Vec<Name>,
    /// What it hands on under a name: where it really stands.
    handed_on: BTreeMap<String, Name>,
}

/// The modules of the library.
pub struct Modules {
    all: BTreeMap<Name, Module>,
}

impl Modules {
    /// The modules of files with their paths and texts.
    pub fn of<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let files: Vec<(Name, String)> = files.map(|(path, text)| (name(path), code(text))).collect();
        let names: BTreeSet<&Name> = files.iter().map(|(name, _)| name).collect();
        let module = |(name, text): &(Name, String)| {
            let below =
                names.iter().filter(|other| other.split_last().is_some_and(|(_, above)| above == name.as_slice()));
            let starts: Vec<&str> = below.filter_map(|other| other.last()).map(String::as_str).collect();
            let (mut paths, mut handed_on) = (Vec::new(), BTreeMap::new());
            for Found { path, alias, handed } in found(text, &starts) {
                let path = absolute(name, path);
                if let Some(last) = alias.or_else(|| path.last().cloned()).filter(|_| handed) {
                    handed_on.insert(last, path.clone());
                }
                paths.push(path);
            }
            (name.clone(), Module { paths, handed_on })
        };
        Self { all: files.iter().map(module).collect() }
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        self.all.keys()
    }

    /// Each module with one that it names.
    pub fn edges(&self) -> BTreeSet<(Name, Name)> {
        let edges = self
            .all
            .iter()
            .flat_map(|(name, module)| module.paths.iter().map(move |path| (name.clone(), self.home(path, MOST))));
        edges.filter(|(from, to)| from != to).collect()
    }

    /// The module in which an item stands that the module of a file names by a path.
    pub fn home_of(&self, file: &str, item: &str) -> Option<Name> {
        let path = self.all.get(&name(file))?.paths.iter().find(|path| path.last().is_some_and(|last| last == item))?;
        Some(self.home(path, MOST))
    }

    /// The module in which the item of a path stands.
    fn home(&self, path: &[String], most: usize) -> Name {
        let mut module = Name::new();
        let mut rest = path.iter();
        let item = rest.find(|part| {
            module.push((*part).clone());
            let known = self.all.contains_key(&module);
            if !known {
                module.pop();
            }
            !known
        });
        let target = item.and_then(|item| self.all.get(&module)?.handed_on.get(item));
        match target.filter(|target| most > 0 && target.as_slice() != path) {
            Some(target) => self.home(&target.iter().chain(rest).cloned().collect::<Name>(), most - 1),
            None => module,
        }
    }
}

/// The name of the module of a file.
pub fn name(path: &str) -> Name {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').filter(|part| *part != "lib").map(str::to_owned).collect()
}

/// A file without comments and tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn absolute(module: &Name, path: Name) -> Name {
    let ups = path.iter().take_while(|part| *part == "super").count();
    match path.first().map(String::as_str) {
        Some("crate") => path.into_iter().skip(1).collect(),
        Some("super") => {
            let above = module.iter().take(module.len().saturating_sub(ups)).cloned();
            above.chain(path.into_iter().skip(ups)).collect()
        }
        Some("self") => module.iter().cloned().chain(path.into_iter().skip(1)).collect(),
        _ => module.iter().cloned().chain(path).collect(),
    }
}

/// A path as it is written.
struct Found {
    path: Name,
    alias: Option<String>,
    /// Whether it is handed on (`pub use`).
    handed: bool,
}

/// The paths that begin at the root, above, here or with the name of a module below.
fn found(text: &str, below: &[&str]) -> Vec<Found> {
    let mut all = Vec::new();
    for (place, _) in text.match_indices("::") {
        let (before, _) = text.split_at(place);
        let start = before.rfind(|c: char| !is_word(c)).map_or(0, |at| at + 1);
        let (before, word) = before.split_at(start);
        let first = !before.ends_with("::") && !before.ends_with('.');
        if first && (["crate", "super", "self"].contains(&word) || below.contains(&word)) {
            let statement = before.rsplit([';', '}', '{']).next().unwrap_or_default().trim_start();
            let handed = statement.starts_with("pub") && statement.contains("use ");
            Rest(text.split_at(start).1).tree(&Name::new(), handed, &mut all);
        }
    }
    all
}

const fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

/// What is left of a tree of paths.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn skip(&mut self, text: &str) -> bool {
        let trimmed = self.0.trim_start();
        let rest = trimmed.strip_prefix(text);
        self.0 = rest.unwrap_or(trimmed);
        rest.is_some()
    }

    fn word(&mut self) -> String {
        let trimmed = self.0.trim_start();
        let end = trimmed.find(|c: char| !is_word(c)).unwrap_or(trimmed.len());
        let (word, rest) = trimmed.split_at(end);
        self.0 = rest;
        word.to_owned()
    }

    fn tree(&mut self, before: &Name, handed: bool, all: &mut Vec<Found>) {
        if self.skip("{") {
            while !self.skip("}") && !self.0.is_empty() {
                let left = self.0.len();
                self.tree(before, handed, all);
                self.skip(",");
                if self.0.len() == left {
                    return;
                }
            }
            return;
        }
        let word = self.word();
        let mut path = before.clone();
        if !word.is_empty() && (word != "self" || before.is_empty()) {
            path.push(word);
        }
        if let Some(rest) = self.0.strip_prefix("::") {
            self.0 = rest;
            return self.tree(&path, handed, all);
        }
        self.skip("*");
        let alias = self.0.trim_start().starts_with("as ").then(|| {
            self.word();
            self.word()
        });
        all.push(Found { path, alias, handed });
    }
}
