//! `cargo xtask rules`: the knowledge of classification as one page of Markdown, for those who judge or correct it.

use std::fmt::Write as _;

use anyhow::Result;

use super::category::{Category, Example, Row};

/// Runs `rules`.
///
/// # Errors
/// A file that cannot be read.
pub fn run(_arguments: &[String]) -> Result<()> {
    println!("# アナログ規制の見つけ方\n");
    println!("上の行から順に当てはめ、初めに当てはまった行によります。(数字)はラベル付け基準の番号です。\n");
    for category in super::categories()? {
        print!("{}", page(&category));
    }
    Ok(())
}

fn page(category: &Category) -> String {
    let mut page = format!("## {}\n\n{}\n\n", category.name, category.definition);
    for (head, text) in
        [("探すもの", &category.looked_for), ("探さないもの", &category.not_meant), ("迷うもの", &category.borderline)]
    {
        let _ = writeln!(page, "- {head}：{text}");
    }
    for reading in &category.readings {
        let _ = writeln!(page, "\n### {}\n", reading.about);
        for row in &reading.rows {
            let _ = writeln!(page, "1. {}", told(row));
            for example in category.every_example() {
                if example.row.as_ref() == Some(&row.name) || example.also.contains(&row.name) {
                    let _ = writeln!(page, "   - {}：{}", verdict(&example.verdict), shown(example));
                } else if example.not.contains(&row.name) {
                    let _ = writeln!(page, "   - この行によらない：{}", shown(example));
                }
            }
        }
    }
    let _ = writeln!(page, "\n### 見つけてはならないもの\n");
    for example in category.every_example().filter(|example| example.verdict == "none" && example.row.is_none()) {
        let _ = writeln!(page, "- {}", shown(example));
    }
    page.push('\n');
    page
}

fn shown(example: &Example) -> String {
    let title = if example.title.is_empty() { String::new() } else { format!("〔{}〕", example.title) };
    format!("{title}{}{}", example.caption, example.text.replace('\n', " "))
}

fn verdict(verdict: &str) -> &str {
    match verdict {
        "candidate" => "該当候補",
        "check" => "要精査",
        _ => "なし",
    }
}

fn told(row: &Row) -> String {
    let strength = match row.strength.as_str() {
        "clear" => "該当候補(確か)",
        "likely" => "該当候補",
        "faint" => "要精査",
        "trace" => "なし(説明だけ)",
        "not counted" => "数えない",
        _ => "別の行で読む",
    };
    let mut told = format!("**{}** → {strength} ({})", row.name, row.point.unwrap_or(0));
    for (head, list) in [
        ("行為", &row.acts),
        ("続き方", &row.said),
        ("伴うもの", &row.with),
        ("その続き方", &row.with_said),
        ("条件", &row.when),
        ("除く", &row.unless),
    ] {
        if !list.is_empty() {
            let _ = write!(told, "；{head}：{}", list.join(" / "));
        }
    }
    told
}
