//! Counting rules: what counts as online, what is listed apart, what is to be done.

use ichimai::procedures::catalogue::Number;
use ichimai::procedures::completeness::{Completeness, Count, completeness};
use ichimai::procedures::standing::{Origin, Setting, Settings, Standings};
use ichimai::procedures::state::Availability;

use crate::{entries, numbers};

fn set(states: &[(u8, Availability)]) -> Settings {
    states
        .iter()
        .map(|(figure, state)| {
            (Number::try_from(*figure).unwrap(), Setting { availability: Some(*state), connection: None })
        })
        .collect()
}

fn counted(text: &str, states: &[(u8, Availability)]) -> Completeness {
    completeness(&Standings::new(&entries(text), &set(states)))
}

#[test]
fn only_the_portal_and_parts_of_it_count_as_online() {
    for (state, online) in [
        (Availability::Published, true),
        (Availability::Partial, true),
        (Availability::GeneralSystemOnly, false),
        (Availability::InPreparation, false),
        (Availability::NotStarted, false),
        (Availability::NoScheme, false),
        (Availability::Unknown, false),
    ] {
        assert_eq!(counted("", &[(1, state)]).count.of27, u8::from(online), "{state:?}");
    }
}

#[test]
fn the_disaster_systems_count_for_the_disaster_certificate_only() {
    for state in [Availability::NationalDisasterSystem, Availability::MunicipalDisasterSystem] {
        assert_eq!(counted("", &[(27, state)]).count, Count { of27: 1, of26: 0, portal: u8::from(state.is_portal()) });
        assert_eq!(counted("", &[(26, state)]).count, Count { of27: 0, of26: 0, portal: 0 });
    }
}

#[test]
fn general_systems_and_missing_schemes_are_listed_apart() {
    let found = counted("", &[(3, Availability::GeneralSystemOnly), (8, Availability::NoScheme)]);
    assert_eq!((found.general_system_only, found.no_scheme), (numbers(&[3]), numbers(&[8])));
    let to_do: Vec<Number> = found.to_do.iter().map(|to_do| to_do.number).collect();
    assert!(to_do.contains(&numbers(&[3])[0]) && !to_do.contains(&numbers(&[8])[0]));
    assert_eq!((found.missing.len(), found.to_do.len()), (27, 26));
}

#[test]
fn the_groups_add_up_and_the_prefecture_is_left_out() {
    let found = counted("妊娠届\n負担割合証再交付\nり災証明\n車庫証明", &[]);
    let groups: Vec<(u8, u8)> = found.groups.iter().map(|group| (group.online, group.total)).collect();
    assert_eq!(groups, [(1, 15), (1, 11), (1, 1)]);
    assert_eq!(found.online, numbers(&[15, 20, 27]));
}

#[test]
fn every_procedure_of_the_27_is_online_or_missing() {
    let found = counted("妊娠届\n現況届\n転入届", &[(2, Availability::Partial)]);
    let mut all = [found.online, found.missing].concat();
    all.sort_unstable();
    assert_eq!(all, Number::all().take(27).collect::<Vec<_>>());
}

#[test]
fn of_several_inputs_the_strongest_state_counts_and_is_shown() {
    let list = entries("手続名\t状況\n妊娠届\t準備中\n妊娠届出書\t公開済\n妊娠の届出\t未着手");
    let standings = Standings::new(&list, &Settings::new());
    let standing = standings.of(Number::try_from(15).unwrap());
    assert_eq!(standing.availability, Availability::Published);
    assert_eq!((standing.named_by.as_slice(), standing.decided_by), ([0, 1, 2].as_slice(), Some(1)));
    assert_eq!(list[1].input.name, "妊娠届出書");
}

#[test]
fn what_the_officer_sets_goes_before_the_list() {
    let list = entries("妊娠届");
    let standings = Standings::new(&list, &set(&[(15, Availability::InPreparation)]));
    let standing = standings.of(Number::try_from(15).unwrap());
    assert_eq!((standing.availability, standing.origin), (Availability::InPreparation, Origin::SetByHand));
}

#[test]
fn a_name_that_is_asked_decides_nothing() {
    let standings = Standings::new(&entries("現況届\n妊娠届"), &Settings::new());
    for figure in [10, 13, 14] {
        assert_eq!(standings.of(Number::try_from(figure).unwrap()).origin, Origin::Asked);
    }
    assert_eq!(completeness(&standings).count.of27, 1);
}

#[test]
fn settings_survive_the_work_file() {
    let settings = set(&[(15, Availability::InPreparation), (27, Availability::NationalDisasterSystem)]);
    let text = serde_json::to_string(&settings).unwrap();
    assert_eq!(serde_json::from_str::<Settings>(&text).unwrap(), settings);
}
