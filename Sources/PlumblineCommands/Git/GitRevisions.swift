/// A commit, and what it was called.
struct GitCommit: Equatable {
    /// As it was given: `origin/main`.
    let name: String
    /// Its full hash.
    let hash: String

    /// As `git` shortens it at least.
    var short: String { String(hash.prefix(7)) }
}

extension GitRepository {
    /// The commit that a name stands for.
    ///
    /// - Throws: when there is none here, with what to fetch.
    func commit(_ name: String) throws(CommandError) -> GitCommit {
        guard !name.isEmpty, !name.hasPrefix("-") else {
            throw CommandError(
                "'\(shown(name))' names no commit", help: "give a branch, a tag or a hash, such as origin/main")
        }
        if let commit = try knownCommit(name) { return commit }
        if name == "HEAD" {
            throw CommandError("the repository '\(shown(root))' has no commit yet", help: "commit the documents first")
        }
        let isShallow = try isShallow()
        if !name.contains("/"), let remote = try knownCommit("origin/\(name)") {
            throw CommandError("there is no commit '\(shown(name))' here", help: "did you mean '\(remote.name)'?")
        }
        throw CommandError(
            "there is no commit '\(shown(name))' here" + (isShallow ? ": the clone is shallow" : ""),
            help: "fetch it: 'git fetch \(isShallow ? "--depth=100 " : "")origin \(GitRepository.remoteName(name))'"
                + (isShallow ? " (for actions/checkout: 'fetch-depth: 0')" : ""))
    }

    /// The commit that a name stands for; nil when there is none here.
    func knownCommit(_ name: String) throws(CommandError) -> GitCommit? {
        guard !name.isEmpty, !name.hasPrefix("-") else { return nil }
        let found = try run(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
        guard found.status == 0 else { return nil }
        return GitCommit(name: name, hash: GitRepository.hash(found.output))
    }

    /// Where a commit, else HEAD, parted from another: the last commit that both have.
    func mergeBase(of base: GitCommit, and other: GitCommit? = nil) throws(CommandError) -> GitCommit {
        let head = if let other { other } else { try commit("HEAD") }
        let found = try run(["merge-base", base.hash, head.hash])
        guard found.status == 0 else {
            guard found.status == 1 else {
                throw CommandError(
                    "git cannot compare '\(shown(base.name))' with '\(shown(head.name))': \(GitRepository.reason(found))",
                    help: "fetch the commits between them: 'git fetch --deepen=100 origin'")
            }
            let isShallow = try isShallow()
            guard isShallow else {
                throw CommandError(
                    "'\(shown(base.name))' and '\(shown(head.name))' have no commit in common",
                    help: "name the branch that it came from")
            }
            throw CommandError(
                "the clone is too shallow to hold the commit where '\(shown(head.name))' parted from '\(shown(base.name))'",
                help: "fetch more of both: 'git fetch --deepen=100 origin \(GitRepository.remoteName(base.name))' "
                    + "(for actions/checkout: 'fetch-depth: 0')")
        }
        return GitCommit(name: base.name, hash: GitRepository.hash(found.output))
    }

    private func isShallow() throws(CommandError) -> Bool {
        let answer = try run(["rev-parse", "--is-shallow-repository"])
        return answer.output.starts(with: "true".utf8)
    }

    /// The name of a branch where it comes from, in advice; `origin/main` is `main` there.
    private static func remoteName(_ name: String) -> String {
        let plain = name.hasPrefix("origin/") ? String(name.dropFirst(7)) : name
        let isPlain = plain.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
                || "._/-".utf8.contains(byte)
        }
        return isPlain ? plain : "BRANCH"
    }

    private static func hash(_ output: [UInt8]) -> String {
        String(decoding: output.prefix { $0 != 0x0a }, as: UTF8.self)
    }
}
