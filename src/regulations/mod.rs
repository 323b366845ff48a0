//! Which clauses are analogue regulation (アナログ規制7項目), of which category, and why.
