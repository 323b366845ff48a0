//! The papers of amendments: 新旧対照表, 改め文, the skeleton of a collective ordinance, and the sheet 改正案.

use serde::{Deserialize, Serialize};

use super::{Kept, KeptDrafts, Session, national, with};
use crate::amendments::export::{self, Amended, Bill, Listed};
use crate::amendments::records::Records;
use crate::api::border::{Ask, Bytes, Written, told};
use crate::date::Date;
use crate::writing::docx::docx;
use crate::writing::{Properties, Table, workbook};

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 新旧対照表
    Comparison,
    /// 改め文
    Amendments,
    /// 一括整備条例の骨子
    Omnibus,
    /// 改正案の一覧 (XLSX)
    Sheet,
}

/// Writes a paper of the clauses that were put in; the sheet has every clause that was decided to apply.
#[derive(Debug, Serialize, Deserialize)]
pub struct WritePaper {
    /// Which.
    pub paper: Paper,
    /// What was chosen.
    pub kept: Written<KeptDrafts>,
    /// What made the file, with its version.
    pub author: String,
    /// The day.
    pub day: Date,
}

impl Ask for WritePaper {
    const NAME: &'static str = "write_paper";
    /// `None` where no clause on the desk has a draft for this paper.
    type Output = Option<Bytes>;

    fn answer(self) -> Result<Self::Output, String> {
        let bytes = with(|session| session.paper(&self))?;
        Ok(bytes.map(|bytes| Bytes::new(&bytes)))
    }
}

impl Session {
    pub(super) fn paper(&self, asked: &WritePaper) -> Result<Option<Vec<u8>>, String> {
        let (settings, author) = (&asked.kept.0.settings, asked.author.as_str());
        if asked.paper == Paper::Sheet {
            let Some(table) = self.amendments_table(&asked.kept.0)? else { return Ok(None) };
            let properties =
                Properties { title: "改正案の一覧".to_owned(), author: author.to_owned(), created: asked.day };
            let book = workbook(&[table], &properties, &mut |_| ());
            return book.map(|book| Some(book.bytes)).map_err(told);
        }
        let listed = self.listed(&asked.kept.0);
        let amended = listed.into_iter().filter(|one| one.included).filter_map(|one| one.amended);
        let bills = Bill::of(amended.collect());
        if bills.is_empty() {
            return Ok(None);
        }
        let document = match asked.paper {
            Paper::Comparison => Some(export::comparison(&bills, settings, author)),
            Paper::Amendments => Some(export::amendments(&bills, settings, author)),
            Paper::Omnibus => export::omnibus(&bills, settings, author),
            Paper::Sheet => None,
        };
        document.map(|document| docx(&document).map_err(told)).transpose()
    }

    /// The sheet 改正案; `None` where no clause was decided to apply or put in.
    pub(in crate::api::review) fn amendments_table(&self, kept: &KeptDrafts) -> Result<Option<Table>, String> {
        let listed = self.listed(kept);
        if listed.is_empty() {
            return Ok(None);
        }
        export::sheet(&listed).map(Some).map_err(told)
    }

    /// Clauses that were decided to apply or put in, in the order of the desk.
    fn listed(&self, kept: &KeptDrafts) -> Vec<Listed<'_>> {
        let (plain, records) = (Kept::default(), Records::get());
        let one = |(index, entry): (usize, &crate::review::DeskEntry)| {
            let Kept { chosen, included } = kept.of(entry.key).unwrap_or(&plain);
            if !included && !self.applying(index) {
                return None;
            }
            let clause = self.desk.clauses().get(index)?;
            let (answer, drafts) = self.answered(index, chosen, &kept.settings)?;
            let by_hand = chosen.edited.is_some();
            let near = answer.precedents.iter().filter_map(|near| records.precedents.get(near.index));
            Some(Listed {
                clause,
                amended: drafts.into_iter().next().map(|draft| Amended { clause, draft, by_hand }),
                included: *included,
                refused: answer.drafts.refused.clone().unwrap_or_default(),
                precedents: near.map(|precedent| precedent.id).collect(),
                national: national(&answer),
            })
        };
        self.desk.entries().iter().enumerate().filter_map(one).collect()
    }
}
