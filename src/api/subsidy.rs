//! The surface of [`crate::subsidy`].
