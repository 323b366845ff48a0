//! The only code that knows the DOM.
