package import SourceText

/// What a document says of ways back beside its procedures: which of its phases have one of their own, and whether one is
/// for all.
package struct WaysBack: Sendable {
    /// Sections that head phases, in reading order.
    package let phases: [PhaseSection]
    /// A place outside of the phases that speaks of the way back from any of them; nil when none does.
    package let general: Claim<String>?
    /// Numbers of phases that titles elsewhere lead back from: `Rollback of Phase 3`.
    package let leftByTitles: Set<Double>
    /// A section that says for several procedures how to see that they worked: `After any rollback`.
    package let sharedVerification: SourceSpan?
    /// Whether any word of the document speaks of a way back, or of there being none.
    package let isSpoken: Bool

    package init(
        phases: [PhaseSection] = [], general: Claim<String>? = nil, leftByTitles: Set<Double> = [],
        sharedVerification: SourceSpan? = nil, isSpoken: Bool = false
    ) {
        self.phases = phases
        self.general = general
        self.leftByTitles = leftByTitles
        self.sharedVerification = sharedVerification
        self.isSpoken = isSpoken
    }
}

/// The section of a phase, with what it says of the way back.
package struct PhaseSection: Sendable {
    /// `Phase 3: Canary`.
    package let title: Claim<String>
    /// `phase`, `wave`: in English, lower case.
    package let keyword: String
    package let number: Double?
    package let level: Int
    /// The phase's own way back: a heading, a field or a row with a word for it.
    package let wayBack: Claim<String>?
    /// Whether any word of the section speaks of a way back, or of there being none.
    package let isSpoken: Bool
    /// Whether its title says that it is for production.
    package let isProduction: Bool
    /// Whether its title or a field calls it done.
    package let isDone: Bool
    /// What the headings, fields and lines in bold below it are called, each once, lower case: `deployment`.
    package let parts: [String]
    /// Whether a word for a rollback stands in it outside of its tasks.
    package let namesRollback: Bool
    /// Bytes of the section with those below it.
    package let range: Range<Int>

    package init(
        title: Claim<String>, keyword: String, number: Double?, level: Int, wayBack: Claim<String>?, isSpoken: Bool,
        isProduction: Bool, isDone: Bool, parts: [String], namesRollback: Bool, range: Range<Int>
    ) {
        self.title = title
        self.keyword = keyword
        self.number = number
        self.level = level
        self.wayBack = wayBack
        self.isSpoken = isSpoken
        self.isProduction = isProduction
        self.isDone = isDone
        self.parts = parts
        self.namesRollback = namesRollback
        self.range = range
    }
}
