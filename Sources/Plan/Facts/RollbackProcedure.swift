package import SourceText

/// A way back: `Level 2: Service rollback (< 15 minutes)` with its steps and commands.
package struct RollbackProcedure: Sendable {
    package let name: String
    /// `Level 2` is 2.
    package let level: Int?
    /// From every place that budgets it, this procedure's own heading first.
    package let timeBudgets: [Claim<TimeAmount>]
    /// What calls for it, as printed.
    package let triggers: [Claim<String>]
    package let steps: [ProcedureStep]
    /// Fenced shell blocks, those inside steps included.
    package let commands: [CommandBlock]
    /// The first place that says how one sees that it worked, in words or in a command that looks; nil when none does.
    package let verification: SourceSpan?
    package let remarks: ProcedureRemarks
    package let span: SourceSpan

    package init(
        name: String, level: Int?, timeBudgets: [Claim<TimeAmount>], triggers: [Claim<String>] = [],
        steps: [ProcedureStep], commands: [CommandBlock], verification: SourceSpan? = nil,
        remarks: ProcedureRemarks = ProcedureRemarks(), span: SourceSpan
    ) {
        self.name = name
        self.level = level
        self.timeBudgets = timeBudgets
        self.triggers = triggers
        self.steps = steps
        self.commands = commands
        self.verification = verification
        self.remarks = remarks
        self.span = span
    }

    /// The same with what further places say of its time.
    package func adding(timeBudgets more: [Claim<TimeAmount>]) -> RollbackProcedure {
        RollbackProcedure(
            name: name, level: level, timeBudgets: timeBudgets + more, triggers: triggers, steps: steps,
            commands: commands, verification: verification, remarks: remarks, span: span)
    }

    package var timeBudget: TimeAmount? { timeBudgets.first?.value }
}

package struct ProcedureStep: Sendable {
    package let name: String
    package let number: Int?
    package let timeBudget: Claim<TimeAmount>?
    package let span: SourceSpan

    package init(name: String, number: Int?, timeBudget: Claim<TimeAmount>?, span: SourceSpan) {
        self.name = name
        self.number = number
        self.timeBudget = timeBudget
        self.span = span
    }
}

package struct CommandBlock: Sendable {
    /// Info string's first word, lower case: `bash`, `sh`; empty when the block has none.
    package let language: String
    package let text: String
    package let span: SourceSpan

    package init(language: String, text: String, span: SourceSpan) {
        self.language = language
        self.text = text
        self.span = span
    }
}
