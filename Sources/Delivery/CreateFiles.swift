#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes new files with the folders that they need, all of them or none. What is there already is never replaced.
///
/// - Parameter files: Paths without detours.
/// - Throws: `DeliveryError`; what was made until then is gone again.
package func createFiles(_ files: [(path: String, bytes: [UInt8])]) throws(DeliveryError) {
    var made: [String] = []
    do throws(DeliveryError) {
        for file in files {
            try makeFolders(above: file.path, made: &made)
            try FileSystem.write(file.bytes, to: file.path)
            made.append(file.path)
        }
    } catch {
        // A folder in which somebody has put something meanwhile stays.
        for path in made.reversed() where unsafe unlink(path) != 0 { unsafe rmdir(path) }
        throw error
    }
}

private func makeFolders(above path: String, made: inout [String]) throws(DeliveryError) {
    var folder = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/").dropLast() {
        folder += folder.isEmpty || folder == "/" ? String(part) : "/\(part)"
        guard try FileSystem.attributes(folder, followingLinks: true) == nil else { continue }
        try FileSystem.makeDirectory(folder)
        made.append(folder)
    }
}
