//! What the entered cost brings under each reading of 上限額.

use web_sys::Element;

use crate::page::dom::{Dom, fill, find, lay, slot};
use crate::subsidy::{Ceiling, Grant, GrantUnder, Reading, Rule, grant};
use crate::yen::notation::yen;

use super::cost;

/// Shows the grant and the town's own share for the entered cost; nothing where no cost or no ceiling is known.
pub fn show(place: &Element, ceiling: &Ceiling) -> Dom {
    let understood = cost().read(|cost| cost.understood().ok());
    let (Some(cost), Some(amount), Rule::Formula(formula)) = (understood, ceiling.amount(), &ceiling.programme.rule)
    else {
        return Ok(());
    };
    let outcome = grant(ceiling.programme, amount, cost.value);
    let table = lay("grant-table", place)?;
    let rate = ceiling.programme.rate_wording;
    fill(&table, "title", &format!("対象事業費{}、補助率{rate}のとき", cost.reading))?;
    let body: Element = find(&table, "tbody")?;
    for (reading, under) in readings(&outcome, formula.first_reading) {
        let row = lay("grant-row", &body)?;
        fill(&row, "reading", &reading)?;
        fill(&row, "grant", &yen(under.grant))?;
        fill(&row, "own", &yen(under.own_share))?;
    }
    let reason: Element = slot(&table, "reason")?;
    reason.set_text_content(Some(formula.reading_reason));
    Ok(())
}

/// The readings, the first one first; one line where both give the same.
fn readings(grant: &Grant, first: Reading) -> Vec<(String, &GrantUnder)> {
    let second = match first {
        Reading::AsEligibleCost => Reading::AsGrant,
        Reading::AsGrant => Reading::AsEligibleCost,
    };
    let (first_under, second_under) = (grant.under(first), grant.under(second));
    if (first_under.grant, first_under.own_share) == (second_under.grant, second_under.own_share) {
        return vec![("どちらの読み方でも同じ".to_owned(), first_under)];
    }
    vec![(format!("{}（既定）", name(first)), first_under), (name(second).to_owned(), second_under)]
}

/// A reading as the page names it.
pub const fn name(reading: Reading) -> &'static str {
    match reading {
        Reading::AsEligibleCost => "対象事業費の上限と解する",
        Reading::AsGrant => "補助金の上限と解する",
    }
}
