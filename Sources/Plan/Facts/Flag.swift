package import SourceText

/// A feature flag with the stages of its rollout.
package struct Flag: Sendable {
    package let name: String
    /// Every stage that some document states, in reading order; two places that say the same are two stages here.
    package let stages: [FlagStage]
    /// Places that name the flag without scheduling it.
    package let mentions: [FlagMention]
    /// Ids of the phases that inventories file the flag under (`| Flag | … | Rollout phase |`), each with its cell.
    ///
    /// What the plan does with the flag stands in the `phase` of its stages and mentions.
    package let filedUnder: [Claim<String>]
    /// Places that set it on or off, in reading order; some of them are stages or mentions too.
    package let settings: [FlagSetting]
    /// Its places in inventories and configurations of flags, in reading order.
    package let listings: [SourceSpan]

    package init(
        name: String, stages: [FlagStage], mentions: [FlagMention] = [], filedUnder: [Claim<String>] = [],
        settings: [FlagSetting] = [], listings: [SourceSpan] = []
    ) {
        self.name = name
        self.stages = stages
        self.mentions = mentions
        self.filedUnder = filedUnder
        self.settings = settings
        self.listings = listings
    }
}

/// `enableAsyncValidation` at 60 % from day 8 on, as one place states it.
package struct FlagStage: Sendable {
    /// 0 to 100; nil when the flag is switched on without a percentage.
    package let percent: Claim<Double>?
    /// As printed: `Day 8`, `Phase 2`, `week 3`.
    package let when: Claim<String>?
    package let day: Claim<Int>?
    /// Id of the phase in whose section or range the stage stands.
    package let phase: String?
    /// Whether the place defines the flag (a configuration block, a flag table) or only speaks of it (a day's list).
    package let defines: Bool
    package let span: SourceSpan

    package init(
        percent: Claim<Double>?, when: Claim<String>?, day: Claim<Int>?, phase: String? = nil, defines: Bool,
        span: SourceSpan
    ) {
        self.percent = percent
        self.when = when
        self.day = day
        self.phase = phase
        self.defines = defines
        self.span = span
    }
}

/// A place that names a flag.
package struct FlagMention: Sendable {
    package enum Purpose: String, Sendable {
        /// An instruction to switch it on.
        case enable
        /// An instruction to switch it off, as in a rollback.
        case disable
        case other
    }
    package let purpose: Purpose
    package let span: SourceSpan
    package let reading: Reading
    /// Whether the flag's name is read with certainty: as code, not as a word in prose.
    package let certain: Bool
    /// Id of the phase in whose section the place stands.
    package let phase: String?

    package init(purpose: Purpose, span: SourceSpan, reading: Reading, certain: Bool, phase: String? = nil) {
        self.purpose = purpose
        self.span = span
        self.reading = reading
        self.certain = certain
        self.phase = phase
    }

    /// The same place, in the section of a phase.
    package func inPhase(_ phase: String?) -> FlagMention {
        FlagMention(purpose: purpose, span: span, reading: reading, certain: certain, phase: phase)
    }
}
