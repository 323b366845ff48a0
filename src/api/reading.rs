//! The surface of [`crate::reading`].
