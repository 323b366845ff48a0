//! Words as sections type them: what is read, what must be looked at, what is not read.

use ichimai::date::Date;
use ichimai::inquiry::{Column, Understood};
use proptest::prelude::*;

fn asked() -> Date {
    "2026-11-28".parse().unwrap()
}

/// The value as written, with `*` where it must be looked at; otherwise what it is.
fn read(column: Column, typed: &str) -> String {
    match Understood::read(column, typed, asked()) {
        Understood::Value(value, confirm) => value.written() + if confirm { "*" } else { "" },
        other => format!("{other:?}"),
    }
}

fn table(column: Column, cases: &[(&str, &str)]) {
    for (expected, spellings) in cases {
        for typed in spellings.split('|') {
            assert_eq!(read(column, typed), *expected, "{typed:?}");
        }
    }
}

#[test]
fn decisions() {
    table(
        Column::Decision,
        &[
            ("該当", "該当|該当する|○|〇|◯|はい|ハイ|ﾊｲ| 該 当 |該当。|該当です|該当です。|該　当"),
            ("該当*", "レ|ﾚ|有|有。|該当（税務係）|該当\n（税務係）|（該当）|○（該当）|該当(一部)"),
            ("非該当", "非該当|該当しない|×|✕|いいえ|該当なし"),
            ("非該当*", "無|なし|ナシ|対象外|－|-|−|ー|—"),
            ("要確認", "要確認|△|検討中|保留|？|?|要確認です"),
            (
                "Not",
                "要|否|該当／非該当|該当・非該当・要確認|該当（ただし第2項は非該当）|？？|一部該当|該当かも|条例改正|○×|1|○（×）",
            ),
            ("Ditto", "同上|〃| 〃 |同 上"),
            ("Erase", "取消|取り消し"),
            ("Transfer", "所管外|当課の所管ではない|総務課へ|非該当（所管外）|他課"),
            ("Blank", "| |　|\n"),
        ],
    );
}

#[test]
fn needs_and_policies() {
    table(
        Column::Need,
        &[
            ("要", "要|要する|要します|要です"),
            ("要*", "有|○|要（令和9年3月）"),
            ("否", "否|不要|不要です"),
            ("否*", "×"),
            ("Not", "該当|検討|－|なし|規則・規程・要綱の改正|要（不要）|要否"),
        ],
    );
    table(
        Column::Policy,
        &[
            ("条例改正", "条例改正|条例の改正"),
            ("条例改正*", "条例改正（3月議会）"),
            ("規則・規程・要綱の改正", "規則・規程・要綱の改正|規則改正|要綱改正|規則･規程･要綱の改正"),
            ("解釈の明確化（通知）", "解釈の明確化（通知）|解釈の明確化(通知)|解釈の明確化 （通知）"),
            ("解釈の明確化（通知）*", "通知"),
            ("運用の見直し", "運用の見直し|運用見直し"),
            ("廃止", "廃止"),
            ("措置済み", "措置済み"),
            ("見直し不要", "見直し不要"),
            ("Not", "条例改正、運用の見直し|令和9年3月|不要|改正|条例改正（規則改正）|要"),
        ],
    );
}

#[test]
fn times() {
    table(
        Column::Time,
        &[
            (
                "2027-03",
                "令和9年3月|令和９年３月|R9.3|Ｒ９．３|r9.3|R9/3/31|R9.3.31|2027/3|2027.3|2027-03|2027-3|2027年3月|2027年3月末|令和9年3月31日|2027-03-31|2027-03-31 00:00:00|令9.3|令和九年三月|令和9年（2027年）3月|令和 9年 3月|令和9年3月末|R9-3|2027/03/31",
            ),
            (
                "2027-03*",
                "令和9年3月頃|令和９年３月議会|R8年度末|令和8年度末|46477|3月議会|年度末|令和9年3月（議会）|来年3月|令和9年3月予定|令和9年3月定例会に提案予定|令和8年度3月議会|今年度末",
            ),
            ("FY2027", "令和9年度|R9年度|2027年度|令和９年度"),
            ("FY2027*", "来年度中|来年度|令和9年度中|次年度|令和9年度上半期|来年度（予定）"),
            ("FY2026", "令和８年度|R8年度"),
            ("FY2026*", "年度内|今年度中|本年度|年度中"),
            ("FY2028*", "再来年度"),
            ("2026-12*", "12月議会|12月定例会"),
            ("2027-06*", "6月議会|６月市議会|令和9年6月議会"),
            ("未定", "未定|未定です|時期未定"),
            (
                "Not",
                "3月|9年3月|3月末|27.3|9.3|R9.3又はR9.6|令和9年3月～6月|条例改正|令和9年|2027|早急に|令和9年13月|令和9年2月30日|年度|令和9年3月（R9.6の可能性）|R93|令和9年3月には間に合わない|令和9年3月・6月|R99.3|2127年3月|未定（令和9年度）|1|99999|平成9年3月",
            ),
            ("Ditto", "同上"),
            ("Blank", "　"),
            ("Erase", "取消"),
        ],
    );
    assert_eq!(read(Column::Time, "R9 3"), "Not");
}

#[test]
fn free_words_are_kept_as_they_are() {
    assert_eq!(read(Column::Remarks, "非該当（傍聴券は画面で可）"), "非該当（傍聴券は画面で可）");
    assert_eq!(read(Column::Basis, " 否\n"), " 否\n");
}

proptest! {
    #[test]
    fn anything_typed_is_read_without_harm(typed in "[0-9０-９RrHh令和平成元年度月日./\\-（）()末頃 　年]{0,14}") {
        for column in Column::ALL {
            let _ = Understood::read(column, &typed, asked());
        }
    }

    #[test]
    fn a_month_is_read_alike_in_every_usual_form(year in 2020_u16..2050, month in 1_u8..=12, day in 1_u8..=28) {
        let era = year - 2018;
        let expected = format!("{year:04}-{month:02}");
        for typed in [
            format!("令和{era}年{month}月"), format!("R{era}.{month}"), format!("R{era}/{month}/{day}"), format!("{year}/{month}"),
            format!("{year}-{month:02}-{day:02}"), format!("{year}年{month}月末"), format!("令和{era}年{month}月{day}日"),
        ] {
            prop_assert_eq!(read(Column::Time, &typed), expected.clone(), "{}", typed);
        }
    }
}
