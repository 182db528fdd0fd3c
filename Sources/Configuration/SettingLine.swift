import DataNotations
package import SourceText

/// One setting as it holds in a run, and who says so.
package struct SettingLine: Sendable {
    package enum Origin: Sendable {
        /// The settings, or a file that they extend.
        case file(SourceSpan, isExtended: Bool)
        /// Nobody says anything else.
        case standard
        case commandLine
    }
    /// `lint.fail-on`, `kpis.Error rate.metric`.
    package let key: String
    /// As written; a path is relative to the file that says it.
    package let value: OrderedJSON
    package let origin: Origin

    package init(_ key: String, _ value: OrderedJSON, _ origin: Origin) {
        self.key = key
        self.value = value
        self.origin = origin
    }

    /// Every setting in the order of the documentation: one line each, sets of keys one for each of their keys.
    ///
    /// - Parameter layers: As for ``PlanConfiguration/init(_:)``; empty where there are no settings.
    package static func all(of layers: [ConfigurationLayer]) -> [SettingLine] {
        let own = layers.last?.source
        let members = effectiveMembers(of: layers)
        var lines: [SettingLine] = []
        func line(_ key: String, _ value: DataValue) -> SettingLine {
            SettingLine(key, json(value), .file(value.span, isExtended: value.span.file !== own))
        }
        /// As deep as keys have names of their own.
        func add(_ key: String, _ value: DataValue, depth: Int) {
            guard depth > 0, !value.members.isEmpty else { return lines.append(line(key, value)) }
            for member in value.members { add("\(key).\(member.key)", member.value, depth: depth - 1) }
        }
        for key in PlanConfiguration.topKeys where key != "lint" {
            if let member = members.first(where: { $0.key == key }) {
                add(key, member.value, depth: 2)
            } else {
                lines.append(SettingLine(key, standardValue(of: key), .standard))
            }
        }
        let lint = members.first { $0.key == "lint" }?.value.members ?? []
        for key in LintConfiguration.keys {
            if let member = lint.first(where: { $0.key == key }) {
                add("lint.\(key)", member.value, depth: 1)
            } else {
                lines.append(SettingLine("lint.\(key)", standardValue(of: "lint.\(key)"), .standard))
            }
        }
        return lines
    }

    /// What holds where nothing is said; null for what the documents say, or nobody.
    static func standardValue(of key: String) -> OrderedJSON {
        switch key {
        case "working-days", "lint.preview": .bool(false)
        case "documents": .array([.string("**/*.md"), .string("**/*.markdown")])
        case "updates": .array([.string("updates/*.md")])
        case "extend", "metrics", "results", "planned-windows", "lint.ignore", "lint.per-path": .array([])
        case "kpis", "vocabulary", "result-names", "checks", "lint.severity": .object([])
        case "output": .string("output")
        case "update-interval": .string("1h")
        case "lint.select": .array([.string("all")])
        case "lint.min-severity": .string("info")
        case "lint.fail-on": .string("warning")
        default: .null
        }
    }
}

private func json(_ value: DataValue) -> OrderedJSON {
    switch value.kind {
    case .null: .null
    case .bool(let value): .bool(value)
    // As written: a version or a date is no number.
    case .number, .opaque: .string(value.span.text)
    case .string(let text): .string(text)
    case .array(let values): .array(values.map(json))
    case .object(let members): .object(members.map { ($0.key, json($0.value)) })
    }
}
