import Plan
import Rendering
import SourceText

/// The files with which a new plan begins: documents that agree with each other, settings, and the templates if wanted.
struct StarterPlan {
    let title: String
    let start: CivilDate
    let hasTemplates: Bool

    /// Names relative to the plan's folder.
    var files: [(path: String, bytes: [UInt8])] {
        let documents: [(path: String, bytes: [UInt8])] = [
            ("strategy.md", PackageResources.strategy_md), ("timeline.md", PackageResources.timeline_md),
            ("rollback.md", PackageResources.rollback_md), ("checklist.md", PackageResources.checklist_md),
            (settingsName, Array(settings.utf8)),
        ]
        let templates = hasTemplates ? builtInTemplates.map { (path: $0.path, bytes: $0.bytes) } : []
        return documents + templates
    }

    /// The settings as they are carried along, with what is known of this plan.
    private var settings: String {
        let lines = String(decoding: PackageResources.plumbline_yml, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.map { line in
            if line.hasPrefix("title: ") { return "title: \(yamlText(title))" }
            if line.hasPrefix("start: ") { return "start: \(start)" }
            if hasTemplates, line.hasPrefix("# templates: ") { return String(line.dropFirst(2)) }
            return String(line)
        }.joined(separator: "\n")
    }
}

/// As YAML reads it back, whatever signs are in it.
private func yamlText(_ text: String) -> String {
    let isPlain =
        text.first?.isLetter == true
        && text.allSatisfy { $0.isLetter && $0.isASCII || $0.isNumber && $0.isASCII || " -".contains($0) }
        && text.last != " "
        && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
    return isPlain ? text : "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
}
