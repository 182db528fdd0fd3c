import DataNotations
import Plan
package import SourceText

extension PlanConfiguration {
    /// Reads `plumbline.yml`.
    ///
    /// - Returns: what could be read, and a `configuration-invalid` error for each key that is unknown, stands twice or
    ///   has a value that it cannot have. A configuration with findings must not be used.
    package static func read(_ source: SourceFile) -> (PlanConfiguration, [Finding]) {
        var configuration = PlanConfiguration()
        let values: [DataValue]
        do {
            values = try DataDocument.yaml(NotationInput(file: source))
        } catch {
            return (configuration, [invalid(error.message, at: error.span)])
        }
        guard values.count <= 1 else {
            return (
                configuration,
                [invalid("there are \(values.count) YAML documents here; a configuration is one", at: values[1].span)]
            )
        }
        guard let value = values.first, !value.isNull else { return (configuration, []) }
        guard case .object = value.kind else {
            return (
                configuration,
                [invalid("the configuration is \(value.kind.phrase), not keys with values", at: value.span)]
            )
        }
        var reader = KeyReader(known: topKeys)
        reader.read(value) { member, reader in configuration.take(member, &reader) }
        return (configuration, reader.findings)
    }

    private static let topKeys = [
        "title", "start", "timezone", "working-days", "documents", "metrics", "results", "templates", "output",
        "update-interval", "kpis", "email", "vocabulary",
    ]

    private mutating func take(_ member: DataMember, _ reader: inout KeyReader) {
        switch member.key {
        case "title":
            title = reader.text(member)
            origins.title = title.map { Claim($0, at: member.value.span, .field) }
        case "start":
            start = reader.date(member)
            origins.start = start.map { Claim($0, at: member.value.span, .field) }
        case "timezone": timezone = reader.text(member).map { Claim($0, at: member.value.span, .field) }
        case "working-days": workingDaysOnly = reader.bool(member) ?? false
        case "documents": documents = reader.texts(member)
        case "metrics": metrics = reader.texts(member)
        case "results": results = reader.texts(member)
        case "templates": templates = reader.text(member)
        case "output": output = reader.text(member)
        case "update-interval": updateInterval = reader.seconds(member)
        case "kpis": indicators = readIndicators(member, &reader)
        case "email": mail = readMail(member, &reader)
        case "vocabulary": words = readVocabulary(member, &reader)
        default: break
        }
    }

    private func readVocabulary(_ member: DataMember, _ reader: inout KeyReader) -> [WordClass: [String]] {
        guard reader.isObject(member) else { return [:] }
        var words: [WordClass: [String]] = [:]
        var keys = KeyReader(known: WordClass.extendable, called: "class of words")
        keys.read(member.value) { member, keys in
            if let wordClass = WordClass(name: member.key) { words[wordClass] = keys.words(member) }
        }
        reader.findings += keys.findings
        return words
    }

    private func readIndicators(_ member: DataMember, _ reader: inout KeyReader) -> [IndicatorConfiguration] {
        guard reader.isObject(member) else { return [] }
        return member.value.members.map { indicator in
            var metric: String?
            var interval: Double?
            var window: Double?
            var unit: String?
            var required = true
            if let text = indicator.value.stringValue {
                metric = text
            } else if reader.isObject(indicator) {
                var keys = KeyReader(known: ["metric", "interval", "window", "unit", "required"])
                keys.read(indicator.value) { member, keys in
                    switch member.key {
                    case "metric": metric = keys.text(member)
                    case "interval": interval = keys.seconds(member)
                    case "window": window = keys.seconds(member)
                    case "unit": unit = keys.text(member)
                    case "required": required = keys.bool(member) ?? true
                    default: break
                    }
                }
                reader.findings += keys.findings
            }
            return IndicatorConfiguration(
                name: Claim(indicator.key, at: indicator.keySpan, .field), metric: metric, interval: interval,
                window: window,
                unit: unit, required: required)
        }
    }

    private func readMail(_ member: DataMember, _ reader: inout KeyReader) -> MailConfiguration? {
        guard reader.isObject(member) else { return nil }
        var from: String?
        var to: [String] = []
        var prefix: String?
        var keys = KeyReader(known: ["from", "to", "subject-prefix"])
        keys.read(member.value) { member, keys in
            switch member.key {
            case "from": from = keys.text(member)
            case "to": to = keys.texts(member)
            case "subject-prefix": prefix = keys.text(member)
            default: break
            }
        }
        reader.findings += keys.findings
        return MailConfiguration(from: from, to: to, subjectPrefix: prefix)
    }
}

func invalid(_ message: String, at span: SourceSpan, help: String? = nil) -> Finding {
    Finding(
        rule: "configuration-invalid", severity: .error, message: message, at: span, help: help, identity: [message])
}
