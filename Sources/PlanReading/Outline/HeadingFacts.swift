import Plan
import SourceText

/// What a title says of phases and days.
///
/// An object: every reader asks it of every section.
final class HeadingFacts: Sendable {
    let phase: PhaseHeading?
    let day: DayHeading?

    init(phase: PhaseHeading?, day: DayHeading?) {
        self.phase = phase
        self.day = day
    }

    /// - Parameter goesBack: the title stands below one on rollbacks, whose stages are no phases of the plan.
    init(_ title: ReadText, goesBack: Bool) {
        phase = goesBack ? nil : PhaseHeading(title)
        day = phase == nil ? DayHeading(title) : nil
    }

    /// Of a section that states nothing of the plan.
    static let none = HeadingFacts(phase: nil, day: nil)

    var isEmpty: Bool { phase == nil && day == nil }
}
