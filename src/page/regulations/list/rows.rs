//! The lines at hand: fetched from the worker in blocks, forgotten when the list is made anew.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};
use std::rc::Rc;

use crate::api::review::{RowView, Rows};
use crate::page::dom::Dom;
use crate::page::regulations::calls;
use crate::page::task;

/// Lines fetched at once.
const BLOCK: u32 = 48;
/// How often a line is asked for while the list is being made anew.
const ATTEMPTS: u32 = 3;
/// Blocks kept; further ones push all out.
const KEPT: usize = 40;

type Blocks = BTreeMap<u32, Vec<Rc<RowView>>>;

thread_local! {
    static ROWS: RefCell<Blocks> = const { RefCell::new(BTreeMap::new()) };
    /// Counts the renewals of the list: answers to older questions are dropped.
    static EDITION: Cell<u32> = const { Cell::new(0) };
    static FETCHING: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

/// Which making of the list the lines belong to.
pub fn edition() -> u32 {
    EDITION.get()
}

/// The line at a position, if it is at hand.
pub fn cached(position: u32) -> Option<Rc<RowView>> {
    ROWS.with_borrow(|rows| rows.get(&(position / BLOCK))?.get((position % BLOCK) as usize).map(Rc::clone))
}

/// The line at a position, asked for where it is not at hand.
pub async fn wanted(position: u32) -> Dom<Option<Rc<RowView>>> {
    // A list that is made anew meanwhile drops the answer: it is asked again.
    for _ in 0..ATTEMPTS {
        if cached(position).is_none() {
            fetch(position / BLOCK).await?;
        }
    }
    Ok(cached(position))
}

/// The list was made anew: fetches the lines in sight, then puts them in place of all others.
pub async fn replace(lines: Range<u32>) -> Dom {
    EDITION.set(EDITION.get().wrapping_add(1));
    let edition = EDITION.get();
    let mut blocks = Blocks::new();
    for block in blocks_of(&lines) {
        blocks.insert(block, block_of(block).await?);
    }
    if edition == EDITION.get() {
        ROWS.set(blocks);
        FETCHING.with_borrow_mut(Vec::clear);
    }
    Ok(())
}

/// Asks the worker for lines that are neither at hand nor on their way, and calls `arrived` with each answer.
pub fn fetch_missing(lines: &Range<u32>, arrived: fn() -> Dom) {
    for block in blocks_of(lines) {
        let known = ROWS.with_borrow(|rows| rows.contains_key(&block));
        let asked = FETCHING.with_borrow(|fetching| fetching.contains(&block));
        if !known && !asked {
            FETCHING.with_borrow_mut(|fetching| fetching.push(block));
            task::begin(async move {
                let fetched = fetch(block).await;
                FETCHING.with_borrow_mut(|fetching| fetching.retain(|other| *other != block));
                fetched.and_then(|()| arrived())
            });
        }
    }
}

fn blocks_of(lines: &Range<u32>) -> RangeInclusive<u32> {
    if lines.is_empty() {
        #[expect(clippy::reversed_empty_ranges, reason = "no block at all")]
        return 1..=0;
    }
    lines.start / BLOCK..=(lines.end - 1) / BLOCK
}

async fn fetch(block: u32) -> Dom {
    let edition = EDITION.get();
    let rows = block_of(block).await?;
    if edition == EDITION.get() {
        ROWS.with_borrow_mut(|all| {
            if all.len() >= KEPT {
                all.clear();
            }
            all.insert(block, rows);
        });
    }
    Ok(())
}

async fn block_of(block: u32) -> Dom<Vec<Rc<RowView>>> {
    let rows = calls::ask(&Rows { start: (block * BLOCK) as usize, most: BLOCK as usize }).await?.0;
    Ok(rows.into_iter().map(Rc::new).collect())
}
