//! The knowledge of classification for its readers: `explain` tries it on one clause, `rules` prints it as one page.

pub mod explain;
pub mod rules;

#[allow(dead_code, clippy::missing_docs_in_private_items, reason = "the build checks what is only read here")]
#[path = "../../../build/regulations/category.rs"]
mod category;

use std::fs;

use anyhow::{Context, Result, anyhow};

use category::{Category, Reading, Row};

/// The category files in their order.
fn categories() -> Result<Vec<Category>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/regulations");
    let mut categories = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {folder}"))? {
        let path = entry?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|kind| kind == "toml") && !category::NO_CATEGORIES.contains(&file.as_str()) {
            let text = fs::read_to_string(&path)?;
            categories.push(Category::read(&file, &text).map_err(|problem| anyhow!(problem))?);
        }
    }
    categories.sort_by_key(|category| category.order);
    Ok(categories)
}

/// All rows in the order of their numbers.
fn rows(categories: &[Category]) -> Vec<(&Reading, &Row)> {
    categories.iter().flat_map(Category::rows).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_category_is_read_and_nothing_else() {
        assert_eq!(
            super::categories().map(|categories| categories.len()).map_err(|problem| problem.to_string()),
            Ok(8)
        );
    }
}
