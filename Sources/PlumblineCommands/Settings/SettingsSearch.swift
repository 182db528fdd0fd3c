import SourceText

/// The settings of a run; nil when it has none.
///
/// Looked for in the folder that holds all paths, then upwards to the root of the repository, else of the file system.
/// The closest count, and nothing is added from those further up.
func findSettings(for paths: [String], _ source: SettingsSource) throws(CommandError) -> Settings? {
    var loader = SettingsLoader(roots: knownRoots(paths))
    return try loader.find(for: paths, source)
}

extension SettingsLoader {
    mutating func find(for paths: [String], _ source: SettingsSource) throws(CommandError) -> Settings? {
        switch source {
        case .none: return nil
        case .file(let path):
            switch InputFiles.kind(of: path) {
            case nil:
                throw CommandError(
                    "there is no file '\(shown(path))'", help: "name a settings file, or leave '--config' out")
            case .folder:
                throw CommandError(
                    "'--config \(shown(path))' is a folder, not a file", help: "name the file, such as \(settingsName)")
            case .file, .other: return try load(path, isNamed: true)
            }
        case .search:
            for path in settingsCandidates(for: paths) where InputFiles.kind(of: path) != nil {
                return try load(path, isNamed: false)
            }
            return nil
        }
    }
}

/// Where the settings of a run may lie, the closest first, as messages name them.
func settingsCandidates(for paths: [String]) -> [String] {
    guard let start = commonFolder(of: paths) else { return [] }
    // The folder as it was given is what messages name, not where it really lies.
    let isFolder = paths.count == 1 && InputFiles.kind(of: paths[0]) == .folder
    var candidates = [
        isFolder ? joined(trimmedSlash(paths[0]), settingsName) : joined(fromWorkingFolder(start), settingsName)
    ]
    var folder = start
    while !folder.isEmpty, InputFiles.kind(of: joined(folder, ".git")) == nil, folder != "/" {
        folder = parentFolder(of: folder)
        let path = joined(folder.isEmpty ? "/" : folder, settingsName)
        candidates.append(joined(fromWorkingFolder(parentFolder(of: path)), settingsName))
    }
    return candidates
}

/// The deepest folder that holds everything that was named; nil when nothing of it is there.
func commonFolder(of paths: [String]) -> String? {
    let folders = paths.map { folder(around: $0) }.filter { $0.hasPrefix("/") }
    guard var common = folders.first?.split(separator: "/") else { return nil }
    for folder in folders.dropFirst() {
        common = Array(zip(common, folder.split(separator: "/")).prefix { $0 == $1 }.map(\.0))
    }
    return "/" + common.joined(separator: "/")
}

/// An absolute path as seen from where the tool runs, with `..` where it lies beside or above.
func fromWorkingFolder(_ path: String) -> String {
    guard let here = InputFiles.resolved(".") else { return path }
    return relativePath(from: here, to: path)
}

/// From one absolute folder to another path, without links: `../shared`; `.` for the same.
func relativePath(from folder: String, to path: String) -> String {
    let (start, end) = (folder.split(separator: "/"), path.split(separator: "/"))
    let shared = zip(start, end).prefix { $0 == $1 }.count
    let parts = start.dropFirst(shared).map { _ in ".." } + end.dropFirst(shared)
    return parts.isEmpty ? "." : parts.joined(separator: "/")
}
