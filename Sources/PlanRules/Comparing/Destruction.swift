import Plan
import SourceText

/// What a command does away with for good.
struct Destruction {
    /// `DROP TABLE orders`, `rm -rf /srv/data`.
    let phrase: String
    /// The table, folder or namespace; empty when it is everything.
    let object: String
    let span: SourceSpan

    /// The destructions in a command, those in SQL that it hands over included.
    static func all(in command: ShellCommand, _ form: ShellBlock.Form) -> [Destruction] {
        if form == .statements { return command.words.compactMap(sql) }
        guard let typed = TypedCommand(command) else { return [] }
        let isDatabase = databaseTools.contains(typed.tool)
        guard isDatabase || destroyingTools.contains(typed.tool), !isTrial(typed) else { return [] }
        if isDatabase {
            let handed = command.inputs + typed.arguments.filter { $0.text.utf8.contains(UInt8(ascii: " ")) }
            return handed.flatMap { word in
                word.text.split(separator: ";").compactMap { statement in
                    sql(ShellWord(text: String(statement), isExpanded: false, isQuoted: true, span: word.span))
                }
            }
        }
        return [files(typed) ?? cluster(typed) ?? store(typed)].compactMap(\.self)
    }

    private static func isTrial(_ typed: TypedCommand) -> Bool {
        typed.arguments.contains { $0.text.holds("dry-run") || $0.text.holds("dryrun") || $0.text == "--help" }
    }

    /// `rm -rf` of what is named by a full path or a variable; not of what is made anew.
    private static func files(_ typed: TypedCommand) -> Destruction? {
        guard typed.tool == "rm", typed.hasLetter("r") || typed.hasLetter("R") || typed.has("--recursive"),
            typed.hasLetter("f") || typed.has("--force"), !typed.hasLetter("i")
        else { return nil }
        let target = typed.plain.first { word in
            let isPlace =
                word.text.hasPrefix("/") || word.text.hasPrefix("~") || word.isExpanded && word.text.hasPrefix("$")
            return isPlace && !isPassing(word.text)
        }
        return target.map { Destruction(phrase: "rm -rf \($0.text)", object: $0.text, span: typed.command.span) }
    }

    private static func cluster(_ typed: TypedCommand) -> Destruction? {
        let verb = typed.plain.map(\.text)
        switch typed.tool {
        case "kubectl", "oc":
            guard let place = verb.firstIndex(of: "delete"), place + 1 < verb.count else { return nil }
            let kind = verb[place + 1].prefix { $0 != "/" }.lowercased()
            guard clusterKinds.contains(kind) else { return nil }
            let name = verb[place + 1].split(separator: "/").dropFirst().first.map(String.init)
            let object = name ?? (place + 2 < verb.count ? verb[place + 2] : "")
            return isPassing(object) ? nil : typed.destruction("delete \(kind)", object)
        case "terraform", "tofu": return verb.first == "destroy" ? typed.destruction("destroy") : nil
        case "docker":
            let isVolume = verb.starts(with: ["volume", "rm"])
            let isDown = verb.starts(with: ["compose"]) && verb.contains("down") && (typed.has("--volumes", "-v"))
            guard isVolume || isDown else { return nil }
            return isVolume
                ? typed.destruction("volume rm", verb.count > 2 ? verb[2] : "")
                : typed.destruction("compose down --volumes")
        case "git":
            guard verb.first == "push", typed.has("--force", "-f"),
                let branch = verb.dropFirst().first(where: { ["main", "master", "production", "prod"].contains($0) })
            else { return nil }
            return typed.destruction("push --force", branch)
        default: return nil
        }
    }

    private static func store(_ typed: TypedCommand) -> Destruction? {
        let verb = typed.plain.map(\.text)
        switch typed.tool {
        case "dropdb": return verb.last.flatMap { isPassing($0) ? nil : typed.destruction("", $0) }
        case "redis-cli":
            return verb.first { ["FLUSHALL", "FLUSHDB"].contains($0.uppercased()) }.map { typed.destruction($0) }
        case "aws":
            let isEmptied = verb.starts(with: ["s3", "rm"]) && typed.has("--recursive")
            let isRemoved = verb.starts(with: ["s3", "rb"]) && typed.has("--force")
            let isLost = verb.first == "rds" && typed.has("--skip-final-snapshot")
            guard isEmptied || isRemoved || isLost, let object = verb.last, !isPassing(object) else { return nil }
            return typed.destruction(verb.prefix(2).joined(separator: " "), isLost ? "" : object)
        case "gsutil":
            guard verb.first == "rm", typed.hasLetter("r"), let object = verb.last, !isPassing(object) else {
                return nil
            }
            return typed.destruction(object)
        case "gcloud":
            return verb.starts(with: ["sql", "instances", "delete"]) && verb.count > 3
                ? typed.destruction("sql instances delete", verb[3]) : nil
        case "prisma": return verb.starts(with: ["migrate", "reset"]) ? typed.destruction("migrate reset") : nil
        case "supabase":
            return verb.starts(with: ["db", "reset"]) && typed.has("--linked") ? typed.destruction("db reset") : nil
        case "kafka-topics", "kafka-topics.sh":
            return typed.has("--delete") && !verb.isEmpty ? typed.destruction("--delete") : nil
        default: return nil
        }
    }

    /// `DROP TABLE`, `TRUNCATE` and `DELETE FROM` without `WHERE`.
    private static func sql(_ word: ShellWord) -> Destruction? {
        let parts = word.text.prefix(2000).split(whereSeparator: \.isWhitespace).map(String.init)
        let upper = parts.prefix(12).map { $0.uppercased() }
        guard let first = upper.first else { return nil }
        var place: Int
        switch first {
        case "DROP":
            guard upper.count > 2, ["TABLE", "DATABASE", "SCHEMA"].contains(upper[1]) else { return nil }
            place = 2
            if upper[2] == "IF" { place = 4 }
        case "TRUNCATE": place = upper.count > 1 && upper[1] == "TABLE" ? 2 : 1
        case "DELETE":
            guard upper.count > 2, upper[1] == "FROM", !parts.contains(where: { $0.uppercased() == "WHERE" }) else {
                return nil
            }
            place = 2
        default: return nil
        }
        guard place < parts.count else { return nil }
        let object = parts[place].filter { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        guard !object.isEmpty, !isPassing(object) else { return nil }
        let verb = upper.prefix(place).filter { $0 != "IF" && $0 != "EXISTS" }.joined(separator: " ")
        return Destruction(phrase: "\(verb) \(object)", object: object, span: word.span)
    }

    /// What is made anew at any time, or was made to be thrown away.
    private static func isPassing(_ name: String) -> Bool {
        let words = nameWords(name)
        return !passingWords.isDisjoint(with: words) || Vocabulary.standard.classes(of: words).contains(.environment)
    }
}

extension TypedCommand {
    /// - Parameter verb: What the tool is told to do; its other arguments may be secret.
    fileprivate func destruction(_ verb: String, _ object: String = "") -> Destruction {
        let shown = [tool, verb, object].filter { !$0.isEmpty }.joined(separator: " ")
        return Destruction(phrase: shown, object: object, span: command.span)
    }
}

private let databaseTools: Set<String> = [
    "psql", "mysql", "mariadb", "sqlite3", "sqlcmd", "cockroach", "clickhouse-client", "bq", "snowsql", "sqlplus",
]
/// The other tools that `files`, `cluster` and `store` know.
private let destroyingTools: Set<String> = [
    "rm", "kubectl", "oc", "terraform", "tofu", "docker", "git", "dropdb", "redis-cli", "aws", "gsutil", "gcloud",
    "prisma", "supabase", "kafka-topics", "kafka-topics.sh",
]
private let clusterKinds: Set<String> = [
    "namespace", "namespaces", "ns", "pvc", "persistentvolumeclaim", "persistentvolumeclaims", "pv", "crd",
]
private let passingWords: Set<String> = [
    "tmp", "temp", "temporary", "mktemp", "tmpdir", "workdir", "cache", "caches", "node", "dist", "build", "target",
    "next", "coverage", "scratch", "test", "tests", "staging", "old", "bak", "backup", "shadow", "new", "copy",
    "preview",
    "canary", "green", "drill",
]
