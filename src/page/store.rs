//! What the officer entered, and who wants to know when it changes.

use std::cell::RefCell;
use std::rc::Rc;
use std::thread::LocalKey;

use super::dom::{Dom, Done};
use super::trouble;

type Watcher<T> = Rc<dyn Fn(&T) -> Dom>;

/// One value that several views watch. Kept in a `thread_local!` by the module that owns it, which hands it out as [`Shared`].
pub struct Store<T> {
    value: RefCell<T>,
    watchers: RefCell<Vec<Watcher<T>>>,
}

impl<T> Store<T> {
    /// A store with its first value.
    pub const fn new(value: T) -> Self {
        Self { value: RefCell::new(value), watchers: RefCell::new(Vec::new()) }
    }
}

/// A store as all modules reach it.
pub struct Shared<T: 'static>(pub &'static LocalKey<Store<T>>);

impl<T> Shared<T> {
    /// Reads the value.
    pub fn read<R>(&self, reader: impl FnOnce(&T) -> R) -> R {
        self.0.with(|store| reader(&store.value.borrow()))
    }

    /// A copy of the value.
    pub fn get(&self) -> T
    where
        T: Clone,
    {
        self.read(T::clone)
    }

    /// Calls `watcher` after every change, and once now.
    pub fn watch<D: Done>(&self, watcher: impl Fn(&T) -> D + 'static) -> Dom {
        let watcher = move |value: &T| watcher(value).done();
        self.read(&watcher)?;
        self.0.with(|store| store.watchers.borrow_mut().push(Rc::new(watcher)));
        Ok(())
    }

    /// Changes the value and tells the watchers; gives what the change gave. A watcher may not change the same store.
    pub fn change<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        self.0.with(|store| {
            let outcome = change(&mut store.value.borrow_mut());
            let watchers = store.watchers.borrow().clone();
            for watcher in watchers {
                trouble::report(watcher(&store.value.borrow()));
            }
            outcome
        })
    }

    /// Puts another value in its place.
    pub fn set(&self, value: T) {
        self.change(|now| *now = value);
    }
}
