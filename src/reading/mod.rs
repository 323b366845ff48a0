//! From the bytes of a file to clauses, rows and notes.
