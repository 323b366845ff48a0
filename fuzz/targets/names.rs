//! Names as officers have them: towns and procedures. Nothing traps, and a name found is found by its own name.

use ichimai::date::Date;
use ichimai::municipality::{FIRST_POPULATION_DATE, named, read_code, search};
use ichimai::procedures::choices::Choices;
use ichimai::procedures::matching::match_name;
use ichimai::procedures::opened::OpenedList;
use ichimai::reading::table::open_simply;
use ichimai::subsidy::list::{Origin, list};

/// Names and codes of towns, and a list of them.
pub fn towns(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (hits, more) = (search(&text, 5), search(&text, 20));
    assert!(hits.len() <= 5 && more.len() >= hits.len(), "a longer list of hits begins with the shorter one");
    for town in named(&text) {
        assert!(named(&town.full_name()).contains(&town), "{} is not found by its full name", town.full_name());
    }
    let _ = read_code(&text);
    let on: Date = FIRST_POPULATION_DATE;
    for sheet in open_simply("a.csv", bytes).sheets {
        let rows = sheet.rows.len();
        let Some(list) = list(&sheet, on, Origin::Guess) else { continue };
        assert!(list.entries.len() + list.left_out.len() <= rows, "more towns than rows");
    }
}

/// Names of procedures, alone and in a list.
pub fn procedures(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (name, context) = text.split_once('\n').map_or((&*text, None), |(name, context)| (name, Some(context)));
    let found = match_name(name, context);
    assert_eq!(found, match_name(name, context), "the same name, another match");
    for list in [OpenedList::of_text("a", &text), OpenedList::of_file("a.csv", bytes, None)] {
        for entry in list.read(&Choices::default()) {
            assert!(!entry.input.name.is_empty(), "an entry without a name");
        }
    }
}
