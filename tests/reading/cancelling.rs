//! Progress and cancel.

use std::ops::ControlFlow;

use ichimai::reading::limits::Limits;
use ichimai::reading::progress::Progress;
use ichimai::reading::{Choices, GivenFile, Reading, read};

use crate::golden;

/// Reads the city list and a text, cancelled at the given call of the watch.
fn cancelled_at(call: usize) -> (Reading, usize) {
    let (list, text) = (golden("city_ordinances.csv"), golden("parking_plain.txt"));
    let sources = [GivenFile { name: "city.csv", bytes: &list }, GivenFile { name: "a.txt", bytes: &text }];
    let mut calls = 0;
    let mut watch = |_: Progress| {
        calls += 1;
        if calls == call { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let reading = read(&sources, &Choices::new(), &Limits::default(), &mut watch);
    (reading, calls)
}

#[test]
fn rows_and_clauses_are_reported() {
    let (reading, calls) = cancelled_at(0);
    assert_eq!(reading.clauses.len(), 6_315 + 15);
    // Two files, six thousands of rows, seven of clauses, one text.
    assert_eq!(calls, 2 + 6 + 7 + 1);
}

#[test]
fn a_cancel_stops_at_once_and_keeps_what_was_read() {
    let (_, calls) = cancelled_at(0);
    for call in 1..=calls {
        let (reading, made) = cancelled_at(call);
        assert_eq!(made, call, "no further call after the cancel");
        assert!(reading.notes.iter().any(|note| note.reason.code() == "cancelled"), "call {call}");
        assert!(reading.account.adds_up(), "call {call}");
        assert!(reading.clauses.len() < 6_315 + 15, "call {call}");
    }
    let (reading, _) = cancelled_at(2 + 6 + 4);
    assert!(reading.clauses.len() >= 2 * 1_024);
}
