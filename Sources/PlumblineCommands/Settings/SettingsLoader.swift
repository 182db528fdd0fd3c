import Configuration
import Plan
import SourceText

/// Reads settings and the files that they extend.
///
/// Settings come with pull requests: what they extend is a file on the disk inside the repository, or inside what was
/// named on the command line, and there is an end to how much of it is read.
struct SettingsLoader {
    private static let mostFiles = 32
    private static let deepest = 8
    /// Bytes of one file; settings have a few thousand.
    private static let largest = 256 * 1024

    /// Absolute folders that extended files must lie in.
    private var roots: [String]
    private var layers: [ConfigurationLayer] = []
    /// Absolute folder of the settings themselves.
    private var base = ""
    /// Files that are being read, each extended by the one before it.
    private var open: [String] = []
    /// Absolute paths of all files that were asked for, readable or not.
    private(set) var files: [String] = []

    init(roots: [String]) { self.roots = roots }

    /// - Parameter isNamed: By the user, who may keep them wherever he likes.
    mutating func load(_ path: String, isNamed: Bool) throws(CommandError) -> Settings {
        guard let resolved = InputFiles.resolved(path) else {
            throw CommandError("'\(shown(path))' is a link to a place that does not exist", help: "mend the link")
        }
        let folder = trimmedSlash(holdingFolder(of: path))
        // Relative to where the settings were found, wherever a link leads.
        base = InputFiles.resolved(folder) ?? folder
        roots.append(knownRoot(ofFolder: base))
        guard isNamed || isAllowed(resolved) else {
            throw CommandError(
                "'\(shown(path))' is a link to '\(shown(resolved))' outside the repository",
                help: "replace the link by the file, or name it with '--config'")
        }
        try add(resolved, named: path, folder: "")
        return Settings(
            configuration: PlanConfiguration(layers), layers: layers, folder: folder, resolvedFolder: base, path: path,
            files: files)
    }

    private func isAllowed(_ path: String) -> Bool { roots.contains { !$0.isEmpty && isInside(path, $0) } }

    /// Adds what a file extends, then the file.
    private mutating func add(_ resolved: String, named path: String, folder: String) throws(CommandError) {
        files.append(resolved)
        open.append(resolved)
        defer { open.removeLast() }
        let bytes = try InputFiles.read(path)
        guard bytes.count <= SettingsLoader.largest else {
            throw CommandError(
                "the settings '\(shown(path))' are larger than \(SettingsLoader.largest / 1024) KiB",
                help: "name folders and patterns instead of files")
        }
        let (source, _) = try decodeText(bytes, name: path, help: "settings are YAML in UTF-8")
        let layer = ConfigurationLayer(source, folder: folder)
        guard layer.findings.isEmpty else { throw unusable(layer.findings, in: path) }
        if let fault = PlanConfiguration([layer]).prometheus.flatMap({ addressFault($0.url) }) {
            throw unusable([fault], in: path)
        }
        for claim in layer.extended {
            do throws(ExtensionFault) {
                try addExtended(claim.value, of: path)
            } catch {
                switch error {
                case .command(let error): throw error
                case .settings(let message, let help):
                    throw unusable([settingsFault(message, at: claim.span, help: help)], in: path)
                }
            }
        }
        layers.append(layer)
    }

    private enum ExtensionFault: Error {
        case command(CommandError)
        case settings(String, help: String)
    }

    private mutating func addExtended(_ name: String, of extending: String) throws(ExtensionFault) {
        if name.contains("://") {
            throw .settings("'\(name)' is an address; settings extend files", help: "keep a copy in the repository")
        }
        let path = normalized(joined(parentFolder(of: extending), name))
        guard !name.isEmpty, let resolved = InputFiles.resolved(path) else {
            throw .settings(
                "there is no file '\(shown(path))' to extend", help: "paths are relative to the file that they stand in"
            )
        }
        guard isAllowed(resolved) else {
            throw .settings(
                "'\(name)' lies outside the repository", help: "keep it in the repository, or name it with '--config'")
        }
        guard InputFiles.kind(of: resolved) == .file else {
            throw .settings("'\(name)' is no file", help: "name a file, such as ../shared/\(settingsName)")
        }
        if open.contains(resolved) {
            throw .settings("'\(name)' extends this file in turn", help: "remove one of the two")
        }
        // What several extend is said once, where it is extended first.
        if files.contains(resolved) { return }
        guard open.count < SettingsLoader.deepest else {
            throw .settings(
                "settings extend each other more than \(SettingsLoader.deepest) deep", help: "extend fewer files")
        }
        guard files.count < SettingsLoader.mostFiles else {
            throw .settings(
                "settings extend more than \(SettingsLoader.mostFiles) files", help: "extend fewer files")
        }
        let folder = relativePath(from: base, to: parentFolder(of: resolved))
        do throws(CommandError) {
            try add(resolved, named: path, folder: folder == "." ? "" : folder)
        } catch {
            throw .command(error)
        }
    }
}
