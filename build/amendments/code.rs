//! Patterns and refusals as Rust tables.

use std::fmt::Write as _;

use super::engine::pattern::Slot;
use super::patterns;
use super::schema::{Pattern, Refusal};

/// The tables. The engine's types print as they are written, so that no second description of them exists.
pub fn tables(written: &[Pattern], shared: &'static [Slot], refusals: &[Refusal]) -> String {
    let mut code = String::from(
        "use crate::amendments::engine::pattern::{Addition, Choice, ChoiceOption, Companion, Edit, Pattern, Slot, Way};\nuse crate::amendments::engine::pattern::Class::{A, B};\nuse crate::amendments::engine::pattern::Reach::{Any, Duty, State, Town};\nuse crate::amendments::engine::pattern::Which::{All, First, Last, Only};\n",
    );
    let _ = writeln!(
        code,
        "/// Slots that all patterns share.\npub const SHARED: &[Slot] = &{};",
        borrowed(&format!("{shared:?}"))
    );
    let _ = writeln!(code, "/// The patterns.\npub static PATTERNS: &[Pattern] = &[");
    for pattern in written {
        if let Ok(pattern) = patterns::pattern(pattern, &[]) {
            let _ =
                writeln!(code, "{},", borrowed(&format!("{pattern:?}")).replacen("shared: &[]", "shared: SHARED", 1));
        }
    }
    let _ = writeln!(code, "];\n/// The reasons to refuse.\npub static REFUSALS: &[Refusal] = &[");
    for refusal in refusals {
        let _ = writeln!(
            code,
            "Refusal {{ id: {:?}, reason: {:?}, categories: &{:?}, town_only: {}, titled: &{:?}, holds: &{:?}, any: &{:?}, lacks: &{:?} }},",
            refusal.id,
            refusal.reason,
            refusal.categories,
            refusal.town_only,
            refusal.titled,
            refusal.holds,
            refusal.any,
            refusal.lacks
        );
    }
    code.push_str("];\n");
    code
}

/// Slices print as `[…]`; in a table they are borrowed.
fn borrowed(printed: &str) -> String {
    printed.replace(": [", ": &[")
}
