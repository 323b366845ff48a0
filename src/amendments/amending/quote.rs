//! Quotations (引用語句): the shortest words that are whole 文節 and are meant wherever they stand in the place named.

use crate::amendments::engine::Change;
use crate::amendments::text::phrase::{back, begins, forth, is_noun, noun_ends, stands};

use super::act::Act;

/// The acts that make the changes within one place, from front to back; `None` where no quotation hits what is meant and nothing else.
#[must_use]
pub fn acts(text: &[char], changes: &[Change]) -> Option<Vec<Act>> {
    let mut quotes: Vec<Quote> = changes.iter().map(|change| Quote::of(text, change)).collect();
    join(text, &mut quotes);
    for _ in 0..40 {
        let Some(wrong) = quotes.iter().position(|quote| !is_meant(text, quote, &quotes)) else {
            return Some(ordered(text, &quotes));
        };
        let quote = quotes.get_mut(wrong)?;
        if !quote.widen(text) {
            return None;
        }
        join(text, &mut quotes);
    }
    None
}

/// A quotation in the making: what stands from `start` to `end` becomes `new`.
#[derive(Debug, Clone)]
struct Quote {
    start: usize,
    end: usize,
    new: String,
    /// Words that stay before the added ones, for 「…の下に」.
    kept: usize,
    widened: bool,
}

impl Quote {
    fn of(text: &[char], change: &Change) -> Self {
        let change = &added_to_noun(text, change);
        let mut quote = Self { start: change.start, end: change.end, new: change.new.clone(), kept: 0, widened: false };
        let added = change.start == change.end;
        quote.reach_back(
            text,
            if added && begins(text, change.start) && change.start > 0 {
                back(text, change.start - 1)
            } else {
                back(text, change.start)
            },
        );
        let ends_noun =
            noun_ends(text, quote.end) && (is_noun(&change.new.chars().collect::<Vec<_>>()) || change.new.is_empty());
        let whole = if added { begins(text, quote.end) || noun_ends(text, quote.end) } else { ends_noun };
        if !whole {
            quote.reach_forth(text, forth(text, quote.end));
        }
        if added && quote.end == change.start && is_noun(text.get(quote.start..quote.end).unwrap_or_default()) {
            quote.kept = quote.end - quote.start;
        }
        quote
    }

    fn reach_back(&mut self, text: &[char], start: usize) {
        let words: String = text.get(start..self.start).unwrap_or_default().iter().collect();
        self.new = words + &self.new;
        self.start = start;
    }

    fn reach_forth(&mut self, text: &[char], end: usize) {
        self.new.extend(text.get(self.end..end).unwrap_or_default());
        self.end = end;
    }

    fn old<'a>(&self, text: &'a [char]) -> &'a [char] {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Takes one more 文節: behind if the sentence goes on, else before.
    fn widen(&mut self, text: &[char]) -> bool {
        let stops = |at: usize| text.get(at).is_none_or(|letter| matches!(letter, '。' | '\n'));
        if self.kept > 0 {
            return self.widen_back(text);
        }
        if !(stops(self.end) || self.widened && self.start > 0) {
            self.reach_forth(text, forth(text, self.end + 1));
            self.widened = true;
            return true;
        }
        self.widened = false;
        self.widen_back(text)
    }

    fn widen_back(&mut self, text: &[char]) -> bool {
        if self.start == 0 {
            return false;
        }
        let before = self.start;
        self.reach_back(text, back(text, self.start - 1));
        if self.kept > 0 {
            self.kept += before - self.start;
        }
        true
    }

    fn act(&self, text: &[char]) -> Act {
        let old: String = self.old(text).iter().collect();
        if self.kept > 0 && self.end - self.start == self.kept {
            let new: String = self.new.chars().skip(self.kept).collect();
            return Act::Insert { behind: old, new };
        }
        if self.new.is_empty() { Act::Delete { old } } else { Act::Replace { old, new: self.new.clone() } }
    }
}

/// A noun that stays and is added to is an addition behind it.
fn added_to_noun(text: &[char], change: &Change) -> Change {
    let old = text.get(change.start..change.end).unwrap_or_default();
    let added = change.new.strip_prefix(old.iter().collect::<String>().as_str()).filter(|_| is_noun(old));
    added.map_or_else(|| change.clone(), |added| Change { start: change.end, end: change.end, new: added.to_owned() })
}

/// Quotations that touch or overlap become one.
fn join(text: &[char], quotes: &mut Vec<Quote>) {
    quotes.sort_by_key(|quote| (quote.start, quote.end));
    let mut made: Vec<Quote> = Vec::new();
    for quote in quotes.drain(..) {
        match made.last_mut() {
            Some(last) if quote.start < last.end => overlap(text, last, &quote),
            _ => made.push(quote),
        }
    }
    *quotes = made;
}

/// What both quote is unchanged text: the end of the one and the beginning of the other.
fn overlap(text: &[char], last: &mut Quote, next: &Quote) {
    let shared = last.end - next.start;
    let common: String = text.get(next.start..last.end).unwrap_or_default().iter().collect();
    let new = next.new.strip_prefix(common.as_str()).map(str::to_owned);
    let before = last.new.strip_suffix(common.as_str()).map(str::to_owned);
    match (before, new) {
        (_, Some(rest)) => last.new.push_str(&rest),
        (Some(before), None) => last.new = before + &next.new,
        (None, None) => {
            let keep = last.new.chars().count().saturating_sub(shared);
            last.new = last.new.chars().take(keep).chain(next.new.chars()).collect();
        }
    }
    last.end = last.end.max(next.end);
    last.kept = 0;
}

/// Whether every hit of the quotation is meant: each is a place where the same words become the same.
fn is_meant(text: &[char], quote: &Quote, quotes: &[Quote]) -> bool {
    let old = quote.old(text);
    if old.is_empty() || !balanced(old) {
        return false;
    }
    let word: String = old.iter().collect();
    (0..text.len()).filter(|at| stands(text, *at, &word)).all(|at| {
        quotes.iter().any(|other| {
            other.start == at && other.end == at + old.len() && other.new == quote.new && other.kept == quote.kept
        })
    })
}

fn balanced(words: &[char]) -> bool {
    let mut depth = 0_i32;
    for letter in words {
        match letter {
            '「' | '（' | '(' => depth += 1,
            '」' | '）' | ')' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

/// The acts in the order of the text, each once.
fn ordered(text: &[char], quotes: &[Quote]) -> Vec<Act> {
    let mut acts: Vec<Act> = Vec::new();
    for quote in quotes {
        let act = quote.act(text);
        if !acts.contains(&act) {
            acts.push(act);
        }
    }
    acts
}
