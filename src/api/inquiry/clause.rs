//! The inquiry about one clause: what was asked of whom, what came back, all rounds.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::api::border::{Ask, Compact, Written};
use crate::api::review::with;
use crate::date::Date;
use crate::inquiry::progress::Standing;
use crate::inquiry::{Number, Received};
use crate::regulations::Category;

/// The inquiry about the clause with this index on the desk.
#[derive(Debug, Serialize, Deserialize)]
pub struct ShowInquiry(pub u32);

/// What the tab 照会 shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct InquiryView {
    /// 所管課; empty where there is none.
    pub section: String,
    /// 関係課
    pub related: BTreeSet<String>,
    /// The most urgent state of its categories.
    pub standing: Option<Standing>,
    /// What was asked, the last round first.
    pub asked: Vec<AskedView>,
}

/// One row that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedView {
    /// 照会番号
    pub number: Number,
    /// 規制区分
    pub category: Category,
    /// 第n回
    pub ordinal: u16,
    /// 照会日
    pub day: Date,
    /// 回答期限
    pub deadline: Option<Date>,
    /// The section that was asked.
    pub section: String,
    /// Clauses that the row asked about.
    pub clauses: usize,
    /// Its state; nothing where a later round asked anew or the making was undone.
    pub standing: Option<Standing>,
    /// The making of its round was undone.
    pub withdrawn: bool,
    /// It stands on the list of the next 再照会 by the officer's wish.
    pub wished: bool,
    /// What came back.
    pub answers: Written<Vec<Received>>,
}

impl Ask for ShowInquiry {
    const NAME: &'static str = "show_inquiry";
    type Output = Option<Compact<InquiryView>>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(with(|session| {
            let index = self.0 as usize;
            let key = session.desk.entries().get(index)?.key;
            let work = &session.inquiry;
            let of = |number| work.answers.iter().filter(|answer| answer.number == number).cloned().collect();
            let mut view = InquiryView {
                section: work.section_of(&session.desk, index),
                related: work.related.get(&key).cloned().unwrap_or_default(),
                standing: session.inquiry_of(key),
                asked: Vec::new(),
            };
            for round in work.rounds.iter().rev() {
                for item in &round.items {
                    let Some(target) = item.targets.iter().find(|target| target.clause == key) else { continue };
                    view.asked.push(AskedView {
                        number: item.number,
                        category: target.category,
                        ordinal: round.ordinal,
                        day: round.day,
                        deadline: round.deadline_of(&item.section),
                        section: item.section.clone(),
                        clauses: item.targets.len(),
                        standing: session.inquiry_standings().numbers.get(&item.number).copied(),
                        withdrawn: round.withdrawn,
                        wished: work.wished.contains(target),
                        answers: Written(of(item.number)),
                    });
                }
            }
            Some(Compact(view))
        }))
    }
}
