import Plan

extension ShellCommand {
    /// `git push origin main`, `vercel --prod`, `helm upgrade api . -n production`: a new version for production.
    var deploysToProduction: Bool {
        let texts = words.prefix(40).map { $0.text.lowercased() }
        guard let first = texts.first(where: { !$0.contains("=") }), !readers.contains(first), !migratesDatabase else {
            return false
        }
        if texts.starts(with: ["git", "push"]) {
            // Behind the remote's name.
            let branches = texts.dropFirst(2).filter { !$0.hasPrefix("-") }.dropFirst()
            return branches.contains { text in
                ["main", "master", "production", "prod"].contains(
                    text.split(separator: ":").last.map(String.init) ?? "")
            }
        }
        let parts = Set(texts.flatMap { PlanRules.words(of: $0) })
        return !parts.isDisjoint(with: ["prod", "production"]) && !parts.isDisjoint(with: deployers)
            && parts.isDisjoint(with: watchers)
    }

    /// `npx prisma migrate deploy`, `rails db:migrate`, `alembic upgrade head`: the database gets the new schema.
    var migratesDatabase: Bool {
        let texts = words.prefix(40).map { $0.text.lowercased() }
        guard let first = texts.first(where: { !$0.contains("=") }), !readers.contains(first) else { return false }
        let parts = texts.flatMap { PlanRules.words(of: $0) }
        let all = Set(parts)
        guard all.isDisjoint(with: otherMigrations) else { return false }
        return all.contains("migrate")
            || all.contains("migration") && !all.isDisjoint(with: ["run", "apply", "up"])
            || pairs.contains { all.contains($0.0) && all.contains($0.1) }
    }
}

private let readers: Set<String> = [
    "echo", "curl", "grep", "cat", "tail", "less", "cd", "open", "wget", "#", "docker-compose",
]
private let deployers: Set<String> = ["deploy", "release", "upgrade", "apply", "promote", "up", "vercel", "netlify"]
private let watchers: Set<String> = [
    "status", "log", "get", "describe", "list", "history", "undo", "diff", "template", "rollback", "wait", "restart",
    "scale", "env", "dry", "ls", "inspect", "pull", "staging", "preview",
]
private let pairs = [
    ("alembic", "upgrade"), ("liquibase", "update"), ("supabase", "push"), ("goose", "up"), ("dbmate", "up"),
]
/// What looks at migrations, writes them, takes them back or moves data.
private let otherMigrations: Set<String> = [
    "status", "generate", "create", "new", "make", "reset", "resolve", "down", "rollback", "undo", "revert", "diff",
    "info", "validate", "check", "show", "list", "history", "data", "user", "backfill", "dry", "staging", "test",
    "restore", "pretend", "plan",
]
