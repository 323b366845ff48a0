//! Amendments: what is composed can be applied and makes the draft; any sentence is applied or refused with a reason.

use ichimai::amendments::amending::{Surroundings, apply, compose};
use ichimai::amendments::engine::{Hand, apply as rewritten};
use ichimai::amendments::text::{Place, difference};

/// Citation, text and draft, divided by the byte 0xFF; the draft is tried as a 改め文 too. Lines end as readers and fields give them: without `\r`.
pub fn applied(bytes: &[u8]) {
    let mut parts = bytes.split(|byte| *byte == 0xFF).map(|part| String::from_utf8_lossy(part).replace('\r', ""));
    let mut next = || parts.next().unwrap_or_default();
    let (citation, before, after) = (next(), next(), next());
    let place = Place::parse(&citation);
    let hand = Hand::of(&before, &citation);
    let _ = apply(&place, &before, hand, &after);
    let changed = difference(&before, &after);
    let draft = rewritten(&before, &changed);
    let count = before.lines().count();
    assert_eq!(worded(&draft, count), worded(&after, count), "what differs makes the other text");
    let surroundings = Surroundings { place: place.clone(), hand, ..Surroundings::default() };
    if let Some(composed) = compose(&surroundings, &before, &changed) {
        assert_eq!(apply(&place, &before, hand, &composed.sentence).as_ref(), Ok(&draft), "{}", composed.sentence);
    }
}

/// The lines, without those that are added behind so many and hold no word (they are no 項), and without blank ones at the end, which nobody sees.
fn worded(text: &str, count: usize) -> Vec<&str> {
    let (kept, added) = (text.lines().take(count), text.lines().skip(count));
    let mut lines: Vec<&str> = kept.chain(added.filter(|line| !line.trim().is_empty())).collect();
    while lines.pop_if(|last| last.is_empty()).is_some() {}
    lines
}
