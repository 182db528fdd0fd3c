import Assessment
import Plan
import SourceText

/// Every sheet of a plan: one for each document that has task items, one for each phase and each role that has any.
struct ChecklistSheets {
    let ofDocuments: [ChecklistReport]
    /// Of the phases in their order, then of the roles by their names.
    let acrossDocuments: [ChecklistReport]

    init(plan: Plan, assessment: Assessment, context: ReportContext) {
        let making = SheetMaking(plan: plan, assessment: assessment, context: context)
        var names = SheetNames()
        ofDocuments = making.paths.compactMap { making.sheet(of: $0, &names) }
        acrossDocuments =
            plan.phases.compactMap { making.sheet(of: $0, &names) } + making.roles.map { making.sheet(of: $0, &names) }
    }
}

/// Names of files, made of content alone.
struct SheetNames {
    private var taken: Set<String> = []
    /// Bytes; a file's name may have 100 with its ending and what stands before it.
    private static let longest = 72

    /// - Parameters:
    ///   - prefix: `phase-`, or nothing.
    ///   - key: What is named; two that look alike in a file's name are told apart by its digest.
    mutating func name(_ prefix: String, _ text: some StringProtocol, key: String) -> String {
        let words = slug(text).prefix(Self.longest)
        let plain = prefix + (words.hasSuffix("-") ? words.dropLast() : words)
        if !words.isEmpty, taken.insert(plain).inserted { return plain }
        let digest = SHA256.hex(key.utf8)
        var length = 6
        var candidate = plain
        repeat {
            candidate = (words.isEmpty ? (prefix.isEmpty ? "checklist-" : prefix) : "\(plain)-") + digest.prefix(length)
            length += 1
        } while !taken.insert(candidate).inserted && length <= 64
        return candidate
    }
}

private struct SheetMaking {
    let assessment: Assessment
    let context: ReportContext
    /// Of the documents with items.
    let paths: [String]
    let roles: [Role]
    private let plan: Plan
    private let mask: SecretMask
    private let lists: [ChecklistAssessment]
    private let times: PlannedTimes
    private let titles: [String: String]

    struct Role {
        /// As it is written first.
        let name: String
        let key: String
    }

    init(plan: Plan, assessment: Assessment, context: ReportContext) {
        self.plan = plan
        self.assessment = assessment
        self.context = context
        mask = SecretMask(plan.commands.secrets)
        lists = assessment.checklists.filter { !$0.items.isEmpty }
        times = PlannedTimes(plan: plan, calendar: assessment.clock.calendar, zone: context.zone)
        titles = Dictionary(
            plan.documents.compactMap { document in document.title.map { (document.path, $0) } },
            uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        paths = lists.map(\.checklist.span.path).filter { seen.insert($0).inserted }
        var names: [String: String] = [:]
        for owner in lists.flatMap(\.items).flatMap(\.item.owners) where names[roleKey(owner.value)] == nil {
            names[roleKey(owner.value)] = owner.value
        }
        roles = names.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { Role(name: $1, key: $0) }
    }

    // MARK: Sheets

    func sheet(of path: String, _ names: inout SheetNames) -> ChecklistReport? {
        let own = lists.filter { $0.checklist.span.path == path }
        guard !own.isEmpty else { return nil }
        let stem = path.hasSuffix(".md") ? path.dropLast(3) : path[...]
        var main: [String] = []
        for list in own where !main.contains(groupName(list.checklist)) { main.append(groupName(list.checklist)) }
        let groups = main.map { name in
            let members = own.filter { groupName($0.checklist) == name }
            return group(name, members) { list in
                list.path.isEmpty ? [] : Array(list.path.dropFirst()) + [list.section]
            }
        }
        return report(.document, titles[path] ?? path, names.name("", stem, key: path), own, groups, when: nil)
    }

    /// The lists in a phase's sections, and those of its days.
    func sheet(of phase: Phase, _ names: inout SheetNames) -> ChecklistReport? {
        let own = lists.filter { list in
            (list.checklist.phase ?? list.items.lazy.compactMap { times.phase(of: $0.item) }.first) == phase.id
        }
        guard !own.isEmpty else { return nil }
        let id = phase.id.hasPrefix("phase-") ? phase.id.dropFirst(6) : phase.id[...]
        let title = phase.number == nil && phase.label == nil ? phase.name : "\(phase.title): \(phase.name)"
        return report(
            .phase, title, names.name("phase-", id, key: phase.id), own, byDocument(own), when: phase.timeText)
    }

    func sheet(of role: Role, _ names: inout SheetNames) -> ChecklistReport {
        let own = lists.compactMap { list -> ChecklistAssessment? in
            let items = list.items.filter { $0.item.owners.contains { roleKey($0.value) == role.key } }
            return items.isEmpty ? nil : ChecklistAssessment(checklist: list.checklist, items: items)
        }
        return report(.role, role.name, names.name("role-", role.key, key: role.key), own, byDocument(own), when: nil)
    }

    private func report(
        _ kind: ChecklistReport.Kind, _ title: String, _ name: String, _ lists: [ChecklistAssessment],
        _ groups: [ChecklistReport.Group], when: String?
    ) -> ChecklistReport {
        var seen: Set<String> = []
        let files = lists.map(\.checklist.span.file).filter { seen.insert($0.path).inserted }
        return ChecklistReport(
            kind: kind, title: mask.text(title), name: name,
            sources: files.map {
                ChecklistReport.Source(path: $0.path, digest: String(SHA256.hex($0.bytes).prefix(12)))
            }, groups: groups, when: when, timeZone: context.zone.name, progress: progress(lists.flatMap(\.items)))
    }

    // MARK: Groups

    private func byDocument(_ lists: [ChecklistAssessment]) -> [ChecklistReport.Group] {
        paths.compactMap { path in
            let own = lists.filter { $0.checklist.span.path == path }
            guard !own.isEmpty else { return nil }
            // What stands over all of them goes without saying.
            let shared = commonStart(own.map(\.checklist.path))
            return group(titles[path] ?? path, own) { Array($0.path.dropFirst(shared)) + [$0.section] }
        }
    }

    private func group(
        _ name: String, _ lists: [ChecklistAssessment], headings: (Checklist) -> [String]
    ) -> ChecklistReport.Group {
        ChecklistReport.Group(
            name: mask.text(name),
            sections: lists.map { list in
                let below = headings(list.checklist)
                var depth = -1
                return ChecklistReport.Section(
                    name: below.isEmpty ? nil : mask.text(below.joined(separator: " › ")),
                    items: list.items.map { item in
                        // What lies below nothing stands at the margin.
                        depth = min(max(item.item.depth, 0), 3, depth + 1)
                        return self.item(item, depth: depth)
                    })
            }, progress: progress(lists.flatMap(\.items)))
    }

    private func groupName(_ list: Checklist) -> String { list.path.first ?? list.section }

    private func item(_ item: ItemAssessment, depth: Int) -> ChecklistReport.Item {
        let owners = item.item.owners.map(\.value).joined(separator: ", ")
        return ChecklistReport.Item(
            id: item.item.id, text: mask.text(item.item.text), depth: depth, verdict: item.verdict.rawValue,
            status: Status(item.verdict), isDone: item.verdict == .passed, reason: sentence(mask.text(item.reason)),
            owner: owners.isEmpty ? item.by : owners, planned: times.text(of: item.item), by: item.by,
            time: item.time.map { context.zone.shown($0, now: context.madeAt) }, place: place(item.item.span))
    }
}

/// How many headings all paths begin with.
private func commonStart(_ paths: [[String]]) -> Int {
    guard let first = paths.first else { return 0 }
    return paths.reduce(first.count) { count, path in zip(first.prefix(count), path).prefix { $0 == $1 }.count }
}

/// Names that differ in case or spacing alone are one.
private func roleKey(_ name: String) -> String { name.lowercased().split(separator: " ").joined(separator: " ") }

/// When the days of a plan have an item done.
private struct PlannedTimes {
    private let entries: [SourceSpan: (day: PlanDay, task: PlanTask)]
    private let calendar: PlanCalendar?
    private let zone: PlanZone

    init(plan: Plan, calendar: PlanCalendar?, zone: PlanZone) {
        self.calendar = calendar
        self.zone = zone
        entries = Dictionary(
            plan.days.flatMap { day in day.tasks.map { ($0.span, (day: day, task: $0)) } },
            uniquingKeysWith: { first, _ in first })
    }

    func phase(of item: ChecklistItem) -> String? { entries[item.span]?.day.phase }

    /// `30 Nov, 09:00–09:30`; `Day 8, 09:00–09:30` where no start date is known.
    func text(of item: ChecklistItem) -> String? {
        entries[item.span].map { entry in
            let date = calendar.map { zone.shortDate($0.date(ofDay: entry.day.number)) }
            let times = entry.task.times.map { times in
                times.endText.map { "\(times.startText)–\($0)" } ?? times.startText
            }
            return [date ?? "Day \(entry.day.number)", times].compactMap(\.self).joined(separator: ", ")
        }
    }
}
