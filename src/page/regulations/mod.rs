//! Tool 3, アナログ規制: the results – list, clause, decisions, work file, exports.

#[allow(dead_code, reason = "the opening view is about to hand its files over")]
pub mod sources;
