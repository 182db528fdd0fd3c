import Assessment
import Plan

/// Every flag, planned against reported; those that need a look first.
func flagsSection(_ facts: StakeholderFacts) -> ReportSection {
    flagTable("Flags", facts.report.flags.all, empty: "No feature flag stands in these documents.", facts)
}

/// - Parameter empty: What is said where there is none.
func flagTable(_ heading: String, _ flags: [FlagReport], empty: String, _ facts: StakeholderFacts) -> ReportSection {
    let (rows, note) = flags.map { flag -> [ReportCell] in
        [
            "\(flag.name)", "\(flag.plannedText)", "\(flag.actualText)", ReportCell(flag.status),
            "\(flag.reason)",
        ]
    }.limited("flag", "the status page")
    return ReportSection(
        heading, paragraphs: rows.isEmpty ? [empty] : [],
        table: rows.isEmpty ? nil : ReportTable(["Flag", "#Planned", "#Reported", "State", "Why"], rows), note: note)
}

/// What users have of the plan today: how many of them, as reported, and who comes when.
func usersSection(_ facts: StakeholderFacts) -> ReportSection {
    let flags = facts.report.flags.all
    let reported = flags.filter { $0.actualNumber != nil }
    let on = reported.filter { ($0.actualNumber ?? 0) > 0 }
    var paragraphs: [String] = []
    if flags.isEmpty {
        paragraphs.append("No feature flag stands in these documents, so what users see cannot be told from here.")
    } else if reported.isEmpty {
        paragraphs.append("Nothing reports the flags, so what users see is not known.")
    } else {
        let none =
            "\(counted(reported.count, "reported flag")) \(reported.count == 1 ? "is" : "are") off: users see nothing new."
        paragraphs.append(
            on.isEmpty
                ? "The \(none)"
                : "\(on.count) of \(counted(flags.count, "flag")) \(isOrAre(on.count, of: flags.count)) on for some or all users."
        )
        let silent = flags.count - reported.count
        if silent > 0 {
            paragraphs.append(
                "Of \(counted(silent, "flag")) nothing reports whether users see \(silent == 1 ? "it" : "them").")
        }
    }
    let due = flags.filter { $0.plannedNumber != nil || ($0.actualNumber ?? 0) > 0 }
    let (rows, note) = due.map { flag -> [ReportCell] in
        [
            "\(flag.name)", "\(flag.actualText)", "\(flag.plannedText)", ReportCell(flag.status),
            ReportCell(flag.next, orElse: "no further step"),
        ]
    }.limited("flag", "the status page")
    let (waves, _) = facts.plan.userWaves.map { ReportLine($0.name, $0.text == $0.name ? nil : $0.text) }
        .limited(to: 10, "wave", "the documents")
    return ReportSection(
        "What users see", paragraphs: paragraphs,
        table: rows.isEmpty ? nil : ReportTable(["Flag", "#Users have it", "#Planned", "State", "Next step"], rows),
        lines: waves, note: note ?? (waves.isEmpty ? nil : "The list gives the order in which users are let in."))
}

extension FlagReport {
    /// `60%`, or in words that no stage is due.
    var plannedText: String { plannedNumber == nil ? "not due" : planned }
    /// `20% at 13:40 CET`, or in words that nothing reports it.
    var actualText: String {
        actualNumber == nil ? "no data" : reportedAt.map { "\(actual) at \($0.brief)" } ?? actual
    }
}
