//! Reading an amendment: its sentences as commands, with the places written out.

use crate::amendments::text::Place;

/// A command of an amendment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Every hit becomes something else; words are added by replacing them with themselves and the added ones.
    Substitute {
        /// Where.
        place: Place,
        /// What is found.
        old: String,
        /// What is put.
        new: String,
    },
    /// A part goes.
    Drop(Place),
    /// All becomes the lines that follow.
    Rewrite(Place),
    /// The lines that follow are added.
    Append,
}

#[derive(Debug)]
enum Token {
    Quoted(String),
    Plain(String),
}

/// The commands of the sentence; the lines behind it are not read.
#[must_use]
pub fn commands(sentence: &str) -> Option<Vec<Command>> {
    let mut reader = Reader { place: Place::default(), commands: Vec::new(), pending: Vec::new(), first: None };
    for token in tokens(sentence)? {
        match token {
            Token::Quoted(words) => reader.quoted(words),
            Token::Plain(words) => reader.plain(&words)?,
        }
    }
    (reader.first.is_none() && reader.pending.is_empty()).then_some(reader.commands)
}

fn tokens(sentence: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut words = String::new();
    let mut depth = 0_u32;
    for letter in sentence.chars() {
        if letter == '「' {
            depth += 1;
            if depth == 1 {
                tokens.push(Token::Plain(std::mem::take(&mut words)));
                continue;
            }
        } else if letter == '」' {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                tokens.push(Token::Quoted(std::mem::take(&mut words)));
                continue;
            }
        }
        words.push(letter);
    }
    tokens.push(Token::Plain(words));
    (depth == 0).then_some(tokens)
}

struct Reader {
    place: Place,
    commands: Vec<Command>,
    /// Words to be deleted, until the verb is read.
    pending: Vec<String>,
    /// Words found, with whether words are added behind them.
    first: Option<(String, bool)>,
}

impl Reader {
    fn quoted(&mut self, words: String) {
        match self.first.take() {
            None => self.pending.push(words),
            Some((old, behind)) => {
                let new = if behind { old.clone() + &words } else { words };
                self.commands.push(Command::Substitute { place: self.place.clone(), old, new });
            }
        }
    }

    fn plain(&mut self, words: &str) -> Option<()> {
        let mut rest = words;
        for end in ["に改める。", "に改め、", "を加える。", "を加え、", "に、"] {
            if self.pending.is_empty()
                && let Some(after) = rest.strip_prefix(end)
            {
                rest = after;
                break;
            }
        }
        if !self.pending.is_empty() {
            rest = self.verb(rest)?;
        } else if let Some(after) = rest.strip_prefix("を、") {
            rest = after;
        }
        self.statements(rest)
    }

    /// What follows words that were found.
    fn verb<'a>(&mut self, rest: &'a str) -> Option<&'a str> {
        if let Some(after) = rest.strip_prefix("を削る。").or_else(|| rest.strip_prefix("を削り、")) {
            for old in self.pending.drain(..) {
                self.commands.push(Command::Substitute { place: self.place.clone(), old, new: String::new() });
            }
            return Some(after);
        }
        if rest == "及び" {
            return Some("");
        }
        let behind = matches!(rest, "の下に" | "の次に");
        if rest != "を" && !behind || self.pending.len() != 1 {
            return None;
        }
        self.first = self.pending.pop().map(|old| (old, behind));
        Some("")
    }

    /// Statements without quotations, and the place of the next quotation.
    fn statements(&mut self, mut rest: &str) -> Option<()> {
        while !rest.is_empty() {
            if let Some(place) = rest.strip_suffix('中').filter(|place| !place.contains('、')) {
                self.place = self.resolve(place);
                return Some(());
            }
            let (statement, after) = rest.split_once(['、', '。'])?;
            rest = after;
            if let Some(place) = statement.strip_suffix("を削り").or_else(|| statement.strip_suffix("を削る")) {
                let place = self.resolve(place);
                self.commands.push(Command::Drop(place.clone()));
                self.place = place;
            } else if let Some(place) = statement.strip_suffix("を次のように改める") {
                self.commands.push(Command::Rewrite(self.resolve(place)));
            } else if statement.ends_with("項を加える") && statement.contains("に次の") {
                self.commands.push(Command::Append);
            } else if !(statement.ends_with("とし") || statement.ends_with("繰り下げ")) {
                return None;
            }
        }
        Some(())
    }

    /// 同条, 同項 and 同号 written out.
    fn resolve(&self, cited: &str) -> Place {
        let join = |article: &str, paragraph: &str, item: &str, rest: &str| {
            Place::parse(&format!("{article}{paragraph}{item}{rest}"))
        };
        let Place { article, paragraph, item, .. } = &self.place;
        if let Some(rest) = cited.strip_prefix("同条") {
            return join(article, "", "", rest);
        }
        if let Some(rest) = cited.strip_prefix("同項") {
            return join(article, paragraph, "", rest);
        }
        if let Some(rest) = cited.strip_prefix("同号") {
            return join(article, paragraph, item, rest);
        }
        Place::parse(cited)
    }
}
