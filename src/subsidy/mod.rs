//! Ceilings of the grants by population (補助上限額).
