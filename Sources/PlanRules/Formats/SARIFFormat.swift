import SourceText

extension LintReport {
    /// A log in SARIF 2.1.0, the format of code scanning.
    ///
    /// Columns count UTF-16 code units, as `columnKind` says (section 3.14.17). The message links to the other places by
    /// their ids (section 3.11.6), which is where GitHub shows them.
    ///
    /// - Parameters:
    ///   - folder: From the repository's root to the folder that was checked, `docs`; empty for the root.
    ///   - version: The tool's own.
    ///   - includingSilenced: With what comments and the baseline silence, marked as such (section 3.27.23). Off for
    ///     GitHub, which shows such results as open alerts.
    package func sarif(folder: String = "", version: String, includingSilenced: Bool = false) -> String {
        let silenced = includingSilenced ? silenced : []
        let rules = RuleHelp.reported(findings + silenced.map(\.finding))
        let indices = Dictionary(uniqueKeysWithValues: zip(rules.map(\.id), rules.indices))
        var places = SARIFPlaces(RepositoryPaths(folder: folder))
        // Where one result has the property, all have (section 3.27.23).
        let mark: [SilencedFinding.Reason]? = includingSilenced ? [] : nil
        var results = zip(findings, findingPrints()).map { finding, fingerprint in
            result(finding, ruleIndex: indices[finding.rule] ?? -1, fingerprint, mark, &places)
        }
        if !silenced.isEmpty {
            let prints = numberedFingerprints(of: silenced.map(\.finding), among: findings + hidden)
            results += zip(silenced, prints).map { silenced, fingerprint in
                let index = indices[silenced.finding.rule] ?? -1
                return result(silenced.finding, ruleIndex: index, fingerprint, [silenced.reason], &places)
            }
        }
        let driver = OrderedJSON.object([
            ("name", .string("Plumbline")), ("version", .string(version)), ("semanticVersion", .string(version)),
            ("rules", .array(rules.map(descriptor))),
        ])
        let base = OrderedJSON.object([("description", messageJSON("The folder that plumbline was run in."))])
        let run = OrderedJSON.object([
            ("tool", .object([("driver", driver)])),
            ("columnKind", .string("utf16CodeUnits")),
            ("originalUriBaseIds", .object([(SARIFPlaces.baseID, base)])),
            ("results", .array(results)),
        ])
        return OrderedJSON.object([
            (
                "$schema",
                .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
            ),
            ("version", .string("2.1.0")), ("runs", .array([run])),
        ]).serialized()
    }
}

private func result(
    _ finding: Finding, ruleIndex: Int, _ fingerprint: String, _ reasons: [SilencedFinding.Reason]?,
    _ places: inout SARIFPlaces
) -> OrderedJSON {
    var members: [(String, OrderedJSON)] = [
        ("ruleId", .string(finding.rule)),
        ("ruleIndex", .integer(ruleIndex)),
        ("level", .string(level(finding.severity))),
        ("message", messageJSON(message(of: finding, places))),
        ("locations", .array([places.location(finding.span, message: finding.label)])),
    ]
    if !finding.related.isEmpty {
        let others = finding.related.enumerated().map { index, note in
            places.location(note.span, id: index + 1, message: note.message)
        }
        members.append(("relatedLocations", .array(others)))
    }
    members.append(("partialFingerprints", .object([("plumbline/v1", .string(fingerprint))])))
    if let reasons { members.append(("suppressions", .array(reasons.map(suppression)))) }
    return .object(members)
}

private func suppression(_ reason: SilencedFinding.Reason) -> OrderedJSON {
    switch reason {
    case .baseline: .object([("kind", .string("external"))])
    case .comment(nil): .object([("kind", .string("inSource"))])
    case .comment(let text?):
        .object([("kind", .string("inSource")), ("justification", .string(TerminalText.safe(text)))])
    }
}

private func message(of finding: Finding, _ places: SARIFPlaces) -> String {
    let links = finding.related.enumerated().map { index, note in
        "[\(sarifLiteral("\(places.path(of: note.span)):\(note.span.firstLine)", inLink: true))](\(index + 1))"
    }
    return sarifLiteral(finding.message) + (links.isEmpty ? "" : " (see \(links.joined(separator: ", ")))")
}

private func descriptor(_ rule: RuleHelp) -> OrderedJSON {
    var members: [(String, OrderedJSON)] = [
        ("id", .string(rule.id)),
        ("shortDescription", messageJSON(rule.summary)),
        ("fullDescription", messageJSON(rule.description)),
        ("help", .object([("text", .string(rule.text)), ("markdown", .string(rule.markdown))])),
    ]
    if let severity = rule.severity {
        members.append(("defaultConfiguration", .object([("level", .string(level(severity)))])))
    }
    return .object(members)
}

private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
}

func messageJSON(_ text: String) -> OrderedJSON { .object([("text", .string(text))]) }

/// A message's text that holds neither a placeholder (section 3.11.5) nor a link (3.11.6), whatever a document says.
///
/// What could steer a terminal or turn the direction of the text is made visible: readers show messages in many places.
/// Brackets that nobody takes for a link's, as of a task's box, stay as they are: not every reader takes away the
/// backslash of one that needs none.
func sarifLiteral(_ text: String, inLink: Bool = false) -> String {
    let escapesBrackets = inLink || !hasHarmlessBrackets(text)
    var output = ""
    for scalar in TerminalText.safe(text).unicodeScalars {
        switch scalar {
        case "{", "}": output.unicodeScalars.append(contentsOf: [scalar, scalar])
        case "[", "]", "\\":
            if escapesBrackets { output += "\\" }
            output.unicodeScalars.append(scalar)
        default: output.unicodeScalars.append(scalar)
        }
    }
    return output
}

/// Whether all brackets stand in pairs, without a parenthesis behind them or a backslash anywhere; so does a text without.
private func hasHarmlessBrackets(_ text: String) -> Bool {
    var isOpen = false
    var hasBackslash = false
    var hasBrackets = false
    var last: UInt8 = 0
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "["):
            guard !isOpen else { return false }
            (isOpen, hasBrackets) = (true, true)
        case UInt8(ascii: "]"):
            guard isOpen else { return false }
            isOpen = false
        case UInt8(ascii: "("): guard last != UInt8(ascii: "]") else { return false }
        case UInt8(ascii: "\\"): hasBackslash = true
        default: break
        }
        last = byte
    }
    return !isOpen && !(hasBrackets && hasBackslash)
}
