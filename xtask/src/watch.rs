//! `cargo xtask watch`: builds the quick page again whenever something that goes into it is saved.
//!
//! The page may make no request, so it cannot be told to reload itself: each build says when it is ready, and the
//! browser's own reload shows it. Every build is a process of its own, so that changes of this tool count as well.

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use anyhow::{Result, ensure};

use crate::command::{Program, root};

/// What goes into the page, and what makes it.
const WATCHED: [&str; 8] = ["src", "www", "data", "build", "build.rs", "Cargo.toml", "Cargo.lock", "xtask/src"];

/// Time between two looks.
const PAUSE: Duration = Duration::from_millis(500);

/// Builds once, then after every change, until the process is ended.
///
/// # Errors
/// Arguments that it does not take. A build that fails is shown and waits for the next change.
pub fn run(arguments: &[String]) -> Result<()> {
    ensure!(arguments.is_empty(), "cargo xtask watch takes no arguments");
    let mut built = None;
    loop {
        let newest = WATCHED.iter().filter_map(|place| newest_below(&root().join(place))).max();
        if newest != built {
            built = newest;
            match Program::cargo().arguments(["xtask", "page", "--quick"]).run() {
                Ok(()) => println!("Ready: reload the page. Waiting for the next change (Ctrl+C ends)."),
                Err(error) => println!("{error:#}. Waiting for the next change (Ctrl+C ends)."),
            }
        }
        sleep(PAUSE);
    }
}

/// When the newest file at or below `place` was written; none where nothing can be read.
fn newest_below(place: &Path) -> Option<SystemTime> {
    let written = place.metadata().and_then(|facts| facts.modified()).ok();
    let Ok(entries) = place.read_dir() else { return written };
    let below = entries.flatten().filter_map(|entry| newest_below(&entry.path()));
    below.chain(written).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_saved_deep_below_is_the_newest() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("ichimai-watch-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("a/b"))?;
        let file = folder.join("a/b/c.rs");
        std::fs::write(&file, "1")?;
        let later = SystemTime::now() + Duration::from_mins(1);
        std::fs::File::options().write(true).open(&file)?.set_modified(later)?;
        let newest = newest_below(&folder);
        std::fs::remove_dir_all(&folder)?;
        assert_eq!(newest, Some(later));
        Ok(())
    }

    #[test]
    fn every_watched_place_exists() {
        for place in WATCHED {
            assert!(newest_below(&root().join(place)).is_some(), "{place}");
        }
    }
}
