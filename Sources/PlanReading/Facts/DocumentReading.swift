import DataNotations
import MarkdownTree
import Plan
import SourceText

/// What a document's front matter says of the plan.
struct PlanHeader: Sendable {
    var title: Claim<String>?
    var start: Claim<CivilDate>?
    var timezone: Claim<String>?
    var kinds: [DocumentKind] = []
}

extension DocumentOutline {
    /// Front matter as data. What is not YAML, and values that cannot be what their key says, are findings.
    func readHeader() -> (PlanHeader, [Finding]) {
        var header = PlanHeader()
        guard let matter = document.frontMatter, !matter.content.text.trimmed.isEmpty else { return (header, []) }
        let (bindings, findings) = readNotation(NotationInput(matter.content), as: .yaml)
        guard findings.isEmpty, let value = bindings.first?.value else {
            return (header, findings.map(frontMatterFinding))
        }
        guard case .object(let members) = value.kind else {
            return (
                header,
                [frontMatterFinding("front matter is \(value.kind.phrase), not keys with values", at: value.span)]
            )
        }
        var problems: [Finding] = []
        for member in members {
            let text = member.value.stringValue
            switch member.key {
            case "title": header.title = text.map { Claim($0, at: member.value.span, .frontMatter) }
            case "timezone": header.timezone = text.map { Claim($0, at: member.value.span, .frontMatter) }
            case "start":
                if let date = CivilDate(iso: member.value.span.text) {
                    header.start = Claim(date, at: member.value.span, .frontMatter)
                } else {
                    problems.append(
                        frontMatterFinding(
                            "'start' is '\(member.value.span.text)', not a date such as 2026-11-23",
                            at: member.value.span))
                }
            case "kind", "kinds":
                let names = text.map { [$0] } ?? member.value.elements.compactMap(\.stringValue)
                header.kinds = names.compactMap { DocumentKind(rawValue: $0.lowercased()) }
            default: break
            }
        }
        return (header, problems)
    }

    private func frontMatterFinding(_ finding: Finding) -> Finding {
        frontMatterFinding(
            "front matter cannot be read as YAML: \(finding.message)", at: finding.span ?? document.frontMatter?.span)
    }

    private func frontMatterFinding(_ message: String, at span: SourceSpan?) -> Finding {
        Finding(
            rule: "front-matter-unreadable", severity: .error, message: message, at: span,
            help: "correct the YAML between the '---' lines, or remove them", identity: [source.path, message])
    }

    /// The document with its kinds, links and anchors.
    func readDocument(
        header: PlanHeader, facts: KindEvidence, suppressions: [Suppression]
    ) -> PlanDocument {
        let title = sections.first { $0.level == 1 }?.title.text ?? header.title?.value
        var links: [DocumentLink] = []
        for node in document.links {
            switch node.kind {
            case .link(let destination, _), .image(let destination, _):
                links.append(DocumentLink(destination: destination, text: node.plainText.text, span: node.span))
            default: break
            }
        }
        let anchors = readAnchors()
        return PlanDocument(
            source: source, title: title, kinds: header.kinds.isEmpty ? kinds(facts, title: title) : header.kinds,
            links: links, anchors: anchors.headings, sections: readSections(), heldTimes: readHeldTimes(),
            lengths: readPlanLengths(), times: readTimes(), work: forPreview { readPhaseWork() },
            sums: forPreview { readAnnouncedSums() },
            suppressions: suppressions, namedAnchors: anchors.others, fileMentions: readFileMentions(),
            gaps: readGaps(), waysBack: readWaysBack(), codeNames: readCodeNames())
    }

    private func readTimes() -> DocumentTimes {
        let calendar = readCalendar()
        return DocumentTimes(
            timetables: readTimetables(), datedDays: calendar.days, weekdays: calendar.weekdays,
            phaseCounts: readPhaseCounts(), launches: readLaunchTimes(), windows: readWindowTimes(),
            holds: forPreview { readShareHolds() }, dayBlocks: forPreview { readDayBlocks() })
    }

    private func readDayBlocks() -> [Claim<DayBlock>] {
        planSections.compactMap { section in
            guard let day = headings[section.index].day, day.lastNumber > day.number,
                !stands(section, under: .rollback)
            else { return nil }
            return Claim(DayBlock(days: day.number...day.lastNumber, title: day.title), at: day.numberSpan, .heading)
        }
    }

    /// From what the document contains, then its title, then its name; the loudest first.
    private func kinds(_ facts: KindEvidence, title: String?) -> [DocumentKind] {
        let name = source.path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
        let classes = style.vocabulary.classes(ofName: title ?? "").union(
            style.vocabulary.classes(ofName: name ?? ""))
        var scores: [DocumentKind: Int] = [:]
        func add(_ kind: DocumentKind, _ score: Int) { scores[kind, default: 0] += score }
        let items = facts.checklists.reduce(0) { $0 + $1.items.count }
        if facts.phases > 0 { add(.strategy, min(facts.phases, 5) + facts.thresholds / 2) }
        if facts.days >= 2 { add(.timeline, min(facts.days, 14) * 2) }
        if facts.procedures.count >= 1 {
            add(.rollback, facts.procedures.count * 2 + facts.procedures.reduce(0) { $0 + $1.steps.count } / 3)
        }
        if items >= 5 { add(.checklist, min(items / 5, 8)) }
        let named: [(DocumentKind, WordClass)] = [
            (.strategy, .strategy), (.timeline, .timeline), (.rollback, .rollback), (.checklist, .checklist),
            (.runbook, .runbook),
        ]
        for (kind, name) in named where classes.contains(name) { add(kind, 10) }
        let kinds = DocumentKind.allCases.filter { scores[$0, default: 0] >= 4 }
            .sorted { scores[$0, default: 0] > scores[$1, default: 0] }
        return kinds.isEmpty ? [.other] : kinds
    }
}
