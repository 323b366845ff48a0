//! `cargo xtask tidy`: the architecture's invariants, as far as a program can check them.
//!
//! Each rule is a function from the tree to complaints; a complaint names the file and the line and the reason.

mod advisories;
mod borders;
mod calls;
mod circles;
mod crossing;
mod figures;
mod knowledge;
mod layout;
mod licences;
mod markup;
mod paths;
mod slots;
mod statics;
mod tree;
pub mod ways_out;

use anyhow::{Result, ensure};

use crate::command::root;
use tree::Tree;

/// Checks every invariant and lists all breaches.
///
/// # Errors
/// At least one invariant is broken.
pub fn run(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "cargo xtask tidy takes no arguments");
    let tree = Tree::read(&root())?;
    let mut complaints = layout::check(&tree);
    complaints.extend(borders::check(&tree));
    complaints.extend(calls::check(&tree));
    complaints.extend(circles::check(&tree));
    complaints.extend(crossing::check(&tree));
    complaints.extend(figures::check(&tree, &std::fs::read_to_string(root().join("data/sources.toml"))?)?);
    complaints.extend(knowledge::check(&tree));
    complaints.extend(markup::check(&tree));
    complaints.extend(slots::check(&tree));
    complaints.extend(statics::check(&tree, &std::fs::read_to_string(root().join("docs/ARCHITECTURE.md"))?));
    complaints.extend(ways_out::check(&tree));
    complaints.extend(licences::check()?);
    complaints.extend(advisories::check(&root())?);
    for complaint in &complaints {
        eprintln!("{complaint}");
    }
    ensure!(complaints.is_empty(), "{} breaches of the invariants", complaints.len());
    println!("tidy: {} files keep the invariants", tree.len());
    Ok(())
}
