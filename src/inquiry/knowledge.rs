//! The tables of `data/inquiry`, as the build made them: spellings of choices, headings, words of time, holidays.

include!(concat!(env!("OUT_DIR"), "/inquiry.rs"));
