import Assessment
import Plan

/// Which sections each audience gets at each moment.
///
/// Hourly reports are for those who act within the hour; everybody else has the status page. The day's end is told to
/// each audience in its own words. A milestone, the final report and the lessons are read by everybody together, from one
/// page each, so that no two audiences hold different figures against each other.
func stakeholderReports(_ facts: StakeholderFacts) -> [StakeholderReport] {
    let regular = layouts.map { $0.report(facts) }
    let done = facts.assessment.phases.filter { $0.verdict == .done }
    let names = distinct(done.map { "milestone-\(slug($0.phase.id).prefix(80))" })
    let milestones = zip(done, names).map { milestone($0, name: $1, facts) }
    let outcome = successOutcome(facts)
    let endings = [
        StakeholderReport(
            moment: .success, audience: nil, name: "success", title: "Success report",
            purpose: "Were the aims reached, and what became better?", status: outcome.status,
            sections: [
                successSection(facts), criteriaSection(facts), beforeAfterSection(facts), timelineSection(facts),
                flagsSection(facts), originSection(facts),
            ]),
        StakeholderReport(
            moment: .lessons, audience: nil, name: "lessons", title: "Lessons learned",
            purpose: "What went otherwise than planned, and what follows from it?",
            status: Status(facts.assessment.verdict),
            sections: [
                verdictSection(facts), timelineSection(facts), latenessSection(facts), alertsSection(facts),
                failuresSection(facts), originSection(facts),
            ] + questionSections),
    ]
    return regular + milestones + endings
}

private struct ReportLayout: Sendable {
    let moment: StakeholderReport.Moment
    let audience: StakeholderReport.Audience
    let purpose: String
    let sections: [@Sendable (StakeholderFacts) -> ReportSection]

    func report(_ facts: StakeholderFacts) -> StakeholderReport {
        let title = moment == .hourly ? "Hourly update" : facts.isDayOver ? "End of day" : "The day so far"
        return StakeholderReport(
            moment: moment, audience: audience,
            name: "\(moment == .hourly ? "hourly" : "end-of-day")-\(audience.rawValue)",
            title: "\(title) for \(audience.rawValue)", purpose: purpose, status: Status(facts.assessment.verdict),
            sections: sections.map { $0(facts) })
    }
}

private let layouts: [ReportLayout] = [
    ReportLayout(
        moment: .hourly, audience: .operations, purpose: "What fires, what is open, and what is the way back?",
        sections: [
            standingSection, measuresSection, triggersSection, openItemsSection, wayBackSection, nextSection,
            originSection,
        ]),
    ReportLayout(
        moment: .hourly, audience: .developers, purpose: "What fails, which flag stands where, and what shows it?",
        sections: [
            standingSection, failingSection, flagsSection, measuresSection, findingsSection, nextSection, originSection,
        ]),
    ReportLayout(
        moment: .endOfDay, audience: .developers, purpose: "What was done today, what fails, and what comes tomorrow?",
        sections: [
            standingSection, todaySection, failingSection, flagsSection, findingsSection, tomorrowSection,
            originSection,
        ]),
    ReportLayout(
        moment: .endOfDay, audience: .operations,
        purpose: "What was done today, what was measured, and what has to be watched tonight?",
        sections: [
            standingSection, todaySection, measuresSection, triggersSection, openItemsSection, wayBackSection,
            tomorrowSection, originSection,
        ]),
    ReportLayout(
        moment: .endOfDay, audience: .business, purpose: "What do users see, and when is the next step?",
        sections: [
            verdictSection, usersSection, todaySummarySection, obstaclesSection, tomorrowSection, originSection,
        ]),
    ReportLayout(
        moment: .endOfDay, audience: .management,
        purpose: "Are we on time, what is the risk, and what is to be decided?",
        sections: [verdictSection, dateSection, riskSection, decisionSection]),
]
