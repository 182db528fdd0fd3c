package import SourceText

/// A value that a configuration block gives a key.
package struct ConfiguredSetting: Sendable {
    /// What stands in a path for an element of a list.
    package static let element = "[]"

    /// Keys from the outside in, with `element` for each list on the way; begins with the variable's name where there is one.
    package let path: [String]
    /// The places of the keys; an element has that of the key of its list.
    package let keys: [SourceSpan]
    /// Whether the path begins at the top of a file, and not at a variable of a program.
    package let isWholePath: Bool
    /// One for a number, a text or a switch; all of a list, as written.
    package let values: [Claim<String>]
    package let isList: Bool
    /// Id of the phase in whose section the block stands.
    package let phase: String?
    /// Share of the users for which the block is written, as a key beside it, the line above it or a heading says.
    package let percent: Double?

    package init(
        path: [String], keys: [SourceSpan], isWholePath: Bool, values: [Claim<String>], isList: Bool,
        phase: String? = nil, percent: Double? = nil
    ) {
        self.path = path
        self.keys = keys
        self.isWholePath = isWholePath
        self.values = values
        self.isList = isList
        self.phase = phase
        self.percent = percent
    }

    /// The same place, in the section of a phase.
    package func inPhase(_ phase: String?) -> ConfiguredSetting {
        ConfiguredSetting(
            path: path, keys: keys, isWholePath: isWholePath, values: values, isList: isList, phase: phase,
            percent: percent)
    }
}

/// Something of the configuration as the text names it in code: a key (`search.canary.enabled`) or a group of users.
package struct ConfiguredName: Sendable {
    package enum Kind: String, Sendable {
        /// A key with the keys above it, parted by full stops.
        case key
        /// A cohort, wave or segment in a table of the rollout's stages.
        case cohort
    }
    package let kind: Kind
    package let name: String
    package let span: SourceSpan

    package init(kind: Kind, name: String, span: SourceSpan) {
        self.kind = kind
        self.name = name
        self.span = span
    }
}
