/// What a way back says beside its steps and commands.
package struct ProcedureRemarks: Sendable {
    /// What calls for it, from lists of its own: `Records are wrong or missing`.
    package let occasions: [Claim<String>]
    /// Lines that are neither steps nor occasions, in reading order: preconditions, warnings, what is seen when it worked.
    package let notes: [Claim<String>]
    package let rehearsals: [Rehearsal]

    package init(occasions: [Claim<String>] = [], notes: [Claim<String>] = [], rehearsals: [Rehearsal] = []) {
        self.occasions = occasions
        self.notes = notes
        self.rehearsals = rehearsals
    }
}

/// `Last rehearsed: 2026-11-18 on staging, 12 minutes`.
package struct Rehearsal: Sendable {
    package let date: CivilDate
    /// The line as printed.
    package let line: Claim<String>

    package init(date: CivilDate, line: Claim<String>) {
        self.date = date
        self.line = line
    }
}
