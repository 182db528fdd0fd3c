import PlanRules
import SourceText

/// Standard output and error as the commands use them.
enum Terminal {
    /// Colour only on a terminal, and never when `NO_COLOR` is set to anything (no-color.org).
    static var showsColor: Bool {
        FileSystem.isTerminal(1) && (FileSystem.environment("NO_COLOR") ?? "").isEmpty
            && FileSystem.environment("TERM") != "dumb"
    }

    static var style: TextStyle { showsColor ? .ansi : .plain }

    /// Columns of the terminal, from `COLUMNS`; nil when it does not say.
    static var width: Int? {
        FileSystem.environment("COLUMNS").flatMap(Int.init).flatMap { (40...1000).contains($0) ? $0 : nil }
    }

    /// Writes a command's result. A full disk or closed output is an error, not a silent loss.
    static func print(_ text: String) throws { try FileSystem.write(text, to: 1, named: "standard output") }

    /// Writes on standard error; that it cannot be told that standard error is broken is accepted.
    static func complain(_ text: String) { try? FileSystem.write(text, to: 2, named: "standard error") }

    /// One line for a finding of a command whose result is something else.
    static func warn(_ finding: Finding) {
        let place = finding.span.map { "\(shown($0.path)):\($0.start.line):\($0.start.column): " } ?? ""
        complain("\(place)\(finding.severity.rawValue)[\(finding.rule)]: \(shown(finding.message))\n")
    }
}
