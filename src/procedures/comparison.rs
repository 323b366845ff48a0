//! stub
use super::state::{Connection, DisasterSystem};
/// Town
#[derive(Debug)]
pub struct Town { /// c
 pub code: &'static str, /// n
 pub name: &'static str, /// o
 pub online: [u8;4], /// c
 pub connection: Connection, /// d
 pub disaster_system: Option<DisasterSystem> }
