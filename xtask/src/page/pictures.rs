//! The pictures of the manual as one text: a line of their names and sizes, then their bytes packed.
//!
//! The policy allows no image, and is not weakened for these: the page paints them onto canvases itself. Every canvas of the
//! markup has its picture and every picture its canvas, or the build fails. `tests/browser/pictures.mjs` makes the files; they
//! are not compressed in themselves, since together they pack a fifth smaller.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::packing::pack;

/// Most that all pictures together may add to the page, in bytes.
const BUDGET: usize = 110_000;

/// The text of all pictures that `markup` names, from the files of `folder`.
pub fn text(folder: &Path, markup: &str) -> Result<String> {
    let asked: BTreeSet<&str> =
        markup.split("data-picture=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let (mut index, mut all) = (String::new(), Vec::new());
    for name in &asked {
        let path = folder.join(format!("{name}.png"));
        let bytes = std::fs::read(&path).with_context(|| format!("the picture {name} of the manual is missing"))?;
        write!(index, "{name} {} ", bytes.len())?;
        all.extend(bytes);
    }
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let name = entry?.file_name().to_string_lossy().replace(".png", "");
        ensure!(asked.contains(name.as_str()), "the picture {name} is in no view");
    }
    let text = format!("{}\n{}", index.trim_end(), pack(&all)?);
    ensure!(text.len() <= BUDGET, "the pictures weigh {} bytes, more than their budget of {BUDGET}", text.len());
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, pictures: &[&str]) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("ichimai-pictures-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for picture in pictures {
            std::fs::write(folder.join(format!("{picture}.png")), [137, 80, 78, 71]).unwrap();
        }
        folder
    }

    #[test]
    fn the_first_line_tells_where_each_picture_ends() {
        let folder = folder("whole", &["b", "a"]);
        let markup = "<canvas data-picture=\"a\"></canvas><canvas data-picture=\"b\"></canvas>";
        let text = text(&folder, markup).unwrap();
        let bytes = [137, 80, 78, 71].repeat(2);
        assert_eq!(text.split_once('\n').unwrap(), ("a 4 b 4", pack(&bytes).unwrap().as_str()));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_picture_that_is_missing_or_not_used_is_refused() {
        let folder = folder("gaps", &["a"]);
        let missing = text(&folder, "data-picture=\"a\" data-picture=\"gone\"").unwrap_err();
        assert!(missing.to_string().contains("gone"));
        assert!(text(&folder, "").unwrap_err().to_string().contains("a is in no view"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
