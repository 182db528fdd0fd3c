import Report

/// What the template of the list of rules is given.
struct RuleIndexPage: Sendable {
    let reference: RuleReference
    let assets: PageAssets
}

/// What the template of a rule's page is given.
struct RulePage: Sendable {
    let rule: RuleReference.Rule
    let subject: String
    let previous: RuleReference.Rule?
    let next: RuleReference.Rule?
    let toolVersion: String
    let assets: PageAssets
}

extension TemplatePage where Model == RuleIndexPage {
    static var rulesHTML: Self { .init(name: "rules.html", format: .html, view: .ruleIndex) }
}

extension TemplatePage where Model == RulePage {
    static var ruleHTML: Self { .init(name: "rule.html", format: .html, view: .rulePage) }
}

extension View where Model == RuleIndexPage {
    static var ruleIndex: Self {
        View(
            assetFields { $0.assets } + [
                .list("subjects", .subject) { $0.reference.subjects },
                .list("inputFaults", .inputFault) { $0.reference.inputFaults },
                .text("count") { String($0.reference.rules.count) },
                .text("previewCount") { String($0.reference.rules.count(where: \.isPreview)) },
                .text("toolVersion") { $0.reference.toolVersion },
            ])
    }
}

extension View where Model == RulePage {
    static var rulePage: Self {
        View(
            assetFields { $0.assets } + [
                .record("rule", .rule) { $0.rule }, .text("subject") { $0.subject },
                .text("subjectAnchor") { slug($0.subject) },
                .record("previous", .ruleLine) { $0.previous }, .record("next", .ruleLine) { $0.next },
                .text("toolVersion") { $0.toolVersion },
            ])
    }
}

extension View where Model == RuleReference.Subject {
    fileprivate static var subject: Self {
        View([
            .text("name") { $0.name }, .text("anchor") { slug($0.name) },
            .text("count") { $0.rules.count == 1 ? "1 rule" : "\($0.rules.count) rules" },
            .list("rules", .ruleLine) { $0.rules },
        ])
    }
}

extension View where Model == RuleReference.Rule {
    fileprivate static var ruleLine: Self {
        View([
            .text("id") { $0.id }, .markup("summary") { sentenceMarkup($0.summary) },
            .record("status", .severity) { SeverityMark($0.severity) }, .flag("isPreview") { $0.isPreview },
        ])
    }

    fileprivate static var rule: Self {
        View(
            View.ruleLine.fields + [
                .text("plainSummary") { $0.summary },
                .markup("fault") { codeMarkup($0.fault) }, .markup("harm") { codeMarkup($0.harm) },
                .markup("leftAlone") { codeMarkup($0.leftAlone) },
                .list("reported", .document) { $0.reported }, .list("notReported", .document) { $0.notReported },
                .markup("printed") { linesMarkup($0.printed) },
            ])
    }
}

extension View where Model == RuleReference.Document {
    fileprivate static var document: Self {
        View([.text("path") { $0.path }, .markup("text") { linesMarkup($0.text) }])
    }
}

extension View where Model == RuleReference.InputFault {
    fileprivate static var inputFault: Self {
        View([
            .text("id") { $0.id }, .markup("summary") { sentenceMarkup($0.summary) },
            .markup("advice") { codeMarkup($0.advice) },
            .record("status", .severity) { SeverityMark($0.severity) },
        ])
    }
}

/// A severity as the pages mark it: a word, a shape and a colour.
private struct SeverityMark: Sendable {
    let word: String
    let symbol: String
    let tone: String

    init(_ severity: String) {
        word = severity
        (symbol, tone) =
            switch severity {
            case "error": ("octagon", "crit")
            case "warning": ("triangle", "alert")
            default: ("circle", "none")
            }
    }
}

extension View where Model == SeverityMark {
    fileprivate static var severity: Self {
        View([.text("word") { $0.word }, .text("symbol") { $0.symbol }, .text("tone") { $0.tone }])
    }
}

private func sentenceMarkup(_ phrase: String) -> String {
    codeMarkup(phrase.prefix(1).uppercased() + phrase.dropFirst() + ".")
}

/// Escaped text in which backquotes have become `code` elements; one without its partner stays.
private func codeMarkup(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map { TextFormat.html.escape(String($0)) }
    guard !parts.count.isMultiple(of: 2) else { return TextFormat.html.escape(text) }
    return parts.enumerated().map { $0.isMultiple(of: 2) ? $1 : "<code>\($1)</code>" }.joined()
}

/// Escaped lines for a `pre` element, without the line end at the end.
private func linesMarkup(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { TextFormat.html.escape(String($0)) }.joined(separator: "\n")
}
