package import SourceText

/// A place that sets a flag on or off for all: `NEW_MENU=true`, `newMenu: false`, a cell under `Default`.
package struct FlagSetting: Sendable {
    package enum Kind: String, Sendable {
        /// A variable in an environment file, a script or a code span.
        case assigned
        /// A command or a call that sets it.
        case commanded
        /// A member of a configuration of flags.
        case configured
        /// What the flag is when nobody sets it.
        case preset
    }
    /// Whether it is on, at the value.
    package let isOn: Claim<Bool>
    package let kind: Kind
    /// Whether the place is a part of a way back.
    package let goesBack: Bool
    /// Id of the phase in whose section the place stands.
    package let phase: String?
    /// The flag's name.
    package let span: SourceSpan

    package init(
        isOn: Claim<Bool>, kind: Kind, goesBack: Bool = false, phase: String? = nil, span: SourceSpan
    ) {
        self.isOn = isOn
        self.kind = kind
        self.goesBack = goesBack
        self.phase = phase
        self.span = span
    }

    /// The same place, in the section of a phase.
    package func inPhase(_ phase: String?) -> FlagSetting {
        FlagSetting(isOn: isOn, kind: kind, goesBack: goesBack, phase: phase, span: span)
    }
}
