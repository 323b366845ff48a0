//! The tables of a file: numbers as numbers, what is not computed left empty, sources and reasons beside them.

use ichimai::date::Date;
use ichimai::municipality::{FIRST_POPULATION_DATE, Population, municipalities, read_code};
use ichimai::reading::table::open_simply;
use ichimai::subsidy::export::{Making, tables};
use ichimai::subsidy::list::{List, Origin, list};
use ichimai::subsidy::{ChosenTown, Comparison, compare};
use ichimai::writing::{Cell, CharacterSet, Properties, Table, csv, workbook};
use ichimai::yen::Yen;

const MADE_BY: &str = "一枚点検 0.1.0";

fn day() -> Date {
    Date::new(2026, 11, 20).unwrap()
}

fn exported(comparison: &Comparison, cost: Option<i64>, list: Option<&List>) -> Vec<Table> {
    tables(comparison, cost.map(Yen::new), list, Making { on: day(), by: MADE_BY }).unwrap()
}

fn towns(codes: &[&str]) -> Comparison {
    let entry = |code: &&str| ChosenTown::of(read_code(code).unwrap(), FIRST_POPULATION_DATE).unwrap();
    compare(codes.iter().map(entry).collect(), None)
}

fn sheets(tables: &[Table]) -> Vec<&str> {
    tables.iter().map(Table::sheet).collect()
}

/// The cell in a row (from 0) under a header.
fn cell<'a>(tables: &'a [Table], sheet: &str, row: usize, header: &str) -> &'a Cell {
    let table = tables.iter().find(|table| table.sheet() == sheet).unwrap();
    let column = table.columns().iter().position(|column| column.header() == header).unwrap();
    &table.rows()[row][column]
}

#[test]
fn one_town_has_its_days_several_have_their_sums_and_a_list_what_it_left_out() {
    let one = exported(&towns(&["353213"]), None, None);
    assert_eq!(sheets(&one), ["試算", "結果", "内訳", "人口別", "人口によらない上限", "凡例", "条件"]);
    let several = exported(&towns(&["353213", "355020"]), None, Some(&List::default()));
    assert_eq!(sheets(&several), ["試算", "結果", "内訳", "集計", "一覧の確認", "人口によらない上限", "凡例", "条件"]);
}

#[test]
fn a_row_of_the_result_has_every_number_with_its_unit() {
    let tables = exported(&towns(&["353213"]), Some(30_000_000), None);
    let expected = [
        ("団体コード", Cell::from("353213")),
        ("都道府県", "山口県".into()),
        ("郡", "玖珂郡".into()),
        ("団体名", "和木町".into()),
        ("人口", 6_353_u32.into()),
        ("人口の基準日", FIRST_POPULATION_DATE.into()),
        ("人口の基準日（和暦）", "令和2年1月1日".into()),
        ("制度", "オンライン手続推進".into()),
        ("人口規模の区分", "〜1万人".into()),
        ("算式", "1,600万円 + 6,353人 × 780円".into()),
        ("上限額", 20_955_340_i64.into()),
        ("上限額（千円未満切捨て）", 20_955_000_i64.into()),
        ("もう一方の区分による額", Cell::Empty),
        ("参考額", Cell::Empty),
        ("国庫補助（対象事業費の上限と解する）", 10_477_670_i64.into()),
        ("市町村負担（対象事業費の上限と解する）", 19_522_330_i64.into()),
        ("国庫補助（補助金の上限と解する）", 15_000_000_i64.into()),
        ("市町村負担（補助金の上限と解する）", 15_000_000_i64.into()),
        ("金額の単位", "円".into()),
    ];
    for (header, value) in expected {
        assert_eq!(*cell(&tables, "結果", 1, header), value, "{header}");
    }
}

#[test]
fn the_estimate_has_few_columns_one_reading_and_a_sum_for_each_programme_of_several_towns() {
    let one = exported(&towns(&["353213"]), Some(30_000_000), None);
    for (header, value) in [
        ("補助率", Cell::from("1/2")),
        ("上限額", 20_955_340_i64.into()),
        ("対象事業費", 30_000_000_i64.into()),
        ("国庫補助", 10_477_670_i64.into()),
        ("市町村負担", 19_522_330_i64.into()),
    ] {
        assert_eq!(*cell(&one, "試算", 1, header), value, "{header}");
    }
    let several = exported(&towns(&["353213", "355020", "011002"]), None, None);
    let estimate = several.iter().find(|table| table.sheet() == "試算").unwrap();
    let rows = estimate.rows();
    let sums: Vec<_> = rows.iter().filter(|row| row[0] == "合計".into()).collect();
    assert_eq!(
        sums.len(),
        rows.iter().map(|row| format!("{:?}", row[3])).collect::<std::collections::BTreeSet<_>>().len()
    );
    for sum in sums {
        let of_programme = rows.iter().filter(|row| row[3] == sum[3] && row[0] != sum[0]);
        let amounts = of_programme.map(|row| if let Cell::Integer(amount) = row[5] { amount } else { 0 });
        assert_eq!(sum[5], Cell::Integer(amounts.sum()));
        let without = rows.iter().filter(|row| row[3] == sum[3] && row[5] == Cell::Empty).count();
        let said = if without == 0 {
            Cell::Empty
        } else {
            format!("算式のない{without}団体を除いた合計です。").into()
        };
        assert_eq!(sum[10], said);
    }
}

#[test]
fn a_town_without_formula_has_empty_cells_a_reference_and_the_reason() {
    let tables = exported(&towns(&["011002"]), Some(1_000), None);
    for header in ["上限額", "上限額（千円未満切捨て）", "国庫補助（補助金の上限と解する）"]
    {
        assert_eq!(*cell(&tables, "結果", 0, header), Cell::Empty, "{header}");
    }
    assert_eq!(*cell(&tables, "結果", 0, "参考額"), 705_000_000_i64.into());
    let Cell::Text(remark) = cell(&tables, "結果", 0, "備考") else { panic!() };
    assert!(remark.contains("算出できません"));
}

#[test]
fn the_jump_has_its_other_amount_and_its_steps() {
    let tables = exported(&compare(vec![ChosenTown::typed("手入力", Population::new(100_000))], None), None, None);
    assert_eq!(*cell(&tables, "結果", 1, "もう一方の区分による額"), 34_400_000_i64.into());
    let steps = tables.iter().find(|table| table.sheet() == "内訳").unwrap();
    let bands: Vec<&Cell> = steps.rows().iter().map(|row| &row[2]).collect();
    assert!(bands.contains(&&"1万人〜10万人".into()) && bands.contains(&&"10万人〜100万人".into()));
    assert_eq!(sheets(&tables)[3], "人口によらない上限", "a typed population has no days");
}

#[test]
fn conditions_name_the_day_the_version_and_every_source() {
    let tables = exported(&towns(&["353213"]), None, None);
    let conditions = tables.iter().find(|table| table.sheet() == "条件").unwrap();
    let texts: Vec<String> = conditions
        .rows()
        .iter()
        .filter_map(|row| if let Cell::Text(text) = &row[3] { Some(text.to_string()) } else { None })
        .collect();
    for needed in ["2026年11月20日（令和8年11月20日）", MADE_BY, "10/10", "1/2", "令和4年10月末", "498.1億円"]
    {
        assert!(texts.iter().any(|text| text.contains(needed)), "{needed}");
    }
    let stated = "令和3年度 第2回山口県デジタル・ガバメント構築連携会議（2021年7月27日） 資料3";
    assert!(texts.iter().any(|text| text.starts_with(stated) && text.ends_with("［資料に記載］")));
}

#[test]
fn rows_of_a_list_that_are_not_certain_stand_in_order_with_their_reason() {
    let file = open_simply("towns.csv", "団体名,人口\n府中市,\n架空市,100\n和木町,\n和木町,\n".as_bytes());
    let list = list(&file.sheets[0], FIRST_POPULATION_DATE, Origin::Guess).unwrap();
    let comparison = compare(list.entries.iter().map(|one| one.entry.clone()).collect(), None);
    let tables = exported(&comparison, None, Some(&list));
    let rows: Vec<_> =
        (0..3).map(|row| ["行", "扱い", "理由"].map(|header| cell(&tables, "一覧の確認", row, header))).collect();
    let reasons = [
        "東京都府中市・広島県府中市のどれかが決まりません。都道府県名か団体コードを加えてください。",
        "この名称の市区町村が見つかりません。名称を確かめてください。",
        "4行目と同じ団体です。",
    ];
    let uses = ["対象外", "一覧の人口で算出", "対象外"];
    for (place, row) in [2_u32, 3, 5].into_iter().enumerate() {
        assert_eq!(rows[place], [&row.into(), &uses[place].into(), &reasons[place].into()]);
    }
}

#[test]
fn every_number_column_of_the_legend_belongs_to_a_sheet() {
    let tables = exported(&towns(&["353213", "355020"]), None, None);
    let legend = tables.iter().find(|table| table.sheet() == "凡例").unwrap();
    assert!(legend.rows().len() > 15);
    for row in legend.rows() {
        let (Cell::Text(sheet), Cell::Text(header)) = (&row[0], &row[1]) else { panic!() };
        let table = tables.iter().find(|table| table.sheet() == &**sheet).unwrap();
        assert!(table.columns().iter().any(|column| column.header() == &**header));
    }
}

#[test]
fn all_municipalities_can_be_written() {
    let entries = municipalities().iter().map(|town| ChosenTown::of(town, FIRST_POPULATION_DATE).unwrap()).collect();
    let tables = exported(&compare(entries, None), None, None);
    assert_eq!(tables[1].rows().len(), 2 * 1_741);
    let properties = Properties { title: "補助上限額".to_owned(), author: MADE_BY.to_owned(), created: day() };
    let file = workbook(&tables, &properties, &mut |_| {}).unwrap();
    assert!(file.long_texts.is_empty());
    // 檮原町 and 鰺ヶ沢町 are in Windows-31J, − and 〜 are written as their full-width twins.
    let replaced: Vec<_> =
        csv(&tables[1], CharacterSet::Windows31J).replaced.iter().map(|one| (one.character, one.written_as)).collect();
    assert_eq!(replaced, [('−', '－'), ('〜', '～')]);
}
