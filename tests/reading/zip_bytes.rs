//! ZIPs for tests, honest and not.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

/// A ZIP of the given files.
pub(crate) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        // OpenDocument keeps its type readable.
        let method =
            if *name == "mimetype" { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A deflate stream of about `length` zeros, 158 times smaller, made without deflating anything: one literal zero,
/// then matches of length 258 at distance 1, which are 13 bits each in the fixed code.
pub(crate) fn zeros_deflated(length: u64) -> Vec<u8> {
    // Final block, fixed code, literal 0 (00110000); then 11000101 00000 eight times is 13 bytes, bit order reversed.
    let mut bits: Vec<bool> = vec![true, true, false];
    bits.extend("00110000".chars().map(|bit| bit == '1'));
    let one: Vec<bool> = "1100010100000".chars().map(|bit| bit == '1').collect();
    let packed = |bits: &[bool]| -> Vec<u8> {
        bits.chunks(8).map(|chunk| chunk.iter().enumerate().map(|(place, bit)| u8::from(*bit) << place).sum()).collect()
    };
    // Eleven bits stand before; the pattern repeats every 13 bytes from there.
    let lead = bits.len() % 8;
    let repeated: Vec<bool> = one.iter().copied().cycle().take(13 * 8 * 2).collect();
    let mut whole: Vec<bool> = bits.clone();
    whole.extend(&repeated);
    let head = packed(&whole[..8]);
    let shifted: Vec<bool> = whole[8..8 + 13 * 8].to_vec();
    assert_eq!(lead, 3);
    let chunk = packed(&shifted);
    let chunks = usize::try_from(length / (8 * 258)).unwrap();
    let mut stream = head;
    stream.extend(chunk.iter().copied().cycle().take(chunk.len() * chunks));
    // The last bytes do not end the block properly: a bomb need not.
    stream
}

/// A ZIP of one deflated member that declares the given size (ZIP64), without its data being checked.
pub(crate) fn declared(name: &str, stream: &[u8], size: u64) -> Vec<u8> {
    let packed = (stream.len() as u64).to_le_bytes();
    let extra = [&[1, 0, 16, 0], size.to_le_bytes().as_slice(), packed.as_slice()].concat();
    let fields = |signature: &[u8; 4], versions: &[u8]| {
        let mut header = signature.to_vec();
        header.extend(versions);
        header.extend([0, 0, 8, 0, 0, 0, 0x21, 0x50, 0, 0, 0, 0]);
        header.extend([0xFF; 8]);
        header.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        header.extend(u16::try_from(extra.len()).unwrap().to_le_bytes());
        header
    };
    let local = [fields(b"PK\x03\x04", &[45, 0]), name.as_bytes().to_vec(), extra.clone()].concat();
    let central =
        [fields(b"PK\x01\x02", &[45, 0, 45, 0]), vec![0; 14], name.as_bytes().to_vec(), extra.clone()].concat();
    let offset = u32::try_from(local.len() + stream.len()).unwrap();
    let length = u32::try_from(central.len()).unwrap();
    let mut end = b"PK\x05\x06\0\0\0\0\x01\0\x01\0".to_vec();
    end.extend(length.to_le_bytes());
    end.extend(offset.to_le_bytes());
    end.extend([0, 0]);
    [local, stream.to_vec(), central, end].concat()
}
