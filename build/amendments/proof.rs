//! Pattern + before = after: the proof of a pattern by the precedents that it names.

use super::engine::pattern::{Pattern, Slot};
use super::engine::{Compiled, Hand, Wording, apply};
use super::patterns;
use super::schema::{self, Proof, Provision};

/// What an amendment of the same text may not hold if it is to be set aside: the pattern itself has to bring it.
const BROUGHT: [&str; 6] = ["インターネット", "ウェブサイト", "自動公衆送信", "電磁的記録媒体", "テレビ電話", "送受信"];

/// What is wrong with the proof of a pattern.
pub fn prove(written: &schema::Pattern, shared: &'static [Slot], precedents: &[Provision]) -> Vec<String> {
    let place = format!("data/amendments/patterns: {}", written.id);
    let pattern = match patterns::pattern(written, shared) {
        Ok(pattern) => pattern,
        Err(wrong) => return vec![format!("{place}: {wrong}")],
    };
    let compiled = match Compiled::new(pattern) {
        Ok(compiled) => compiled,
        Err(wrong) => return vec![format!("{place}: {wrong}")],
    };
    let proofs = written.proof.iter().filter_map(|proof| {
        let precedent = precedents.iter().find(|precedent| precedent.id == proof.id)?;
        proves(pattern, &compiled, proof, precedent).err()
    });
    let companions = pattern.companions.iter().filter_map(|companion| {
        let precedent = precedents.iter().find(|precedent| precedent.id == companion.proof)?;
        let made = companion.quoted(&precedent.before, Hand::of(&precedent.before, ""), false).pop();
        let right = made == Some((precedent.before.clone(), precedent.after.clone()));
        (!right).then(|| format!("{}: the words quoted are not those of {}: {made:?}", companion.find, precedent.id))
    });
    proofs.chain(companions).map(|wrong| format!("{place}: {wrong}")).collect()
}

fn proves(pattern: &'static Pattern, compiled: &Compiled, proof: &Proof, precedent: &Provision) -> Result<(), String> {
    let id = &proof.id;
    let before = without_asides(proof, &precedent.before)?;
    for (choice, option) in &proof.choose {
        let known = pattern
            .choices
            .iter()
            .any(|known| known.name == choice && known.options.iter().any(|known| known.id == option));
        if !known {
            return Err(format!("{id}: {choice} = {option} is no choice"));
        }
    }
    let hand = Hand::of(&before, &precedent.article);
    let wording = Wording {
        heading: &precedent.law,
        text: &before,
        before: &[],
        after: &[],
        hand: Hand { large_tsu: hand.large_tsu || proof.large_tsu, ..hand },
        chosen: &proof.choose,
        given: &proof.fill,
    };
    let rewritten = compiled.rewrite(&wording).map_err(|misfit| format!("{id}: does not fit: {misfit:?}"))?;
    let made = apply(&before, &rewritten);
    if made == precedent.after {
        return Ok(());
    }
    Err(format!("{id}: pattern + before is not after\n  made  {made}\n  after {}", precedent.after))
}

/// The text with other amendments made that the same pair holds.
fn without_asides(proof: &Proof, before: &str) -> Result<String, String> {
    let mut text = before.to_owned();
    for (old, new) in &proof.aside {
        if BROUGHT.iter().any(|brought| new.contains(brought)) {
            return Err(format!("{}: {new:?} is what the pattern itself has to bring", proof.id));
        }
        if text.matches(old.as_str()).count() != 1 {
            return Err(format!("{}: {old:?} does not stand once", proof.id));
        }
        text = text.replacen(old.as_str(), new, 1);
    }
    Ok(text)
}
