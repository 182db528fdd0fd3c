import DataNotations
import MarkdownTree
import Plan
import SourceText

/// The front matter of an update, key by key, collecting what is wrong with it.
struct UpdateFields {
    private(set) var findings: [Finding] = []
    private let matter: FrontMatter
    private let hasZone: Bool
    private var members: [DataMember] = []

    private static let keys = ["kind", "time", "title", "affects", "start", "end", "incident", "of"]

    init(_ matter: FrontMatter, hasZone: Bool) {
        self.matter = matter
        self.hasZone = hasZone
        let (bindings, problems) = readNotation(NotationInput(matter.content), as: .yaml)
        guard problems.isEmpty, let value = bindings.first?.value, case .object(let members) = value.kind else {
            findings = problems.map {
                unreadable(
                    "front matter cannot be read as YAML: \($0.message)", at: $0.span ?? matter.span, help: exampleHelp)
            }
            if problems.isEmpty {
                findings = [unreadable("front matter of an update has no keys", at: matter.span, help: exampleHelp)]
            }
            return
        }
        for member in members { take(member) }
    }

    /// The update; nil where `findings` say why not.
    mutating func update(_ source: SourceFile, _ body: UpdateText) -> Update? {
        guard findings.allSatisfy({ $0.severity != .error }), let kind = kind() else { return nil }
        let (start, end) = (time("start"), time("end"))
        var window: Update.Window?
        if kind == .planned {
            window = self.window(start, end)
        } else {
            for key in ["start", "end"] { refuseOutsidePlanned(key, kind) }
        }
        let time = time("time") ?? window?.start
        if time == nil { missing("time", of: kind) }
        let given = text("title")?.value
        guard let title = given ?? body.title else {
            findings.append(
                unreadable(
                    "an update says nothing: it has neither a title nor a text", at: matter.span,
                    help: "add 'title', or text below the second '---'"))
            return nil
        }
        let incident = text("incident") ?? text("of")
        guard let time, !findings.contains(where: { $0.severity == .error }) else { return nil }
        return Update(
            id: Update.id(ofPath: source.path), kind: kind, title: title.clipped(to: 200),
            paragraphs: given == nil ? body.paragraphsBelowTitle : body.paragraphs, time: time, window: window,
            affects: affects(), incident: incident,
            span: member("title")?.value.span ?? body.titleSpan ?? matter.span)
    }

    // MARK: Keys

    private mutating func take(_ member: DataMember) {
        guard Self.keys.contains(member.key) else {
            let meant = closestMatch(to: member.key, among: Self.keys)
            findings.append(
                Finding(
                    rule: "update-key-unknown", severity: .warning,
                    message: "unknown key '\(member.key.clipped(to: 60))'"
                        + (meant.map { "; did you mean '\($0)'?" } ?? ""),
                    at: member.keySpan, help: "keys of an update: \(Self.keys.joined(separator: ", "))",
                    identity: [member.key]))
            return
        }
        guard self.member(member.key) == nil else {
            findings.append(
                unreadable("'\(member.key)' stands here twice", at: member.keySpan, help: "keep one of them"))
            return
        }
        if !member.value.isNull { members.append(member) }
    }

    private func member(_ key: String) -> DataMember? { members.first { $0.key == key } }

    private mutating func missing(_ key: String, of kind: UpdateKind) {
        guard member(key) == nil else { return }
        let noun = kind == .planned ? "planned work" : "an update"
        findings.append(
            unreadable(
                "\(noun) has no '\(key)'", at: matter.span, help: "add '\(key): 2026-11-30T14:05:00+01:00'"))
    }

    private mutating func kind() -> UpdateKind? {
        let words = UpdateKind.allCases.map(\.rawValue)
        guard let member = member("kind") else {
            findings.append(
                unreadable(
                    "an update has no 'kind'", at: matter.span,
                    help: "add 'kind', one of: \(words.joined(separator: ", "))"
                ))
            return nil
        }
        let word = member.value.stringValue ?? member.value.span.text
        if let kind = UpdateKind(rawValue: word.lowercased()) { return kind }
        let meant = closestMatch(to: word, among: words).map { "; did you mean '\($0)'?" } ?? ""
        findings.append(
            unreadable(
                "'kind' is '\(word.clipped(to: 60))', not one of \(words.joined(separator: ", "))\(meant)",
                at: member.value.span, help: "write one of these words"))
        return nil
    }

    private mutating func window(_ start: Claim<WrittenTime>?, _ end: Claim<WrittenTime>?) -> Update.Window? {
        if start == nil { missing("start", of: .planned) }
        if end == nil { missing("end", of: .planned) }
        guard let start, let end else { return nil }
        let isComparable = (start.value.offsetMinutes == nil) == (end.value.offsetMinutes == nil)
        if isComparable, end.value.wallSeconds <= start.value.wallSeconds {
            findings.append(
                unreadable(
                    "'end' is '\(end.span.text)', which is not after 'start', '\(start.span.text)'", at: end.span,
                    help: "correct one of the two"))
            return nil
        }
        return Update.Window(start: start, end: end)
    }

    private mutating func refuseOutsidePlanned(_ key: String, _ kind: UpdateKind) {
        guard let member = member(key) else { return }
        findings.append(
            Finding(
                rule: "update-key-unknown", severity: .warning,
                message: "'\(key)' counts only for planned work, and this is of kind '\(kind.rawValue)'",
                at: member.keySpan, help: "write 'kind: planned', or remove the key", identity: [key, kind.rawValue]))
    }

    // MARK: Values

    private mutating func time(_ key: String) -> Claim<WrittenTime>? {
        guard let member = member(key) else { return nil }
        let written = member.value.stringValue ?? member.value.span.text
        // RFC 3339 allows parts of a second, which nobody needs here.
        guard written.utf8.count > 10, let time = WrittenTime(withoutFraction(written)) else {
            let isDate = written.utf8.count == 10 && WrittenTime(written) != nil
            findings.append(
                unreadable(
                    "'\(key)' is '\(written.clipped(to: 60))', "
                        + (isDate ? "a date without a time of the day" : "not a time"), at: member.value.span,
                    help: "write it as 2026-11-30T14:05:00+01:00"))
            return nil
        }
        guard time.offsetMinutes != nil || hasZone else {
            findings.append(
                unreadable(
                    "'\(key)' is '\(written)' without a time zone, and the plan names none", at: member.value.span,
                    help: "add Z or an offset such as +01:00, or 'timezone' to plumbline.yml"))
            return nil
        }
        return Claim(time, at: member.value.span, .frontMatter)
    }

    private mutating func text(_ key: String) -> Claim<String>? {
        guard let member = member(key) else { return nil }
        switch member.value.kind {
        case .string(let text) where text.contains { !$0.isWhitespace }:
            return Claim(text.trimmed, at: member.value.span, .frontMatter)
        case .number, .bool: return Claim(member.value.span.text, at: member.value.span, .frontMatter)
        default:
            findings.append(
                unreadable(
                    "'\(member.key)' is \(member.value.kind.phrase), but has to be a text", at: member.value.span,
                    help: "write it in quotes"))
            return nil
        }
    }

    private mutating func affects() -> [Claim<String>] {
        guard let member = member("affects") else { return [] }
        let values = member.value.stringValue == nil ? member.value.elements : [member.value]
        guard !values.isEmpty, values.allSatisfy({ $0.stringValue != nil }) else {
            if case .array(let list) = member.value.kind, list.isEmpty { return [] }
            findings.append(
                unreadable(
                    "'affects' is \(member.value.kind.phrase), but has to be a list of names", at: member.value.span,
                    help: "write it as [Error rate, enableSearch]"))
            return []
        }
        // Only a text by itself is a list of its own making.
        let isText = member.value.stringValue != nil
        return values.flatMap { value in
            let text = value.stringValue ?? ""
            let names = isText ? text.split(separator: ",").map(String.init) : [text]
            return names.map(\.trimmed).filter { !$0.isEmpty }.map { Claim($0, at: value.span, .frontMatter) }
        }
    }
}

/// `2026-11-30T14:05:00.250+01:00` without `.250`.
private func withoutFraction(_ text: String) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    let rest = text[text.index(after: point)...]
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? text : String(text[..<point] + rest[digits.endIndex...])
}
