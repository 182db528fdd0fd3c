import Configuration
import SourceText
import Updates

/// Which of the files that are found tell of the plan while it runs, and are no documents of it.
struct UpdateSelection {
    /// As the settings say it; nil where nobody does.
    private let patterns: [String]?
    /// Absolute folder that they are relative to.
    private let folder: String

    init(_ configuration: PlanConfiguration?, in folder: String) {
        patterns = configuration?.updates
        self.folder = folder
    }

    /// What to look for below the folder of the settings, beside its documents.
    var searched: [String] { patterns ?? [UpdateSelection.standard] }

    /// - Parameter path: absolute.
    func isUpdate(_ source: SourceFile, at path: String) -> Bool {
        guard let patterns else { return Update.isUpdateByItsPlace(source, at: path) }
        let name = relativePath(from: folder, to: path)
        return patterns.contains { isMatch(pathParts($0.hasPrefix("/") ? path : name), pathParts(normalized($0))) }
    }

    /// Folder for new updates, relative to that of the settings; nil where the settings want none, or name no folder.
    var folderForNew: String? {
        guard let pattern = searched.first else { return nil }
        let parts = pattern.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        guard parts.allSatisfy({ part in !part.contains { "*?[".contains($0) } }) else { return nil }
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    private static let standard = "updates/*.md"
}
