//! n/27: what is online, what is missing, by group, and what to do next.
//!
//! Counting rules of デジタル庁's dashboard: マイナポータル counts, also in part; a general e-application system alone
//! and 制度なし do not count and are listed apart.

use serde::Serialize;

use super::catalogue::{Group, Number, Procedure, municipal};
use super::standing::{Origin, Standings};
use super::state::Availability;

/// How many are online.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Count {
    /// Of the 27 of a municipality.
    pub of27: u8,
    /// Of the 26 of the grant's condition (without 罹災証明).
    pub of26: u8,
    /// Of the 27 by マイナポータル: 罹災証明 by a disaster system is not in it.
    pub portal: u8,
}

/// Count of one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct GroupCount {
    /// 分野
    pub group: Group,
    /// How many are online.
    pub online: u8,
    /// How many the group has.
    pub total: u8,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToDo {
    /// The procedure that is not online.
    pub number: Number,
    /// Its state.
    pub availability: Availability,
    /// The next step, a sentence.
    pub step: &'static str,
}

/// How far the 27 are online.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Completeness {
    /// n/27 and n/26.
    pub count: Count,
    /// By group, in order.
    pub groups: Vec<GroupCount>,
    /// The online ones of the 27, in order.
    pub online: Vec<Number>,
    /// The others of the 27, in order.
    pub missing: Vec<Number>,
    /// Of the missing: 汎用電子申請のみ, listed apart.
    pub general_system_only: Vec<Number>,
    /// Of the missing: 制度なし, listed apart; nothing is to be done for them.
    pub no_scheme: Vec<Number>,
    /// Of the missing: 不明.
    pub unknown: Vec<Number>,
    /// The to-do list, in the order of the official list.
    pub to_do: Vec<ToDo>,
}

/// Counts the 27.
#[must_use]
pub fn completeness(standings: &Standings) -> Completeness {
    let state = |number: Number| standings.of(number).availability;
    let numbers = || municipal().map(|procedure| procedure.number);
    let of_state = |wanted: Availability| numbers().filter(|number| state(*number) == wanted).collect::<Vec<_>>();
    let online: Vec<Number> = numbers().filter(|number| state(*number).is_online()).collect();
    let missing: Vec<Number> = numbers().filter(|number| !state(*number).is_online()).collect();
    Completeness {
        count: Count {
            of27: small(online.len()),
            of26: small(online.iter().filter(|number| number.is_in_grant_condition()).count()),
            portal: small(online.iter().filter(|number| state(**number).is_portal()).count()),
        },
        groups: Group::ALL.into_iter().filter_map(|group| group_count(group, standings)).collect(),
        to_do: missing.iter().filter_map(|number| to_do(*number, standings)).collect(),
        general_system_only: of_state(Availability::GeneralSystemOnly),
        no_scheme: of_state(Availability::NoScheme),
        unknown: of_state(Availability::Unknown),
        online,
        missing,
    }
}

fn group_count(group: Group, standings: &Standings) -> Option<GroupCount> {
    let of_group: Vec<&Procedure> = municipal().filter(|procedure| procedure.group == group).collect();
    let online = of_group.iter().filter(|procedure| standings.of(procedure.number).availability.is_online()).count();
    (!of_group.is_empty()).then(|| GroupCount { group, online: small(online), total: small(of_group.len()) })
}

fn to_do(number: Number, standings: &Standings) -> Option<ToDo> {
    let standing = standings.of(number);
    let step = match standing.availability {
        Availability::NoScheme => return None,
        Availability::GeneralSystemOnly => "汎用の電子申請だけでは数えないため、マイナポータルでも公開します。",
        Availability::InPreparation => "作成中の手続を仕上げ、マイナポータルで公開します。",
        Availability::NotStarted => "マイナポータル（ぴったりサービス）に手続を作成し、公開します。",
        _ if standing.origin == Origin::NotListed => "一覧に見当たりません。公開しているかを所管課に確かめます。",
        _ if standing.origin == Origin::Asked => "一覧に、この手続かもしれない名称があります。どの手続かを選びます。",
        _ => "公開状況を所管課に確かめます。",
    };
    Some(ToDo { number, availability: standing.availability, step })
}

/// No list of procedures is longer than 31.
fn small(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}
