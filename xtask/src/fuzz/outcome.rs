//! What a run of libFuzzer came to, read from its log.

/// Figures of one run.
#[derive(Debug, Default, PartialEq)]
pub struct Outcome {
    /// Minutes it was given.
    pub minutes: f64,
    /// Inputs tried.
    pub executions: u64,
    /// Edges met, and edges there are in the whole program with all its readers.
    pub edges: (u64, u64),
    /// Cases kept for the next run and for the tests.
    pub kept: usize,
    /// Inputs that broke a law.
    pub found: usize,
}

impl Outcome {
    /// The figures of a log; `None` where it ends before the last figures.
    pub fn read(log: &str) -> Option<Self> {
        let number = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u64>().ok();
        let after = |line: &str, mark: &str| number(line.split_once(mark)?.1.trim_start());
        let all = log.lines().find_map(|line| after(line.split_once("Loaded ")?.1, "(")).unwrap_or(0);
        let met = log.lines().rev().find_map(|line| after(line, " cov: "))?;
        let executions = log.lines().rev().find_map(|line| after(line, "stat::number_of_executed_units:"));
        let executions = executions.or_else(|| log.lines().rev().find_map(|line| number(line.strip_prefix('#')?)))?;
        Some(Self { executions, edges: (met, all), ..Self::default() })
    }

    /// The head of the table.
    pub fn heading() -> String {
        "| target | minutes | inputs tried | edges met | cases kept | laws broken |\n|---|---|---|---|---|---|"
            .to_owned()
    }

    /// A line of the table.
    pub fn line(&self, name: &str) -> String {
        let (met, all) = self.edges;
        format!("| {name} | {} | {} | {met} of {all} | {} | {} |", self.minutes, self.executions, self.kept, self.found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "INFO: Loaded 1 modules   (1234 inline 8-bit counters): 1234 [0x1, 0x2),\n\
        #2\tINITED cov: 10 ft: 11 corp: 1/1b exec/s: 0 rss: 30Mb\n\
        #900\tDONE   cov: 56 ft: 99 corp: 7/30b lim: 4 exec/s: 10 rss: 31Mb\n\
        stat::number_of_executed_units: 987\n";

    #[test]
    fn the_last_figures_of_a_log_are_read() {
        let read = Outcome::read(LOG).unwrap();
        assert_eq!((read.executions, read.edges), (987, (56, 1234)));
    }

    #[test]
    fn a_log_that_broke_off_gives_the_inputs_of_its_last_line_and_an_empty_one_nothing() {
        let (broken, _) = LOG.split_once("stat::").unwrap();
        assert_eq!(Outcome::read(broken).unwrap().executions, 900);
        assert_eq!(Outcome::read("error"), None);
    }
}
