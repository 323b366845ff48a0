//! Character references of HTML: numeric ones, and the named ones that pages of ordinances use.

use std::borrow::Cow;

/// Names and code points (hexadecimal) after the HTML standard; other names stay as written.
const NAMES: &str = "amp 26 lt 3C gt 3E quot 22 apos 27 nbsp A0 iexcl A1 cent A2 pound A3 curren A4 yen A5 brvbar A6 sect A7 \
    uml A8 copy A9 ordf AA laquo AB not AC shy AD reg AE macr AF deg B0 plusmn B1 sup2 B2 sup3 B3 acute B4 \
    micro B5 para B6 middot B7 cedil B8 sup1 B9 ordm BA raquo BB frac14 BC frac12 BD frac34 BE iquest BF \
    times D7 divide F7 Agrave C0 Aacute C1 Acirc C2 Atilde C3 Auml C4 Aring C5 AElig C6 Ccedil C7 Egrave C8 \
    Eacute C9 Ecirc CA Euml CB Igrave CC Iacute CD Icirc CE Iuml CF Ntilde D1 Ograve D2 Oacute D3 Ocirc D4 \
    Otilde D5 Ouml D6 Oslash D8 Ugrave D9 Uacute DA Ucirc DB Uuml DC szlig DF agrave E0 aacute E1 acirc E2 \
    atilde E3 auml E4 aring E5 aelig E6 ccedil E7 egrave E8 eacute E9 ecirc EA euml EB igrave EC iacute ED \
    icirc EE iuml EF ntilde F1 ograve F2 oacute F3 ocirc F4 otilde F5 ouml F6 oslash F8 ugrave F9 uacute FA \
    ucirc FB uuml FC Alpha 391 Beta 392 Gamma 393 Delta 394 Epsilon 395 Zeta 396 Eta 397 Theta 398 Iota 399 \
    Kappa 39A Lambda 39B Mu 39C Nu 39D Xi 39E Omicron 39F Pi 3A0 Rho 3A1 Sigma 3A3 Tau 3A4 Upsilon 3A5 Phi 3A6 \
    Chi 3A7 Psi 3A8 Omega 3A9 alpha 3B1 beta 3B2 gamma 3B3 delta 3B4 epsilon 3B5 zeta 3B6 eta 3B7 theta 3B8 \
    iota 3B9 kappa 3BA lambda 3BB mu 3BC nu 3BD xi 3BE omicron 3BF pi 3C0 rho 3C1 sigmaf 3C2 sigma 3C3 tau 3C4 \
    upsilon 3C5 phi 3C6 chi 3C7 psi 3C8 omega 3C9 ensp 2002 emsp 2003 thinsp 2009 zwnj 200C zwj 200D lrm 200E \
    rlm 200F ndash 2013 mdash 2014 lsquo 2018 rsquo 2019 sbquo 201A ldquo 201C rdquo 201D bdquo 201E \
    dagger 2020 Dagger 2021 bull 2022 hellip 2026 permil 2030 prime 2032 Prime 2033 lsaquo 2039 rsaquo 203A \
    oline 203E frasl 2044 euro 20AC trade 2122 larr 2190 uarr 2191 rarr 2192 darr 2193 harr 2194 lArr 21D0 \
    uArr 21D1 rArr 21D2 dArr 21D3 hArr 21D4 forall 2200 part 2202 exist 2203 empty 2205 nabla 2207 isin 2208 \
    notin 2209 ni 220B prod 220F sum 2211 minus 2212 lowast 2217 radic 221A prop 221D infin 221E ang 2220 \
    and 2227 or 2228 cap 2229 cup 222A int 222B there4 2234 sim 223C cong 2245 asymp 2248 ne 2260 equiv 2261 \
    le 2264 ge 2265 sub 2282 sup 2283 nsub 2284 sube 2286 supe 2287 oplus 2295 otimes 2297 perp 22A5 sdot 22C5 \
    lceil 2308 rceil 2309 lfloor 230A rfloor 230B loz 25CA spades 2660 clubs 2663 hearts 2665 diams 2666 \
    circ 2C6 tilde 2DC star 2606 starf 2605 phone 260E check 2713 cross 2717 male 2642 female 2640 sharp 266F \
    natural 266E flat 266D square 25A1 squ 25A1 blk14 2591 num 23 lpar 28 rpar 29 comma 2C period 2E colon 3A \
    semi 3B quest 3F excl 21 commat 40 lsqb 5B rsqb 5D lbrack 5B rbrack 5D lcub 7B rcub 7D lbrace 7B rbrace 7D \
    plus 2B equals 3D ast 2A sol 2F bsol 5C Hat 5E lowbar 5F verbar 7C vert 7C dollar 24 percnt 25 horbar 2015 \
    hyphen 2010 dash 2010 numsp 2007 puncsp 2008 hairsp 200A NoBreak 2060 ZeroWidthSpace 200B boxh 2500 \
    boxv 2502 bigcirc 25EF cir 25CB xcirc 25EF bigstar 2605 Tab 9 NewLine A nldr 2025";

/// Names that pages write without their semicolon, as the standard lets them.
const BARE: [&str; 9] = ["nbsp", "amp", "lt", "gt", "quot", "copy", "reg", "yen", "times"];
/// What Windows-1252 has in the places 80 to 9F, which numbers of old pages mean.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
/// Longest reference, `&ZeroWidthSpace;`, and a margin.
const LONGEST: usize = 20;

/// Text with its references resolved.
pub(super) fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut parts = text.split('&');
    let mut resolved = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if let Some((value, rest)) = reference(part) {
            resolved.push(value);
            resolved.push_str(rest);
        } else {
            resolved.push('&');
            resolved.push_str(part);
        }
    }
    Cow::Owned(resolved)
}

/// The value of a reference and what follows it.
fn reference(text: &str) -> Option<(char, &str)> {
    let head = text.strip_prefix('#').unwrap_or(text);
    let end = head.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(head.len());
    let (name, rest) = head.split_at_checked(end).filter(|(name, _)| name.len() <= LONGEST)?;
    let closed = rest.strip_prefix(';');
    if text.starts_with('#') {
        return Some((numeric(name)?, closed.unwrap_or(rest)));
    }
    match closed {
        Some(rest) => Some((named(name)?, rest)),
        None => BARE.iter().find_map(|bare| Some((named(bare)?, head.strip_prefix(bare)?))),
    }
}

fn named(name: &str) -> Option<char> {
    let mut names = NAMES.split_ascii_whitespace();
    while let (Some(known), Some(code)) = (names.next(), names.next()) {
        if known == name {
            return char::from_u32(u32::from_str_radix(code, 16).ok()?);
        }
    }
    None
}

fn numeric(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => number.parse().ok()?,
    };
    match code {
        0x80..=0x9F => WINDOWS.chars().nth(code as usize - 0x80),
        _ => char::from_u32(code),
    }
}
