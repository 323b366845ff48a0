//! The surface of [`crate::procedures`].
