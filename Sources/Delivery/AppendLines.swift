#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Adds to the end of a file, alone: others that add wait, and what is added is on the disk before this returns.
///
/// The file's folder is made where it is missing. Neither may be a link: a plan may come from a stranger.
///
/// - Parameter addition: what is to be added, given what the file holds by then; nothing is written for an empty text.
/// - Throws: `DeliveryError`; `busy` when others add for longer than ten seconds.
package func appendLines(
    to path: String, limit: Int, addition: ([UInt8]) -> String
) throws(DeliveryError) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    switch try FileSystem.attributes(folder)?.kind {
    case .directory: break
    case nil: try makeFolder(folder)
    case .file, .link, .other: throw .failed(action: "write", path: folder, code: ENOTDIR)
    }
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw .failed(action: "write", path: path, code: errno) }
    defer { close(descriptor) }
    try lock(descriptor, path)
    // Read by its descriptor: under the lock it is this file that grows, whatever its name stands for by then.
    let text = addition(try FileSystem.readAll(descriptor, named: path, limit: limit))
    guard !text.isEmpty else { return }
    try FileSystem.write(Array(text.utf8), to: descriptor, named: path)
    guard fsync(descriptor) == 0 else { throw .failed(action: "write", path: path, code: errno) }
    try? FileSystem.synchronize(directory: folder)
}

private func makeFolder(_ path: String) throws(DeliveryError) {
    do throws(DeliveryError) {
        try FileSystem.makeDirectory(path)
    } catch {
        // Another run may have been faster.
        guard case .failed(_, _, EEXIST) = error else { throw error }
    }
}

private func lock(_ descriptor: Int32, _ path: String) throws(DeliveryError) {
    var rest = 200
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
        let code = errno
        if code == EINTR { continue }
        guard code == EWOULDBLOCK else { throw .failed(action: "lock", path: path, code: code) }
        guard rest > 0 else { throw .busy(path: path) }
        rest -= 1
        usleep(50_000)
    }
}

/// Writes a new file whole or not at all, under a name that nothing has yet: of `name.md`, `name-2.md` and so on the first.
///
/// - Returns: the path that it has.
/// - Throws: `DeliveryError`, with nothing left behind.
package func writeNewFile(
    _ bytes: [UInt8], in folder: String, named name: String, ending: String
) throws(DeliveryError) -> String {
    switch try FileSystem.attributes(folder, followingLinks: true)?.kind {
    case .directory: break
    case nil: try makeFolder(folder)
    case .file, .link, .other: throw .failed(action: "write", path: folder, code: ENOTDIR)
    }
    let stage = "\(folder)/.\(name)\(ending).plumbline-new-\(getpid())"
    try? FileSystem.remove(stage)
    try FileSystem.write(bytes, to: stage)
    defer { try? FileSystem.remove(stage) }
    var number = 1
    while true {
        let path = "\(folder)/\(name)\(number == 1 ? "" : "-\(number)")\(ending)"
        // A second name for a whole file: it is there at once, or something else is.
        if unsafe link(stage, path) == 0 {
            try? FileSystem.synchronize(directory: folder)
            return path
        }
        let code = errno
        guard code == EEXIST, number < 1000 else { throw .failed(action: "write", path: path, code: code) }
        number += 1
    }
}
