package import MarkdownTree
package import Plan
package import SourceText

/// Everything that one document states, before it is joined with what the others say.
///
/// Reading a document needs no other document, so documents may be read side by side. An object: it holds too much to be
/// copied on its way from the reader to the plan.
package final class DocumentFacts: Sendable {
    package let findings: [Finding]
    package let document: PlanDocument
    let header: PlanHeader
    /// IANA name as the front matter says it; nil when it does not.
    package var timezone: Claim<String>? { header.timezone }
    let phases: [PhaseSighting]
    let days: [DaySighting]
    let flags: [FlagSighting]
    let thresholds: [ThresholdSighting]
    let triggers: [Trigger]
    /// The phases whose sections state them, by their places.
    let triggerPhases: [SourceSpan: PhaseHeading]
    let dashboards: [Dashboard]
    let procedures: [RollbackProcedure]
    let checklists: [ChecklistSighting]
    let completedRows: CompletedRows
    let risks: [Risk]
    let criteria: [SuccessCriterion]
    let communications: [Communication]
    let userWaves: [UserWave]
    let commands: PlanCommands
    let monitoring: Monitoring
    let aims: [AimSighting]
    let descents: [ShareDescent]
    let holds: [StageHold]
    let settings: [SettingSighting]
    let configuredNames: [ConfiguredName]
    let namedLists: [[NamedItem]]

    /// Parses and reads one document.
    package convenience init(_ source: SourceFile, vocabulary: Vocabulary = .standard, forPreview: Bool = true) {
        self.init(MarkdownDocument(source), vocabulary: vocabulary, forPreview: forPreview)
    }

    /// - Parameter forPreview: Whether to read also what none but rules in preview ask for.
    package init(_ markdown: MarkdownDocument, vocabulary: Vocabulary = .standard, forPreview: Bool = true) {
        let outline = DocumentOutline(markdown, vocabulary, forPreview: forPreview)
        let data = outline.readCodeData()
        let (header, problems) = outline.readHeader()
        self.header = header
        phases = outline.readPhases()
        days = outline.readDays()
        flags = outline.readFlags(data)
        let limits = outline.readLimits(data)
        thresholds = limits.thresholds
        triggers = limits.triggers
        triggerPhases = limits.triggerPhases
        dashboards = outline.readDashboards(data, gates: limits.gateNames)
        procedures = outline.readRollbackProcedures()
        completedRows = outline.readCompletedRows()
        checklists = outline.readChecklists(completedRows)
        risks = outline.readRisks()
        criteria = outline.readSuccessCriteria()
        communications = outline.readCommunications()
        userWaves = outline.readUserWaves()
        commands = outline.readCommands()
        monitoring = outline.readMonitoring(data, limits)
        aims = outline.forPreview { outline.readAims() }
        descents = outline.forPreview { outline.readShareDescents() }
        holds = outline.forPreview { outline.readStageHolds() }
        settings = outline.forPreview { outline.readSettings(data) }
        configuredNames = outline.forPreview { outline.readConfiguredNames() }
        namedLists = outline.readNamedLists()
        let comments = SuppressionReader(markdown)
        findings = markdown.findings + problems + comments.findings
        document = outline.readDocument(
            header: header,
            facts: KindEvidence(
                phases: phases.count(where: { $0.role != .mention }), days: days.count, procedures: procedures,
                checklists: checklists,
                thresholds: thresholds.count), suppressions: comments.suppressions)
    }
}

/// What a document holds, as far as it tells what kind of document it is.
struct KindEvidence {
    let phases: Int
    let days: Int
    let procedures: [RollbackProcedure]
    let checklists: [ChecklistSighting]
    let thresholds: Int
}
