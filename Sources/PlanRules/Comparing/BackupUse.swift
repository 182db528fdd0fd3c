import Plan
import SourceText

/// A command that brings data back, or that keeps a copy of them.
enum BackupUse {
    /// What is brought back; nil for a command that brings nothing back.
    static func restored(by command: ShellCommand) -> ShellWord? {
        guard let typed = TypedCommand(command) else { return nil }
        let plain = typed.plain
        switch typed.tool {
        case "pg_restore": return typed.has("-l", "--list") ? nil : plain.last { isKept($0) } ?? plain.last
        case "mongorestore": return plain.last ?? typed.arguments.last
        case "restic", "borg", "velero":
            return plain.first?.text == "restore" || plain.first?.text == "extract" ? typed.arguments.last : nil
        case "psql", "mysql", "mariadb", "sqlite3":
            return (command.sources + typed.arguments).first { isFile($0) && isKept($0) }
        case "aws":
            let verb = plain.dropFirst().first?.text ?? ""
            return verb.hasPrefix("restore-db") && verb.hasSuffix("snapshot") ? plain[1] : nil
        case "cp", "rsync": return plain.count > 1 && isKept(plain[0]) ? plain[0] : nil
        case "tar":
            guard typed.hasLetter("x") || plain.first?.text.hasPrefix("x") == true || typed.has("--extract") else {
                return nil
            }
            return plain.first { isFile($0) && isKept($0) }
        case "gunzip", "zcat", "unzip", "pigz": return plain.first { isFile($0) && isKept($0) }
        default: return nil
        }
    }

    static func keeps(_ command: ShellCommand) -> Bool {
        guard let typed = TypedCommand(command), restored(by: command) == nil else { return false }
        if keepingTools.contains(typed.tool) { return true }
        // `./scripts/backup.sh`, `fly volumes snapshots create`, `cp config.yml config.yml.bak`
        return command.words.contains { word in
            !Set(nameWords(word.text)).isDisjoint(with: keptWords.union(["save", "bgsave"]))
        }
    }

    private static func isFile(_ word: ShellWord) -> Bool { word.text.contains(".") || word.text.contains("/") }

    /// Whether the name of a file or folder says that it is a copy.
    private static func isKept(_ word: ShellWord) -> Bool {
        !keptWords.isDisjoint(with: nameWords(word.text))
    }
}

private let keepingTools: Set<String> = [
    "pg_dump", "pg_dumpall", "pg_basebackup", "mysqldump", "mariadb-dump", "mongodump", "restic", "velero", "borg",
    "pgbackrest", "wal-g", "barman", "duplicity", "xtrabackup",
]
private let keptWords: Set<String> = [
    "backup", "backups", "bak", "dump", "dumps", "snapshot", "snapshots", "sicherung", "sicherungen", "respaldo",
    "respaldos", "sauvegarde", "sauvegardes", "kept", "pre",
]
