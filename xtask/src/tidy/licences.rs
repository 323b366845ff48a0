//! Licences of everything that is built into the page, read from the registry's own metadata, without a network.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command::Program;

/// Licences under which a part may stand in the page; each lets an officer pass the file on.
const ALLOWED: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Complaints about packages whose licence is missing or not allowed.
///
/// # Errors
/// cargo cannot tell its packages.
pub fn check() -> Result<Vec<String>> {
    let metadata = Program::cargo()
        .arguments(["metadata", "--format-version=1", "--locked", "--all-features"])
        .output()
        .context("cargo metadata --locked failed: is Cargo.lock up to date?")?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata.get("packages").and_then(Value::as_array).context("no packages")?;
    let text = |package: &Value, field: &str| package.get(field).and_then(Value::as_str).unwrap_or("").to_owned();
    Ok(packages
        .iter()
        .filter(|package| !allowed(&text(package, "license")))
        .map(|package| format!("{}: licence {:?}", text(package, "name"), text(package, "license")))
        .collect())
}

/// Whether an SPDX expression can be met with allowed licences: one of each `OR`, all of each `AND`.
fn allowed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    if let Some(inside) = expression.strip_prefix('(').filter(|_| expression.contains(") AND ")) {
        let (first, rest) = inside.split_once(") AND ").unwrap_or((inside, ""));
        return allowed(first) && allowed(rest);
    }
    let choices: Vec<&str> = expression.split(" OR ").collect();
    choices
        .iter()
        .any(|choice| choice.split(" AND ").all(|licence| ALLOWED.contains(&licence.trim().trim_matches(['(', ')']))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_needs_one_allowed_licence_and_a_sum_needs_all() {
        for (expression, expected) in [
            ("MIT", true),
            ("GPL-3.0", false),
            ("", false),
            ("MIT OR GPL-3.0", true),
            ("Unlicense/MIT", true),
            ("MIT AND GPL-3.0", false),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("(MIT OR Apache-2.0) AND GPL-2.0", false),
        ] {
            assert_eq!(allowed(expression), expected, "{expression}");
        }
    }
}
