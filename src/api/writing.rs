//! The surface of [`crate::writing`].
