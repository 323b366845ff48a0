//! The project's own text files, read once.

use std::path::Path;

use anyhow::{Context, Result};

/// One text file.
pub struct Source {
    /// Path from the root, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// The places where the text holds `needle`, as `path:line`.
    pub fn lines_with<'a>(&'a self, needle: &'a str) -> impl Iterator<Item = String> + 'a {
        self.text
            .lines()
            .enumerate()
            .filter(move |(_, line)| line.contains(needle))
            .map(move |(index, _)| format!("{}:{}", self.path, index + 1))
    }
}

/// All sources below the folders that hold code and markup.
pub struct Tree {
    sources: Vec<Source>,
}

const FOLDERS: [&str; 9] = ["src", "unpack/src", "xtask/src", "build", "tests", "benches", "fuzz", "www", ".cargo"];
/// Installed packages, products of tests, and files as others wrote them.
const NOT_OURS: [&str; 4] = ["node_modules", "out", "golden", "target"];
const KINDS: [&str; 6] = ["rs", "html", "css", "js", "mjs", "toml"];

/// Whether the name of the file ends in `.kind`.
pub fn is_of(path: &str, kind: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == kind)
}

/// A line without its comment.
pub fn code_of(line: &str) -> &str {
    let quoted = |at: usize| line.get(..at).unwrap_or_default().matches('"').count() % 2 == 1;
    let comment = line.match_indices("//").map(|(at, _)| at).find(|at| !quoted(*at));
    comment.and_then(|at| line.get(..at)).unwrap_or(line)
}

impl Tree {
    /// Reads the tree below `root`.
    pub fn read(root: &Path) -> Result<Self> {
        let mut tree = Self { sources: Vec::new() };
        for folder in FOLDERS {
            tree.visit(root, &root.join(folder))?;
        }
        tree.sources.sort_by(|left, right| left.path.cmp(&right.path));
        Ok(tree)
    }

    #[cfg(test)]
    pub fn of(sources: &[(&str, &str)]) -> Self {
        let source = |&(path, text): &(&str, &str)| Source { path: path.to_owned(), text: text.to_owned() };
        Self { sources: sources.iter().map(source).collect() }
    }

    /// Number of files.
    pub fn len(&self) -> usize {
        self.sources.len()
    }

    /// Files below `folder` whose names end in `.kind`.
    pub fn below<'a>(&'a self, folder: &'a str, kind: &'a str) -> impl Iterator<Item = &'a Source> {
        self.sources.iter().filter(move |source| source.path.starts_with(folder) && is_of(&source.path, kind))
    }

    /// The page's own code and markup.
    pub fn page(&self) -> impl Iterator<Item = &Source> {
        let kinds = [("src/page/", "rs"), ("www/", "html"), ("www/", "css"), ("www/", "js")];
        kinds.into_iter().flat_map(|(folder, kind)| self.below(folder, kind))
    }

    fn visit(&mut self, root: &Path, folder: &Path) -> Result<()> {
        if !folder.exists() {
            return Ok(());
        }
        for entry in std::fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                if !NOT_OURS.iter().any(|name| path.ends_with(name)) {
                    self.visit(root, &path)?;
                }
            } else if path.extension().is_some_and(|kind| KINDS.iter().any(|known| kind == *known)) {
                let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
                let relative = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                self.sources.push(Source { path: relative, text });
            }
        }
        Ok(())
    }
}
