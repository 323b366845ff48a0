//! [`Standing`]: whether a programme is still open on a day.

use serde::Serialize;

use crate::date::Date;
use crate::subsidy::{AfterPeriod, Programme};

/// How a programme stands on a day, as far as its document tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The document is younger than the day: what held then is not known here.
    BeforeDocument,
    /// Neither a deadline nor the period has passed, or the document tells none.
    Open,
    /// 受付終了: the last day for applications has passed.
    ApplicationsClosed,
    /// 期間終了: the period has passed.
    PeriodOver,
}

impl Programme {
    /// How the programme stands on a day.
    #[must_use]
    pub fn standing(&self, on: Date) -> Standing {
        let passed = |last: Option<Date>| last.is_some_and(|last| last < on);
        if on < self.as_of {
            Standing::BeforeDocument
        } else if passed(self.last_day) {
            Standing::PeriodOver
        } else if passed(self.application_last_day) {
            Standing::ApplicationsClosed
        } else {
            Standing::Open
        }
    }

    /// What is known of the time after the period, once it has passed.
    #[must_use]
    pub fn after_period(&self, on: Date) -> Option<AfterPeriod> {
        self.after_period.filter(|_| self.standing(on) == Standing::PeriodOver)
    }
}
