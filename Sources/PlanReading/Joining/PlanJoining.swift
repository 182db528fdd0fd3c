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
        // Who joins the phases looks at nothing else that is stated.
        let (phases, stated) = sideBySide(
            when: isLarge(facts), { JoinedPhases(ordered.flatMap(\.phases)) }, { Plan(statedBy: ordered) })
        let parts = JoinedParts(
            ordered, stated.dashboards, phases, ScopeIndex(ordered.map(\.document), phases.phases))
        self = stated
        self.phases = phases.phases
        days = parts.days
        flags = parts.flags
        switchedNames = parts.switchedNames
        thresholds = parts.thresholds
        checklists = parts.checklists
        triggers = ordered.flatMap { $0.triggers(in: phases) }
        aims = ordered.flatMap { facts in
            facts.aims.compactMap { aim in
                phases.id(of: aim.phase, in: aim.statement.span.path).map {
                    PhaseAim(phase: $0, statement: aim.statement)
                }
            }
        }
        settings = ordered.flatMap { facts in
            facts.settings.map { $0.setting.inPhase(phases.id(of: $0.phase, in: facts.document.path)) }
        }
    }

    /// What is joined without knowing the phases.
    ///
    /// - Parameter facts: one entry a document, strategies first.
    private init(statedBy facts: [DocumentFacts]) {
        let headers = facts.map(\.header)
        self.init(
            title: headers.lazy.compactMap { $0.title?.value }.first ?? facts.lazy.compactMap(\.document.title).first,
            start: headers.lazy.compactMap { $0.start?.value }.first,
            timezone: headers.lazy.compactMap { $0.timezone?.value }.first,
            origins: PlanOrigins(
                title: headers.lazy.compactMap(\.title).first ?? facts.lazy.compactMap(\.document.titleHeading).first,
                start: headers.lazy.compactMap(\.start).first, timezone: headers.lazy.compactMap(\.timezone).first),
            documents: facts.map(\.document).sorted { $0.path < $1.path }, dashboards: facts.flatMap(\.dashboards),
            rollbackProcedures: joinProcedures(facts.flatMap(\.procedures)), risks: facts.flatMap(\.risks),
            successCriteria: facts.flatMap(\.criteria), communications: facts.flatMap(\.communications),
            userWaves: facts.flatMap(\.userWaves), commands: PlanCommands(joining: facts.map(\.commands)),
            monitoring: facts.reduce(into: Monitoring()) { $0 += $1.monitoring },
            descents: facts.flatMap(\.descents), holds: facts.flatMap(\.holds),
            configuredNames: facts.flatMap(\.configuredNames), namedLists: facts.flatMap(\.namedLists))
    }
}

/// Whether so many documents are joined that a second thread is worth its beginning: a single plan is done before.
private func isLarge(_ facts: [DocumentFacts]) -> Bool { facts.count > 100 }

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
        let joined = parts.mapSideBySide(atLeast: isLarge(facts) ? 1 : parts.count) { part in
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
