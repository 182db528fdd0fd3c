import ArgumentParser
import Configuration
import PlanRules
import SourceText

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show the settings that count.", subcommands: [Show.self],
        defaultSubcommand: Show.self)

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Print every setting with who says so.",
            discussion: """
                For each setting the value as written and the place that it comes from: plumbline.yml, a file that it \
                extends, the command line, or the default. Options are those of 'plumbline lint'.

                Exit status: 0 printed, 2 the settings cannot be used.
                """)

        enum Format: String, ExpressibleByArgument, CaseIterable {
            case text, json
        }

        @Option(help: "text: a line for each setting; json: plumbline/settings/1.")
        var format: Format = .text

        @OptionGroup(title: "Rules") var rules: RuleOptions
        @OptionGroup(title: "Severity") var severity: SeverityOptions
        @OptionGroup(title: "Settings") var settings: SettingsOptions

        @Option(help: ArgumentHelp("As for lint.", valueName: "file"))
        var baseline: String?

        @Argument(help: ArgumentHelp("What would be checked.", valueName: "path"))
        var paths: [String] = ["."]

        func run() throws {
            if let path = paths.first(where: { InputFiles.kind(of: $0) == nil }) {
                throw CommandError("there is no file or folder '\(shown(path))'", help: "name what would be checked")
            }
            let found = try findSettings(for: paths, settings.source)
            // Names of rules are looked up as a run would.
            _ = try rulePolicy(found, commandLine: try rules.choice())
            let lines = SettingLine.all(of: found?.layers ?? []).map(overridden)
            switch format {
            case .text: try Terminal.print(settingsText(lines, path: found?.path))
            case .json: try Terminal.print(settingsJSON(lines, path: found?.path).serialized())
            }
        }

        /// What the command line says stands above everything.
        private func overridden(_ line: SettingLine) -> SettingLine {
            let value: OrderedJSON? =
                switch line.key {
                case "lint.select" where !rules.select.isEmpty: list(rules.names(rules.select))
                case "lint.ignore" where !rules.ignore.isEmpty: list(rules.names(rules.ignore), behind: line.value)
                case "lint.preview" where rules.preview: .bool(true)
                case "lint.min-severity": severity.minSeverity.map { .string($0.rawValue) }
                case "lint.fail-on": severity.exitZero ? .string("never") : severity.failOn.map { .string($0.rawValue) }
                case "lint.baseline": baseline.map { .string($0) }
                default: nil
                }
            return value.map { SettingLine(line.key, $0, .commandLine) } ?? line
        }

        /// - Parameter others: What the settings say, which is not taken back.
        private func list(_ names: [String], behind others: OrderedJSON = .null) -> OrderedJSON {
            let names = names.map { OrderedJSON.string($0) }
            switch others {
            case .array(let others): return .array(others + names)
            case .string: return .array([others] + names)
            default: return .array(names)
            }
        }
    }
}
