import DataNotations
import Plan
import SourceText

extension IndicatorConfiguration {
    static let keys = [
        "metric", "interval", "window", "unit", "required", "labels", "query", "good", "total", "statistic",
        "open-after", "close-after", "baseline",
    ]

    /// All indicators of the key `kpis`, in the order of the file.
    static func all(_ member: DataMember, _ reader: inout KeyReader) -> [IndicatorConfiguration] {
        guard reader.isObject(member) else { return [] }
        checkNames(member.value.members, &reader)
        return member.value.members.map { IndicatorConfiguration($0, &reader) }
    }

    /// Measures are told apart by their words: of two that have the same, one would count for nothing.
    private static func checkNames(_ members: [DataMember], _ reader: inout KeyReader) {
        var known: [[String]: DataMember] = [:]
        for member in members {
            let words = nameWords(member.key)
            guard !words.isEmpty, let other = known[words] else {
                known[words] = member
                continue
            }
            reader.findings.append(
                invalid(
                    "'\(member.key)' has the same words as '\(other.key)' in line \(other.keySpan.start.line): both are "
                        + "one indicator", at: member.keySpan, help: "write both as one"))
        }
    }

    private init(_ indicator: DataMember, _ reader: inout KeyReader) {
        self.init(name: Claim(indicator.key, at: indicator.keySpan, .field))
        if let text = indicator.value.stringValue {
            metric = text
        } else if reader.isObject(indicator) {
            var keys = reader.nested(IndicatorConfiguration.keys)
            keys.read(indicator.value) { member, keys in take(member, &keys) }
            checkCounters(indicator.value.members, &keys)
            reader.findings += keys.findings
        }
    }

    private mutating func take(_ member: DataMember, _ keys: inout KeyReader) {
        switch member.key {
        case "metric": metric = keys.text(member)
        case "interval": interval = keys.seconds(member)
        case "window": window = keys.seconds(member)
        case "unit": unit = keys.text(member)
        case "required": required = keys.bool(member) ?? true
        case "labels":
            guard keys.isObject(member) else { return }
            labels = member.value.members.compactMap { label in
                keys.text(label).map { Label(key: label.key, value: $0) }
            }
        case "query": query = keys.text(member)
        case "good": good = keys.text(member)
        case "total": total = keys.text(member)
        case "statistic": statistic = keys.statistic(member)
        case "open-after": openAfter = keys.count(member) ?? 1
        case "close-after": closeAfter = keys.count(member) ?? 1
        case "baseline": baseline = readBaseline(member, &keys)
        default: break
        }
    }

    /// An availability needs both of its counters, and no single sample of them is good or bad.
    private func checkCounters(_ members: [DataMember], _ keys: inout KeyReader) {
        func place(_ key: String) -> SourceSpan? { members.first { $0.key == key }?.keySpan }
        if (good == nil) != (total == nil), let span = place("good") ?? place("total") {
            let (given, missing) = good == nil ? ("total", "good") : ("good", "total")
            keys.findings.append(invalid("'\(given)' needs '\(missing)' beside it", at: span))
        }
        guard good != nil, total != nil else { return }
        for key in ["metric", "query", "statistic", "unit", "open-after", "close-after"] {
            guard let span = place(key) else { continue }
            keys.findings.append(
                invalid(
                    "'\(key)' cannot stand beside 'good' and 'total'", at: span,
                    help: "the share of the one counter in the other is the value"))
        }
    }

    private func readBaseline(_ member: DataMember, _ keys: inout KeyReader) -> Baseline? {
        guard case .object = member.value.kind else {
            return keys.quantity(member, or: ", or {from: …, to: …}").map { .amount($0) }
        }
        var from: WrittenTime?
        var to: WrittenTime?
        var inner = keys.nested(["from", "to"])
        inner.read(member.value) { member, inner in
            if member.key == "from" { from = inner.moment(member) } else { to = inner.moment(member) }
        }
        keys.findings += inner.findings
        guard let from, let to else {
            if inner.findings.isEmpty {
                keys.findings.append(invalid("'baseline' needs 'from' and 'to'", at: member.keySpan))
            }
            return nil
        }
        keys.checkOrder(from, to, at: member.keySpan)
        return .span(from: from, to: to)
    }
}

extension PlannedWindowConfiguration {
    static let keys = ["from", "to", "reason", "kpis"]

    /// All entries of the key `planned-windows`.
    static func all(_ member: DataMember, _ reader: inout KeyReader) -> [PlannedWindowConfiguration] {
        guard reader.isList(member) else { return [] }
        return member.value.elements.compactMap { entry($0, &reader) }
    }

    private static func entry(_ value: DataValue, _ reader: inout KeyReader) -> PlannedWindowConfiguration? {
        guard case .object(let members) = value.kind else {
            reader.findings.append(
                invalid(
                    "an entry of 'planned-windows' is \(value.kind.phrase), but has to be a set of keys",
                    at: value.span, help: "write - from: 2026-11-30T14:00, and below it to and reason"))
            return nil
        }
        var from: Claim<WrittenTime>?
        var to: Claim<WrittenTime>?
        var reason: String?
        var kpis: [Claim<String>] = []
        var keys = reader.nested(Self.keys)
        keys.read(value) { member, keys in
            switch member.key {
            case "from": from = keys.moment(member).map { Claim($0, at: member.value.span, .field) }
            case "to": to = keys.moment(member).map { Claim($0, at: member.value.span, .field) }
            case "reason": reason = keys.text(member)
            case "kpis": kpis = keys.claims(member)
            default: break
            }
        }
        reader.findings += keys.findings
        let missing = [("from", from == nil), ("to", to == nil), ("reason", reason?.isEmpty ?? true)].first { $0.1 }
        guard let from, let to, let reason, missing == nil else {
            if keys.findings.isEmpty, let missing {
                reader.findings.append(
                    invalid(
                        "an entry of 'planned-windows' has no '\(missing.0)'", at: members.first?.keySpan ?? value.span,
                        help: "a window is excused from one moment to another, for a reason that readers are told"))
            }
            return nil
        }
        reader.checkOrder(from.value, to.value, at: to.span)
        return PlannedWindowConfiguration(from: from, to: to, reason: reason, kpis: kpis)
    }
}
