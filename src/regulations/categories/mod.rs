//! One file a category: its words and how they are read.

pub mod inspection_of_records;
pub mod onsite_audit;
pub mod periodic;
pub mod posting;
pub mod stationing;
pub mod storage_media;
pub mod training;
pub mod visual;

use super::category::Category;
use super::passage::Passage;
use super::tally::Tally;
use super::words::WordList;

/// The words of all categories.
pub const WORDS: [&[WordList]; 8] = [
    visual::WORDS,
    onsite_audit::WORDS,
    periodic::WORDS,
    stationing::WORDS,
    training::WORDS,
    posting::WORDS,
    inspection_of_records::WORDS,
    storage_media::WORDS,
];

/// Lets a category judge a clause.
pub fn judge(category: Category, passage: &Passage, tally: &mut Tally) {
    match category {
        Category::Visual => visual::judge(passage, tally),
        Category::OnsiteAudit => onsite_audit::judge(passage, tally),
        Category::Periodic => periodic::judge(passage, tally),
        Category::Stationing => stationing::judge(passage, tally),
        Category::Training => training::judge(passage, tally),
        Category::Posting => posting::judge(passage, tally),
        Category::InspectionOfRecords => inspection_of_records::judge(passage, tally),
        Category::StorageMedia => storage_media::judge(passage, tally),
    }
}
