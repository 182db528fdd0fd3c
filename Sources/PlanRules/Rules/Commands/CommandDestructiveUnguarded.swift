import Plan
import SourceText

extension PlanRule {
    /// A command does away with something for good, and nothing around it makes sure.
    static let commandDestructiveUnguarded = PlanRule(
        id: "command-destructive-unguarded", severity: .warning,
        summary: "a command destroys for good without a backup or a question ahead of it",
        explanation: Explanation(
            fault: """
                A command of a way back or a phase drops, empties or deletes for good (`DROP TABLE`, `rm -rf` of a full \
                path, `kubectl delete namespace`, `terraform destroy`), and nothing in the same procedure or section, \
                nor ahead in the document, speaks of a backup, a snapshot, a dry run or somebody who confirms.
                """,
            harm: "Run at the wrong moment or against the wrong system, it leaves nothing to come back to.",
            misses: """
                What is made anew (temporary folders, caches, test systems), what the plan itself creates under the same \
                name, and commands outside of phases and ways back.
                """),
        badExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ## Full rollback

                ```bash
                systemctl stop ledger
                psql -h ledger-db -c 'DROP TABLE bookings'
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ## Full rollback

                ```bash
                systemctl stop ledger
                pg_dump -h ledger-db --table=bookings --file=/srv/kept/bookings.dump
                psql -h ledger-db -c 'DROP TABLE bookings'
                ```
                """)
        ]
    ) { input in
        lazy var guards = Guards(input)
        return input.plan.commands.blocks.flatMap { block -> [Fault] in
            guard block.isPlanned, block.form != .codeSpan else { return [] }
            let found = block.commands.flatMap { Destruction.all(in: $0, block.form) }
            if found.isEmpty || isForTrial(block) { return [] }
            // Of several in one block the first says it all.
            guard let first = found.first(where: { !guards.hold($0, in: block) && !isCache($0, in: block) }) else {
                return []
            }
            return [
                Fault(
                    message: "\(quoted(first.phrase)) cannot be undone, and nothing ahead of it keeps a copy or asks",
                    span: first.span, label: "destroys for good, read from the code block",
                    help: "put a backup, a dry run or a confirmation ahead of it", identity: [clipped(first.phrase)])
            ]
        }
    }
}

/// What keeps a destruction from being a loss.
private struct Guards {
    private let reach: SectionReach
    /// Places by document, in reading order.
    private let copies: [String: [Int]]
    private let all: [String: [Int]]
    /// What the plan makes itself.
    private let created: Set<String>

    init(_ input: RuleInput) {
        reach = SectionReach(input.plan)
        let precautions = input.plan.commands.precautions
        copies = Guards.places(precautions.filter { $0.kind == .copy })
        all = Guards.places(precautions.filter { $0.kind != .occasion })
        created = Set(
            input.plan.commands.blocks.flatMap(\.commands).flatMap { $0.words + $0.inputs }.flatMap {
                Guards.created(in: $0.text)
            })
    }

    private static func places(_ precautions: [Precaution]) -> [String: [Int]] {
        Dictionary(grouping: precautions, by: \.span.path).mapValues { $0.map(\.span.range.lowerBound).sorted() }
    }

    /// `CREATE TABLE name` in a statement.
    private static func created(in text: String) -> [String] {
        guard text.utf8.count > 8, text.utf8.contains(UInt8(ascii: " ")), text.uppercased().contains("CREATE") else {
            return []
        }
        let parts = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }.map(String.init)
        return parts.indices.compactMap { index in
            guard parts[index].uppercased() == "CREATE", index + 2 < parts.count,
                ["TABLE", "DATABASE", "SCHEMA"].contains(parts[index + 1].uppercased())
            else { return nil }
            let isGuarded = parts[index + 2].uppercased() == "IF" && index + 5 < parts.count
            return parts[isGuarded ? index + 5 : index + 2].lowercased()
        }
    }

    func hold(_ destruction: Destruction, in block: ShellBlock) -> Bool {
        if created.contains(destruction.object.lowercased()) { return true }
        let path = destruction.span.path
        let start = destruction.span.range.lowerBound
        if let first = copies[path]?.first, first < start { return true }
        let around = reach.range(around: destruction.span)
        if let places = all[path], Guards.holds(places, around) { return true }
        let ahead = destruction.span.file.text(block.span.range.lowerBound..<max(block.span.range.lowerBound, start))
        return nameWords(ahead).contains(where: guardingWords.contains) || asksAhead(block, before: start)
    }

    private func asksAhead(_ block: ShellBlock, before start: Int) -> Bool {
        block.commands.contains { command in
            command.span.range.lowerBound < start && ["read", "select"].contains(command.words.first?.text ?? "")
        }
    }

    private static func holds(_ places: [Int], _ range: Range<Int>) -> Bool {
        let index = places.countOfLeading { $0 < range.lowerBound }
        return index < places.count && places[index] < range.upperBound
    }
}

/// `redis-cli FLUSHDB` in a block, or below a line or title, that calls what is emptied a cache.
private func isCache(_ destruction: Destruction, in block: ShellBlock) -> Bool {
    guard destruction.phrase.hasPrefix("redis-cli") else { return false }
    let told = block.titles + [block.lead ?? "", block.span.text]
    return told.contains { !cacheWords.isDisjoint(with: nameWords($0)) }
}

private let cacheWords: Set<String> = ["cache", "caches", "caché", "zwischenspeicher", "antémémoire"]

/// Whether the headings above a block, or its own commands, say that it is for a system of trials.
private func isForTrial(_ block: ShellBlock) -> Bool {
    let named = block.titles + [block.lead ?? ""] + block.commands.flatMap(\.words).map(\.text)
    return named.contains { Vocabulary.standard.classes(ofName: $0).contains(.environment) }
}

/// What a block says or does ahead of a command that keeps a copy or makes somebody look.
private let guardingWords: Set<String> = [
    "backup", "backups", "dump", "pg_dump", "mysqldump", "mongodump", "pgdump", "snapshot", "snapshots", "save",
    "restic",
    "velero", "borg", "rsync", "confirm", "confirmed", "dry", "archive", "tar", "export", "sicherung", "respaldo",
    "sauvegarde", "copia", "kopie", "cp",
]
