import DataNotations
package import Plan
package import SourceText

/// One file of settings: the `plumbline.yml` of a run, or one that it extends.
package struct ConfigurationLayer: Sendable {
    package let source: SourceFile
    /// From the folder of the settings that were asked for to the folder of this file; empty for the same.
    package let folder: String
    /// Files that this one extends, relative to its own folder.
    package private(set) var extended: [Claim<String>] = []
    /// A `configuration-invalid` error for each key that cannot be used.
    package private(set) var findings: [Finding] = []
    /// The keys that count.
    private(set) var members: [DataMember] = []

    package init(_ source: SourceFile, folder: String = "") {
        let secret = SecretAddress(source)
        self.source = secret?.masked ?? source
        self.folder = folder
        do {
            try read(try DataDocument.yaml(NotationInput(file: self.source)))
        } catch {
            findings = [invalid(error.message, at: error.span)]
        }
        findings = (secret?.findings ?? []) + findings
    }

    private mutating func read(_ values: [DataValue]) throws(NotationError) {
        guard values.count <= 1 else {
            throw NotationError(
                "there are \(values.count) YAML documents here; a configuration is one", at: values[1].span)
        }
        guard let value = values.first, !value.isNull else { return }
        guard case .object = value.kind else {
            throw NotationError("the configuration is \(value.kind.phrase), not keys with values", at: value.span)
        }
        var reader = KeyReader(known: PlanConfiguration.topKeys)
        // What the values are is asked again when all layers are known; here only whether they can be.
        var probe = PlanConfiguration()
        reader.read(value) { member, reader in
            members.append(member)
            if member.key == "extend" { extended = reader.claims(member) } else { probe.take(member, &reader) }
        }
        findings = reader.findings + (probe.plans.isEmpty ? [] : members.compactMap(faultBesidePlans))
    }
}

/// A key that speaks of one plan, where several are named.
private func faultBesidePlans(_ member: DataMember) -> Finding? {
    guard !PlanConfiguration.portfolioKeys.contains(member.key) else { return nil }
    return invalid(
        "'\(member.key)' speaks of one plan, and 'plans' names several", at: member.keySpan,
        help: "move it into the plumbline.yml of the plan that it belongs to")
}

/// The keys that count when each layer replaces those of the layers before it, inside `lint` one by one.
func effectiveMembers(of layers: [ConfigurationLayer]) -> [DataMember] {
    var members: [String: DataMember] = [:]
    for member in layers.flatMap(\.members) {
        if member.key == "lint", let earlier = members["lint"] {
            if !member.value.isNull { members["lint"] = merged(earlier, member) }
        } else {
            members[member.key] = member
        }
    }
    return PlanConfiguration.topKeys.compactMap { members[$0] }
}

private func merged(_ earlier: DataMember, _ later: DataMember) -> DataMember {
    let replaced = Set(later.value.members.map(\.key))
    let kept = earlier.value.members.filter { !replaced.contains($0.key) }
    return DataMember(
        key: later.key, keySpan: later.keySpan,
        value: DataValue(kind: .object(kept + later.value.members), span: later.value.span))
}
