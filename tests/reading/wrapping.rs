//! Lines broken within a sentence: any text broken at any width reads to the clauses of the unbroken one.

use std::collections::BTreeMap;

use ichimai::clause::Clause;

use crate::{golden, read_one};

/// A text with every line broken after so many columns (half-width letters are one); 、 and 。 begin no line, as printers have it.
fn broken(text: &str, width: usize, tidy: bool) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut column = 0;
        for letter in line.chars() {
            let own = if letter.is_ascii() { 1 } else { 2 };
            let hangs = tidy && "、。）」".contains(letter);
            if column + own > width && !hangs {
                out.push('\n');
                column = 0;
            }
            column += own;
            out.push(letter);
        }
        out.push('\n');
    }
    out
}

/// What a clause says, whatever its place.
fn told(clauses: &[Clause]) -> Vec<[String; 4]> {
    let told = |clause: &Clause| {
        [clause.title.to_string(), clause.article.clone(), clause.caption.clone(), clause.text.clone()]
    };
    clauses.iter().map(told).collect()
}

#[test]
fn real_ordinances_broken_at_any_width_read_as_unbroken() {
    let (mut all, mut same, mut lost) = (0, 0, Vec::new());
    for name in ["parking_plain.txt", "egov_323AC0000000048.txt", "egov_323AC0000000139.txt"] {
        let text = String::from_utf8(golden(name)).unwrap();
        let whole = told(&read_one("a.txt", text.as_bytes()).clauses);
        for width in (24..=100).step_by(2) {
            for tidy in [false, true] {
                let again = told(&read_one("a.txt", broken(&text, width, tidy).as_bytes()).clauses);
                all += whole.len();
                same += whole.iter().filter(|clause| again.contains(clause)).count();
                // Names that stand on lines of their own cannot always be told from one that was broken.
                let flat = |told: &[String; 4]| told.clone().map(|field| field.replace('\n', ""));
                let again: Vec<[String; 4]> = again.iter().map(flat).collect();
                let gone = whole.iter().map(flat).filter(|clause| !again.contains(clause));
                lost.extend(gone.map(|clause| format!("{name} at {width} {tidy}: {clause:?}")));
            }
        }
    }
    println!("{same} of {all}, {} changed", lost.len());
    if std::env::var("SHOW").is_ok() {
        println!("{}", lost.join("\n"));
    }
    assert!(same * 10_000 >= all * 9_989, "{same} of {all}, {}\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn the_ordinances_of_a_city_broken_at_any_width_keep_every_clause_and_nearly_every_line() {
    let list = read_one("city.csv", &golden("city_ordinances.csv")).clauses;
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    for clause in &list {
        let text = texts.entry(&clause.title).or_insert_with(|| format!("{}\n令和6年条例第1号\n", clause.title));
        let line = clause.text.split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        let caption = if clause.caption.is_empty() { String::new() } else { format!("（{}）\n", clause.caption) };
        text.extend([&caption, &clause.article, "　", &line, "\n"]);
    }
    let (mut all, mut same) = (0, 0);
    for (place, text) in texts.values().enumerate() {
        let whole = told(&read_one("a.txt", text.as_bytes()).clauses);
        for width in [20 + place % 17 * 2, 64, 80] {
            // A blank at the very end of a line cannot be told from the end.
            let close = |clauses: Vec<[String; 4]>| {
                clauses.into_iter().map(|told| told.map(|field| field.replace(' ', ""))).collect::<Vec<_>>()
            };
            let again = close(told(&read_one("a.txt", broken(text, width, place % 2 == 0).as_bytes()).clauses));
            let whole = close(whole.clone());
            all += whole.len();
            same += whole.iter().filter(|clause| again.contains(clause)).count();
            if std::env::var("SHOW").is_ok() {
                for clause in whole.iter().filter(|clause| !again.contains(clause)) {
                    let other = again.iter().find(|other| other[1] == clause[1]);
                    println!("{width}\n- {clause:?}\n+ {other:?}");
                }
            }
        }
    }
    println!("{same} of {all}");
    assert!(same * 1000 >= all * 998, "{same} of {all}");
}

#[test]
fn what_was_joined_is_found_and_what_stands_alone_stays() {
    let cases = [
        (
            "第1条　墓地の管理者は、使用料の額を掲\n示しなければならない。",
            "墓地の管理者は、使用料の額を掲示しなければならない。",
        ),
        (
            "第1条　町長は、許可（以下「許可」という。）\nを受けた者の施設を検\n査する。",
            "町長は、許可（以下「許可」という。）を受けた者の施設を検査する。",
        ),
        ("第1条　町長は、計画\n（変更を含む）\nを縦覧に供する。", "町長は、計画（変更を含む）を縦覧に供する。"),
        ("第1条　次の者とする。\n町長\n副町長\n教育長", "次の者とする。\n町長\n副町長\n教育長"),
        (
            "第1条　次のとおりとする。\n(1)　申請書\n(2)　住民票の写し",
            "次のとおりとする。\n(1)　申請書\n(2)　住民票の写し",
        ),
        (
            "第1条　次のとおりとする。\n一　偽りその他不正の手段により、許可を受\nけた者\n二　その他",
            "次のとおりとする。\n一　偽りその他不正の手段により、許可を受けた者\n二　その他",
        ),
        ("第1条　町長は、公告の日から\n２ 週間公衆の縦覧に供する。", "町長は、公告の日から２ 週間公衆の縦覧に供する。"),
        (
            "第1条　町長は、申請書（\n様式第1号（第1条関係））を受理する。",
            "町長は、申請書（様式第1号（第1条関係））を受理する。",
        ),
        ("第1条　町長は、Open\nDocument形式による。", "町長は、Open Document形式による。"),
        (
            "第1条　町長は、見本法\n第34条及び第35条\nの規定による検査をする。",
            "町長は、見本法第34条及び第35条の規定による検査をする。",
        ),
        (
            "第1条　次のとおりとする。\n一及び二　略\n三から五まで　削除",
            "次のとおりとする。\n一及び二　略\n三から五まで　削除",
        ),
    ];
    for (text, expected) in cases {
        let clauses = read_one("a.txt", format!("見本町条例\n{text}\n").as_bytes()).clauses;
        assert_eq!(clauses.iter().map(|clause| clause.text.as_str()).collect::<Vec<_>>(), [expected], "{text}");
    }
}

#[test]
fn headings_of_supplements_are_read_however_they_are_broken() {
    let numbers = [
        "平成６年６月29日条例第49号",
        "昭和三十一年六月十二日条例第一四八号",
        "令和五年一二月一四日規則第一二二号の二",
    ];
    for number in numbers {
        for tail in ["", "抄", "　抄"] {
            let sentence =
                "この条例は、公布の日から施行し、改正後の見本町公園条例の規定は、同日以後の使用について適用する。";
            let text = format!(
                "見本町公園条例\n第1条　{sentence}\n第2条　{sentence}\n　　　附　則\n{sentence}\n　　　附　則　（{number}）{tail}\n（施行期日）\n１　{sentence}\n２　{sentence}\n　　　附　則（{number}）{tail}\n{sentence}\n"
            );
            let whole = told(&read_one("a.txt", text.as_bytes()).clauses);
            assert_eq!(whole.len(), 6, "{whole:?}");
            for width in 20..=80 {
                for tidy in [false, true] {
                    let again = told(&read_one("a.txt", broken(&text, width, tidy).as_bytes()).clauses);
                    assert_eq!(again, whole, "{number} {tail} at {width} {tidy}");
                }
            }
        }
    }
}

#[test]
fn tables_and_forms_keep_their_lines() {
    let text = "見本町条例\n第1条　定める。\n別表第1（第1条関係）\n区分\n使用料の額\n大人\n500円\n様式第1号（第1条関係）\n住所\n氏名　　　　印\n";
    let clauses = read_one("a.txt", text.as_bytes()).clauses;
    let texts: Vec<&str> = clauses.iter().map(|clause| clause.text.as_str()).collect();
    assert_eq!(texts, ["定める。", "区分\n使用料の額\n大人\n500円", "住所\n氏名　　　　印"]);
}

#[test]
fn a_cell_may_be_wrapped_in_a_workbook_and_in_a_page() {
    let page =
        "<p>見本町条例</p><p>第1条　町長は、図書を公衆の縦<br>覧に供する。</p><p>第2条　使用料を掲</p><p>示する。</p>";
    let texts: Vec<String> =
        read_one("a.html", page.as_bytes()).clauses.into_iter().map(|clause| clause.text).collect();
    assert_eq!(texts, ["町長は、図書を公衆の縦覧に供する。", "使用料を掲\n示する。"]);
    let pre = "<pre>見本町条例\n第1条　町長は、図書を公衆の縦\n覧に供する。\n２　町長は、検査する。</pre>";
    let texts: Vec<String> = read_one("a.html", pre.as_bytes()).clauses.into_iter().map(|clause| clause.text).collect();
    assert_eq!(texts, ["町長は、図書を公衆の縦覧に供する。", "町長は、検査する。"]);
}
