/// What is wrong with documents and inputs, the loudest first.
func findingsSection(_ facts: StakeholderFacts) -> ReportSection {
    let findings = facts.report.findings
    let rest = findings.errors + findings.warnings + findings.infos - findings.lines.count
    let rows = findings.lines.map { line -> [ReportCell] in
        [
            ReportCell(line.status), "\(line.message)",
            ReportCell(
                ([line.place].compactMap(\.self) + line.related).joined(separator: " · "), orElse: "no one place"),
            "\(line.rule)",
        ]
    }
    return ReportSection(
        "Documents", paragraphs: ["\(findings.summary)."],
        table: rows.isEmpty ? nil : ReportTable(["Severity", "Finding", "Where", "Rule"], rows),
        note: rest > 0 ? "\(counted(rest, "more finding")) \(rest == 1 ? "is" : "are") on the findings page." : nil)
}
