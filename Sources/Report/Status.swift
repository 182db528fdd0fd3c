package import Assessment
import Observations

/// A verdict as every output shows it: a word, a shape and a tone. The word alone must be enough.
package struct Status: Sendable, Hashable {
    /// What a colour would say. `none` is grey: nothing is known or nothing is due.
    package enum Tone: String, Sendable, CaseIterable { case ok, off, alert, crit, active, none }
    /// Which shape stands beside the word; every one differs in outline, so that it reads without colour.
    package enum Symbol: String, Sendable, CaseIterable { case check, diamond, triangle, octagon, dashed, half, circle }

    /// `On target`.
    package let word: String
    package let tone: Tone
    package let symbol: Symbol

    package init(_ word: String, _ tone: Tone, _ symbol: Symbol) {
        self.word = word
        self.tone = tone
        self.symbol = symbol
    }
}

extension Status {
    package init(_ verdict: KPIVerdict) {
        switch verdict {
        case .onTarget: self.init("On target", .ok, .check)
        case .offTarget: self.init("Off target", .off, .diamond)
        case .alert: self.init("Alert", .alert, .triangle)
        case .critical: self.init("Critical", .crit, .octagon)
        case .stale: self.init("Stale", .none, .dashed)
        case .noData: self.init("No data", .none, .dashed)
        }
    }

    package init(_ verdict: ItemVerdict) {
        switch verdict {
        case .passed: self.init("Passed", .ok, .check)
        case .failed: self.init("Failed", .alert, .triangle)
        case .blocked: self.init("Blocked", .off, .diamond)
        case .skipped: self.init("Skipped", .none, .dashed)
        case .pending: self.init("Pending", .none, .circle)
        }
    }

    package init(_ verdict: PhaseVerdict) {
        switch verdict {
        case .done: self.init("Done", .ok, .check)
        case .inProgress: self.init("In progress", .active, .half)
        case .late: self.init("Late", .off, .diamond)
        case .notStarted: self.init("Not started", .none, .circle)
        case .unknown: self.init("Unknown", .none, .dashed)
        }
    }

    /// A phase that is itself reported as failed or blocked says so beside its verdict.
    package init(_ phase: PhaseAssessment) {
        let status = Status(phase.verdict)
        switch phase.reported?.status {
        case .failed?: self.init("\(status.word), failed", .alert, .triangle)
        case .blocked?: self.init("\(status.word), blocked", .off, .diamond)
        case .passed?, .skipped?, .pending?, nil: self = status
        }
    }

    package init(_ verdict: FlagVerdict) {
        switch verdict {
        case .asPlanned: self.init("As planned", .ok, .check)
        case .behind: self.init("Behind", .off, .diamond)
        case .ahead: self.init("Ahead", .off, .diamond)
        case .unknown: self.init("Unknown", .none, .dashed)
        case .notDue: self.init("Not due", .none, .circle)
        }
    }

    package init(_ verdict: PlanVerdict) {
        switch verdict {
        case .critical: self.init("Critical", .crit, .octagon)
        case .alert: self.init("Alert", .alert, .triangle)
        case .unknown: self.init("Unknown", .none, .dashed)
        case .offPlan: self.init("Off plan", .off, .diamond)
        case .onPlan: self.init("On plan", .ok, .check)
        }
    }
}
