//! One keystroke a state: keys of a row of the table, and what each sets.
//!
//! Keys go by their place on the keyboard, so that they work whatever the input method is set to.

use web_sys::KeyboardEvent;

use crate::procedures::catalogue::Number;
use crate::procedures::state::{Availability, Connection};

/// The keys of the ways of connection, in the order of [`Connection::ALL`]: the row of letters below the digits.
const CONNECTION_KEYS: [&str; 5] = ["Q", "W", "E", "R", "T"];

/// What a key does on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Sets the 公開状況.
    State(Availability),
    /// Sets the 接続.
    Connection(Connection),
    /// Takes off what was set by hand.
    TakeOff,
    /// Goes up (negative) or down by rows.
    Go(i8),
    /// Goes to the first or last row.
    ToEnd {
        /// The last one.
        last: bool,
    },
}

/// The states of a procedure with their keys, from 1.
pub fn states_of(number: Number) -> impl Iterator<Item = (usize, Availability)> {
    (1..).zip(Availability::ALL).filter(move |(_, state)| state.is_possible_for(number))
}

/// The ways of connection with their keys.
pub fn ways() -> impl Iterator<Item = (&'static str, Connection)> {
    CONNECTION_KEYS.into_iter().zip(Connection::ALL)
}

/// The way of connection that a key sets.
pub fn way_of(key: &str) -> Option<Connection> {
    ways().find(|(other, _)| *other == key).map(|(_, way)| way)
}

/// The command of a key on the row of a procedure.
pub fn command(event: &KeyboardEvent, number: Number) -> Option<Command> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let code = event.code();
    match code.as_str() {
        "ArrowUp" => return Some(Command::Go(-1)),
        "ArrowDown" => return Some(Command::Go(1)),
        "Home" => return Some(Command::ToEnd { last: false }),
        "End" => return Some(Command::ToEnd { last: true }),
        _ => {}
    }
    if let Some(digit) = code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad")) {
        let digit: usize = digit.parse().ok()?;
        let state = states_of(number).find(|(key, _)| *key == digit).map(|(_, state)| Command::State(state));
        return if digit == 0 { Some(Command::TakeOff) } else { state };
    }
    let way = way_of(code.strip_prefix("Key")?);
    way.filter(|_| number.is_in_grant_condition()).map(Command::Connection)
}
