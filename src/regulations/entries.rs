//! What an entry of each table holds (表の項目): the types of what the build makes of data/regulations.
//!
//! Takes nothing, gives types alone; the tables stand in `tables`, and who asks them knows both. Lists within a row are places in
//! tables that all rows share, so that a row is a few bytes.

use super::finding::Role;
use super::frame::Frame;
use super::names::{Category, Status, Tail};

/// Certain by the codebook.
pub const CLEAR: u8 = 90;
/// Likely; still a candidate.
pub const LIKELY: u8 = 70;
/// Worth a look.
pub const FAINT: u8 = 40;
/// Not reported, only explained.
pub const TRACE: u8 = 20;

/// A class of words.
#[derive(Debug)]
pub struct Class {
    /// Words hide shorter words within them only inside their own field: 「定期講習」 hides 「定期」, not 「講習」.
    pub field: u8,
    /// Whether what follows a word of it is read.
    pub act: bool,
    /// Whether a finding may begin from it: everything but sentence words, objects and people.
    pub core: bool,
    /// What it contributes to the evidence.
    pub role: Role,
    /// The category whose words it hides, for words that only look like one.
    pub against: Option<Category>,
}

/// What is known of a category.
#[derive(Debug)]
pub struct Facts {
    /// Identifier in files and interfaces.
    pub id: &'static str,
    /// Japanese name.
    pub name: &'static str,
    /// Japanese name where there is little room.
    pub short: &'static str,
    /// Whether it is one of the seven of the plan; 記録媒体の指定 stands beside them.
    pub of_the_seven: bool,
    /// Definition and where its wording comes from.
    pub definition: (&'static str, Status),
    /// PHASE 1 to 3 and where the wording comes from; 記録媒体の指定 has no table.
    pub phases: Option<([&'static str; 3], Status)>,
    /// Technologies that could replace the act, and where they come from.
    pub technologies: (&'static [&'static str], Status),
    /// What is looked for, what is not, and what is in doubt, in short.
    pub sought: [&'static str; 3],
    /// Classes that make a clause worth a look where they stand in its caption and no word of the text is an act.
    pub captions: u8,
}

/// What an ending says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Ending {
    /// 終止・連体: 行う
    Dictionary,
    /// 連用: 行い
    Continuative,
    /// 行って
    Connective,
    /// 行った
    Past,
    /// 行わない, 行わず
    Negative,
    /// 行わなければ(ならない), 行わなくては, 行わねば
    Must,
    /// 行おうと(する)
    Intends,
    /// 行えば
    Conditional,
}

/// Who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Voice {
    /// 行う
    Active,
    /// 行われる, 行うことができる as 行える
    Passive,
    /// 行わせる
    Causative,
}

/// How a verb conjugates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conjugation {
    /// サ変: する, 実施する; ザ変 (命ずる) folds to the same letters.
    Suru,
    /// 一段: 受ける, 求める
    Ichidan,
    /// 五段: 行う, 申し込む; the number of its kana.
    Godan(u8),
}

/// What an ending may begin with: letters, the voice that they give, and what follows them. In 五段 the vowels stand for the
/// verb's own kana.
pub type Beginning = (&'static str, Voice, Follows);
/// Letters, and the ending that they are.
pub type Spelled = (&'static str, Ending);

/// What follows the beginning of an ending.
#[derive(Debug, Clone, Copy)]
pub enum Follows {
    /// Nothing: it is this ending.
    Nothing(Ending),
    /// Of these the first that fits.
    One(&'static [&'static [Spelled]]),
}

/// A verb of grammar.toml behind one of its particles.
#[derive(Debug)]
pub struct Verb {
    /// How it conjugates.
    pub conjugation: Conjugation,
    /// What it says of the act before it.
    pub row: u8,
}

/// What verbs of grammar.toml say of the act before them.
#[derive(Debug)]
pub struct VerbRow {
    /// The form that they give the act.
    pub active: Tail,
    /// … in the passive.
    pub passive: Tail,
    /// … in the causative.
    pub causative: Tail,
    /// Endings that leave it so, whatever they say of other verbs, as bits.
    pub keeps: u8,
}

/// Number of a set of classes.
pub type SetNumber = u8;
/// Number of a set of forms.
pub type FormsNumber = u8;
/// Number of a sentence.
pub type SentenceNumber = u8;

/// Acts that are read alike, and the rows that are tried in order.
#[derive(Debug)]
pub struct Reading {
    /// Acts from which it begins.
    pub acts: SetNumber,
    /// Whether only acts in brackets are meant; otherwise only those outside.
    pub bracketed: bool,
    /// Number of its first row among all.
    pub first: u16,
    /// How many rows it has.
    pub count: u16,
}

/// Which act, how it is said, with what, under what else, how firm, why.
#[derive(Debug)]
pub struct Row {
    /// Acts among those of the reading.
    pub acts: SetNumber,
    /// Forms in which the act goes on.
    pub said: FormsNumber,
    /// Forms in which the word goes on that the act leans on.
    pub with_said: FormsNumber,
    /// How many places there are where that word is sought; none: the act leans on nothing.
    pub with: u8,
    /// Whether one more place follows, where something is sought from that word on.
    pub then: bool,
    /// The first of its places.
    pub places: u16,
    /// The first of its conditions.
    pub conditions: u16,
    /// How many of them, alternatives counted one by one, must hold.
    pub when: u8,
    /// How many behind those must not.
    pub unless: u8,
    /// What follows.
    pub outcome: Outcome,
    /// Why, as the end of 「…ことを定めている」, or the whole sentence of a discount.
    pub because: SentenceNumber,
    /// What is in doubt, as a sentence without its end, for rows that are only worth a look; else empty.
    pub doubt: SentenceNumber,
}

/// Where a word is sought.
#[derive(Debug)]
pub struct Reach {
    /// Behind the act, or before it.
    pub behind: bool,
    /// At most this many characters away.
    pub distance: u16,
    /// Words of these classes.
    pub set: SetNumber,
}

/// What a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A hit, as firm as this, where the sentence lays something down.
    Strength(u8),
    /// A hit whatever the sentence does.
    Regardless(u8),
    /// The word is not counted, and the reason is told.
    NotCounted,
    /// Nothing at all: another reading takes the word.
    Nothing,
}

/// The named predicates of a row.
#[derive(Debug)]
pub enum Condition {
    /// A word of these classes stands outside brackets in the sentence.
    Sentence(SetNumber),
    /// … in the sentence that introduces this item.
    Head(SetNumber),
    /// … in the caption.
    Caption(SetNumber),
    /// … in the title.
    Title(SetNumber),
    /// … in a paragraph of the same article that the sentence refers to (前項).
    Earlier(SetNumber),
    /// … between the act and the word that it leans on.
    Between(SetNumber),
    /// The act is one of these classes.
    ActIs(SetNumber),
    /// The word that it leans on is one of these classes.
    WithIs(SetNumber),
    /// A word of these classes stands before the act, at most so many characters away.
    Before(u16, SetNumber),
    /// … behind the act.
    After(u16, SetNumber),
    /// … on either side of the act.
    Near(u16, SetNumber),
    /// … on either side of the word that it leans on.
    WithNear(u16, SetNumber),
    /// The object before the act is papers or business, and no thing beside them.
    OnlyPapers(u16),
    /// The act has an object before it: a thing, or papers and business.
    Object(u16),
    /// The sentence, its head or the caption speak of things.
    AboutThings,
    /// The clause examines persons.
    AboutPersons,
    /// The sentence is an item of a list.
    Item,
    /// The act goes on in one of these forms.
    Said(FormsNumber),
    /// The sentence is of this kind.
    Frame(Frame),
}

/// A condition of a row.
#[derive(Debug)]
pub struct Asked {
    /// What is asked.
    pub condition: Condition,
    /// Whether the next condition is an alternative to it.
    pub or: bool,
}
