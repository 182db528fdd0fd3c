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
    let evidence: Evidence
    /// The phase in whose section the place stands.
    let phase: PhaseHeading?
    /// The phase that an inventory files the flag under.
    let filedUnder: PhaseHeading?
    let section: Int
    let span: SourceSpan

    private init(
        name: String, stage: FlagStage?, mention: FlagMention?, evidence: Evidence, phase: PhaseHeading?,
        filedUnder: PhaseHeading?, section: Int, span: SourceSpan
    ) {
        self.name = name
        self.stage = stage
        self.mention = mention
        self.evidence = evidence
        self.phase = phase
        self.filedUnder = filedUnder
        self.section = section
        self.span = span
    }

    convenience init(
        name: String, stage: FlagStage? = nil, mention: FlagMention? = nil, evidence: Evidence, in place: FlagPlace,
        phase: PhaseHeading? = nil, filedUnder: PhaseHeading? = nil, span: SourceSpan
    ) {
        self.init(
            name: name, stage: stage, mention: mention, evidence: evidence, phase: phase ?? place.phase,
            filedUnder: filedUnder, section: place.section.index, span: span)
    }

    /// The same place as one that tells of a flag of this name.
    fileprivate func named(_ name: String) -> FlagSighting {
        FlagSighting(
            name: name, stage: stage, mention: mention, evidence: evidence, phase: phase, filedUnder: filedUnder,
            section: section, span: span)
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
        isOnFlags = outline.stands(section, under: .flag) || section.isOnSwitches
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
        return found.compactMap { sighting in sighting.name.isEmpty ? only.map(sighting.named) : sighting }
            .sorted { left, right in
                (left.span.range.lowerBound, left.span.range.upperBound)
                    < (right.span.range.lowerBound, right.span.range.upperBound)
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
}
