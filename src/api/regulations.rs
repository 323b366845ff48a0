//! The surface of [`crate::regulations`].
