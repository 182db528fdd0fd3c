import DataNotations
import Plan
package import SourceText

extension PlanConfiguration {
    /// Reads a `plumbline.yml` that extends no other.
    ///
    /// - Returns: what could be read, and a `configuration-invalid` error for each key that is unknown, stands twice or
    ///   has a value that it cannot have. A configuration with findings must not be used.
    package static func read(_ source: SourceFile) -> (PlanConfiguration, [Finding]) {
        let layer = ConfigurationLayer(source)
        return (PlanConfiguration([layer]), layer.findings)
    }

    /// What settings say together with those that they extend.
    ///
    /// - Parameter layers: Without findings; what is extended stands before what extends it. A key replaces the whole
    ///   key of a layer before it, inside `lint` key by key.
    package init(_ layers: [ConfigurationLayer]) {
        self.init()
        let folders = Dictionary(
            layers.map { (ObjectIdentifier($0.source), $0.folder) }, uniquingKeysWith: { first, _ in first })
        var reader = KeyReader(known: PlanConfiguration.topKeys, folders: folders)
        for member in effectiveMembers(of: layers) { take(member, &reader) }
    }

    static let topKeys = [
        "extend", "title", "start", "timezone", "working-days", "documents", "metrics", "results",
        "result-max-age", "result-names", "checks", "templates", "output", "paper", "pdf", "update-interval",
        "prometheus", "kpis",
        "planned-windows", "email",
        "vocabulary", "lint",
    ]

    mutating func take(_ member: DataMember, _ reader: inout KeyReader) {
        switch member.key {
        case "title":
            title = reader.text(member)
            origins.title = title.map { Claim($0, at: member.value.span, .field) }
        case "start":
            start = reader.date(member)
            origins.start = start.map { Claim($0, at: member.value.span, .field) }
        case "timezone": timezone = reader.text(member).map { Claim($0, at: member.value.span, .field) }
        case "working-days": workingDaysOnly = reader.bool(member) ?? false
        case "documents": documents = reader.paths(member).map(\.value)
        case "metrics": metrics = reader.paths(member).map(\.value)
        case "results": results = reader.paths(member).map(\.value)
        case "result-names": resultNames = ResultNameConfiguration.read(member, &reader)
        case "result-max-age": resultLimit = reader.seconds(member)
        case "checks": checks = CheckConfiguration.read(member, &reader)
        case "templates": templates = reader.path(member)?.value
        case "output": output = reader.path(member)?.value
        case "paper": paper = reader.choice(member, of: ["a4", "letter"])
        case "pdf": makesPDF = reader.bool(member) ?? false
        case "update-interval": updateInterval = reader.seconds(member)
        case "prometheus": prometheus = PrometheusConfiguration(member, &reader)
        case "kpis": indicators = IndicatorConfiguration.all(member, &reader)
        case "planned-windows": plannedWindows = PlannedWindowConfiguration.all(member, &reader)
        case "email": mail = readMail(member, &reader)
        case "vocabulary": words = readVocabulary(member, &reader)
        case "lint": lint = LintConfiguration(member, &reader)
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
