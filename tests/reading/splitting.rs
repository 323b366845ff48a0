//! Splitting: whole ordinances as snapshots, and the cases that are easy to get wrong.

use ichimai::clause::Part;

use crate::{golden, listed, read_one};

#[test]
fn an_ordinance_with_every_part() {
    let reading = read_one("parking_plain.txt", &golden("parking_plain.txt"));
    let first = &reading.clauses[0];
    assert_eq!((&*first.title, &*first.kind, &*first.number), ("見本町駐車場設置条例", "条例", "平成9年条例第25号"));
    insta::assert_snapshot!(listed(&reading.clauses));
}

#[test]
fn a_page_of_an_ordinance_system() {
    let reading = read_one("reiki_parking.html", &golden("reiki_parking.html"));
    let first = &reading.clauses[0];
    assert_eq!((&*first.title, &*first.number), ("かつらぎ町駐車場等設置条例", "平成9年条例第25号"));
    insta::assert_snapshot!(listed(&reading.clauses));
}

#[test]
fn a_law() {
    let reading = read_one("a.xml", &golden("egov_323AC0000000048.xml"));
    insta::assert_snapshot!(listed(&reading.clauses));
}

#[test]
fn every_line_of_a_text_is_accounted_for() {
    for name in ["parking_plain.txt", "egov_323AC0000000048.txt", "egov_323AC0000000139.txt"] {
        let bytes = golden(name);
        let lines = std::str::from_utf8(&bytes).unwrap().lines().count();
        let account = read_one(name, &bytes).account.files.remove(0).lines.unwrap();
        assert_eq!((account.blank + account.text + account.structure) as usize, lines, "{name}");
    }
}

/// Places and texts of a text.
fn split(text: &str) -> Vec<(String, String)> {
    let clauses = read_one("a.txt", text.as_bytes()).clauses;
    clauses.into_iter().map(|clause| (clause.article, clause.text)).collect()
}

fn expect(text: &str, expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> =
        expected.iter().map(|(article, text)| ((*article).to_owned(), (*text).to_owned())).collect();
    assert_eq!(split(text), expected, "{text}");
}

#[test]
fn places_are_cited_in_the_manner_of_the_text() {
    expect(
        "条例\n第五条　一とする。\n２　二とする。\n",
        &[("第五条第一項", "一とする。"), ("第五条第二項", "二とする。")],
    );
    expect("条例\n第５条　一とする。\n２　二とする。\n", &[("第5条第1項", "一とする。"), ("第5条第2項", "二とする。")]);
    expect("条例\n第5条の2　一とする。\n", &[("第5条の2", "一とする。")]);
    expect("条例\n第五条の二の三　一とする。\n", &[("第五条の二の三", "一とする。")]);
    expect("条例\n第三条から第五条まで　削除\n", &[("第三条から第五条まで", "削除")]);
}

#[test]
fn paragraphs_may_be_circled_or_spelled_out() {
    expect(
        "条例\n第一条　一とする。\n②　二とする。\n",
        &[("第一条第一項", "一とする。"), ("第一条第二項", "二とする。")],
    );
    expect(
        "条例\n第一条　一とする。\n第二項　二とする。\n",
        &[("第一条第一項", "一とする。"), ("第一条第二項", "二とする。")],
    );
}

#[test]
fn items_stay_with_their_paragraph_however_they_are_counted() {
    for items in
        ["(1)　甲\n(2)　乙", "一　甲\n二　乙", "⑴　甲\n⑵　乙", "イ　甲\nロ　乙", "①　甲\n②　乙", "1　甲\n2　乙"]
    {
        expect(
            &format!("条例\n第1条　次のとおりとする。\n{items}\n"),
            &[("第1条", &format!("次のとおりとする。\n{items}"))],
        );
    }
}

#[test]
fn captions_may_stand_above_before_or_behind_the_number() {
    for text in [
        "条例\n（目的）\n第1条　定める。\n",
        "条例\n第1条（目的）　定める。\n",
        "条例\n（目的）第1条　定める。\n",
        "条例\n（定義）\n（目的）\n第1条　定める。\n",
    ] {
        let clause = &read_one("a.txt", text.as_bytes()).clauses[0];
        assert_eq!((clause.article.as_str(), clause.caption.as_str()), ("第1条", "（目的）"), "{text}");
    }
}

#[test]
fn a_bracket_above_anything_else_is_text() {
    expect(
        "条例\n第1条　次のとおりとする。\n（注）\n備考とする。\n",
        &[("第1条", "次のとおりとする。\n（注）\n備考とする。")],
    );
}

#[test]
fn citations_at_the_head_of_a_line_open_nothing() {
    expect(
        "条例\n第1条　定める。\n第2条の規定による許可\n附則第2項の許可\n別表第1に掲げるもの\n",
        &[("第1条", "定める。\n第2条の規定による許可\n附則第2項の許可\n別表第1に掲げるもの")],
    );
}

#[test]
fn the_table_of_contents_is_passed_over() {
    let text = "条例\n目次\n第1章　総則（第1条）\n第2章　雑則（第2条）\n附則\n第1章　総則\n第1条　甲とする。\n第2章　雑則\n第2条　乙とする。\n附則\nこの条例は、公布の日から施行する。\n";
    expect(text, &[("第1条", "甲とする。"), ("第2条", "乙とする。"), ("附則", "この条例は、公布の日から施行する。")]);
}

#[test]
fn chapters_and_sections_are_kept_beside_the_clause() {
    let text = "条例\n第1章　総則\n第1節　通則\n第1条　甲とする。\n第2節　雑則\n第2条　乙とする。\n第2章　罰則\n第3条　丙とする。\n附則\n施行する。\n";
    let chapters: Vec<String> =
        read_one("a.txt", text.as_bytes()).clauses.iter().map(|clause| clause.chapter.to_string()).collect();
    assert_eq!(chapters, ["第1章　総則　第1節　通則", "第1章　総則　第2節　雑則", "第2章　罰則", ""]);
}

#[test]
fn appendices_are_kept_apart() {
    let parts = |text: &str| -> Vec<(Part, String)> {
        read_one("a.txt", text.as_bytes()).clauses.into_iter().map(|clause| (clause.part, clause.article)).collect()
    };
    for (heading, part, label) in [
        ("別表（第1条関係）", Part::Table, "別表"),
        ("別表第１（第1条関係）", Part::Table, "別表第1"),
        ("別表第一の二", Part::Table, "別表第一の二"),
        ("様式第1号（第1条関係）", Part::Form, "様式第1号"),
        ("様式第１号の２", Part::Form, "様式第1号の2"),
        ("第1号様式（第1条関係）", Part::Form, "第1号様式"),
        ("別記様式", Part::Form, "別記様式"),
        ("別記第1号様式（第1条関係）", Part::Form, "別記第1号様式"),
        ("別紙1", Part::Form, "別紙1"),
    ] {
        let text = format!("条例\n第1条　甲とする。\n{heading}\n1　乙\n第9条　丙\n");
        let expected = [(Part::Main, "第1条".to_owned()), (part, label.to_owned())];
        assert_eq!(parts(&text), expected, "{heading}");
    }
}

#[test]
fn guidelines_without_articles_are_split_by_their_numbers() {
    expect(
        "見本町指針\n第１　目的\nこの指針は、検査の方法を定める。\n第２　検査\n１　検査は、目視による。\n２　結果は、掲示する。\n",
        &[
            ("第1", "この指針は、検査の方法を定める。"),
            ("第2第1項", "検査は、目視による。"),
            ("第2第2項", "結果は、掲示する。"),
        ],
    );
    expect(
        "検査要領\n1　検査は、目視による。\n(1)　毎日\n2　結果は、掲示する。\n",
        &[("1", "検査は、目視による。\n(1)　毎日"), ("2", "結果は、掲示する。")],
    );
}

#[test]
fn text_without_any_structure_is_one_clause() {
    expect("お知らせ\n書類は、窓口に持参してください。\n", &[("", "書類は、窓口に持参してください。")]);
}

#[test]
fn several_ordinances_in_one_text_are_told_apart() {
    let text = "○見本町甲条例\n平成元年条例第1号\n第1条　甲とする。\n附則\n施行する。\n○見本町乙規則\n令和2年4月1日\n規則第2号\n第1条　乙とする。\n";
    let clauses = read_one("a.txt", text.as_bytes()).clauses;
    let titles: Vec<(&str, &str, &str)> =
        clauses.iter().map(|clause| (&*clause.title, &*clause.kind, &*clause.number)).collect();
    let first = ("見本町甲条例", "条例", "平成元年条例第1号");
    assert_eq!(titles, [first, first, ("見本町乙規則", "規則", "令和2年規則第2号")]);
}

#[test]
fn sentences_broken_at_a_fixed_width_are_joined() {
    let sentence = "町長は、毎年一回、職員に施設に立ち入らせ、帳簿、書類その他の物件を検査させなければならない。ただし、災害その他やむを得ない事由があるときは、この限りでない。";
    let letters: Vec<char> = format!("第1条　{sentence}").chars().collect();
    let broken: Vec<String> = letters.chunks(26).map(|line| line.iter().collect()).collect();
    expect(&format!("条例\n{}\n", broken.join("\n")), &[("第1条", sentence)]);
}

#[test]
fn a_text_without_a_title_is_named_by_its_file() {
    let reading = read_one("例規/見本町文書規程.txt", "第1条　甲とする。\n".as_bytes());
    assert_eq!(&*reading.clauses[0].title, "見本町文書規程");
}

#[test]
fn the_number_is_found_wherever_it_stands() {
    for opening in [
        "見本町文書規程\n平成9年訓令第3号\n",
        "見本町文書規程（平成9年訓令第3号）\n",
        "○見本町文書規程\n（平成９年訓令第３号）\n",
        "見本町文書規程\n平成9年11月14日訓令第3号\n",
        "見本町文書規程\n平成9年11月14日\n訓令第3号\n改正　平成10年訓令第1号\n",
        "平成9年訓令第3号\n見本町文書規程\n",
    ] {
        let clause = &read_one("a.txt", format!("{opening}第1条　甲とする。\n").as_bytes()).clauses[0];
        assert_eq!(
            (&*clause.title, &*clause.number, &*clause.kind),
            ("見本町文書規程", "平成9年訓令第3号", "規程"),
            "{opening}"
        );
    }
}

/// Places, captions and texts of a text.
fn told(text: &str) -> Vec<[String; 3]> {
    let clauses = read_one("a.txt", text.as_bytes()).clauses;
    clauses.into_iter().map(|clause| [clause.article, clause.caption, clause.text]).collect()
}

#[test]
fn notes_of_editors_are_no_text_and_no_caption() {
    for note in [
        "(平20条例22・平29条例1・一部改正)",
        "(平成20条例22・旧第4条繰上)",
        "（平成20年条例第22号・追加）",
        "（平成20年条例第22号・平成25年条例第3号）",
        "(昭52条12・全改)",
        "〔昭和58年条例1号〕",
        "（平成3年規則5号）",
        "（平11・3・25条例7・全改）",
        "（令2規則5）",
        "(平二〇条例二二・一部改正)",
        "〔平成20年3月1日条例第2号改正〕",
        "（平成20年条例第22号）",
        "（一部改正〔平成20年条例22号〕）",
        "注　平成11年12月から改正経過を注記した。",
        "〔注〕平成11年から改正経過を注記した。",
        "（平成20年規則第10号で平成20年10月1日から施行）",
        "（令和6年4月1日施行）",
        "（未施行）",
    ] {
        let text =
            format!("見本町条例\n（目的）\n第1条　甲とする。\n{note}\n第2条　乙とする。\n{note}\n2　丙とする。\n");
        let expected =
            [["第1条", "（目的）", "甲とする。"], ["第2条第1項", "", "乙とする。"], ["第2条第2項", "", "丙とする。"]];
        assert_eq!(told(&text), expected.map(|row| row.map(str::to_owned)), "{note}");
    }
}

#[test]
fn captions_that_speak_of_changes_stay_captions() {
    for caption in [
        "（変更）",
        "（許可の変更）",
        "（改正）",
        "（届出事項の追加）",
        "（施行期日）",
        "（令和2年度分の住民税に関する経過措置）",
        "（条例の廃止）",
        "（読替え）",
    ] {
        let text = format!("見本町条例\n第1条　甲とする。\n{caption}\n第2条　乙とする。\n");
        assert_eq!(told(&text)[1], ["第2条", caption, "乙とする。"].map(str::to_owned), "{caption}");
    }
}

#[test]
fn the_contents_may_name_everything() {
    let contents = [
        "前文\n第1章　総則（第1条）\n第2章　雑則（第2条）\n附則",
        "第1章　総則（第1条）\n第2章　雑則（第2条）\n附則\n別表第1\n様式第1号",
        "第1章　総則……1\n第2章　雑則……2\n附則……3",
        "第1章　総則\n第1条　趣旨\n第2章　雑則\n第2条　検査\n附則",
        "前文\n本則\n附則",
    ];
    for contents in contents {
        for heading in ["", "前文\n"] {
            let text = format!(
                "見本町条例\n目次\n{contents}\n{heading}わたしたちは、ここに定める。\n第1章　総則\n（趣旨）\n第1条　甲とする。\n第2章　雑則\n第2条　検査する。\n附則\n施行する。\n"
            );
            let places: Vec<String> = told(&text).into_iter().map(|[place, ..]| place).collect();
            assert_eq!(places, ["前文", "第1条", "第2条", "附則"], "{contents} {heading}");
        }
    }
}

#[test]
fn articles_of_a_contract_among_the_forms_are_the_forms() {
    let ends = ["附　則\n施行する。", "附　則\n第1条　施行する。\n第2条　なお従前の例による。", ""];
    for (place, end) in ends.iter().enumerate() {
        for first in 1..4 {
            let articles: Vec<String> =
                (first..first + 3).map(|number| format!("第{number}条　甲は、乙に支払う。")).collect();
            let text = format!(
                "見本町要綱\n第1条　貸し付ける。\n第2条　定める。\n{end}\n様式第1号（第1条関係）\n契約書\n{}",
                articles.join("\n")
            );
            let found = told(&text);
            // Without a 附則 between, an article that is due is the ordinance's own.
            let resumed = place == 2 && first == 3;
            assert_eq!(found.last().unwrap()[0], if resumed { "第5条" } else { "様式第1号" }, "{text}");
        }
    }
    let guideline = "見本町指針\n第１　目的\nこの指針は、定める。\n第２　検査\n検査する。\n様式第1号\n契約書\n第1条　甲は、払う。\n";
    assert_eq!(told(guideline).into_iter().map(|[place, ..]| place).collect::<Vec<_>>(), ["第1", "第2", "様式第1号"]);
}
