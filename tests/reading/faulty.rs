//! Files that once went wrong in silence: what each yields now. Made after public files and reports; the texts are our
//! own (`tests/reading/faults`).

use ichimai::reading::detect::{Kind, detect};
use ichimai::reading::table::open_simply;

use crate::{codes, read_one, shown};

fn fault(name: &str) -> Vec<u8> {
    let path: std::path::PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "reading", "faults", name].iter().collect();
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Place, caption and beginning of the text of every clause.
fn clauses(name: &str) -> Vec<(String, String, String)> {
    let reading = read_one(name, &fault(name));
    assert_eq!(codes(&reading), Vec::<&str>::new(), "{name}");
    let told = |clause: &ichimai::clause::Clause| {
        (clause.article.clone(), clause.caption.clone(), clause.text.chars().take(8).collect())
    };
    reading.clauses.iter().map(told).collect()
}

fn expect(name: &str, expected: &[(&str, &str, &str)]) {
    let expected: Vec<(String, String, String)> = expected
        .iter()
        .map(|(article, caption, text)| ((*article).into(), (*caption).into(), (*text).into()))
        .collect();
    assert_eq!(clauses(name), expected, "{name}");
}

#[test]
fn lists_are_lists_whatever_letter_they_begin_with_and_whatever_they_wear() {
    for name in [
        "r01-sjis-brace-honbun.csv",
        "r01-sjis-brace-shikoubi.csv",
        "r02-html-table.xls",
        "r02-spreadsheetml-2003.xls",
        "r02-spreadsheetml-2003.xml",
    ] {
        let found = clauses(name);
        assert_eq!(
            found.iter().map(|clause| clause.0.as_str()).collect::<Vec<_>>(),
            ["第1条", "第2条", "第3条"],
            "{name}"
        );
        assert_eq!(&*read_one(name, &fault(name)).clauses[2].title, "三郷町文書条例", "{name}");
    }
    let rows = read_one("a.tsv", &fault("r03-br-in-tsv.tsv"));
    assert_eq!((rows.clauses.len(), rows.clauses[0].text.contains("<br>")), (2, true));
}

#[test]
fn texts_are_texts_whatever_bracket_they_hold() {
    expect("r01-sjis-brace-text.txt", &[("第1条", "", "町長は、\"書面\""), ("第2条", "", "申請者は、窓口に")]);
    expect(
        "r03-angle-first-ascii.txt",
        &[
            ("第一条", "（用紙）", "用紙は、<A4判"),
            ("第二条", "（検査）", "町長は、書面によ"),
            ("第三条", "", "申請者は、窓口に"),
        ],
    );
    expect("r11-utf16-label.html", &[("第1条", "", "町長は、書面によ"), ("第2条", "", "申請者は、窓口に")]);
    expect("17-saved-page.mhtml", &[("第1条", "", "条例の公布は、役"), ("第2条", "", "町長は、図書を2")]);
}

#[test]
fn the_contents_notes_and_forms_open_nothing() {
    expect(
        "04-contents-with-preamble.txt",
        &[
            ("前文", "", "わたしたちの町は"),
            ("第1条", "(目的)", "この条例は、町政"),
            ("第2条", "(縦覧)", "町長は、会議録を"),
            ("附則", "", "この条例は、平成"),
        ],
    );
    let chapters: Vec<String> = read_one("a.txt", &fault("04-contents-with-preamble.txt"))
        .clauses
        .iter()
        .map(|clause| clause.chapter.to_string())
        .collect();
    assert_eq!(chapters, ["", "第1章 総則", "第2章 情報", ""]);
    expect(
        "09-history-as-caption.html",
        &[
            ("第2条", "(議員報酬の額)", "議員報酬の額は、"),
            ("第3条第1項", "", "議員には、議員報"),
            ("第3条第2項", "", "議員がその職を離"),
            ("第4条", "", "支給日は、毎月2"),
        ],
    );
    expect(
        "10-contract-form.txt",
        &[
            ("第1条", "（趣旨）", "この要綱は、町有"),
            ("附則第1条", "（施行期日）", "この告示は、平成"),
            ("附則第2条", "（経過措置）", "従前の貸付けにつ"),
            ("様式第1号", "（第1条関係）", "町有財産貸付契約"),
        ],
    );
    let frames = read_one("23-frames-page.html", &fault("23-frames-page.html"));
    assert_eq!((frames.clauses.len(), codes(&frames)), (0, vec!["frames"]));
}

#[test]
fn words_cut_by_a_line_break_are_whole_again() {
    let whole = |name: &str, words: &[&str]| {
        let reading = read_one(name, &fault(name));
        let texts: String = reading.clauses.iter().map(|clause| clause.text.as_str()).collect();
        for word in words {
            assert!(texts.contains(word), "{name}: {word} in {texts}");
        }
    };
    whole("05-hard-wraps.txt", &["立入り", "検査", "掲示しなければ", "縦覧"]);
    whole("05b-hard-wraps-in-cells.csv", &["縦覧", "毎月１回", "目視", "点検"]);
}

#[test]
fn pages_of_a_pdf_break_no_word_and_their_numbers_are_no_text() {
    let words = "町長は、職員に墓地に立ち入らせ、検査させることができる。";
    let pages = |foot: &str, turn: &str, head: &str| {
        format!(
            "見本町墓地条例\n（検査）\n第１条　町長は、職員に墓地に立ち入らせ、検{foot}{turn}{head}査させることができる。\n（縦覧）\n第２条　図書を縦覧に供する。\n"
        )
    };
    for (foot, turn, head) in [
        ("\n", "\u{C}", ""),
        ("\n- 1 -\n", "", ""),
        ("\n－１－\n", "", ""),
        ("\n\n- 1 -\n\n", "\u{C}", ""),
        ("\n\n    1\n", "\u{C}", ""),
        ("\n", "\u{C}", "２\n"),
        ("\n", "\u{C}", "\n"),
        ("\n1/12ページ\n", "\u{C}", ""),
        ("\n", "\u{C}\n", "- 2 -\n\n"),
        ("", "\u{C}", ""),
    ] {
        let text = pages(foot, turn, head);
        let reading = read_one("a.txt", text.as_bytes());
        let texts: Vec<&str> = reading.clauses.iter().map(|clause| clause.text.as_str()).collect();
        assert_eq!(texts, [words, "図書を縦覧に供する。"], "{text:?}");
        assert_eq!(codes(&reading), Vec::<&str>::new(), "{text:?}");
    }
    // A number that stands where no page ends is text.
    let table = read_one("a.txt", "見本町条例\n第１条　別表による。\n別表\n区分\n1\n2\n".as_bytes());
    assert!(table.clauses[1].text.contains("1\n2"), "{:?}", table.clauses[1].text);
}

#[test]
fn a_text_that_begins_with_a_brace_is_no_json_unless_names_are_followed_by_values() {
    let texts = [
        "{\"注\"} 見本町条例\n第１条　検査する。\n第２条　縦覧に供する。\n",
        "{見本}条例\n第１条　検査する。\n第２条　縦覧に供する。\n",
    ];
    for text in texts {
        assert_eq!(read_one("a.txt", text.as_bytes()).clauses.len(), 2, "{text}");
    }
    for json in [
        "{\"text\":\"検査する。\"}\n",
        "{ \"text\" : \"検査する。\" }",
        "[{\"text\":\"検査する。\"}]",
        "{\n\"text\": \"検査する。\"}",
    ] {
        assert_eq!(detect("a.txt", json.as_bytes()), Kind::JsonLines, "{json}");
    }
}

#[test]
fn an_end_that_is_open_is_told() {
    let page =
        "<html><body><p>見本町条例</p><p>第１条　検査する。</p><table><tr><td>別表</td></tr></table></body></html>";
    for (name, whole, open) in [
        ("a.csv", "例規名,本文\n甲条例,検査する。\n", "例規名,本文\n甲条例,検査す"),
        ("a.csv", "例規名,本文\n甲条例,\"検査する。\"", "例規名,本文\n甲条例"),
        ("a.tsv", "例規名\t本文\n甲条例\t検査する。\r\n", "例規名\t本文\n甲条例\t検査する。"),
        ("a.txt", "見本町条例\n第１条　検査する。", "見本町条例\n第１条　検査す"),
        ("a.html", page, &page[..page.len() - 9]),
        ("a.html", page, page.strip_suffix("</table></body></html>").unwrap()),
        ("a.html", page, &page[..page.find("</td>").unwrap() + 3]),
        ("a.xls", "<table><tr><td>本文</td></tr></table>", "<table><tr><td>本文</td></tr>"),
    ] {
        assert!(!codes(&read_one(name, whole.as_bytes())).contains(&"open_end"), "{name} {whole}");
        let told = codes(&read_one(name, open.as_bytes()));
        assert!(told.contains(&"open_end"), "{name} {open}: {told:?}");
    }
}

#[test]
fn marks_for_the_row_above_and_unseen_letters_make_no_names() {
    let titles = |name: &str| -> Vec<String> {
        read_one(name, &fault(name)).clauses.iter().map(|clause| clause.title.to_string()).collect()
    };
    let (graves, park) = ("見本町墓地条例", "見本町公園条例");
    assert_eq!(titles("18-ditto-marks.csv"), [graves, graves, graves, park, park]);
    assert_eq!(titles("24-bom-in-the-middle.csv"), ["見本町公告式条例"; 2]);
    for mark in
        ["〃", "″", "\"", "同上", "同", "々", "仝", "」", " 〃 ", "上に同じ", "(同上)", "（〃）", "同　上", "〔同〕"]
    {
        let quoted = mark.replace('"', "\"\"");
        let text = format!(
            "例規名,例規番号,条項,所管,本文\n甲条例,平成元年条例第1号,第1条,総務課,掲示する。\n\"{quoted}\",\"{quoted}\",第2条,\"{quoted}\",閲覧する。\n"
        );
        let clause = &read_one("a.csv", text.as_bytes()).clauses[1];
        assert_eq!(
            (&*clause.title, &*clause.number, &*clause.department),
            ("甲条例", "平成元年条例第1号", "総務課"),
            "{mark}"
        );
    }
}

#[test]
fn text_guarded_as_a_formula_is_the_text() {
    assert_eq!(
        shown(&open_simply("a.csv", &fault("21-code-as-formula-text.csv")).sheets[0]),
        "1: 団体コード | 団体名 | 人口\n2: 011002 | 札幌市 | 1956928\n3: 352021 | 宇部市 | 161767\n"
    );
    let clause = &read_one("a.csv", &fault("21b-text-as-formula.csv")).clauses[0];
    assert_eq!((clause.article.as_str(), clause.text.as_str()), ("第2条", "掲示場に掲示する。"));
    for (cell, expected) in [
        ("=\"a,b\"", "a,b"),
        ("\"=\"\"001\"\"\"", "001"),
        ("=\"a\"&\"b\"", "=\"a\"&\"b\""),
        ("=\"\"", ""),
        ("=SUM(A1)", "=SUM(A1)"),
        ("=\"甲\"\"乙\"", "甲\"乙"),
    ] {
        let table = open_simply("a.csv", format!("x,{cell},y\n").as_bytes());
        assert_eq!(table.sheets[0].rows[0].cells, ["x", expected, "y"], "{cell}");
    }
}
