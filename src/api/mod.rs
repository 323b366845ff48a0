//! What the page asks of its worker: plain types in and out, no logic. A call is added here and nowhere else
//! (docs/ARCHITECTURE.md, "How a call is added").

pub mod border;
pub mod inquiry;
pub mod procedures;
pub mod reading;
pub mod review;
pub mod towns;

use border::Known;

/// Every call that the worker answers.
const CALLS: [Known; 43] = [
    Known::call::<inquiry::Departments>(),
    Known::call::<inquiry::SendInquiry>(),
    Known::call::<inquiry::Prepare>(),
    Known::call::<inquiry::ReadDepartments>(),
    Known::call::<inquiry::ShowInquiry>(),
    Known::call::<inquiry::WriteBooks>(),
    Known::call::<inquiry::Disputes>(),
    Known::call::<inquiry::HoldsAnswers>(),
    Known::call::<inquiry::Merge>(),
    Known::call::<inquiry::PlanAnswers>(),
    Known::call::<inquiry::ReadAnswers>(),
    Known::call::<inquiry::Sections>(),
    Known::call::<inquiry::Summarise>(),
    Known::call::<procedures::OpenList>(),
    Known::call::<procedures::ReadAgain>(),
    Known::call::<procedures::WriteWorkbook>(),
    Known::call::<reading::InspectFiles>(),
    Known::call::<reading::ReadFiles>(),
    Known::call::<review::Advise>(),
    Known::call::<review::Classify>(),
    Known::call::<review::Clear>(),
    Known::call::<review::CountAll>(),
    Known::call::<review::Export>(),
    Known::call::<review::FindGone>(),
    Known::call::<review::FindRepeats>(),
    Known::call::<review::InScope>(),
    Known::call::<review::Judge>(),
    Known::call::<review::SendJudgements>(),
    Known::call::<review::Measure>(),
    Known::call::<review::Members>(),
    Known::call::<review::Open>(),
    Known::call::<review::Reach>(),
    Known::call::<review::Report>(),
    Known::call::<review::Rows>(),
    Known::call::<review::Saving>(),
    Known::call::<review::Selection>(),
    Known::call::<review::ShowClause>(),
    Known::call::<review::Step>(),
    Known::call::<review::Take>(),
    Known::call::<review::Targets>(),
    Known::call::<review::CountAmendments>(),
    Known::call::<review::WritePaper>(),
    Known::call::<towns::ReadTowns>(),
];

#[cfg(test)]
mod tests {
    use super::CALLS;
    use super::border::Known;

    #[test]
    fn every_call_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<_> = CALLS.iter().map(Known::name).collect();
        assert_eq!(names.len(), CALLS.len());
    }
}
