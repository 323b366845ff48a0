//! The core as text, as small as it gets: LZMA, whose long memory finds again what deflate has forgotten after 32 KB.
//!
//! What unpacks it is small and packed as browsers unpack it. Browsers unpack no better format than gzip by themselves; the package `unpack` does it in the page.

use std::io::Write as _;

use anyhow::{Context, Result, ensure};
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaWriter, MfType};
use unpack::{septets, streams, tables};

/// Searched as long as it gains anything: the page is built once and carried often.
const OPTIONS: LzmaOptions = LzmaOptions {
    dict_size: unpack::MEMORY,
    lc: unpack::LITERAL_CONTEXT,
    lp: 0,
    pb: 0,
    mode: EncodeMode::Normal,
    nice_len: 273,
    mf: MfType::Bt4,
    depth_limit: 1000,
    preset_dict: None,
};

/// gzip, for the module that unpacks the other, and how many bytes it is: browsers refuse what follows its end, filling of
/// the text too.
pub fn gzip(bytes: &[u8]) -> Result<(String, usize)> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)?;
    Ok((septets::encode(&packed), packed.len()))
}

/// The module and behind it the views, put apart and packed, and how many bytes they are apart: what stands behind the code of
/// a module goes one way with its data.
pub fn pack_core(module: &[u8], views: &str) -> Result<(String, usize)> {
    let whole = [module, views.as_bytes()].concat();
    let mut blank = whole.clone();
    let places = tables::blank(&mut blank);
    let streams =
        streams::split(&blank).context("the core has instructions that unpack/src/streams.rs does not know")?;
    let apart = [places, streams].concat();
    let packed = pack(&apart)?;
    let size = u32::try_from(apart.len())?;
    ensure!(
        unpack::unpack_core(&packed, size).as_ref() == Some(&whole),
        "the core does not come back from its packing"
    );
    Ok((packed, apart.len()))
}

/// Packs `bytes` without a header: the page is told their number.
pub fn pack(bytes: &[u8]) -> Result<String> {
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &OPTIONS, false).context("packing the core")?;
    writer.write_all(bytes)?;
    Ok(septets::encode(&writer.finish()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back_and_is_packed_the_same_each_time() {
        let bytes: Vec<u8> = (0..200_000_u32).map(|place| place.wrapping_mul(place).to_le_bytes()[1]).collect();
        let packed = pack(&bytes).unwrap();
        assert_eq!(packed, pack(&bytes).unwrap());
        assert_eq!(unpack::unpack(&packed, 200_000), Some(bytes));
    }
}
