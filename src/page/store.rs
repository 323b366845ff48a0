//! What the officer entered, and who wants to know when it changes.

use std::cell::RefCell;
use std::rc::Rc;

use super::dom::Dom;
use super::trouble;

type Watcher<T> = Rc<dyn Fn(&T) -> Dom>;

/// One value that several views watch. Kept in a `thread_local!` by the module that owns it.
pub struct Store<T> {
    value: RefCell<T>,
    watchers: RefCell<Vec<Watcher<T>>>,
}

impl<T> Store<T> {
    /// A store with its first value.
    pub const fn new(value: T) -> Self {
        Self { value: RefCell::new(value), watchers: RefCell::new(Vec::new()) }
    }

    /// Reads the value.
    pub fn read<R>(&self, reader: impl FnOnce(&T) -> R) -> R {
        reader(&self.value.borrow())
    }

    /// Calls `watcher` after every change, and once now.
    pub fn watch(&self, watcher: impl Fn(&T) -> Dom + 'static) -> Dom {
        watcher(&self.value.borrow())?;
        self.watchers.borrow_mut().push(Rc::new(watcher));
        Ok(())
    }

    /// Changes the value and tells the watchers. A watcher may not change the same store.
    pub fn change(&self, change: impl FnOnce(&mut T)) {
        change(&mut self.value.borrow_mut());
        let watchers = self.watchers.borrow().clone();
        for watcher in watchers {
            trouble::report(watcher(&self.value.borrow()));
        }
    }
}
