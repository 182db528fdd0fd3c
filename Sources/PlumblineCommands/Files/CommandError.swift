/// Why a command could not run: what is wrong, where, and what to do. Ends the run with exit status 2.
struct CommandError: Error, Sendable {
    let message: String
    let help: String?

    init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }

    /// `error: …` and `help: …`, as printed on standard error.
    var text: String { "error: \(message)\n" + (help.map { "help: \($0)\n" } ?? "") }
}
