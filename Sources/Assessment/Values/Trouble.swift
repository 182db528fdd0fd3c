package import SourceText

/// A part of the plan that keeps it from a better verdict. The verdict, its reasons and what is in the way are all read
/// from one list of these, so that no two of them can differ.
package struct Trouble: Sendable {
    /// What is in trouble.
    package enum Subject: Sendable {
        case indicator(KPIAssessment)
        /// It fires.
        case trigger(TriggerAssessment)
        /// An item of a checklist, or a task of a day.
        case item(ItemAssessment)
        case phase(PhaseAssessment)
        case flag(FlagAssessment)
        /// An input that is missing, that cannot be read whole, or that speaks of nothing in the plan.
        case input(SourceSpan?)
        /// The plan as a whole: nothing speaks for it.
        case evidence
    }
    /// What the whole plan comes to for it: never `on plan`.
    package let verdict: PlanVerdict
    package let subject: Subject
    /// A sentence without full stop that names the subject.
    package let reason: String

    package init(_ verdict: PlanVerdict, _ subject: Subject, _ reason: String) {
        self.verdict = verdict
        self.subject = subject
        self.reason = reason
    }
}
