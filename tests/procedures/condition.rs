//! The condition of the grant under both readings: all 26 online, connected by 特定通信 or up to the 基幹システム.

use ichimai::procedures::catalogue::Number;
use ichimai::procedures::condition::{DEADLINES, condition};
use ichimai::procedures::standing::{Setting, Settings, Standings};
use ichimai::procedures::state::{Availability, Connection};

use crate::{entries, numbers};

/// All 26 online and connected, but for what is changed.
fn settings(changed: &[(u8, Availability, Connection)]) -> Settings {
    let set = |availability, connection| Setting { availability: Some(availability), connection: Some(connection) };
    let mut settings: Settings =
        Number::all().take(26).map(|number| (number, set(Availability::Published, Connection::EndToEnd))).collect();
    for (figure, availability, connection) in changed {
        settings.insert(Number::try_from(*figure).unwrap(), set(*availability, *connection));
    }
    settings
}

fn judged(changed: &[(u8, Availability, Connection)]) -> (Option<bool>, Vec<Number>) {
    let found = condition(&Standings::new(&[], &settings(changed)));
    (found.met(), found.to_intake.lacking)
}

#[test]
fn it_is_met_without_the_disaster_certificate() {
    assert_eq!(judged(&[]), (Some(true), vec![]));
}

#[test]
fn one_that_is_not_online_or_not_connected_is_lacking() {
    for (availability, connection) in [
        (Availability::GeneralSystemOnly, Connection::Dedicated),
        (Availability::NoScheme, Connection::Dedicated),
        (Availability::InPreparation, Connection::Unknown),
        (Availability::Published, Connection::Manual),
        (Availability::Partial, Connection::NotConnected),
    ] {
        assert_eq!(judged(&[(9, availability, connection)]), (Some(false), numbers(&[9])), "{availability:?}");
    }
}

#[test]
fn it_is_open_while_a_connection_or_a_state_is_unknown() {
    assert_eq!(judged(&[(9, Availability::Published, Connection::Unknown)]), (None, vec![]));
    assert_eq!(judged(&[(9, Availability::Unknown, Connection::Unknown)]), (None, vec![]));
    assert_eq!(condition(&Standings::new(&[], &Settings::new())).met(), None);
}

#[test]
fn what_is_lacking_decides_even_where_something_else_is_unknown() {
    let changed = [(4, Availability::Published, Connection::Unknown), (9, Availability::Published, Connection::Manual)];
    assert_eq!(judged(&changed), (Some(false), numbers(&[9])));
}

#[test]
fn what_a_list_of_names_does_not_name_is_lacking_and_what_it_asks_is_open() {
    let found = condition(&Standings::new(&entries("妊娠届\n現況届"), &Settings::new()));
    assert_eq!(found.met(), Some(false));
    assert_eq!(found.to_core.undetermined, numbers(&[10, 13, 14, 15]));
    assert_eq!(found.to_core.lacking.len(), 22);
}

#[test]
fn the_deadlines_are_those_of_the_documents() {
    let dates = DEADLINES.map(|deadline| (deadline.written, deadline.date.to_string()));
    assert_eq!(dates, [("令和4年10月末", "2022-10-31".to_owned()), ("令和4年度末", "2023-03-31".to_owned())]);
}

#[test]
fn with_dedicated_connections_the_readings_differ_and_nothing_is_called_settled() {
    let found = condition(&Standings::new(&[], &settings(&[(9, Availability::Published, Connection::Dedicated)])));
    assert_eq!((found.to_core.met, found.to_intake.met, found.met()), (Some(false), Some(true), None));
    assert_eq!(found.to_core.not_connected, numbers(&[9]));
}

#[test]
fn each_reading_quotes_its_sentence() {
    let found = condition(&Standings::new(&[], &Settings::new()));
    let quotes = found.readings().map(|judged| judged.reading.quote());
    assert!(quotes[0].contains("基幹システムのオンライン接続が完了することが必須"));
    assert!(quotes[1].contains("エンドトゥエンドのオンライン接続を実現させることを積極的に検討する"));
}
