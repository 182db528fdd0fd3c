import Assessment

/// The reports of one moment, as their index lists them.
package struct ReportGroup: Sendable {
    /// `End of day`.
    package let heading: String
    package let anchor: String
    /// Who reads them and why; what is not there yet.
    package let paragraphs: [String]
    package let reports: [StakeholderReport]
}

extension Report {
    /// Every report by moment, in the order in which they come during a plan.
    package var reportGroups: [ReportGroup] {
        StakeholderReport.Moment.allCases.map { moment in
            ReportGroup(
                heading: moment.heading, anchor: slug(moment.heading),
                paragraphs: [moment.explanation] + (moment == .milestone ? milestonesToCome : []),
                reports: stakeholders.filter { $0.moment == moment })
        }
    }

    private var milestonesToCome: [String] {
        if timeline.phases.isEmpty { return ["No phase stands in these documents."] }
        let open = timeline.phases.filter { $0.verdict != PhaseVerdict.done.rawValue }
        guard !open.isEmpty else { return ["All phases are done."] }
        let (names, _) = open.map { phase in
            "\([phase.label, phase.name].compactMap(\.self).joined(separator: ": ")) (\(phase.status.word.lowercased()))"
        }.limited(to: 5, "phase", "the status page")
        let more = open.count > names.count ? ["\(open.count - names.count) more"] : []
        return ["Still to come: \(enumerated(names + more))."]
    }
}

extension StakeholderReport.Moment {
    fileprivate var heading: String {
        switch self {
        case .hourly: "Every hour"
        case .endOfDay: "End of day"
        case .milestone: "Milestones"
        case .success: "Success"
        case .lessons: "Lessons"
        }
    }

    fileprivate var explanation: String {
        switch self {
        case .hourly: "For those who act within the hour; everybody else has the status page."
        case .endOfDay: "The same day in the words of each audience. Until its last task is over, it says so far."
        case .milestone: "One for each phase that is done, read by everybody."
        case .success: "Read by everybody; final when the plan has ended, until then it says what is missing."
        case .lessons: "The facts, with room for what only people can say."
        }
    }
}
