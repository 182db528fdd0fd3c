package import ArgumentParser

/// The command line: `plumbline init|lint|diff|plan|explain|build|serve|check|status|validate|…`.
package struct Plumbline: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "plumbline",
        abstract:
            "Read a team's migration and rollout documents, hold them against each other, publish what is true now.",
        version: plumblineVersion,
        subcommands: [
            InitCommand.self, LintCommand.self, DiffCommand.self, PlanCommand.self, ExplainCommand.self,
            BuildCommand.self, UpdateCommand.self, ServeCommand.self, CheckCommand.self, StatusCommand.self,
            ValidateCommand.self, ExportCommand.self, MetricsCommand.self, SchemaCommand.self,
            ConfigCommand.self,
        ])

    package init() {}

    /// Runs a command line.
    ///
    /// - Returns: 0 clean, 1 findings or a failed gate, 2 could not run (usage, configuration, unreadable input).
    package static func run(_ arguments: [String]) -> Int32 {
        do {
            if try runPlain(arguments) { return 0 }
            var command = try parseAsRoot(arguments)
            try command.run()
            return 0
        } catch let error as CommandError {
            Terminal.complain(error.text)
            return 2
        } catch let exit as ExitCode {
            return exit.rawValue
        } catch {
            return report(error)
        }
    }

    /// Runs `lint PATH…` and `explain RULE` with nothing else said: setting up the parser takes longer than reading a
    /// document, and they need none.
    ///
    /// - Returns: whether the command line was one of them.
    private static func runPlain(_ arguments: [String]) throws -> Bool {
        guard arguments.count > 1, !arguments.contains(where: { $0.utf8.first == UInt8(ascii: "-") }) else {
            return false
        }
        switch arguments[0] {
        case "lint": try LintCommand.lint(Array(arguments.dropFirst()))
        case "explain" where arguments.count == 2: try ExplainCommand.explain(arguments[1])
        default: return false
        }
        return true
    }

    /// Help and version go to standard output with status 0; wrong usage to standard error with status 2.
    private static func report(_ error: any Error) -> Int32 {
        let message = fullMessage(for: error)
        guard exitCode(for: error).isSuccess else {
            Terminal.complain(message + "\n")
            return 2
        }
        do {
            try Terminal.print(message + "\n")
            return 0
        } catch {
            Terminal.complain("error: cannot write to standard output\n")
            return 2
        }
    }
}

/// As `--version` prints it and every output names it.
let plumblineVersion = "0.1.0"
