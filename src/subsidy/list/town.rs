//! [`Place`]: which town a row tells, by its code or its name with its 都道府県; or why it tells none.

use super::identity::Identity;
use super::sums;
use super::words::telling;
use super::{Reason, Unmatched};
use crate::municipality::{CodeError, Municipality, named, read_code};
use crate::reading::table::Row;

/// The cells of a row that tell its town.
pub(super) struct Place {
    pub code: String,
    pub prefecture: String,
    /// The name without marks and remarks.
    pub name: String,
    /// As written, for telling the officer.
    written: Vec<String>,
}

/// What the rows above have told.
#[derive(Debug, Default)]
pub(super) struct Above {
    /// The 都道府県 that a row or a merged cell named last.
    pub prefecture: String,
    /// The town before is one of Tokyo's special wards, and not a ward of a 指定都市.
    pub special_ward: bool,
    /// All short names are 都道府県: 山口 is 山口県.
    pub prefectures: bool,
}

impl Place {
    pub fn new(row: &Row, identity: &Identity) -> Self {
        let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column).trim());
        let mut written: Vec<String> = identity.columns().map(|column| row.cell(column).trim().to_owned()).collect();
        written.retain(|cell| !cell.is_empty());
        let mut name = sums::plain(cell(identity.name));
        if sums::is_dash(&name)
            && let Some(other) = at_the_left(row, identity)
        {
            name = other;
        }
        let before = sums::code_before(cell(identity.name));
        let code = Some(cell(identity.code).to_owned()).filter(|code| !code.is_empty()).or(before).unwrap_or_default();
        Self { code, prefecture: sums::plain(cell(identity.prefecture)), name, written }
    }

    pub fn written(&self) -> String {
        self.written.join(" ")
    }

    /// The town, where it is certain.
    pub fn town(&self, above: &mut Above) -> Result<&'static Municipality, Reason> {
        if !self.prefecture.is_empty() {
            above.prefecture.clone_from(&self.prefecture);
        }
        self.no_town(above)?;
        let found = self.municipality(above);
        match &found {
            Err(Unmatched::Ambiguous(towns))
                if self.code.is_empty() && towns.iter().any(|town| sums::is_shared_ward(town)) =>
            {
                return Err(Reason::WardOrSpecialWard);
            }
            Err(Unmatched::NotFound | Unmatched::Code(CodeError::Unknown)) if sums::is_ward(&self.name, &self.code) => {
                above.special_ward = false;
                return Err(Reason::Ward);
            }
            Err(Unmatched::NotFound) if sums::is_remark(&self.name) => return Err(Reason::Remark),
            _ => {}
        }
        let town = found.map_err(Reason::Unmatched)?;
        let sure = !self.code.is_empty() || !self.prefecture.is_empty() || self.name.starts_with("東京");
        if sums::is_shared_ward(town) && !sure && !above.special_ward {
            return Err(Reason::WardOrSpecialWard);
        }
        above.special_ward = town.kind == crate::municipality::Kind::SpecialWard;
        Ok(town)
    }

    /// Rows that are none: sums, headings said again, rows without a name.
    fn no_town(&self, above: &mut Above) -> Result<(), Reason> {
        if sums::is_prefecture(&self.name) {
            above.prefecture.clone_from(&self.name);
        }
        let short = above.prefectures && sums::is_prefecture_stem(&self.name);
        if short || sums::is_sum(&self.name, &self.prefecture, &self.code) {
            above.special_ward &= !short;
            return Err(Reason::Total);
        }
        if sums::is_dash(&self.name) && self.code.is_empty() {
            return Err(Reason::NoName);
        }
        if telling(&self.name).is_some() && named(&self.name).is_empty() {
            return Err(Reason::Heading);
        }
        Ok(())
    }

    /// The municipality of the row. A code that is a municipality's leads; a name beside it must agree.
    fn municipality(&self, above: &Above) -> Result<&'static Municipality, Unmatched> {
        let by_name = self.by_name(above);
        if self.code.is_empty() {
            return match by_name.as_slice() {
                [] => Err(Unmatched::NotFound),
                [one] => Ok(one),
                _ => Err(Unmatched::Ambiguous(by_name)),
            };
        }
        match read_code(&self.code) {
            Ok(town) if sums::is_dash(&self.name) || by_name.contains(&town) => Ok(town),
            Ok(town) => Err(Unmatched::CodeAndName(town)),
            Err(CodeError::Ambiguous(one, other)) => {
                // Five digits with and without their zero: only a name tells which.
                let mut agreeing = [one, other].into_iter().filter(|town| by_name.contains(town));
                agreeing.next().ok_or(Unmatched::Ambiguous(vec![one, other]))
            }
            Err(error) => Err(Unmatched::Code(error)),
        }
    }

    /// The towns of the name; of homonyms those of the 都道府県 that stands above.
    fn by_name(&self, above: &Above) -> Vec<&'static Municipality> {
        if sums::is_dash(&self.name) {
            return Vec::new();
        }
        let found = named(&format!("{}{}", self.prefecture, self.name));
        if found.len() < 2 || above.prefecture.is_empty() || !self.code.is_empty() {
            return found;
        }
        let near: Vec<_> = found.iter().copied().filter(|town| town.prefecture == above.prefecture).collect();
        if near.is_empty() { found } else { near }
    }

    pub fn label(&self) -> String {
        let name = if self.name.is_empty() { &self.code } else { &self.name };
        format!("{}{name}", self.prefecture)
    }
}

/// 市 and 郡 in one column, 町 and 村 in the next: a city's name stands at the left of the column of names.
fn at_the_left(row: &Row, identity: &Identity) -> Option<String> {
    let columns = (0..identity.name?).rev().filter(|column| Some(*column) != identity.code);
    let mut names =
        columns.map(|column| sums::plain(row.cell(column))).filter(|name| name.ends_with(['市', '区', '町', '村']));
    names.find(|name| !named(name).is_empty())
}
