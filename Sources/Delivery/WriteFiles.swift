#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes files beside each other or apart, each whole or not at all, and none of them when one cannot be written.
///
/// Every file is on the disk under another name in its folder before the first takes its place. A link is followed, and
/// a file that is replaced hands its permissions on. Devices and pipes cannot be replaced; they are written to
/// before that.
///
/// - Throws: `DeliveryError` that names the path as given.
package func writeFiles(_ files: [(path: String, bytes: [UInt8])]) throws(DeliveryError) {
    var staged: [StagedFile] = []
    do throws(DeliveryError) {
        for file in files where !isStream(file.path) { staged.append(try StagedFile(file.bytes, for: file.path)) }
        for file in files where isStream(file.path) { try append(file.bytes, to: file.path) }
        for file in staged { try file.takePlace() }
    } catch {
        for file in staged { try? FileSystem.remove(file.stage) }
        throw error
    }
}

/// A file that is written and not yet where it belongs.
private struct StagedFile {
    let path: String
    private let target: String
    let stage: String

    init(_ bytes: [UInt8], for path: String) throws(DeliveryError) {
        self.path = path
        let model = try FileSystem.attributes(path, followingLinks: true)
        let isLink = try FileSystem.attributes(path)?.kind == .link
        if model == nil, isLink { throw .danglingLink(path: path) }
        if model?.kind == .directory { throw .failed(action: "write", path: path, code: EISDIR) }
        let target = try FileSystem.resolved(path) ?? path
        let slash = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
        let stage = "\(target[..<slash]).\(target[slash...]).plumbline-new-\(getpid())"
        (self.target, self.stage) = (target, stage)
        do throws(DeliveryError) {
            try FileSystem.remove(stage)
            try FileSystem.write(bytes, to: stage)
        } catch {
            try? FileSystem.remove(stage)
            throw error.told(of: path)
        }
        if let model { _ = unsafe chmod(stage, model.mode) }
    }

    func takePlace() throws(DeliveryError) {
        do throws(DeliveryError) {
            try FileSystem.rename(stage, to: target)
        } catch {
            throw error.told(of: path)
        }
        // A folder that may not be read cannot be waited for; the file is in it all the same.
        let parent = target.lastIndex(of: "/").map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
        try? FileSystem.synchronize(directory: parent)
    }
}

extension DeliveryError {
    /// The same about the path that the user knows.
    fileprivate func told(of path: String) -> DeliveryError {
        guard case .failed(_, _, let code) = self else { return self }
        return .failed(action: "write", path: path, code: code)
    }
}

/// A device or a pipe, or what the system offers under `/dev` as a name of an open file (`/dev/stdout`).
private func isStream(_ path: String) -> Bool {
    path.hasPrefix("/dev/") || (try? FileSystem.attributes(path, followingLinks: true))?.kind == .other
}

private func append(_ bytes: [UInt8], to path: String) throws(DeliveryError) {
    // Opened anew, a file behind them would be written to at a place of its own, and one text over the other.
    switch path {
    case "/dev/stdout", "/dev/fd/1": return try FileSystem.write(bytes, to: 1, named: path)
    case "/dev/stderr", "/dev/fd/2": return try FileSystem.write(bytes, to: 2, named: path)
    default: break
    }
    let descriptor = unsafe open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw .failed(action: "write", path: path, code: errno) }
    defer { close(descriptor) }
    try FileSystem.write(bytes, to: descriptor, named: path)
}
