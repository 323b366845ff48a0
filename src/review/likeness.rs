//! Clauses that are nearly equal: one template in several ordinances, which differ in numbers, names, places and offices.
//!
//! [`form`] writes a text with these folded; texts of one form share a line of the list and are judged together. [`differences`] tells what
//! differs, so that the officer sees it before judging. A form needs enough words of its own: what is mostly folded is no template.

use super::key::normalised;

/// Words of a form that are no fold, at least; shorter texts are one only if they are equal.
const FEWEST: usize = 14;
/// Marks that stand for what was folded; no text of an ordinance has them.
const TITLE: char = '\u{1}';
const NAME: char = '\u{2}';
const OFFICE: char = '\u{3}';
const PLACE: char = '\u{4}';
const NUMBER: char = '\u{5}';
const ERA: char = '\u{6}';

/// Offices that act, long before short.
const OFFICES: [&str; 18] = [
    "選挙管理委員会",
    "固定資産評価審査委員会",
    "農業委員会",
    "公平委員会",
    "教育委員会",
    "企業管理者",
    "監査委員",
    "消防署長",
    "管理者",
    "消防長",
    "教育長",
    "市長",
    "町長",
    "村長",
    "区長",
    "知事",
    "館長",
    "所長",
];
/// What stands behind the name of a place: 三郷市民, 町立, 区の.
const OF_PLACE: [&str; 12] = ["長", "議会", "民", "立", "内", "営", "有", "税", "職員", "役場", "役所", "外"];
/// Words of titles that name no subject.
const COMMON: &str = "\
    条例 規則 要綱 規程 細則 要領 要項 施行 設置 管理 運営 使用 利用 実施 取扱 事務 手続 基準 一部 改正 廃止 制定 関 係 等 及 又 附属 \
    特別 特例 臨時 委任 事項 定";
const ERAS: [&str; 5] = ["明治", "大正", "昭和", "平成", "令和"];

/// The text of a clause with what differs between ordinances of one template folded; none where too little is left.
#[must_use]
pub fn form(title: &str, text: &str) -> Option<String> {
    let title = normalised(title);
    let names = subjects(&title);
    let text = normalised(text);
    let (mut form, mut rest) = (String::with_capacity(text.len()), text.as_str());
    while let Some(first) = rest.chars().next() {
        let begins = !form.ends_with(is_word);
        if let Some((mark, after)) = folded(rest, &title, &names, begins) {
            form.push(mark);
            rest = after;
        } else {
            form.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    let own = form.chars().filter(|letter| !letter.is_control()).count();
    (own >= FEWEST && own * 2 > form.chars().count()).then_some(form)
}

/// What stands at the head of a text that is folded, and what follows it.
fn folded<'a>(rest: &'a str, title: &str, names: &[String], begins: bool) -> Option<(char, &'a str)> {
    if let Some(after) = rest.strip_prefix(title).filter(|_| title.chars().count() > 3) {
        return Some((TITLE, after));
    }
    let known =
        |mark: char, words: &[&str]| words.iter().find_map(|word| rest.strip_prefix(word)).map(|after| (mark, after));
    let name = || names.iter().find_map(|name| rest.strip_prefix(name.as_str())).map(|after| (NAME, after));
    name()
        .or_else(|| known(OFFICE, &OFFICES))
        .or_else(|| known(ERA, &ERAS))
        .or_else(|| place(rest).filter(|_| begins).map(|after| (PLACE, after)))
        .or_else(|| number(rest).map(|after| (NUMBER, after)))
}

/// 三郷市 before 長 or の, and 町 before 民.
fn place(rest: &str) -> Option<&str> {
    let (at, unit) = rest.char_indices().take(5).find(|(_, letter)| "市町村区県".contains(*letter))?;
    let (name, after) = rest.split_at_checked(at)?;
    let after = after.strip_prefix(unit)?;
    let of_place = OF_PLACE.iter().any(|word| after.starts_with(word));
    (name.chars().all(is_word) && (of_place || !after.starts_with(is_word))).then_some(after)
}

/// A number in any figures.
fn number(rest: &str) -> Option<&str> {
    let figure = |letter: char| letter.is_ascii_digit() || "〇一二三四五六七八九十百千元".contains(letter);
    let from = rest.chars().next().filter(|first| figure(*first) && *first != '元')?;
    let mut end = from.len_utf8();
    let mut letters = rest.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        let joins = matches!(letter, '.' | ',') && letters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if !figure(letter) && !joins {
            break;
        }
        end = at + letter.len_utf8();
    }
    rest.get(end..)
}

/// The words of a title that name what it is about, without the town: 墓地 of 三郷市墓地の設置及び管理に関する条例.
fn subjects(title: &str) -> Vec<String> {
    let bare = title.split(['(', '〔']).next().unwrap_or(title);
    let town = bare.char_indices().take(6).skip(1).find(|(_, letter)| "市町村区県".contains(*letter));
    let bare =
        town.and_then(|(at, unit)| bare.get(at + unit.len_utf8()..)).filter(|rest| !rest.is_empty()).unwrap_or(bare);
    let mut words = vec![bare.trim_start_matches(['立', '営']).to_owned()];
    for common in COMMON.split_whitespace() {
        words = words.iter().flat_map(|word| word.split(common)).map(str::to_owned).collect();
    }
    let mut names: Vec<String> = words
        .iter()
        .flat_map(|word| word.split(|letter: char| matches!(letter, 'ぁ'..='ゖ') || !is_word(letter)))
        .filter(|word| word.chars().count() > 1)
        .map(str::to_owned)
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// Kanji and katakana: what names are written in.
fn is_word(letter: char) -> bool {
    matches!(letter, '\u{4E00}'..='\u{9FFF}' | 'ァ'..='ヺ' | 'ー' | '々' | '〇')
}

/// Words of a text that are compared as one.
fn tokens(text: &str) -> Vec<&str> {
    let class = |letter: char| match letter {
        _ if letter.is_ascii_digit() => 0,
        _ if is_word(letter) => 1,
        'ぁ'..='ゖ' => 2,
        _ => 3,
    };
    let mut tokens = Vec::new();
    let (mut from, mut last) = (0, None);
    for (at, letter) in text.char_indices() {
        let now = class(letter);
        if last.is_some_and(|last| last != now || now == 3) {
            tokens.extend(text.get(from..at));
            from = at;
        }
        last = Some(now);
    }
    tokens.extend(text.get(from..).filter(|rest| !rest.is_empty()));
    tokens
}

/// Words that are compared with each other; beyond them a text is told to differ as a whole.
const COMPARED: usize = 400;

/// What of `one` stands otherwise in `other`, in order: the words of the one, those of the other; one of them may be empty.
#[must_use]
pub fn differences(one: &str, other: &str) -> Vec<(String, String)> {
    let (one, other) = (normalised(one), normalised(other));
    let (ours, theirs) = (tokens(&one), tokens(&other));
    let head = ours.iter().zip(&theirs).take_while(|(ours, theirs)| ours == theirs).count();
    let behind = |tokens: &[&str]| tokens.len() - head;
    let tail = ours.iter().rev().zip(theirs.iter().rev()).take_while(|(ours, theirs)| ours == theirs).count();
    let tail = tail.min(behind(&ours)).min(behind(&theirs));
    let ours = ours.get(head..ours.len() - tail).unwrap_or_default();
    let theirs = theirs.get(head..theirs.len() - tail).unwrap_or_default();
    if ours.is_empty() && theirs.is_empty() {
        return Vec::new();
    }
    if ours.len() > COMPARED || theirs.len() > COMPARED {
        return vec![(ours.concat(), theirs.concat())];
    }
    walk(ours, theirs, &common(ours, theirs))
}

/// The lengths of the longest common sequences of all ends.
fn common(ours: &[&str], theirs: &[&str]) -> Vec<Vec<u16>> {
    let mut lengths = vec![vec![0; theirs.len() + 1]];
    for word in ours.iter().rev() {
        let below = lengths.last().cloned().unwrap_or_default();
        let mut row = vec![0; theirs.len() + 1];
        for (place, their) in theirs.iter().enumerate().rev() {
            let of = |row: &[u16], place: usize| row.get(place).copied().unwrap_or_default();
            let length =
                if word == their { of(&below, place + 1) + 1 } else { of(&below, place).max(of(&row, place + 1)) };
            if let Some(slot) = row.get_mut(place) {
                *slot = length;
            }
        }
        lengths.push(row);
    }
    lengths.reverse();
    lengths
}

fn walk(ours: &[&str], theirs: &[&str], lengths: &[Vec<u16>]) -> Vec<(String, String)> {
    let length =
        |one: usize, other: usize| lengths.get(one).and_then(|row| row.get(other)).copied().unwrap_or_default();
    let mut found = Vec::new();
    let mut open = (String::new(), String::new());
    let (mut one, mut other) = (0, 0);
    loop {
        match (ours.get(one), theirs.get(other)) {
            (Some(word), Some(their)) if word == their => {
                if open != (String::new(), String::new()) {
                    found.push(std::mem::take(&mut open));
                }
                (one, other) = (one + 1, other + 1);
            }
            (Some(word), their) if their.is_none() || length(one + 1, other) >= length(one, other + 1) => {
                open.0.push_str(word);
                one += 1;
            }
            (_, Some(their)) => {
                open.1.push_str(their);
                other += 1;
            }
            _ => break,
        }
    }
    if open != (String::new(), String::new()) {
        found.push(open);
    }
    found
}
