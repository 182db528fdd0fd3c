package import ArgumentParser

/// The command line: `plumbline lint|diff|plan|explain|build|status|metrics|schema|config`.
package struct Plumbline: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "plumbline",
        abstract:
            "Read a team's migration and rollout documents, hold them against each other, publish what is true now.",
        version: plumblineVersion,
        subcommands: [
            LintCommand.self, DiffCommand.self, PlanCommand.self, ExplainCommand.self, BuildCommand.self,
            StatusCommand.self, MetricsCommand.self, SchemaCommand.self, ConfigCommand.self,
        ])

    package init() {}

    /// Runs a command line.
    ///
    /// - Returns: 0 clean, 1 findings or a failed gate, 2 could not run (usage, configuration, unreadable input).
    package static func run(_ arguments: [String]) -> Int32 {
        do {
            // Setting up the parser takes longer than reading a document, and a plain `lint PATH…` needs none.
            if arguments.first == "lint", arguments.count > 1, !arguments.contains(where: { $0.hasPrefix("-") }) {
                try LintCommand.lint(Array(arguments.dropFirst()))
                return 0
            }
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
package let plumblineVersion = "0.1.0"
