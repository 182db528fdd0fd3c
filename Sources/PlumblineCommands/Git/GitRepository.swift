import Delivery

/// A git repository, read without touching its working tree, its index or the network.
///
/// The repository itself may be hostile: nothing in its settings is run, and nothing is fetched.
struct GitRepository {
    /// Absolute, without links: what paths in its trees are relative to.
    let root: String

    /// - Parameter folder: Somewhere in the working tree.
    init(holding folder: String) throws(CommandError) {
        let found = try GitRepository(root: folder).run(["rev-parse", "--show-toplevel"])
        guard found.status == 0, found.output.last == 0x0a else {
            let reason = GitRepository.reason(found)
            guard reason.hasPrefix("not a git repository") else {
                throw CommandError("git cannot read the repository of '\(shown(folder))': \(reason)")
            }
            throw CommandError(
                "'\(shown(folder))' is in no git repository, so there is nothing to compare with",
                help: "name a folder inside a repository, or leave out what asks for a comparison")
        }
        self.init(root: String(decoding: found.output.dropLast(), as: UTF8.self))
    }

    private init(root: String) { self.root = root }

    /// Runs git to its end.
    ///
    /// - Parameter input: Its standard input.
    func run(_ arguments: [String], input: [UInt8] = []) throws(CommandError) -> ChildProcess.Result {
        do {
            return try ChildProcess.run(
                "git", GitRepository.safety + ["-C", root] + arguments, environment: GitRepository.environment,
                input: input, limit: GitRepository.mostOutput)
        } catch {
            switch error {
            case .notStarted(let code) where code == GitRepository.noSuchFile:
                throw CommandError("there is no program 'git'", help: "install git, or put it on the PATH")
            case .notStarted(let code): throw CommandError("cannot run git: \(DeliveryError.reason(code))")
            case .notRead(let code): throw CommandError("cannot read what git says: \(DeliveryError.reason(code))")
            case .tooMuch:
                throw CommandError(
                    "git has more to say than \(GitRepository.mostOutput / 1_048_576) MiB",
                    help: "name a folder with fewer or smaller documents")
            }
        }
    }

    /// As `run`, for what cannot go wrong in a sound repository.
    func output(_ arguments: [String], input: [UInt8] = []) throws(CommandError) -> [UInt8] {
        let result = try run(arguments, input: input)
        guard result.status == 0 else {
            throw CommandError(
                "git cannot read the repository '\(shown(root))': \(GitRepository.reason(result))",
                help: "'git fsck' says what is wrong with it")
        }
        return result.output
    }

    /// The first line that git complains with, without `fatal: `.
    static func reason(_ result: ChildProcess.Result) -> String {
        let text = String(decoding: result.errors.prefix { $0 != 0x0a }, as: UTF8.self)
        let reason = text.hasPrefix("fatal: ") ? String(text.dropFirst(7)) : text
        return reason.isEmpty ? "it ended with status \(result.status)" : shown(reason)
    }

    /// No program that the repository's settings name is run, no lock is taken, no object is fetched.
    private static let safety = [
        "--no-optional-locks", "--no-pager", "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null", "-c",
        "protocol.allow=never",
    ]

    /// What git is told of our environment. `GIT_DIR` and its like, which hooks are run with, speak of one repository
    /// and not of the one that is asked for; `GIT_EXTERNAL_DIFF` and its like run programs.
    private static var environment: [String] {
        var names = [
            "PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR", "SUDO_UID", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
            "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM",
        ]
        let count = ProcessEnvironment.variable("GIT_CONFIG_COUNT").flatMap(Int.init) ?? 0
        for index in 0..<min(max(0, count), 100) { names += ["GIT_CONFIG_KEY_\(index)", "GIT_CONFIG_VALUE_\(index)"] }
        let passed = names.compactMap { name in ProcessEnvironment.variable(name).map { "\(name)=\($0)" } }
        // Its complaints are read by their English words.
        return passed + ["LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1"]
    }

    /// Bytes: the list of a tree with a million files, or the documents of the largest plan.
    private static let mostOutput = 512 * 1_048_576
    /// `ENOENT`.
    private static let noSuchFile: Int32 = 2
}
