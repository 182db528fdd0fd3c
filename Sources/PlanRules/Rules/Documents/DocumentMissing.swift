import Plan
import SourceText

extension PlanRule {
    /// The text names a document of the set that is not there.
    static let documentMissing = PlanRule(
        id: "document-missing", severity: .warning, summary: "a document that the plan names does not exist",
        explanation: Explanation(
            fault: """
                A text names a file as code or in quotes that is called as a part of a plan is and as its neighbours are \
                (`rollback-steps.md` beside `cutover-plan.md`), and no such file is there.
                """,
            harm: """
                The plan sends its reader to a procedure that was never written, or that was renamed; in the minute in which \
                it is needed nobody knows which.
                """,
            misses: """
                Links have a rule of their own. A name in plain words is left alone, and so is one beside words that put the \
                file into another place or time (`repository`, `will be written`), one that is no part of a plan by its words, \
                and one that is found beside the document, in a folder above it or anywhere among the documents.
                """),
        badExample: [
            ExampleDocument("cutover-plan.md", "# Cutover\n\nIf payments fail, follow `rollback-stesp.md`.\n"),
            ExampleDocument("rollback-steps.md", "# Rollback\n\nAsk Ines.\n"),
        ],
        goodExample: [
            ExampleDocument("cutover-plan.md", "# Cutover\n\nIf payments fail, follow `rollback-steps.md`.\n"),
            ExampleDocument("rollback-steps.md", "# Rollback\n\nAsk Ines.\n"),
        ]
    ) { input in
        guard input.plan.documents.contains(where: { !$0.fileMentions.isEmpty }) else { return [] }
        var once: Set<String> = []
        let names = input.plan.documents.map { fileName($0.path) }.filter { once.insert($0).inserted }
        let known = Set(names.map { $0.lowercased() })
        let folders = Set(
            input.plan.documents.flatMap { document in
                document.path.utf8.split(separator: UInt8(ascii: "/")).dropLast().map { Substring($0) }
            })
        var seen: Set<String> = []
        var compared = 0
        return input.plan.documents.flatMap { document in
            zip(document.fileMentions, input.links.mentionedPaths(of: document)).compactMap {
                mention, paths -> Fault? in
                let name = fileName(mention.path)
                guard !known.contains(name.lowercased()) else { return nil }
                guard let first = paths.first, input.links.exists(first) == false,
                    !paths.contains(where: { input.links.exists($0) == true }),
                    !isFurtherReading(mention, outsideOf: folders),
                    isNamedAlike(name, fileName(document.path)), seen.insert(first).inserted
                else { return nil }
                // Comparing names is slow; a folder with more missing documents lacks no letters.
                compared += 1
                let meant = compared <= 50 ? closestMatch(to: name, among: names) : nil
                guard meant != nil || namesPart(name) else { return nil }
                return Fault(
                    message: "\(quoted(mention.path)) does not exist"
                        + (meant.map { "; did you mean \(quoted($0))?" } ?? ""),
                    span: mention.span, label: "no file \(quoted(first))",
                    help: meant == nil ? "write the document, or name the one that is meant" : "correct the name",
                    identity: [first])
            }
        }
    }
}

/// Whether a sentence offers a document for further reading that lies in a folder none of the documents is from:
/// `For details see docs/ROLLBACK.md`.
private func isFurtherReading(_ mention: FileMention, outsideOf folders: Set<Substring>) -> Bool {
    let parts = mention.path.split(separator: "/").dropLast().filter { $0 != "." && $0 != ".." }
    guard let folder = parts.first, !folders.contains(folder) else { return false }
    let file = mention.span.file
    let line = file.text(file.lineRange(file.line(at: mention.span.range.lowerBound)))
    return !readingWords.isDisjoint(with: words(of: line))
}

/// English, German, Spanish and French.
private let readingWords: Set<String> = [
    "see", "detail", "details", "detailed", "more", "reference", "references", "documentation", "guide", "refer",
    "siehe",
    "einzelheiten", "näheres", "mehr", "véase", "ver", "detalles", "más", "voir", "détails",
]

/// Whether a name's words are those of a plan's documents: `rollback-steps`, `fahrplan`.
private func namesPart(_ name: String) -> Bool {
    !wellKnown.contains(stem(name).lowercased())
        && Vocabulary.standard.classes(ofName: stem(name)).intersects([
            .strategy, .timeline, .rollback, .checklist, .runbook, .communication, .risk, .risks, .rollout,
        ])
}

/// Whether two names are written in one way: small letters or capitals, `-` or `_` between the words.
private func isNamedAlike(_ left: String, _ right: String) -> Bool {
    let (mine, other) = (NameStyle(stem(left)), NameStyle(stem(right)))
    guard let own = mine.capitals, let theirs = other.capitals, own == theirs else { return false }
    return mine.separator == nil || other.separator == nil || mine.separator == other.separator
}

private func stem(_ name: String) -> String { name.split(separator: ".").first.map(String.init) ?? name }

/// Files that every repository has, and none of a plan.
private let wellKnown: Set<String> = ["readme", "changelog", "contributing", "license", "security", "todo", "index"]

/// How the name of a file is written.
private struct NameStyle {
    enum Capitals { case small, all, first }
    /// nil where there are no letters, or some of the words begin with a capital and others do not.
    let capitals: Capitals?
    let separator: Character?

    init(_ stem: String) {
        separator = stem.first { $0 == "-" || $0 == "_" }
        let letters = stem.filter(\.isLetter)
        if letters.isEmpty {
            capitals = nil
        } else if letters.allSatisfy(\.isLowercase) {
            capitals = .small
        } else if letters.allSatisfy(\.isUppercase) {
            capitals = .all
        } else {
            capitals = letters.first?.isUppercase == true ? .first : nil
        }
    }
}
