package import Rendering

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How a site came to its place.
package enum Publication: Sendable, Equatable {
    /// In one step: every reader saw the old site or the new one.
    case swapped
    /// File by file, the start page last, because the directory could not be swapped; the reason in words.
    ///
    /// A mount point (a container's volume) and a file system without an exchanging rename are published so.
    case fileByFile(reason: String)
}

/// Replaces the site in a directory by a new one, so that a reader sees the old site or the new one, never a mixture.
///
/// The whole tree is written beside the output and on the disk before the two directories change places in one
/// system call. A file that comes out as it was stays the file that it was. Files that Plumbline did not make stay; those
/// that it made earlier and makes no more are gone. When anything fails the old site stands as it was and nothing is left
/// beside it; what a killed build left behind is removed by the next one.
///
/// The directory itself is a new one after each build. Whoever holds on to the directory and not to its path keeps the
/// old one: a bind mount of the output elsewhere (a web server's container) shows an emptied folder from the second
/// build on, and there is no way to see from here that such a mount exists. Mount the directory above the output.
///
/// - Parameters:
///   - directory: made when it is not there; the directory above it must be. A link is followed.
///   - waitSeconds: how long to wait for another build of the same output.
/// - Throws: `DeliveryError`.
package func publish(
    _ files: [RenderedFile], to directory: String, waitSeconds: Double = 5
) throws(DeliveryError) -> Publication {
    for file in files where !RenderedFile.isSitePath(file.path) { throw .unsafePath(file.path) }
    let output = try resolve(directory)
    // A directory above that cannot be listed cannot be locked; nothing can be made in it either, so no swap is lost.
    let canList = unsafe access(output.parent, R_OK | X_OK) == 0
    let isThere = try FileSystem.attributes(output.path) != nil
    let lockPlace = canList || !isThere ? output.parent : output.path
    return try OutputLock(directory: lockPlace, output: directory, waitSeconds: waitSeconds)
        .whileHeld { () throws(DeliveryError) in try publish(files, to: output, named: directory) }
}

/// Runs under the lock.
private func publish(
    _ files: [RenderedFile], to output: OutputPlace, named directory: String
) throws(DeliveryError) -> Publication {
    let model = try FileSystem.attributes(output.path)
    guard model == nil || model?.kind == .directory else {
        throw model?.kind == .link ? .danglingLink(path: directory) : .notADirectory(path: directory)
    }
    try removeLeftovers(output)
    let owned = model == nil ? [] : try ownedFiles(of: output.path)
    try refuseForeign(files, in: output.path, owned: owned)
    let stage = "\(output.parent)/\(output.stagePrefix)\(getpid())"
    do {
        return try swap(files, into: output, stage: stage, model: model, owned: owned)
    } catch {
        // The first failure is the one to tell.
        try? FileSystem.remove(stage)
        guard let reason = reasonToGoFileByFile(error, output: output, model: model) else { throw error }
        return try replaceFiles(files, in: output.path, model: model, owned: owned, reason: reason)
    }
}

/// An output and where its successor is built.
struct OutputPlace {
    let path: String
    let parent: String
    let name: String
    /// Names that begin so belong to builds of this output.
    var stagePrefix: String { ".\(name).plumbline-new-" }
}

private func resolve(_ directory: String) throws(DeliveryError) -> OutputPlace {
    var path = directory
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    path = try FileSystem.resolved(path) ?? path
    guard let slash = path.lastIndex(of: "/") else { return OutputPlace(path: path, parent: ".", name: path) }
    let parent = slash == path.startIndex ? "/" : String(path[..<slash])
    return OutputPlace(path: path, parent: parent, name: String(path[path.index(after: slash)...]))
}

/// Removes what killed builds left; the lock says that none of them still runs. What cannot be removed is in nobody's way.
private func removeLeftovers(_ output: OutputPlace) throws(DeliveryError) {
    for name in (try? FileSystem.names(in: output.parent)) ?? [] where name.hasPrefix(output.stagePrefix) {
        try? FileSystem.remove("\(output.parent)/\(name)")
    }
    guard try FileSystem.attributes(output.path) != nil else { return }
    for name in try FileSystem.names(in: output.path) where name.hasPrefix(innerStagePrefix) {
        try? FileSystem.remove("\(output.path)/\(name)")
    }
}

/// What the manifest lists; a directory that somebody has put in the place of a file is theirs.
private func ownedFiles(of site: String) throws(DeliveryError) -> Set<String> {
    var owned: Set<String> = []
    for path in try Manifest(of: site)?.paths ?? [] {
        do throws(DeliveryError) {
            guard try FileSystem.attributes("\(site)/\(path)")?.kind != .directory else { continue }
        } catch {
            // A file stands where its directory was.
            guard case .failed(_, _, ENOTDIR) = error else { throw error }
            continue
        }
        owned.insert(path)
    }
    return owned
}

private let innerStagePrefix = ".plumbline-new-"

private func refuseForeign(_ files: [RenderedFile], in site: String, owned: Set<String>) throws(DeliveryError) {
    for file in files where !owned.contains(file.path) {
        let path = "\(site)/\(file.path)"
        do throws(DeliveryError) {
            guard try FileSystem.attributes(path) == nil else { throw DeliveryError.foreignFile(path: path) }
        } catch {
            // A file stands where a directory must be.
            if case .failed(_, _, let code) = error, code == ENOTDIR { throw .foreignFile(path: path) }
            throw error
        }
    }
}

private func swap(
    _ files: [RenderedFile], into output: OutputPlace, stage: String, model: FileSystem.Attributes?, owned: Set<String>
) throws(DeliveryError) -> Publication {
    let tree = SiteTree(root: stage, model: model)
    try tree.write(files, unlessIn: output.path, owned: owned)
    guard model != nil else {
        try tree.finish()
        try FileSystem.rename(stage, to: output.path)
        try FileSystem.synchronize(directory: output.parent)
        return .swapped
    }
    try tree.carryOver(from: output.path, owned: owned)
    try tree.finish()
    let code = FileSystem.exchange(stage, output.path)
    guard code == 0 else { throw .failed(action: "exchange", path: output.path, code: code) }
    do {
        // What others put into the old site while the new one was built moves over before the old one goes.
        try SiteTree(root: output.path, model: model).carryOver(from: stage, owned: owned)
        try FileSystem.synchronize(directory: output.parent)
    } catch {
        _ = FileSystem.exchange(stage, output.path)
        throw error
    }
    // The new site stands. What cannot be removed of the old one goes with the next build.
    try? FileSystem.remove(stage)
    return .swapped
}

/// Why the site goes file by file, when a failed exchange leaves no other way; nil for every other failure.
private func reasonToGoFileByFile(
    _ error: DeliveryError, output: OutputPlace, model: FileSystem.Attributes?
) -> String? {
    guard model != nil, case .failed(let action, let path, let code) = error else { return nil }
    if action == "exchange" {
        let parent = try? FileSystem.attributes(output.parent)
        switch code {
        case EXDEV where parent?.device != model?.device, EBUSY: return "'\(output.path)' is a mount point"
        case EXDEV: return "'\(path)' lies on another layer or file system than the directory above it"
        case EINVAL, ENOSYS, ENOTSUP: return "the file system cannot exchange two directories in one step"
        default: return nil
        }
    }
    let isStage = path.hasPrefix("\(output.parent)/\(output.stagePrefix)")
    guard action == "make", isStage, [EACCES, EPERM, EROFS].contains(code) else { return nil }
    return "nothing can be made beside it in '\(output.parent)'"
}

/// Renames one file after the other out of a complete tree inside the output. Nothing changes before it is complete.
///
/// - Throws: `DeliveryError.partlyPublished` for what fails after that.
private func replaceFiles(
    _ files: [RenderedFile], in site: String, model: FileSystem.Attributes?, owned: Set<String>, reason: String
) throws(DeliveryError) -> Publication {
    let stage = "\(site)/\(innerStagePrefix)\(getpid())"
    do {
        try SiteTree(root: stage, model: model).write(files, unlessIn: site, owned: owned)
        try makeDirectories(for: files, in: site, model: model)
        // The manifest first names old and new files: a build that is killed half-way forgets none of them.
        let union = Manifest.bytes(of: Array(owned.union(files.map(\.path))))
        try FileSystem.write(union, to: "\(stage)/\(Manifest.name)-union")
        try FileSystem.rename("\(stage)/\(Manifest.name)-union", to: "\(site)/\(Manifest.name)")
    } catch {
        try? FileSystem.remove(stage)
        throw error
    }
    do throws(DeliveryError) {
        try moveFiles(files, from: stage, to: site, owned: owned)
    } catch {
        try? FileSystem.remove(stage)
        throw .partlyPublished(path: site, reason: error.description)
    }
    return .fileByFile(reason: reason)
}

/// The start page last, so that it speaks of nothing that is not there.
private func moveFiles(
    _ files: [RenderedFile], from stage: String, to site: String, owned: Set<String>
) throws(DeliveryError) {
    let ordered = files.filter { $0.path != "index.html" } + files.filter { $0.path == "index.html" }
    for file in ordered { try FileSystem.rename("\(stage)/\(file.path)", to: "\(site)/\(file.path)") }
    for path in owned.subtracting(files.map(\.path)).sorted() { try removeOwned(path, in: site) }
    try FileSystem.rename("\(stage)/\(Manifest.name)", to: "\(site)/\(Manifest.name)")
    // What cannot be removed goes with the next build.
    try? FileSystem.remove(stage)
    try FileSystem.synchronize(directory: site)
}

private func makeDirectories(
    for files: [RenderedFile], in site: String, model: FileSystem.Attributes?
) throws(DeliveryError) {
    for file in files {
        var path = site
        for part in file.path.split(separator: "/").dropLast() {
            path += "/\(part)"
            guard try FileSystem.attributes(path) == nil else { continue }
            try FileSystem.makeDirectory(path)
            if let model { _ = unsafe lchown(path, model.owner, model.group) }
        }
    }
}

/// Removes a file of an earlier build, and the directories that it leaves empty.
private func removeOwned(_ path: String, in site: String) throws(DeliveryError) {
    try FileSystem.remove("\(site)/\(path)")
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty, unsafe rmdir("\(site)/\(parts.joined(separator: "/"))") == 0 { parts.removeLast() }
}
