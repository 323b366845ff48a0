//! Where lines stand: edges add up, and each height belongs to one line.

use ichimai::review::{Heights, Lines};
use proptest::prelude::*;

const HEIGHTS: Heights = Heights { clause: 68, heading: 36 };

#[test]
fn headings_are_lower_than_clauses() {
    let lines = Lines { items: 4, headings: &[0, 2], heights: HEIGHTS };
    assert_eq!([0, 1, 2, 3, 4].map(|position| lines.top(position)), [0, 36, 104, 140, 208]);
    assert_eq!([0, 35, 36, 103, 104, 207, 9_999].map(|height| lines.at(height)), [0, 0, 1, 1, 2, 3, 3]);
}

#[test]
fn an_empty_list_has_no_height() {
    let lines = Lines { items: 0, headings: &[], heights: HEIGHTS };
    assert_eq!((lines.top(0), lines.at(50)), (0, 0));
}

proptest! {
    #[test]
    fn each_height_belongs_to_the_line_that_covers_it(
        headings in proptest::collection::btree_set(0_u32..500, 0..100),
        items in 1_u32..500,
        share in 0.0_f64..1.0,
    ) {
        let headings: Vec<u32> = headings.into_iter().filter(|heading| *heading < items).collect();
        let lines = Lines { items, headings: &headings, heights: HEIGHTS };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in a list of some thousand pixels"
        )]
        let height = (lines.top(items) as f64 * share) as u64;
        let line = lines.at(height);
        prop_assert!(lines.top(line) <= height && height < lines.top(line + 1));
    }
}
