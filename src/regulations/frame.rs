//! What a sentence of a statute does (文の働き): lays something down, punishes, applies by analogy, defines, delegates, lists.
//!
//! Takes the senses of a sentence and of the one that introduces it, gives [`Frame`]. General rule 1 of the codebook
//! (data/gold/CODEBOOK.md) rests on it: penalties, definitions, 準用, delegation and division of duties get no label.

use super::names::Sense;
use super::senses::{ENTRIES, Senses};

/// What a sentence does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Frame {
    /// It lays something down.
    #[default]
    Norm,
    /// 罰則
    Penalty,
    /// 準用・適用除外
    Application,
    /// 読替え
    Substitution,
    /// 事務分掌
    Duties,
    /// 定義
    Definition,
    /// 目的・趣旨
    Purpose,
    /// 委任
    Delegation,
    /// 改廃・経過措置
    Transition,
    /// 証票の携帯, 犯罪捜査
    Identity,
    /// 申請書の記載事項, 添付書類
    Particulars,
    /// 業務・職務の列挙: what somebody has to do, named as tasks
    Tasks,
    /// 次に掲げる場合: an event, not a rule
    Event,
}

/// What an item does under the sentence that introduces it. A plan or rule book that must contain something reaches its
/// contents (point 20 of the codebook); particulars of a form and events do not.
#[must_use]
pub fn item_frame(head: Senses, head_frame: Frame, item: Senses) -> Frame {
    let contents = head.has(Sense::Plan) && !head.has(Sense::Applying) && head.has(Sense::Duty);
    match head_frame {
        Frame::Norm | Frame::Delegation if head.has(Sense::Falls) => Frame::Event,
        Frame::Norm | Frame::Delegation if item.has(Sense::WhenEnd) => Frame::Event,
        Frame::Norm if head.has(Sense::Tasks) && head.has(Sense::Duty) && !item.has(Sense::Divides) => Frame::Norm,
        Frame::Norm if head.has(Sense::Tasks) && item.has(Sense::Performs) => Frame::Norm,
        Frame::Norm | Frame::Delegation | Frame::Duties if head.has(Sense::Tasks) => Frame::Tasks,
        Frame::Norm | Frame::Delegation if head.has(Sense::Particulars) && !contents => Frame::Particulars,
        Frame::Norm if item.has(Sense::Divides) && !contents => Frame::Duties,
        other => other,
    }
}

/// What a sentence with these senses does.
#[must_use]
pub fn frame(senses: Senses) -> Frame {
    let duty = senses.has(Sense::Duty) || senses.has(Sense::Power);
    match () {
        () if senses.has(Sense::Penalty) => Frame::Penalty,
        () if senses.has(Sense::Refuse) && !duty && !senses.has(Sense::Forbid) => Frame::Penalty,
        () if senses.has(Sense::Reads) => Frame::Substitution,
        () if senses.has(Sense::Applies) => Frame::Application,
        () if senses.has(Sense::Divides) => Frame::Duties,
        // Entering by power of law is laid down even where the sentence speaks of the identity card as well.
        () if (senses.has(Sense::IdCard) || senses.has(Sense::NotCrime))
            && !(senses.has(Sense::Power) && senses.meets(ENTRIES)) =>
        {
            Frame::Identity
        }
        () if senses.has(Sense::Defines) && !duty => Frame::Definition,
        () if senses.has(Sense::Aims) => Frame::Purpose,
        () if senses.has(Sense::Delegates) => Frame::Delegation,
        () if senses.has(Sense::Amends) || senses.has(Sense::Deems) => Frame::Transition,
        () => Frame::Norm,
    }
}
