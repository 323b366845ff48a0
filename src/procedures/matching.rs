//! Matching a name from a municipal list with the 31 procedures.
//!
//! Takes a name as written, and where the list has it the heading or column that it stands under; gives one
//! [`Match`]. A word that decides for something else vetoes; a name that several procedures could bear is asked,
//! never guessed. The context settles what the name leaves open (「再交付申請」 under 負担割合証) and refuses what only looks
//! right (「被保険者証の再交付申請」 under 国民健康保険); of a name that names its scheme it only narrows the candidates to its
//! group. Facts: shorthand and traps of `data/procedures/`.

use serde::{Deserialize, Serialize};

use super::catalogue::Number;
use super::concepts::{ConceptKind, ConceptSet, Scan, scan};
use super::context::Context;
use super::folding::characters::fold_characters;
use super::folding::{FoldedName, fold_name};
use super::reasons;
use super::similarity::{Degree, Equal, alike, equal};
use super::verdict::{Verdict, judge};

/// What one name of a list turned out to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Match {
    /// One of the 31.
    Matched {
        /// Which.
        procedure: Number,
        /// How well the name fits.
        degree: Degree,
        /// 理由, a sentence for officers.
        reason: String,
    },
    /// Several may be meant: the officer chooses.
    Asked {
        /// The likeliest first; never empty.
        candidates: Vec<Number>,
        /// How well the name fits the first.
        degree: Degree,
        /// 理由
        reason: String,
    },
    /// Chosen by the officer: one or several (a joint form), or none of the 31.
    Chosen {
        /// What was chosen.
        procedures: Vec<Number>,
        /// 理由
        reason: String,
    },
    /// Not one of the 31.
    Foreign {
        /// 理由
        reason: String,
    },
}

impl Match {
    /// The procedures that the name stands for, as far as it is settled.
    #[must_use]
    pub fn procedures(&self) -> &[Number] {
        match self {
            Self::Matched { procedure, .. } => std::slice::from_ref(procedure),
            Self::Chosen { procedures, .. } => procedures,
            Self::Asked { .. } | Self::Foreign { .. } => &[],
        }
    }

    /// The candidates that the officer is asked about.
    #[must_use]
    pub fn candidates(&self) -> &[Number] {
        if let Self::Asked { candidates, .. } = self { candidates } else { &[] }
    }

    /// How well the name fits: 1 where the officer chose, 0 where it is foreign.
    #[must_use]
    pub fn degree(&self) -> Degree {
        match self {
            Self::Matched { degree, .. } | Self::Asked { degree, .. } => *degree,
            Self::Chosen { procedures, .. } if !procedures.is_empty() => Degree::SAME,
            Self::Chosen { .. } | Self::Foreign { .. } => Degree::default(),
        }
    }

    /// 理由
    #[must_use]
    pub fn reason(&self) -> &str {
        match self {
            Self::Matched { reason, .. }
            | Self::Asked { reason, .. }
            | Self::Chosen { reason, .. }
            | Self::Foreign { reason } => reason,
        }
    }
}

/// Matches one name. `context` is the heading, section or 分野 that it stands under, if the list has one.
///
/// ```
/// use ichimai::procedures::matching::{Match, match_name};
/// let found = match_name("住宅改修費支給申請書", None);
/// assert!(matches!(found, Match::Matched { procedure, .. } if u8::from(procedure) == 25));
/// assert_eq!(match_name("再交付申請", None).candidates().len(), 2);
/// ```
#[must_use]
pub fn match_name(name: &str, context: Option<&str>) -> Match {
    let found = match_whole(name, context);
    if !matches!(found, Match::Foreign { .. }) {
        return found;
    }
    // 「受給資格証明書による要介護認定申請」: what stands before による is a means, and no reason to rule the act out unasked.
    let folded = fold_characters(name);
    let act = MEANS.iter().filter_map(|means| folded.rsplit_once(means)).find(|(before, _)| !before.is_empty());
    match act.map(|(_, act)| match_whole(act, context)) {
        Some(act @ (Match::Matched { .. } | Match::Asked { .. })) => {
            let candidates = [act.procedures(), act.candidates()].concat();
            Match::Asked { candidates, degree: act.degree(), reason: reasons::means() }
        }
        _ => found,
    }
}

/// What stands between a means and the act that it serves.
const MEANS: [&str; 3] = ["による", "に基づく", "を用いた"];

fn match_whole(name: &str, context: Option<&str>) -> Match {
    let name = Name::new(name);
    let alone = name.judged(name.all());
    match context.map(Context::new) {
        Some(context) if !name.names_a_scheme() => name.under(&context, alone),
        Some(context) => narrow(&context, alone),
        None => alone,
    }
}

/// Keeps the candidates of the group that the context names, if that leaves any.
fn narrow(context: &Context, result: Match) -> Match {
    let [group] = context.groups.as_slice() else { return result };
    let Match::Asked { candidates, degree, reason } = result else { return result };
    let in_group: Vec<Number> =
        candidates.iter().copied().filter(|number| number.procedure().group == *group).collect();
    Match::Asked { candidates: if in_group.is_empty() { candidates } else { in_group }, degree, reason }
}

/// A name with what the scanner found in it.
struct Name {
    folded: FoldedName,
    main: Scan,
    aside: Scan,
}

impl Name {
    fn new(name: &str) -> Self {
        let folded = fold_name(name);
        let (main, aside) = (scan(&folded.main), scan(&folded.aside));
        Self { folded, main, aside }
    }

    /// Concepts inside and outside brackets.
    fn all(&self) -> ConceptSet {
        self.main.concepts.union(self.aside.concepts)
    }

    fn names_a_scheme(&self) -> bool {
        !self.all().of(&[ConceptKind::Scheme, ConceptKind::OtherScheme]).is_empty()
    }

    fn word_for(&self, concepts: ConceptSet) -> Option<&'static str> {
        self.main.word_for(concepts).or_else(|| self.aside.word_for(concepts))
    }

    /// The words found for some concepts, in order and once each.
    fn words_for(&self, concepts: ConceptSet) -> Vec<&'static str> {
        let mut words = Vec::new();
        for word in self.main.words.iter().chain(&self.aside.words) {
            if !word.concepts.common(concepts).is_empty() && !words.contains(&word.written) {
                words.push(word.written);
            }
        }
        words
    }

    /// The result that a set of concepts gives for this name.
    fn judged(&self, concepts: ConceptSet) -> Match {
        match judge(concepts) {
            Verdict::One { number, reading, doubts } => self.settled(number, reading, doubts),
            Verdict::Joint(numbers) => self.asked(numbers, reasons::joint(&self.words_for(weighty(concepts)))),
            Verdict::Lacking(numbers) if self.main.is_explained() => {
                self.asked(numbers, reasons::lacking(&self.words_for(weighty(concepts))))
            }
            Verdict::Lacking(numbers) => self.alike_among(&numbers),
            Verdict::Contradictory => self.contradictory(concepts),
            Verdict::Nothing => self.alike_among(&Number::all().collect::<Vec<_>>()),
        }
    }

    /// The result below a context, for a name that does not name its scheme itself.
    fn under(&self, context: &Context, alone: Match) -> Match {
        let own = context.concepts.of(&[ConceptKind::Scheme, ConceptKind::Key]);
        let other = context.concepts.of(&[ConceptKind::OtherScheme]);
        if own.is_empty() && other.is_empty() {
            return narrow(context, alone);
        }
        let nothing_weighty = self.all().without(self.all().of(&[ConceptKind::Neutral])).is_empty();
        let together = self.judged(self.all().union(own).union(other));
        match (alone, together) {
            (Match::Foreign { reason }, _) if nothing_weighty => Match::Foreign { reason },
            (_, Match::Matched { procedure, degree, reason }) => {
                Match::Matched { procedure, degree, reason: reasons::with_context(&reason, &context.written) }
            }
            (Match::Foreign { reason }, _) => Match::Foreign { reason },
            (Match::Asked { .. }, asked @ Match::Asked { .. }) => narrow(context, asked),
            (_, Match::Foreign { .. }) if !other.is_empty() => {
                Match::Foreign { reason: reasons::other_context(&context.written) }
            }
            (Match::Matched { procedure, .. }, _) => {
                self.asked(vec![procedure], reasons::doubtful_context(&context.written))
            }
            (alone, _) => narrow(context, alone),
        }
    }

    fn settled(&self, number: Number, reading: ConceptSet, doubts: ConceptSet) -> Match {
        let same = equal(&self.folded, number.procedure());
        if let Some(word) = self.word_for(doubts) {
            return self.asked(vec![number], reasons::doubt(word));
        }
        if same.is_none() && !self.main.is_explained() {
            let unknown = &self.main.residue;
            return if self.main.unexplained() * 2 <= self.main.explained {
                self.asked(vec![number], reasons::unknown_words(unknown))
            } else {
                Match::Foreign { reason: reasons::only_unknown_words(unknown) }
            };
        }
        let (degree, reason) = match same {
            Some(Equal::Name) => (Degree::SAME, reasons::same_name()),
            Some(Equal::Shorthand) => (Degree::SHORTHAND, reasons::shorthand()),
            None => (Degree::of_match(alike(&self.folded, number)), reasons::words(&self.words_for(reading))),
        };
        Match::Matched { procedure: number, degree, reason }
    }

    /// Words of ours that contradict each other, or a word of something else.
    fn contradictory(&self, concepts: ConceptSet) -> Match {
        let schemes = [ConceptKind::Scheme, ConceptKind::OtherScheme];
        let scheme_only_in_brackets =
            self.main.concepts.of(&schemes).is_empty() && !self.aside.concepts.of(&schemes).is_empty();
        if let Verdict::One { number, .. } = judge(self.main.concepts)
            && !scheme_only_in_brackets
            && concepts == self.all()
        {
            let words = self.aside.words.iter().map(|word| word.written).collect::<Vec<_>>();
            return self.asked(vec![number], reasons::in_brackets(&words));
        }
        let reason = if let Some(word) = self.word_for(concepts.of(&[ConceptKind::OtherScheme])) {
            reasons::other_scheme(word)
        } else if let Some(word) = self.word_for(concepts.of(&[ConceptKind::OtherAct])) {
            reasons::other_act(word)
        } else {
            reasons::contradictory(&self.words_for(weighty(concepts)))
        };
        Match::Foreign { reason }
    }

    /// Slips of the pen: asks about the most alike, if any is alike enough.
    fn alike_among(&self, numbers: &[Number]) -> Match {
        let mut near: Vec<(u8, Number)> =
            numbers.iter().map(|number| (alike(&self.folded, *number), *number)).collect();
        near.retain(|(alike, _)| *alike >= ALIKE_ENOUGH_TO_ASK);
        near.sort_by_key(|(alike, number)| (std::cmp::Reverse(*alike), *number));
        near.truncate(MOST_ASKED_BY_LIKENESS);
        if near.is_empty() {
            return Match::Foreign { reason: reasons::only_unknown_words(&self.main.residue) };
        }
        self.asked(near.into_iter().map(|(_, number)| number).collect(), reasons::alike())
    }

    fn asked(&self, candidates: Vec<Number>, reason: String) -> Match {
        let degree =
            candidates.first().map_or_else(Degree::default, |first| Degree::of_candidate(alike(&self.folded, *first)));
        Match::Asked { candidates, degree, reason }
    }
}

fn weighty(concepts: ConceptSet) -> ConceptSet {
    concepts.of(&[ConceptKind::Scheme, ConceptKind::Key, ConceptKind::Qualifier, ConceptKind::Doubt])
}

/// Share of common letter pairs (percent) from which a name without decisive words is asked about.
const ALIKE_ENOUGH_TO_ASK: u8 = 65;

/// How many candidates likeness alone may give.
const MOST_ASKED_BY_LIKENESS: usize = 3;
