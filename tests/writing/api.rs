//! Plain tables of other programs become checked ones.

use ichimai::api::writing::TableInput;
use ichimai::date::Date;
use ichimai::writing::{Cell, TableError};
use serde_json::json;

fn input(rows: &serde_json::Value) -> TableInput {
    let columns = json!([
        { "header": "団体名", "kind": "text" },
        { "header": "人口", "kind": "number", "unitColumn": "単位" },
        { "header": "単位", "kind": "text" },
        { "header": "基準日", "kind": "date" },
    ]);
    serde_json::from_value(json!({ "sheet": "結果", "columns": columns, "rows": rows })).unwrap()
}

#[test]
fn cells_take_the_kind_of_their_column() {
    let table =
        input(&json!([["和木町", 6353, "人", "2020-01-01"], ["2020-01-01", null, null, null]])).table().unwrap();
    let day = Date::new(2020, 1, 1);
    assert_eq!(table.rows()[0], ["和木町".into(), Cell::from(6_353_i64), "人".into(), day.into()]);
    assert_eq!(table.rows()[1], ["2020-01-01".into(), Cell::Empty, Cell::Empty, Cell::Empty]);
}

#[test]
fn what_breaks_a_rule_is_refused_with_its_place() {
    let cases = [
        (json!([["和木町", "6353", "人", null]]), "人口"),
        (json!([["和木町", 6353, "人", "令和2年"]]), "基準日"),
        (json!([[1, 6353, "人", null]]), "団体名"),
    ];
    for (rows, header) in cases {
        let expected = TableError::CellKind { row: 2, header: header.to_owned() };
        assert_eq!(input(&rows).table().unwrap_err(), expected);
    }
    let too_many = input(&json!([[null, null, null, null, "余り"]])).table().unwrap_err();
    assert_eq!(too_many, TableError::CellCount { row: 2, cells: 5, columns: 4 });
}
