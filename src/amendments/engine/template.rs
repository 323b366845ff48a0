//! Templates (型の文): the words of a clause with slots, as a legal section writes a pattern down.
//!
//! `〔場所〕` takes a run of words up to the next 、 outside brackets, `〔場所*〕` may run across 、; both stay in the sentence and
//! take whole brackets. `〔媒体:甲|乙|〕` takes one of the words named, or none after a last bar; `〔=媒体〕` the words taken before.
//! `｛…｝` marks what is replaced, `＾` the beginning of a phrase, `＄` the end of a sentence or line. Standard library only: the build runs the same code.

/// One part of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A character as it stands, apart from width and the size of っ.
    Letter(char),
    /// Some words; `across` lets them run across 、.
    Slot {
        /// Its name.
        name: String,
        /// Whether it runs across 、.
        across: bool,
    },
    /// One of the words named.
    OneOf {
        /// Its name.
        name: String,
        /// The words.
        words: Vec<Vec<char>>,
    },
    /// The words that a slot took before.
    Again(String),
    /// Where the replaced words begin.
    Open,
    /// Where they end.
    Close,
    /// The beginning of a phrase.
    PhraseStart,
    /// The end of a sentence or a line.
    End,
}

/// A template with its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The parts in order.
    pub pieces: Vec<Piece>,
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// What is wrong with it, for the one who wrote it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut letters = text.chars();
        let mut marks = 0_u8;
        while let Some(letter) = letters.next() {
            pieces.push(match letter {
                '〔' => slot(&letters.by_ref().take_while(|letter| *letter != '〕').collect::<String>())?,
                '｛' => {
                    marks += 1;
                    Piece::Open
                }
                '｝' => {
                    marks += 16;
                    Piece::Close
                }
                '＾' => Piece::PhraseStart,
                '＄' => Piece::End,
                '〕' => return Err(format!("{text}: 〕 without 〔")),
                other => Piece::Letter(other),
            });
        }
        match marks {
            0 | 17 => Ok(Self { pieces }),
            _ => Err(format!("{text}: one ｛…｝ or none")),
        }
    }

    /// Whether it says what is replaced.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.pieces.contains(&Piece::Open)
    }

    /// The slots that it fills.
    pub fn slots(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Slot { name, .. } | Piece::OneOf { name, .. } => Some(name.as_str()),
            _ => None,
        })
    }
}

fn slot(inside: &str) -> Result<Piece, String> {
    if let Some(name) = inside.strip_prefix('=') {
        return Ok(Piece::Again(name.to_owned()));
    }
    if let Some((name, words)) = inside.split_once(':') {
        let words = words.split('|').map(|word| word.chars().collect()).collect();
        return Ok(Piece::OneOf { name: name.to_owned(), words });
    }
    let (name, across) = inside.strip_suffix('*').map_or((inside, false), |name| (name, true));
    if name.is_empty() || name.contains(char::is_whitespace) {
        return Err(format!("〔{inside}〕 is no slot"));
    }
    Ok(Piece::Slot { name: name.to_owned(), across })
}
