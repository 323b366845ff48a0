//! [`judge`]: whether a heading means the number of all people of a town, and of when.
//!
//! What narrows the people down (男, 外国人, 65歳以上), or makes another figure of them (密度, 率, 世帯, 増減, 千人), is no population to compute
//! with. 計 and 総数 mean people only where 人口 stands above them.

use super::when::{self, When};
use crate::forms::half_width;

/// What a heading means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Judged {
    /// How it is a population.
    pub meaning: Meaning,
    /// Its day, as far as the heading tells it.
    pub when: Option<When>,
    /// Which statistics it names.
    pub basis: Basis,
}

/// How surely a heading means all people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meaning {
    /// Nothing of people.
    Nothing,
    /// Some of the people, or another figure of them.
    Other,
    /// 総数, or a year: people only if the title or the figures say so.
    Implied,
    /// 人口
    Plain,
    /// 人口・計, 総人口
    Total,
}

/// The statistics that a heading names. The grants mean 住民基本台帳人口.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Basis {
    /// None.
    Unnamed,
    /// 住民基本台帳人口
    Register,
    /// 国勢調査, 推計人口, 現住人口 …
    Other,
}

/// Words that make something else of a population.
const OTHERS: &str = "\
    密度 率 % 割合 比 増 減 差 自然 社会 動態 出生 死亡 転入 転出 移動 異動 世帯 面積 昼間 夜間 昼夜 \
    外国 日本人 邦人 男 女 歳 才 年少 生産 老年 老齢 高齢 後期 前期 就業 労働 従業 有権 選挙 給水 計画 \
    可住 集中地区 did 将来 予測 見込 見通 目標 展望 順位 指数 平均 年齢 構成 過疎 被保険 学生 児童 生徒 \
    園児 配偶 未婚 備考 額 円 予算 財政 職員 議員 前年 前月 前回 うち 内数 再掲 幼児 乳 若年 出産 障害 \
    障がい 人員 当たり あたり 1人 一人 km ha 戸 件 普及 処理 下水 水道 交付枚 交付数 カード 保有 農 \
    漁 林 観光 流入 流出 通勤 通学 在学 施設 本籍 千人 万人 百人 density male";
/// Their English, where a part of another word would mislead.
const ENGLISH: &str = "female household rate foreign area";
/// Words for a whole.
const TOTALS: &str = "計 総数 合計 総計 総合計 総 全体 全数 合算 total";
/// What names statistics or a unit beside a day and narrows nothing.
const BASES: &str =
    "住民基本台帳 住基台帳 住基 台帳 国勢調査 国調 常住 現住 推計 確定値 確定数 速報値 速報 調査 結果 人";

/// Judges the parts of a heading, from the top down, under the titles of its table.
pub(super) fn judge(parts: &[String], titles: &[String]) -> Judged {
    let parts: Vec<Part> = parts.iter().map(|part| Part::new(part)).collect();
    let title = Part::new(&titles.concat());
    let when = parts.iter().rev().find_map(|part| part.when).or(title.when);
    let named = parts.iter().chain([&title]).map(|part| part.basis).find(|basis| *basis != Basis::Unnamed);
    Judged { meaning: meaning(&parts, &title), when, basis: named.unwrap_or(Basis::Unnamed) }
}

fn meaning(parts: &[Part], title: &Part) -> Meaning {
    let Some((leaf, above)) = parts.split_last() else { return Meaning::Nothing };
    let about = leaf.people || above.iter().any(|part| part.people);
    let own = leaf.people;
    // 人口・世帯数 above a column that says 人口 itself narrows nothing.
    let narrowed = above.iter().any(|part| part.narrowed && !(part.mixed && part.people));
    if leaf.narrowed || narrowed || title.scaled {
        return if about || leaf.narrowed { Meaning::Other } else { Meaning::Nothing };
    }
    let total = leaf.total || (!own && leaf.open && above.iter().any(|part| part.total));
    match (own, leaf.total || leaf.open, about) {
        (true, ..) | (false, true, true) => {
            if total {
                Meaning::Total
            } else {
                Meaning::Plain
            }
        }
        (false, true, false) => Meaning::Implied,
        (false, false, _) => Meaning::Nothing,
    }
}

/// One part of a heading, read.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that a heading says or does not, by itself")]
struct Part {
    /// It says 人口.
    people: bool,
    /// It narrows down or makes something else.
    narrowed: bool,
    /// It names several things (人口・世帯数), people among them.
    mixed: bool,
    /// It says 計.
    total: bool,
    /// It says only a day, statistics or a unit.
    open: bool,
    /// It counts in thousands.
    scaled: bool,
    when: Option<When>,
    basis: Basis,
}

impl Part {
    fn new(text: &str) -> Self {
        let text = folded(text);
        let (bare, when) = when::taken_out(&text);
        let terms: Vec<&str> =
            bare.split(['・', '、', ',', '及', '並', '･', '/']).filter(|term| !term.is_empty()).collect();
        let scaled = ["千人", "万人", "百人"].iter().any(|unit| text.contains(unit));
        let clean = |term: &&str| says_people(term) && !narrows(term);
        Self {
            people: says_people(&bare),
            narrowed: narrows(&bare),
            mixed: terms.len() > 1 && terms.iter().any(clean),
            total: says_total(&bare),
            open: rest(&bare).is_empty(),
            scaled,
            when,
            basis: basis(&text),
        }
    }
}

/// In half-width lower case without blanks; 男女計 is 計, 年齢別 and 男女別 narrow nothing, 外国人を含む neither.
fn folded(text: &str) -> String {
    let mut folded = String::new();
    for character in text.chars().map(half_width).filter(|character| !character.is_whitespace()) {
        folded.extend(character.to_lowercase());
    }
    for whole in [
        "(外国人を含む)",
        "(外国人含む)",
        "(外国人住民を含む)",
        "(日本人+外国人)",
        "(日本人・外国人)",
        "(男女計)",
        "男女",
    ] {
        folded = folded.replace(whole, if whole == "(男女計)" { "計" } else { "" });
    }
    if let Some(place) = folded.rfind('別').filter(|_| !folded.contains("特別"))
        && let Some(rest) = folded.get(place + '別'.len_utf8()..)
    {
        folded = rest.to_owned();
    }
    folded
}

fn says_people(text: &str) -> bool {
    ["人口", "pop", "住民数", "住民計", "住民総数", "住民合計", "住民登録者数"].iter().any(|word| text.contains(word))
}

fn narrows(text: &str) -> bool {
    OTHERS.split(' ').chain(ENGLISH.split(' ')).any(|word| text.contains(word))
}

fn says_total(text: &str) -> bool {
    let segments = text.split(['(', ')', '[', ']', '【', '】', '〔', '〕', '_', ':', '・']);
    let whole = |segment: &str| {
        let segment = segment.replace("推計", "");
        TOTALS.split(' ').any(|total| segment == total)
            || (segment.contains("人口") && TOTALS.split(' ').any(|total| segment.contains(total)))
    };
    segments.into_iter().any(whole)
}

/// What a part says beyond a day, statistics and a unit.
fn rest(text: &str) -> String {
    let mut rest = text.to_owned();
    for word in BASES.split(' ').chain(["現在", "時点", "末", "年度", "年", "度", "日"]) {
        rest = rest.replace(word, "");
    }
    rest.retain(char::is_alphanumeric);
    if rest.chars().all(|character| character.is_ascii_digit()) { String::new() } else { rest }
}

fn basis(text: &str) -> Basis {
    if text.contains("住民基本台帳") || text.contains("住基") {
        Basis::Register
    } else if ["国勢調査", "国調", "推計", "現住", "常住", "登録"].iter().any(|word| text.contains(word))
    {
        Basis::Other
    } else {
        Basis::Unnamed
    }
}
