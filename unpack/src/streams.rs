//! A module of wasm put apart into streams of like bytes, which pack smaller than the bytes as they stand.
//!
//! Of the code the instructions, the declared locals, the numbers of locals, the offsets in memory of what is read and of what
//! is written, and the constants each become a stream of their own: what follows what is then told by its like. Only the sizes
//! of the functions are left out, which the ends of their blocks tell; what stands behind the code goes through
//! [`texts`](crate::texts). The same bytes come back. One walk
//! through the instructions ([`walk`]) serves both ways: it says which bytes are next and whose they are, and a
//! [`Carry`] takes them from one side to the other.

use crate::texts;

/// The id of the section of code.
const CODE: u8 = 10;
/// Instructions that begin a block: block, loop and if.
const BLOCK: u8 = 0x02;
const IF: u8 = 0x04;
/// Ends a block or a function.
const END: u8 = 0x0b;
/// Bytes before the first section.
const HEAD: usize = 8;

/// Whose bytes they are.
#[derive(Debug, Clone, Copy)]
enum Stream {
    /// Instructions and whatever else has no stream of its own.
    Instructions,
    Declarations,
    Locals,
    Reads,
    Writes,
    Constants,
}

const STREAMS: usize = 6;

/// Carries the bytes of a module from where they are to where they go.
trait Carry {
    /// The next byte, of this stream.
    fn byte(&mut self, stream: Stream) -> Option<u8>;
    /// How many bytes of the module have been carried.
    fn place(&self) -> usize;
    /// Carries a function, whose size stands before it.
    fn function(&mut self) -> Option<()>;

    /// The next number (LEB128).
    fn number(&mut self, stream: Stream) -> Option<usize> {
        let (mut number, mut bits) = (0, 0);
        loop {
            let byte = self.byte(stream)?;
            number |= usize::from(byte & 0x7f).checked_shl(bits).unwrap_or(0);
            bits += 7;
            if byte < 0x80 {
                return Some(number);
            }
        }
    }

    fn numbers(&mut self, count: usize, stream: Stream) -> Option<()> {
        (0..count).try_for_each(|_| self.number(stream).map(drop))
    }

    fn bytes(&mut self, count: usize, stream: Stream) -> Option<()> {
        (0..count).try_for_each(|_| self.byte(stream).map(drop))
    }
}

/// Carries the section of code up to `end`.
fn walk(carry: &mut impl Carry, end: usize) -> Option<()> {
    let functions = carry.number(Stream::Instructions)?;
    (0..functions).try_for_each(|_| carry.function())?;
    (carry.place() == end).then_some(())
}

/// Carries the body of a function: its locals, and its instructions to the end of its block.
fn body(carry: &mut impl Carry) -> Option<()> {
    let groups = carry.number(Stream::Declarations)?;
    for _ in 0..groups {
        carry.number(Stream::Declarations)?;
        carry.byte(Stream::Declarations)?;
    }
    let mut open = 1_usize;
    while open > 0 {
        match instruction(carry)? {
            BLOCK..=IF => open += 1,
            END => open -= 1,
            _ => {}
        }
    }
    Some(())
}

/// Carries an instruction with what belongs to it (WebAssembly core specification, 5.4), and tells which it was.
fn instruction(carry: &mut impl Carry) -> Option<u8> {
    let instruction = carry.byte(Stream::Instructions)?;
    belongings(carry, instruction)?;
    Some(instruction)
}

fn belongings(carry: &mut impl Carry, instruction: u8) -> Option<()> {
    use Stream::{Constants, Instructions, Locals, Reads, Writes};
    match instruction {
        // Blocks, branches, calls, globals, tables, memory, references, a constant of 64 bits.
        BLOCK..=IF | 0x0c | 0x0d | 0x10 | 0x23..=0x26 | 0x3f | 0x40 | 0x42 | 0xd0 | 0xd2 => {
            carry.numbers(1, Instructions)
        }
        0x0e => {
            let targets = carry.number(Instructions)?;
            carry.numbers(targets.checked_add(1)?, Instructions)
        }
        0x11 => carry.numbers(2, Instructions),
        0x1c => {
            let types = carry.number(Instructions)?;
            carry.numbers(types, Instructions)
        }
        0x20..=0x22 => carry.numbers(1, Locals),
        0x28..=0x3e => {
            carry.numbers(1, Instructions)?;
            carry.numbers(1, if instruction < 0x36 { Reads } else { Writes })
        }
        0x41 => carry.numbers(1, Constants),
        0x43 => carry.bytes(4, Instructions),
        0x44 => carry.bytes(8, Instructions),
        0xfc => match carry.number(Instructions)? {
            0..=7 => Some(()),
            8 | 10 | 12 | 14 => carry.numbers(2, Instructions),
            _ => carry.numbers(1, Instructions),
        },
        0xfd => vector(carry),
        _ => Some(()),
    }
}

/// What belongs to an instruction on vectors.
fn vector(carry: &mut impl Carry) -> Option<()> {
    use Stream::{Instructions, Reads};
    let kind = carry.number(Instructions)?;
    if matches!(kind, 0..=11 | 84..=93) {
        carry.numbers(1, Instructions)?;
        carry.numbers(1, Reads)?;
    }
    match kind {
        12 | 13 => carry.bytes(16, Instructions),
        21..=34 | 84..=91 => carry.bytes(1, Instructions),
        _ => Some(()),
    }
}

struct Splitting<'a> {
    module: &'a [u8],
    place: usize,
    streams: [Vec<u8>; STREAMS],
}

impl Carry for Splitting<'_> {
    fn byte(&mut self, stream: Stream) -> Option<u8> {
        let byte = *self.module.get(self.place)?;
        self.place += 1;
        self.streams.get_mut(stream as usize)?.push(byte);
        Some(byte)
    }

    fn place(&self) -> usize {
        self.place
    }

    fn function(&mut self) -> Option<()> {
        let mut sizes = Splitting { module: self.module, place: self.place, streams: Default::default() };
        let size = sizes.number(Stream::Instructions)?;
        self.place = sizes.place;
        let end = self.place.checked_add(size)?;
        body(self)?;
        (self.place == end).then_some(())
    }
}

struct Joining<'a> {
    streams: [std::slice::Iter<'a, u8>; STREAMS],
    module: Vec<u8>,
    /// Space for the function that is being joined.
    function: Vec<u8>,
}

impl Carry for Joining<'_> {
    fn byte(&mut self, stream: Stream) -> Option<u8> {
        let byte = *self.streams.get_mut(stream as usize)?.next()?;
        self.module.push(byte);
        Some(byte)
    }

    fn place(&self) -> usize {
        self.module.len()
    }

    fn function(&mut self) -> Option<()> {
        let before = std::mem::replace(&mut self.module, std::mem::take(&mut self.function));
        body(self)?;
        self.function = std::mem::replace(&mut self.module, before);
        let mut size = self.function.len();
        while size >= 0x80 {
            self.module.push(u8::try_from(size & 0x7f | 0x80).ok()?);
            size >>= 7;
        }
        self.module.push(u8::try_from(size).ok()?);
        self.module.append(&mut self.function);
        Some(())
    }
}

/// Where the code of a module begins and ends.
fn code(module: &[u8]) -> Option<(usize, usize)> {
    let mut reading = Splitting { module, place: HEAD, streams: Default::default() };
    loop {
        let section = reading.byte(Stream::Instructions)?;
        let size = reading.number(Stream::Instructions)?;
        let end = reading.place.checked_add(size)?;
        if section == CODE {
            return Some((reading.place, end));
        }
        reading.place = end;
    }
}

/// A module put apart: eight lengths of four bytes (what stands before the code, the code with it, the streams), what
/// stands before, the streams, what stands behind with its texts apart. `None` where it holds instructions that are not known here.
#[must_use]
pub fn split(module: &[u8]) -> Option<Vec<u8>> {
    let (begin, end) = code(module)?;
    let mut splitting = Splitting { module, place: begin, streams: Default::default() };
    walk(&mut splitting, end)?;
    let lengths = [begin, end].into_iter().chain(splitting.streams.iter().map(Vec::len));
    let mut all = Vec::with_capacity(module.len() + 4 * (2 + STREAMS));
    for length in lengths {
        all.extend(u32::try_from(length).ok()?.to_le_bytes());
    }
    all.extend(module.get(..begin)?);
    all.extend(splitting.streams.concat());
    all.extend(texts::split(module.get(end..)?)?);
    Some(all)
}

/// The module again; `None` where it was not put apart so.
#[must_use]
pub fn join(apart: &[u8]) -> Option<Vec<u8>> {
    let (lengths, rest) = apart.split_at_checked(4 * (2 + STREAMS))?;
    let (lengths, _) = lengths.as_chunks::<4>();
    let mut lengths = lengths.iter().map(|length| u32::from_le_bytes(*length) as usize);
    let (begin, end) = (lengths.next()?, lengths.next()?);
    let (before, mut rest) = rest.split_at_checked(begin)?;
    let mut streams = [const { [].as_slice() }; STREAMS].map(<[u8]>::iter);
    for (stream, length) in streams.iter_mut().zip(lengths) {
        let (bytes, behind) = rest.split_at_checked(length)?;
        (*stream, rest) = (bytes.iter(), behind);
    }
    let mut joining =
        Joining { streams, module: Vec::with_capacity(apart.len() + apart.len() / 64), function: Vec::new() };
    joining.module.extend(before);
    walk(&mut joining, end)?;
    joining.module.extend(texts::join(rest)?);
    Some(joining.module)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module whose code holds one function of these bytes behind its locals.
    fn module(instructions: &[u8]) -> Vec<u8> {
        let body = [&[1, 2, 0x7f], instructions].concat();
        let code = [&[1, u8::try_from(body.len()).unwrap()], body.as_slice()].concat();
        let code = [&[CODE, u8::try_from(code.len()).unwrap()], code.as_slice()].concat();
        [b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0", code.as_slice(), &[11, 1, 0]].concat()
    }

    #[test]
    fn every_kind_of_instruction_comes_back() {
        for instructions in [
            &[0x0b][..],
            &[0x02, 0x40, 0x0c, 0, 0x0b, 0x0b],
            &[0x0e, 2, 0, 0, 0, 0x0b],
            &[0x10, 0x80, 1, 0x11, 0, 0, 0x1c, 1, 0x7f, 0x0b],
            &[0x20, 1, 0x28, 2, 0x90, 1, 0x41, 0xff, 0xff, 3, 0x42, 0x7f, 0x0b],
            &[0x43, 1, 2, 3, 4, 0x44, 1, 2, 3, 4, 5, 6, 7, 8, 0x0b],
            &[0xfc, 10, 0, 0, 0xfc, 11, 0, 0xfc, 2, 0xd0, 0x70, 0x0b],
            &[0xfd, 0, 4, 16, 0xfd, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 0xfd, 21, 3, 0x0b],
            &[0xfd, 84, 0, 8, 1, 0xfd, 92, 2, 8, 0xfd, 0x8e, 1, 0x0b],
        ] {
            let module = module(instructions);
            let apart = split(&module).unwrap();
            assert_eq!(join(&apart).as_ref(), Some(&module), "{instructions:x?}");
            for cut in 0..apart.len() - 3 {
                assert_eq!(join(&apart[..cut]), None, "{instructions:x?} cut at {cut}");
            }
        }
    }

    #[test]
    fn locals_offsets_and_constants_each_stand_together() {
        let apart =
            split(&module(&[0x20, 9, 0x28, 2, 8, 0x41, 7, 0x20, 10, 0x36, 2, 24, 0x28, 2, 16, 0x41, 6, 0x0b])).unwrap();
        let behind = texts::split(&[11, 1, 0]).unwrap();
        assert!(apart.ends_with(&[&[1, 2, 0x7f, 9, 10, 8, 16, 24, 7, 6], behind.as_slice()].concat()), "{apart:x?}");
    }

    #[test]
    fn what_ends_within_an_instruction_or_has_no_code_is_refused() {
        assert_eq!(split(&module(&[0x0b, 0x41])), None);
        assert_eq!(split(b"\0asm\x01\0\0\0"), None);
    }
}
