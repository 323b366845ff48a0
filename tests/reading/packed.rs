//! Packed clauses: what one worker has read arrives whole at the other.

use ichimai::clause::packed::{Cut, pack, unpack};
use ichimai::clause::{Clause, Part, Place};
use proptest::prelude::*;

use crate::{golden, read_one};

fn any_clause() -> impl Strategy<Value = Clause> {
    let texts = prop::collection::vec("\\PC{0,12}", 10);
    let part = prop::sample::select(vec![Part::Preamble, Part::Main, Part::Supplementary, Part::Table, Part::Form]);
    (texts, part, any::<Option<u16>>(), any::<bool>()).prop_map(|(texts, part, row, sheet)| Clause {
        id: texts[0].clone(),
        place: Place {
            file: texts[1].as_str().into(),
            sheet: sheet.then(|| texts[2].as_str().into()),
            row: row.map(u32::from),
        },
        title: texts[3].as_str().into(),
        kind: texts[4].as_str().into(),
        number: "".into(),
        department: texts[4].as_str().into(),
        part,
        chapter: texts[5].as_str().into(),
        article: texts[6].clone(),
        caption: texts[7].clone(),
        chapeau: texts[8].clone(),
        text: texts[9].clone(),
    })
}

#[test]
fn clauses_of_real_files_arrive_as_they_were_read() {
    for name in ["reiki.zip", "list.xlsx", "egov_323AC0000000139.xml", "city_ordinances.csv"] {
        let clauses = read_one(name, &golden(name)).clauses;
        assert_eq!(unpack(&pack(&clauses)), Ok(clauses), "{name}");
    }
}

#[test]
fn names_that_repeat_are_shared_again() {
    let clauses = unpack(&pack(&read_one("list.xlsx", &golden("list.xlsx")).clauses)).unwrap();
    assert!(std::sync::Arc::ptr_eq(&clauses[0].place.file, &clauses[1].place.file));
}

proptest! {
    #[test]
    fn what_is_packed_is_unpacked(clauses in prop::collection::vec(any_clause(), 0..6)) {
        prop_assert_eq!(unpack(&pack(&clauses)), Ok(clauses));
    }

    #[test]
    fn what_was_cut_or_changed_never_panics(
        clauses in prop::collection::vec(any_clause(), 1..4), at in any::<prop::sample::Index>(), byte in any::<u8>()
    ) {
        let mut packed = pack(&clauses);
        let at = at.index(packed.len());
        prop_assert_eq!(unpack(&packed[..at]), Err(Cut));
        packed[at] = byte;
        let _ = unpack(&packed);
    }
}
