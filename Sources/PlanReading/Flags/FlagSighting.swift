import Plan
import SourceText

/// One place that tells of a flag: a stage that it gives, or only its name.
///
/// An object, for it is sorted and gathered often, and holds much.
final class FlagSighting: Sendable {
    /// How far the place alone makes its name a flag's.
    enum Evidence: Int, Sendable, Comparable {
        /// The name counts only when another place makes it a flag.
        case none
        /// A setting or a command turns the name on or off: it is a flag's where the plan turns it both ways, or says
        /// in words that it is enabled.
        case switched
        /// It is called a flag, or switched like one.
        case named
        /// An inventory or a configuration lists it: this spelling is the one that is shown.
        case defined

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Empty for a ladder that names no flag, until the whole document is read.
    let name: String
    let stage: FlagStage?
    let mention: FlagMention?
    let setting: FlagSetting?
    let evidence: Evidence
    /// The phase in whose section the place stands.
    let phase: PhaseHeading?
    /// The phase that an inventory files the flag under.
    let filedUnder: PhaseHeading?
    let section: Int
    let span: SourceSpan

    private init(
        name: String, stage: FlagStage?, mention: FlagMention?, setting: FlagSetting?, evidence: Evidence,
        phase: PhaseHeading?, filedUnder: PhaseHeading?, section: Int, span: SourceSpan
    ) {
        self.name = name
        self.stage = stage
        self.mention = mention
        self.setting = setting
        self.evidence = evidence
        self.phase = phase
        self.filedUnder = filedUnder
        self.section = section
        self.span = span
    }

    convenience init(
        name: String, stage: FlagStage? = nil, mention: FlagMention? = nil, setting: FlagSetting? = nil,
        evidence: Evidence, in place: FlagPlace, phase: PhaseHeading? = nil, filedUnder: PhaseHeading? = nil,
        span: SourceSpan
    ) {
        self.init(
            name: name, stage: stage, mention: mention, setting: setting, evidence: evidence,
            phase: phase ?? place.phase, filedUnder: filedUnder, section: place.section.index, span: span)
    }

    /// The same place as one that tells of a flag of this name.
    fileprivate func named(_ name: String) -> FlagSighting {
        FlagSighting(
            name: name, stage: stage, mention: mention, setting: setting, evidence: evidence, phase: phase,
            filedUnder: filedUnder, section: section, span: span)
    }
}

/// A section, and what it says of every flag in it.
///
/// An object, as all that many readers hand around.
final class FlagPlace: Sendable {
    let section: OutlineSection
    let phase: PhaseHeading?
    let day: DayHeading?
    /// Whether it stands under a title on rollbacks, where nothing is brought to the users.
    let goesBack: Bool
    /// Whether its title, or one above it, says that it is about flags.
    let isOnFlags: Bool

    fileprivate init(_ section: OutlineSection, in outline: DocumentOutline) {
        self.section = section
        phase = outline.phase(of: section)?.heading
        day = outline.day(of: section)
        goesBack = outline.stands(section, under: .rollback) || outline.turnsBack(section)
        isOnFlags = outline.stands(section, under: .flag) || section.isOnSwitches || section.isDocumentOnFlags
    }
}

extension DocumentOutline {
    /// Flags from configuration blocks, tables, commands and instructions, in reading order.
    func readFlags(_ data: [CodeData]) -> [FlagSighting] {
        var found = data.flatMap(configuredFlags)
        let known = Set(found.map(\.span.range.lowerBound))
        for section in planSections
        where !section.lines.isEmpty || !section.tables.isEmpty || !section.codeBlocks.isEmpty {
            let place = flagPlace(section)
            found += tabledFlags(place) + writtenFlags(place) + setFlags(place, besides: known)
        }
        // A ladder that names no flag belongs to the only one of the document that is raised by shares.
        let raised = Set(found.lazy.filter { $0.stage?.percent != nil && !$0.name.isEmpty }.map { flagKey($0.name) })
        let only = raised.count == 1 ? found.first { $0.stage?.percent != nil && !$0.name.isEmpty }?.name : nil
        found += jointStages(found)
        let told = Set(only == nil ? [] : found.lazy.filter { $0.name == only && $0.stage != nil }.map(\.section))
        return found.compactMap { sighting in
            guard sighting.name.isEmpty else { return sighting }
            return told.contains(sighting.section) ? nil : only.map(sighting.named)
        }
        .sorted { left, right in
            (left.span.range.lowerBound, left.span.range.upperBound)
                < (right.span.range.lowerBound, right.span.range.upperBound)
        }
    }

    /// `All three flags at 100%`: a step of every flag that is raised by shares and has not reached all.
    private func jointStages(_ found: [FlagSighting]) -> [FlagSighting] {
        var reached: [String: Double] = [:]
        var names: [String] = []
        for sighting in found {
            guard let percent = sighting.stage?.percent, !sighting.name.isEmpty else { continue }
            if reached[flagKey(sighting.name)] == nil { names.append(sighting.name) }
            reached[flagKey(sighting.name)] = max(reached[flagKey(sighting.name)] ?? 0, percent.value)
        }
        let open = names.filter { reached[flagKey($0)].map { $0 < 100 } ?? false }
        // No team says `all flags` of more.
        guard (2...50).contains(open.count) else { return [] }
        return planSections.flatMap { section -> [FlagSighting] in
            guard section.lineClasses.contains(.flag), section.lineClasses.contains(.percentSign) else { return [] }
            let place = flagPlace(section)
            guard !place.goesBack else { return [] }
            return section.lines.flatMap { line -> [FlagSighting] in
                guard let step = line.text.jointStep(of: open.count, line.reading) else { return [] }
                return open.map { name in
                    FlagSighting(
                        name: name,
                        stage: FlagStage(
                            percent: step.percent, when: step.when, day: step.day, defines: false,
                            span: step.percent.span),
                        evidence: .none, in: place, span: line.text.span)
                }
            }
        }
    }

    func flagPlace(_ section: OutlineSection) -> FlagPlace { FlagPlace(section, in: self) }

    /// `Going back`, `Marcha atrás`; but not `Phase 3: Back office`.
    fileprivate func turnsBack(_ section: OutlineSection) -> Bool {
        stands(section, under: .backward)
            && ([section] + ancestors(of: section)).contains {
                $0.level > 1 && $0.title.mentions(.backward) && headings[$0.index].phase == nil
            }
    }
}

extension OutlineSection {
    /// `Switches`, `The switches`; in a longer title they may be any.
    fileprivate var isOnSwitches: Bool { title.mentions(.switchNoun) && title.tokens.count { $0.isWord } <= 2 }

    /// What stands right below a document's title `Feature flags`; its sections may be about anything.
    fileprivate var isDocumentOnFlags: Bool {
        level == 1 && title.mentions(.flag) && title.tokens.count { $0.isWord } <= 3
    }
}

extension ReadText {
    /// `All three flags at 100%`, `Both switches to 50%`: nothing but all flags, how many they are and their share.
    fileprivate func jointStep(of count: Int, _ reading: Reading) -> ShareLadder.Step? {
        guard mentions(.flag), mentions(.percentSign), mentions([.everyone, .bothWord]), tokens.count <= 14,
            let flags = tokens.firstIndex(where: { $0.isA(.flag) }), flags < 5,
            tokens[..<flags].contains(where: { $0.isA([.everyone, .bothWord]) }),
            !mentions([.negation, .verify, .backward, .condition]),
            case let steps = shareSteps(in: flags..<tokens.count, reading), steps.count == 1, steps[0].percent.value > 0
        else { return nil }
        let told = tokens[..<flags].lazy.compactMap { $0.number ?? $0.spelledNumber }.first
        let isBoth = tokens[..<flags].contains { $0.isA(.bothWord) }
        guard told.map({ Int($0) == count }) ?? true, !isBoth || count == 2 else { return nil }
        return steps[0]
    }
}
