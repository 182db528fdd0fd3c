import SourceText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Files below a folder that match a pattern: `*` and `?` inside a name, `**` for any number of folders.
///
/// - Returns: paths relative to the folder, sorted by their bytes; a pattern without signs names one file, there or not.
func matchingFiles(_ pattern: String, in folder: String) throws(CommandError) -> [String] {
    guard pattern.contains(where: { "*?[".contains($0) }) else { return [pattern] }
    let parts = pattern.split(separator: "/").map(String.init)
    var matches: [String] = []
    var open: [(prefix: String, parts: ArraySlice<String>)] = [(pattern.hasPrefix("/") ? "/" : "", parts[...])]
    while let (prefix, parts) = open.popLast() {
        guard let part = parts.first else {
            // Behind a pattern, a name that is written out need not be there.
            let path = joined(folder, prefix)
            let isThere = InputFiles.kind(of: path) != nil || InputFiles.isLink(path)
            if isThere, try InputFiles.isWorthReading(path) { matches.append(prefix) }
            continue
        }
        let rest = parts.dropFirst()
        if part == "**" {
            open.append((prefix, rest))
            for name in try subfolders(of: joined(folder, prefix)) { open.append((joined(prefix, name), parts)) }
        } else if part.contains(where: { "*?[".contains($0) }) {
            guard InputFiles.kind(of: joined(folder, prefix)) == .folder else { continue }
            for name in try InputFiles.names(in: joined(folder, prefix))
            where unsafe fnmatch(part, name, FNM_PERIOD) == 0 {
                let found = joined(prefix, name)
                if !rest.isEmpty {
                    open.append((found, rest))
                } else if try InputFiles.isWorthReading(joined(folder, found)) {
                    matches.append(found)
                }
            }
        } else {
            open.append((joined(prefix, part), rest))
        }
    }
    return Set(matches).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// Whether the parts of a path match those of a pattern, as `matchingFiles` reads it, whatever is on the disk.
func isMatch(_ parts: [String], _ pattern: [String]) -> Bool {
    // Which beginnings of the path are matched by the pattern so far.
    var reached = [true] + parts.map { _ in false }
    for part in pattern {
        var next = parts.indices.map { _ in false } + [false]
        if part == "**" {
            var isOpen = false
            for index in reached.indices {
                // Any number of folders; hidden ones are none.
                isOpen = reached[index] || isOpen && !parts[index - 1].hasPrefix(".")
                next[index] = isOpen
            }
        } else {
            for index in parts.indices where reached[index] {
                next[index + 1] = unsafe fnmatch(part, parts[index], FNM_PERIOD) == 0
            }
        }
        reached = next
    }
    return reached[parts.count]
}

/// Of a path or a pattern, without detours.
func pathParts(_ path: String) -> [String] { normalized(path).split(separator: "/").map(String.init) }

/// Two paths as one; an absolute second one stands for itself.
func joined(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path.isEmpty ? "." : path }
    if path.isEmpty { return folder }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
}

/// As `withoutDetours`; `.` for what leads to where it began.
func normalized(_ path: String) -> String {
    let text = withoutDetours(path)
    return text.isEmpty ? "." : text
}

private func subfolders(of folder: String) throws(CommandError) -> [String] {
    guard InputFiles.kind(of: folder) == .folder else { return [] }
    return try InputFiles.names(in: folder).filter {
        !$0.hasPrefix(".") && InputFiles.kind(of: joined(folder, $0)) == .folder
            && !InputFiles.isLink(joined(folder, $0))
    }
}
