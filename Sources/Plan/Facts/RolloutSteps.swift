/// What must be reached in a phase, as one line of its section states it: an item under `Objectives` or `Exit criteria`.
package struct PhaseAim: Sendable {
    /// Id of the phase.
    package let phase: String
    /// As printed.
    package let statement: Claim<String>

    package init(phase: String, statement: Claim<String>) {
        self.phase = phase
        self.statement = statement
    }
}

/// An item of a numbered list that gives each of its items a name in bold: `4. **Advanced features**: Enable the graph`.
package struct NamedItem: Sendable {
    /// As the list counts it.
    package let number: Int
    package let name: Claim<String>

    package init(number: Int, name: Claim<String>) {
        self.number = number
        self.name = name
    }
}

/// A way back in steps: `50% → 25% → 10%`.
package struct ShareDescent: Sendable {
    /// At least three, each lower than the one before.
    package let steps: [Claim<Double>]

    package init(steps: [Claim<Double>]) { self.steps = steps }
}

/// For how long a rollout stays at a share of the users: `10% for 2 days`.
package struct StageHold: Sendable {
    /// 0 to 100.
    package let percent: Double
    package let duration: Claim<TimeAmount>

    package init(percent: Double, duration: Claim<TimeAmount>) {
        self.percent = percent
        self.duration = duration
    }
}
