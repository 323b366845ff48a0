//! Signs for states, so that no state is told by colour alone.

use crate::procedures::catalogue::{NameStatus, Procedure};
use crate::procedures::state::Availability;

/// The sign of a state.
pub const fn sign(availability: Availability) -> &'static str {
    match availability {
        Availability::Published | Availability::NationalDisasterSystem | Availability::MunicipalDisasterSystem => "●",
        Availability::Partial => "◐",
        Availability::GeneralSystemOnly => "汎",
        Availability::InPreparation => "作",
        Availability::NotStarted => "○",
        Availability::NoScheme => "－",
        Availability::Unknown => "？",
    }
}

/// The class by which a sign looks.
pub const fn class(availability: Availability) -> &'static str {
    if availability.is_online() {
        "state state-online"
    } else if matches!(availability, Availability::Unknown) {
        "state state-unknown"
    } else {
        "state"
    }
}

/// 「3 氏名変更／住所変更等の届出」, with ※ where the wording of the name is unconfirmed.
pub fn named(procedure: &Procedure) -> String {
    let mark = match procedure.name_status {
        NameStatus::Confirmed => "",
        NameStatus::Unconfirmed => "※",
    };
    format!("{} {}{mark}", procedure.number, procedure.name)
}
