import Configuration
import PlanRules
import SourceText

/// Settings as they were found: what they say, and in which files.
struct Settings: Sendable {
    let configuration: PlanConfiguration
    /// What is extended stands before what extends it; the settings themselves are the last.
    let layers: [ConfigurationLayer]
    /// That paths in them are relative to, as it is found from the working folder.
    let folder: String
    /// The same, absolute and without links.
    let resolvedFolder: String
    /// As messages name them.
    let path: String
    /// Absolute paths of every file that was read.
    let files: [String]
}

/// Where a run takes its settings from.
enum SettingsSource: Sendable {
    /// The closest `plumbline.yml` from the paths given upwards.
    case search
    case file(String)
    case none
}

/// What settings are called where they are looked for.
let settingsName = "plumbline.yml"

/// Settings with findings cannot be used at all.
func unusable(_ findings: [Finding], in path: String) -> CommandError {
    let report = LintReport(findings: findings, documentCount: 0)
    let excerpts = report.text().split(separator: "\n", omittingEmptySubsequences: false).dropLast(3).joined(
        separator: "\n")
    return CommandError(
        "the settings cannot be used\n\(excerpts)", help: "correct \(shown(path)); nothing was changed")
}

/// A fault of settings that is only known when the disk or the rules have been asked.
func settingsFault(_ message: String, at span: SourceSpan, help: String) -> Finding {
    Finding(
        rule: "configuration-invalid", severity: .error, message: message, at: span, help: help, identity: [message])
}
