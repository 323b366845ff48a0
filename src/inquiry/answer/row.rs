//! One row: the number, what each cell says, and how far the row is answered.

use std::collections::BTreeMap;

use super::super::choice::{Understood, Value};
use super::super::column::Column;
use super::super::heading::Role;
use super::super::number::{NotANumber, Number};
use super::super::sent::Sent;
use super::super::word::is_blank_text;
use super::cells::{Cells, cell_name};
use super::table::Columns;
use super::{Altered, FileAnswers, Given, NotUnderstood, Row, State, Transfer, Unknown, Why};
use crate::date::Date;
use crate::reading::table;
use crate::review::normalised;

/// Reads the rows of one sheet.
pub(super) struct Rows<'a> {
    pub cells: Cells<'a>,
    pub columns: &'a Columns,
    pub sent: &'a Sent,
    /// Whether the numbers stand in the order of sending: only then 同上 means what stood above.
    pub in_order: bool,
}

/// What the cells of a row say.
#[derive(Default)]
struct Said {
    /// The day from which 来年度 is counted.
    asked: Option<Date>,
    given: BTreeMap<Column, Given>,
    erased: Vec<Column>,
    not_understood: Vec<NotUnderstood>,
    /// Wishes to move.
    transfer: Vec<NotUnderstood>,
    /// Columns in which something stands.
    filled: Vec<Column>,
}

impl Rows<'_> {
    /// Takes all rows of the table over into the account of the file.
    pub fn read(&self, rows: &[&table::Row], into: &mut FileAnswers) {
        let mut above: Option<(u32, BTreeMap<Column, Given>)> = None;
        for row in rows {
            let usable = above.as_ref().filter(|(number, _)| number + 1 == row.number && self.in_order);
            let number = self.number(row);
            let asked = self.sent.asked_of(number.ok());
            let said = self.said(row, asked, usable.map(|(_, given)| given));
            match number.map_err(Why::from) {
                Ok(number) if self.sent.place(number).is_some() => {
                    above = Some((row.number, said.given.clone()));
                    self.known(row, number, said, into);
                }
                other => {
                    above = None;
                    self.unknown(row, other.map_or_else(|why| why, |_| Why::NeverSent), said, into);
                }
            }
        }
    }

    /// The number of a row; two where another column names another.
    fn number(&self, row: &table::Row) -> Result<Number, NotANumber> {
        let own = Number::read(self.cells.own(row, self.columns.number))?;
        let mut others = self.columns.rivals.iter().filter_map(|place| Number::read(self.cells.own(row, *place)).ok());
        if others.any(|other| other != own) { Err(NotANumber::Two) } else { Ok(own) }
    }

    fn known(&self, row: &table::Row, number: Number, mut said: Said, into: &mut FileAnswers) {
        if self.proposal(row).is_some_and(|other| other != number) {
            // The number says one row and the texts another, as when only some columns were sorted.
            said.given.values_mut().for_each(|given| given.confirm = true);
        }
        let sheet = self.cells.name();
        let right = self.columns.text(self.cells, row, Role::RightSection).trim().to_owned();
        let right_section = Some(right).filter(|right| !right.is_empty());
        for NotUnderstood { sheet, row, column, cell, typed } in std::mem::take(&mut said.transfer) {
            let to = right_section.clone().or_else(|| self.named_section(&typed));
            into.transfer.push(Transfer { sheet, row, number, column, cell, typed, to });
        }
        let state = said.state();
        into.not_understood.extend(said.not_understood);
        self.altered(row, number, into);
        into.rows.push(Row {
            sheet,
            row: row.number,
            number,
            number_typed: self.cells.own(row, self.columns.number).to_owned(),
            given: said.given,
            erased: said.erased,
            state,
            right_section,
        });
    }

    /// The one item with the 例規名, 条項 and 規制区分 of the row.
    fn proposal(&self, row: &table::Row) -> Option<Number> {
        let text = |role: Role| self.columns.text(self.cells, row, role);
        let (title, article) = (text(Role::Title), text(Role::Article));
        match self.columns.column(Role::Place) {
            Some(_) if title.is_empty() => self.by_joined_place(text(Role::Place), text(Role::Category)),
            _ => self.sent.proposal(title, article, text(Role::Category)),
        }
    }

    fn unknown(&self, row: &table::Row, why: Why, said: Said, into: &mut FileAnswers) {
        let proposal = self.proposal(row);
        into.not_understood.extend(said.not_understood);
        // A wish to move stands for nobody until the number is known.
        into.not_understood.extend(said.transfer);
        into.unknown.push(Unknown {
            sheet: self.cells.name(),
            row: row.number,
            typed: self.cells.own(row, self.columns.number).to_owned(),
            why,
            proposal,
            given: said.given,
        });
    }

    /// The one item whose 例規名, 条項 and 見出し make up the words of the joined column.
    fn by_joined_place(&self, place: &str, category: &str) -> Option<Number> {
        let (place, category) = (normalised(place), normalised(category));
        let fits = |item: &&super::super::sent::Item| {
            normalised(&item.category) == category && normalised(&joined(item)) == place
        };
        let mut found = self.sent.items().iter().filter(fits);
        let first = found.next().filter(|_| !place.is_empty())?;
        found.next().is_none().then_some(first.number)
    }

    /// A section of the inquiry that the words name.
    fn named_section(&self, typed: &str) -> Option<String> {
        let mut named: Vec<&str> = self
            .sent
            .items()
            .iter()
            .map(|item| item.section.as_str())
            .filter(|section| !section.is_empty() && typed.contains(section))
            .collect();
        named.sort_by_key(|section| std::cmp::Reverse(section.len()));
        named.first().map(|section| (*section).to_owned())
    }

    fn said(&self, row: &table::Row, asked: Date, above: Option<&BTreeMap<Column, Given>>) -> Said {
        let mut said = Said { asked: Some(asked), ..Said::default() };
        for column in Column::ALL {
            let Some(place) = self.place(row, column, &mut said) else { continue };
            self.cell(row, column, place, above, &mut said);
        }
        if !said.filled.contains(&Column::Decision) {
            self.elsewhere(row, &mut said);
        }
        said
    }

    /// A choice of 判定 under a heading that is none of the sheet's: it is not taken, and not lost.
    fn elsewhere(&self, row: &table::Row, said: &mut Said) {
        for place in (0..row.cells.len()).filter(|place| self.columns.is_foreign(*place)) {
            let typed = self.cells.own(row, place);
            if matches!(Understood::read(Column::Decision, typed, self.sent.asked), Understood::Value(_, false)) {
                said.filled.push(Column::Decision);
                said.not_understood.push(self.not_understood(row, Column::Decision, place));
            }
        }
    }

    /// The place of a column; where two columns claim it, the one that is filled in. Two that differ are not understood.
    fn place(&self, row: &table::Row, column: Column, said: &mut Said) -> Option<usize> {
        let role = Role::Answer(column);
        let first = self.columns.column(role)?;
        let mut filled: Vec<usize> = std::iter::once(first)
            .chain(self.columns.doubled.iter().filter(|(other, _)| *other == role).map(|(_, place)| *place))
            .filter(|place| !is_blank_text(row.cell(*place)))
            .collect();
        filled.dedup_by_key(|place| normalised(row.cell(*place)));
        if filled.len() < 2 {
            return filled.first().copied().or(Some(first));
        }
        said.filled.push(column);
        for place in filled {
            said.not_understood.push(self.not_understood(row, column, place));
        }
        None
    }

    fn cell(
        &self,
        row: &table::Row,
        column: Column,
        place: usize,
        above: Option<&BTreeMap<Column, Given>>,
        said: &mut Said,
    ) {
        let cell = self.cells.cell(row, place);
        if !is_blank_text(cell.typed) {
            said.filled.push(column);
        }
        if cell.struck && !is_blank_text(cell.typed) {
            said.not_understood.push(self.not_understood(row, column, place));
            return;
        }
        // Of two columns that claim to be it, the weaker one.
        let second = !column.is_free() && self.columns.column(Role::Answer(column)) != Some(place);
        let must_look = cell.merged || cell.kept.is_some() || self.columns.by_place || second;
        let give = |value: Value, confirm: bool| Given {
            value,
            typed: cell.typed.to_owned(),
            cell: cell_name(row.number, place),
            confirm: confirm || must_look,
        };
        match Understood::read(column, cell.kept.unwrap_or(cell.typed), said.asked.unwrap_or(self.sent.asked)) {
            Understood::Blank => {}
            Understood::Value(value, confirm) => {
                said.given.insert(column, give(value, confirm || cell.yearless && column == Column::Time));
            }
            Understood::Ditto => match above.and_then(|above| above.get(&column)) {
                Some(given) => {
                    said.given.insert(column, give(given.value.clone(), true));
                }
                None if column.is_free() => {
                    said.given.insert(column, give(Value::Text(cell.typed.to_owned()), false));
                }
                None => said.not_understood.push(self.not_understood(row, column, place)),
            },
            Understood::Erase => {
                said.erased.push(column);
                said.not_understood.push(self.not_understood(row, column, place));
            }
            Understood::Transfer => said.transfer.push(self.not_understood(row, column, place)),
            Understood::Not => said.not_understood.push(self.not_understood(row, column, place)),
        }
    }

    fn not_understood(&self, row: &table::Row, column: Column, place: usize) -> NotUnderstood {
        NotUnderstood {
            sheet: self.cells.name(),
            row: row.number,
            column,
            cell: cell_name(row.number, place),
            typed: row.cell(place).to_owned(),
        }
    }

    /// Notes the texts of a row that are no longer those that were sent.
    fn altered(&self, row: &table::Row, number: Number, into: &mut FileAnswers) {
        let Some(item) = self.sent.item(number) else { return };
        let place = joined(item);
        let texts = [
            (Role::Title, "例規名", item.title.as_str()),
            (Role::Place, "例規名・条項・見出し", place.as_str()),
            (Role::Article, "条項", &item.article),
            (Role::Caption, "見出し", &item.caption),
            (Role::Text, "条文", &item.text),
            (Role::Category, "規制区分", &item.category),
        ];
        for (role, heading, text) in texts {
            let typed = self.columns.text(self.cells, row, role);
            // What a work file does not keep of a row cannot be compared.
            if !text.is_empty() && !is_blank_text(typed) && normalised(typed) != normalised(text) {
                into.altered.push(Altered {
                    sheet: self.cells.name(),
                    row: row.number,
                    number,
                    column: heading.to_owned(),
                    typed: typed.to_owned(),
                });
            }
        }
    }
}

/// 例規名, 条項 and 見出し as the joined column holds them.
fn joined(item: &super::super::sent::Item) -> String {
    let caption = if item.caption.is_empty() { String::new() } else { format!("（{}）", item.caption) };
    format!("{}\n{}{caption}", item.title, item.article)
}

impl Said {
    fn state(&self) -> State {
        if self.given.contains_key(&Column::Decision) {
            State::Answered
        } else if self.filled.contains(&Column::Decision) {
            State::Unclear
        } else if self.filled.is_empty() {
            State::Unanswered
        } else {
            State::Partial
        }
    }
}
