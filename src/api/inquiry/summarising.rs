//! 見直し状況の概要: the figures of the one page for the vice-mayor or the council.

use serde::{Deserialize, Serialize};

use crate::amendments::national::behind;
use crate::amendments::records::Records;
use crate::api::border::{Ask, Compact};
use crate::api::review::{Session, with};
use crate::inquiry::summary::{Summary, proposals, summary};
use crate::review::{ClauseKey, State};

/// Asks the figures, and what they propose to be decided.
#[derive(Debug, Serialize, Deserialize)]
pub struct Summarise;

impl Ask for Summarise {
    const NAME: &'static str = "summarise";
    type Output = Compact<(Summary, Vec<String>)>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(Compact(with(|session| {
            let summary = summary(&session.desk, &session.inquiry, &amended(session), session.today);
            let proposals = proposals(&summary);
            (summary, proposals)
        })))
    }
}

/// Clauses decided to apply that cite national law which was amended.
fn amended(session: &Session) -> Vec<ClauseKey> {
    let records = Records::get();
    let applying = session.desk.entries().iter().enumerate();
    let applying = applying.filter(|(_, entry)| !entry.in_state(State::Applies).is_empty());
    let cites = |(index, key): (usize, ClauseKey)| {
        let clause = session.desk.clauses().get(index)?;
        let around = session.desk.clauses().get(session.desk.ordinance(index))?;
        let texts: Vec<&str> = around.iter().map(|clause| clause.text.as_str()).collect();
        let behind = behind(records, &clause.title, &clause.text, &texts);
        behind.iter().any(|national| national.cited).then_some(key)
    };
    applying.filter_map(|(index, entry)| cites((index, entry.key))).collect()
}
