//! What is changed in a clause that refers to the amended one: the words that a real 改め文 quoted, in the hand of the ordinance.

use super::find::find_all;
use super::hand::Hand;
use super::pattern::Companion;
use super::template::Template;

impl Companion {
    /// The words quoted and what they become, each once; `clause` tells whether the text is a clause, in which what follows is asked too.
    #[must_use]
    pub fn quoted(&self, text: &str, hand: Hand, clause: bool) -> Vec<(String, String)> {
        let Ok(template) = Template::parse(self.find) else { return Vec::new() };
        let letters: Vec<char> = text.chars().collect();
        let mut quoted = Vec::new();
        for found in find_all(&template, &letters) {
            let behind: String = letters.iter().skip(found.end).take(self.followed.chars().count()).collect();
            if clause && behind != self.followed {
                continue;
            }
            let old: String = letters.iter().skip(found.start).take(found.end - found.start).collect();
            let pair = (old, hand.write(self.put));
            if !quoted.contains(&pair) {
                quoted.push(pair);
            }
        }
        quoted
    }
}
