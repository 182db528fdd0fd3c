import Plan
import SourceText

extension PlanRule {
    /// A key whose path the text and the configuration write differently.
    static let flagNameConflict = PlanRule(
        id: "flag-name-conflict", severity: .warning, summary: "the text and the configuration give a switch two paths",
        explanation: Explanation(
            fault: """
                The text names a switch or a percentage by its keys, parted by full stops, and the configuration block \
                that sets it has the same keys from the top of the file on, but for the first ones.
                """,
            harm: """
                Whoever sets the key as the text says sets one that nothing reads; the program keeps its default, and \
                nobody sees an error.
                """,
            misses: """
                Only whole JSON, YAML and TOML blocks are compared. Where a document names a file or a key that is called \
                like the first part, the block is a part of that.
                """),
        badExample: [ExampleDocument("plan.md", keyInText("search.canary.enabled"))],
        goodExample: [ExampleDocument("plan.md", keyInText("search.canary.enabled", isNested: true))], isPreview: true
    ) { input in
        let switches = input.plan.settings.filter { setting in
            setting.isWholePath && !setting.isList && setting.path.count >= 2 && isSwitchOrShare(setting)
        }
        guard !switches.isEmpty else { return [] }
        let whole = Set(input.plan.settings.lazy.filter(\.isWholePath).map { key($0.path) })
        let tops = Set(input.plan.settings.lazy.compactMap(\.path.first).map(identifierKey))
        let known = Dictionary(switches.map { (key($0.path), $0) }) { first, _ in first }
        let patterns = patterns(of: switches)
        let files = fileNames(in: input.plan.documents.map(\.source))
        var told: Set<String> = []
        return input.plan.configuredNames.compactMap { named in
            guard named.kind == .key else { return nil }
            let parts = named.name.split(separator: ".").map(String.init)
            if let setting = patterns.renamed(parts), let place = setting.place,
                input.scopes.mayBelongTogether(named.span, place), told.insert(key(parts)).inserted
            {
                return fault(named, parts, setting, place)
            }
            guard parts.count <= 8, !whole.contains(key(parts)), told.insert(key(parts)).inserted,
                let start = parts.indices.dropFirst().first(where: { known[key(parts[$0...])] != nil }),
                parts.count - start >= 2, let setting = known[key(parts[start...])],
                let place = setting.place, !tops.contains(identifierKey(parts[0])),
                !files.contains(parts[0].lowercased()), input.scopes.mayBelongTogether(named.span, place)
            else { return nil }
            return fault(named, parts, setting, place)
        }
    }
}

private func fault(_ named: ConfiguredName, _ parts: [String], _ setting: ConfiguredSetting, _ place: SourceSpan)
    -> Fault
{
    let path = setting.path.joined(separator: ".")
    return Fault(
        message: "\(quoted(named.name)) is named here, but the configuration has \(quoted(path)) in "
            + PlanRules.place(place),
        span: named.span, label: "\(clipped(named.name)), read from the text",
        related: [Finding.Note("\(clipped(path)), read from the code block", at: place)],
        identity: [key(parts), key(setting.path)])
}

/// Paths in which one key may be any name, `cohorts.{name}.enabled`.
private struct KeyPatterns {
    /// As written, less case and dashes.
    var exact: Set<String> = []
    /// With plurals cut.
    var loose: [String: ConfiguredSetting] = [:]

    /// The setting that a path with a blank in it means, where one of its keys is a plural there and not here.
    func renamed(_ parts: [String]) -> ConfiguredSetting? {
        guard (3...8).contains(parts.count), parts.contains(where: isBlank), !exact.contains(pattern(parts)) else {
            return nil
        }
        return loose[pattern(parts, cuttingPlurals: true)]
    }
}

private func patterns(of switches: [ConfiguredSetting]) -> KeyPatterns {
    var patterns = KeyPatterns()
    for setting in switches where (3...8).contains(setting.path.count) {
        for index in setting.path.indices {
            var parts = setting.path
            parts[index] = "{}"
            patterns.exact.insert(pattern(parts))
            let loose = pattern(parts, cuttingPlurals: true)
            if patterns.loose[loose] == nil { patterns.loose[loose] = setting }
        }
    }
    return patterns
}

private func isBlank(_ part: String) -> Bool { part.hasPrefix("{") || part.hasPrefix("<") }

private func pattern(_ parts: [String], cuttingPlurals: Bool = false) -> String {
    parts.map { part in
        isBlank(part) ? "*" : cuttingPlurals ? words(of: part).joined() : identifierKey(part)
    }.joined(separator: ".")
}

private func keyInText(_ name: String, isNested: Bool = false) -> String {
    let block = #""canary": { "enabled": false, "replicas": 2 }"#
    return """
        # Plan

        To open the canary, set `\(name)` to true.

        ```json
        { \(isNested ? "\"search\": { \(block) }" : block) }
        ```
        """
}

/// `canary.enabled`, with letters and digits alone.
private func key(_ path: some Sequence<String>) -> String { path.map(identifierKey).joined(separator: ".") }

private func isSwitchOrShare(_ setting: ConfiguredSetting) -> Bool {
    guard !setting.path.contains(ConfiguredSetting.element), let value = setting.values.first?.value else {
        return false
    }
    return ["true", "false", "on", "off"].contains(value.lowercased()) || Double(value) != nil
}

extension ConfiguredSetting {
    /// The key itself.
    fileprivate var place: SourceSpan? { keys.last }
}

/// Names in small letters of the configuration files that documents mention: `search` of `search.json`.
private func fileNames(in files: [SourceFile]) -> Set<String> {
    var names: Set<String> = []
    for file in files {
        for word in file.bytes.split(whereSeparator: { !isNameByte($0) }) where word.count <= 100 {
            let parts = String(decoding: word, as: UTF8.self).lowercased().split(separator: ".")
            if parts.count > 1, ["json", "yml", "yaml", "toml"].contains(parts.last) { names.insert(String(parts[0])) }
        }
    }
    return names
}

private func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
}
