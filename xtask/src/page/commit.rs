//! Which commit the page is built from, as the page shows it.

use std::path::Path;

use crate::command::Program;

/// The commit's hash, with a mark when the tree differs from it, or `unknown` outside a repository.
pub fn current(root: &Path) -> String {
    let git = |arguments: &[&str]| Program::new("git").folder(root).arguments(arguments).output();
    let Some(hash) = git(&["rev-parse", "HEAD"]) else { return "unknown".to_owned() };
    let changed = git(&["status", "--porcelain", "--untracked-files=no"]).is_none_or(|changes| !changes.is_empty());
    if changed { format!("{hash}+changes") } else { hash }
}
