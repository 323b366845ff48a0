//! Typed numbers: exact or refused, and what was understood reads back to itself.

use ichimai::date::Date;
use ichimai::subsidy::typed::{CostUnit, cost, population};

/// Populations, costs in every unit, days.
pub fn read(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(understood) = population(text) {
        let again = population(&understood.reading).expect("a reading can be read");
        assert_eq!(again.value, understood.value, "{}", understood.reading);
    }
    for unit in [CostUnit::Yen, CostUnit::ThousandYen, CostUnit::TenThousandYen, CostUnit::HundredMillionYen] {
        if let Ok(understood) = cost(text, unit) {
            let again = cost(&understood.reading, unit).expect("a reading can be read");
            assert_eq!(again.value, understood.value, "{}", understood.reading);
        }
    }
    if let Ok(date) = text.parse::<Date>() {
        assert!(!date.western_and_era().is_empty());
        assert_eq!(date.to_string().parse(), Ok(date));
    }
}
