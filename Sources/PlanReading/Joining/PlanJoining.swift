package import Plan
import SourceText

extension Plan {
    /// Joins what the documents state into one plan: one entity for each phase, day, flag and measure, with a claim from
    /// every place that tells of it.
    ///
    /// - Parameter facts: one entry a document, in any order; the result does not depend on it.
    package init(joining facts: [DocumentFacts]) {
        let places = facts.map { (rank: $0.rank, path: $0.document.path) }
        let ordered = facts.indices.sorted { places[$0] < places[$1] }.map { facts[$0] }
        let phases = JoinedPhases(ordered.flatMap(\.phases))
        let headers = ordered.map(\.header)
        let documents = ordered.map(\.document)
        let dashboards = ordered.flatMap(\.dashboards)
        let parts = JoinedParts(ordered, dashboards, phases, ScopeIndex(documents, phases.phases))
        self.init(
            title: headers.lazy.compactMap { $0.title?.value }.first ?? ordered.lazy.compactMap(\.document.title).first,
            start: headers.lazy.compactMap { $0.start?.value }.first,
            timezone: headers.lazy.compactMap { $0.timezone?.value }.first,
            origins: PlanOrigins(
                title: headers.lazy.compactMap(\.title).first ?? documents.lazy.compactMap(\.titleHeading).first,
                start: headers.lazy.compactMap(\.start).first, timezone: headers.lazy.compactMap(\.timezone).first),
            documents: documents.sorted { $0.path < $1.path }, phases: phases.phases,
            days: parts.days, flags: parts.flags, switchedNames: parts.switchedNames,
            thresholds: parts.thresholds, triggers: ordered.flatMap { $0.triggers(in: phases) },
            dashboards: dashboards,
            rollbackProcedures: joinProcedures(ordered.flatMap(\.procedures)), checklists: parts.checklists,
            risks: ordered.flatMap(\.risks),
            successCriteria: ordered.flatMap(\.criteria), communications: ordered.flatMap(\.communications),
            userWaves: ordered.flatMap(\.userWaves), commands: PlanCommands(joining: ordered.map(\.commands)),
            monitoring: ordered.reduce(into: Monitoring()) { $0 += $1.monitoring },
            aims: ordered.flatMap { facts in
                facts.aims.compactMap { aim in
                    phases.id(of: aim.phase, in: aim.statement.span.path).map {
                        PhaseAim(phase: $0, statement: aim.statement)
                    }
                }
            }, descents: ordered.flatMap(\.descents), holds: ordered.flatMap(\.holds),
            settings: ordered.flatMap { facts in
                facts.settings.map { $0.setting.inPhase(phases.id(of: $0.phase, in: facts.document.path)) }
            }, configuredNames: ordered.flatMap(\.configuredNames), namedLists: ordered.flatMap(\.namedLists))
    }
}

extension PlanDocument {
    /// The heading that the document's title stands in; nil when front matter gives it.
    fileprivate var titleHeading: Claim<String>? {
        guard let title, let section = sections.first(where: { $0.title == title }) else { return nil }
        let line = source.lineRange(source.line(at: section.start))
        return Claim(
            title, at: SourceSpan(file: source, range: section.start..<max(section.start, line.upperBound)), .heading)
    }
}

extension PlanCommands {
    /// Those of several documents, one behind the other.
    fileprivate init(joining parts: [PlanCommands]) {
        self.init(
            blocks: parts.flatMap(\.blocks), secrets: parts.flatMap(\.secrets),
            precautions: parts.flatMap(\.precautions), variables: parts.flatMap(\.variables),
            deployments: parts.flatMap(\.deployments))
    }
}

/// What is joined without looking at each other, side by side where there is much of it.
private struct JoinedParts: Sendable {
    private(set) var days: [PlanDay] = []
    private(set) var flags: [Flag] = []
    private(set) var switchedNames: [Claim<String>] = []
    private(set) var thresholds: [Threshold] = []
    private(set) var checklists: [Checklist] = []

    private enum Part: Sendable { case thresholds, flags, days, checklists }

    private init() {}

    init(_ facts: [DocumentFacts], _ dashboards: [Dashboard], _ phases: JoinedPhases, _ scopes: ScopeIndex) {
        let parts = [Part.thresholds, .flags, .days, .checklists]
        // A single plan is done before another thread has begun.
        let joined = parts.mapSideBySide(atLeast: facts.count > 100 ? 1 : parts.count) { part in
            var own = JoinedParts()
            switch part {
            case .thresholds:
                own.thresholds = joinThresholds(facts.flatMap(\.thresholds), dashboards, phases, scopes)
            case .flags: (own.flags, own.switchedNames) = joinFlags(facts.flatMap(\.flags), phases)
            case .days: own.days = joinDays(facts.flatMap(\.days), phases, scopes)
            case .checklists:
                own.checklists = joinChecklists(
                    facts.flatMap(\.checklists), facts.flatMap(\.completedRows.all), phases)
            }
            return own
        }
        days = joined.flatMap(\.days)
        flags = joined.flatMap(\.flags)
        switchedNames = joined.flatMap(\.switchedNames)
        thresholds = joined.flatMap(\.thresholds)
        checklists = joined.flatMap(\.checklists)
    }
}

extension DocumentFacts {
    fileprivate func triggers(in phases: JoinedPhases) -> [Trigger] {
        triggers.map { trigger in
            trigger.inPhase(triggerPhases[trigger.span].flatMap { phases.id(of: $0, in: document.path) })
        }
    }

    /// Strategies define, the others elaborate: their headings are the main ones.
    fileprivate var rank: Int {
        DocumentKind.allCases.firstIndex(of: document.kinds.first ?? .other) ?? DocumentKind.allCases.count
    }
}

/// Words that name nothing by themselves; none has more than three letters.
private let stopWords: Set<String> = [
    "the", "a", "an", "of", "for", "and", "or", "to", "in", "on", "with", "by", "der", "die", "das", "und", "el", "la",
    "los",
    "las", "y", "le", "les", "et", "de", "del", "du", "des",
]

/// Words of a name without those that name nothing; the name's own words when nothing else is left.
func coreWords(_ name: String, without more: Set<String> = []) -> [String] {
    let all = nameWords(name)
    let core = all.filter { !($0.utf8.count <= 3 && stopWords.contains($0)) && !more.contains($0) }
    return core.isEmpty ? all : core
}
