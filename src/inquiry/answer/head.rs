//! [`Head`]: who answered, as the cells above the table tell it.

use serde::{Deserialize, Serialize};

use super::super::heading::Role;
use super::cells::Cells;
use super::table::Columns;

/// 回答課, 回答者, 内線, 回答日, 所属長の確認, as they were typed; empty where they were not.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Head {
    /// 回答課
    pub section: String,
    /// 回答者
    pub respondent: String,
    /// 内線
    pub extension: String,
    /// 回答日
    pub day: String,
    /// 所属長の確認: 済 or 未
    pub confirmed: String,
}

impl Head {
    /// Takes what stands above the headings; what is there already stays.
    pub(super) fn take(&mut self, cells: Cells<'_>, columns: &Columns) {
        let end = columns.header.unwrap_or(0);
        for row in cells.rows().iter().filter(|row| row.number < end) {
            for (column, label) in row.cells.iter().enumerate() {
                let (label, within) = label.split_once(['：', ':']).unwrap_or((label, ""));
                let Some(role) = Role::above(label) else { continue };
                let beside = row.cells.iter().skip(column + 1).find(|cell| !cell.trim().is_empty());
                let value = Some(within.trim()).filter(|value| !value.is_empty());
                let value = value.or_else(|| beside.map(|cell| cell.trim()).filter(|cell| Role::above(cell).is_none()));
                if let (Some(value), Some(field)) = (value, self.field(role))
                    && field.is_empty()
                {
                    value.clone_into(field);
                }
            }
        }
    }

    fn field(&mut self, role: Role) -> Option<&mut String> {
        match role {
            Role::Answering => Some(&mut self.section),
            Role::Respondent => Some(&mut self.respondent),
            Role::Extension => Some(&mut self.extension),
            Role::Day => Some(&mut self.day),
            Role::Confirmed => Some(&mut self.confirmed),
            _ => None,
        }
    }
}
