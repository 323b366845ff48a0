//! [`Grant`]: what an entered cost brings, by both readings of 上限額.
//!
//! The documents speak of 上限額 under a rate. It can bound the costs that count or the grant itself; the page shows both,
//! the programme's first reading first, with its reason.

use serde::Serialize;

use crate::subsidy::{Programme, Reading};
use crate::yen::notation::yen;
use crate::yen::{ExactYen, Yen};

/// A cost under both readings.
#[derive(Debug, Clone, Serialize)]
pub struct Grant {
    /// The eligible cost that was entered.
    pub cost: Yen,
    /// 対象事業費の上限と解する
    pub as_eligible_cost: GrantUnder,
    /// 補助金の上限と解する
    pub as_grant: GrantUnder,
}

/// A cost under one reading.
#[derive(Debug, Clone, Serialize)]
pub struct GrantUnder {
    /// The reading.
    pub reading: Reading,
    /// 国庫補助, 円未満切捨て.
    pub grant: Yen,
    /// 市町村負担: cost − grant.
    pub own_share: Yen,
    /// The steps, a line a step.
    pub steps: Vec<String>,
}

impl Grant {
    /// The grant under one reading.
    #[must_use]
    pub const fn under(&self, reading: Reading) -> &GrantUnder {
        match reading {
            Reading::AsEligibleCost => &self.as_eligible_cost,
            Reading::AsGrant => &self.as_grant,
        }
    }
}

/// What an eligible cost brings under a programme's rate and a ceiling. The cost is not negative.
#[must_use]
pub fn grant(programme: &Programme, ceiling: Yen, cost: Yen) -> Grant {
    Grant {
        cost,
        as_eligible_cost: of_capped_cost(programme, ceiling, cost),
        as_grant: capped(programme, ceiling, cost),
    }
}

/// min(cost, ceiling) × rate.
fn of_capped_cost(programme: &Programme, ceiling: Yen, cost: Yen) -> GrantUnder {
    let counted = cost.min(ceiling);
    let exact = ExactYen::share(counted, programme.rate);
    let mut steps = vec![
        format!("対象事業費 {} と上限額 {} の低いほう: {}", yen(cost), yen(ceiling), yen(counted)),
        format!("{} × {} = {exact}", yen(counted), programme.rate_wording),
    ];
    let grant = exact.floor_yen();
    if !exact.is_whole() {
        steps.push(format!("円未満切捨て: {}", yen(grant)));
    }
    under(Reading::AsEligibleCost, cost, grant, steps)
}

/// min(cost × rate, ceiling).
fn capped(programme: &Programme, ceiling: Yen, cost: Yen) -> GrantUnder {
    let exact = ExactYen::share(cost, programme.rate);
    let mut steps = vec![format!("{} × {} = {exact}", yen(cost), programme.rate_wording)];
    let before = exact.floor_yen();
    if !exact.is_whole() {
        steps.push(format!("円未満切捨て: {}", yen(before)));
    }
    let grant = before.min(ceiling);
    steps.push(format!("{} と上限額 {} の低いほう: {}", yen(before), yen(ceiling), yen(grant)));
    under(Reading::AsGrant, cost, grant, steps)
}

fn under(reading: Reading, cost: Yen, grant: Yen, mut steps: Vec<String>) -> GrantUnder {
    // A rate is at most the whole, so that the grant never exceeds the cost.
    let own_share = cost.checked_sub(grant).unwrap_or(Yen::ZERO);
    steps.push(format!("市町村負担: {} − {} = {}", yen(cost), yen(grant), yen(own_share)));
    GrantUnder { reading, grant, own_share, steps }
}
