import ArgumentParser
import PlanRules

/// How `lint` writes what it found.
enum LintFormat: String, ExpressibleByArgument, CaseIterable {
    case text, concise, json, jsonl, sarif, github, gitlab, junit, rdjson, markdown

    /// One phrase for the help.
    private var summary: String {
        switch self {
        case .text: "excerpts of both places, for people"
        case .concise: "one line a finding, for editors"
        case .json: "the contract plumbline/lint/1"
        case .jsonl: "its findings, one on each line"
        case .sarif: "SARIF 2.1.0, for code scanning"
        case .github: "annotations of a workflow run"
        case .gitlab: "a code quality report"
        case .junit: "a test report"
        case .rdjson: "reviewdog's diagnostic format"
        case .markdown: "a table for the summary of a job"
        }
    }

    static let allValueDescriptions = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.summary) })
}

extension LintReport {
    /// - Parameters:
    ///   - folder: From where the tool runs to the folder that was checked; empty for the same.
    ///   - style: For the text only.
    ///   - includingSilenced: For SARIF only, which can say so.
    func written(
        as format: LintFormat, folder: String, style: TextStyle = .plain, includingSilenced: Bool = false
    ) -> String {
        switch format {
        case .text: text(style: style)
        case .concise: concise()
        case .json: json()
        case .jsonl: jsonLines()
        case .sarif: sarif(folder: folder, version: plumblineVersion, includingSilenced: includingSilenced)
        case .github: githubAnnotations(folder: folder)
        case .gitlab: gitlab(folder: folder)
        case .junit: junit(folder: folder)
        case .rdjson: rdjson(folder: folder)
        case .markdown: markdown()
        }
    }
}
