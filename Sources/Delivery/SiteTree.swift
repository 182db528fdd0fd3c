import Rendering

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A complete site under construction beside the published one.
struct SiteTree {
    let root: String
    /// Of the published site, so that the new one can be read by the same people; nil on a first build.
    let model: FileSystem.Attributes?

    /// Writes every file and the manifest, and waits until they are on the disk.
    ///
    /// A file whose bytes are those of the published one is that very file, by another link: it keeps its time of writing,
    /// so that what copies or caches a site by times sees only the pages that changed.
    ///
    /// - Parameters:
    ///   - site: The published site.
    ///   - owned: Its files that Plumbline made.
    func write(_ files: [RenderedFile], unlessIn site: String, owned: Set<String>) throws(DeliveryError) {
        try FileSystem.makeDirectory(root)
        var made: Set<String> = [root]
        var written: [String] = []
        let manifest = RenderedFile(path: Manifest.name, bytes: Manifest.bytes(of: files.map(\.path)))
        for file in files + [manifest] {
            try makeParents(of: file.path, made: &made)
            let path = "\(root)/\(file.path)"
            let isOurs = owned.contains(file.path) || file.path == Manifest.name && !owned.isEmpty
            if isOurs, try keep(file, from: "\(site)/\(file.path)", as: path) { continue }
            try FileSystem.create(path, file.bytes)
            adopt(path)
            written.append(path)
        }
        try FileSystem.synchronize(files: written)
    }

    /// Links a published file into this tree; false when it is another one, or cannot be linked.
    private func keep(_ file: RenderedFile, from published: String, as path: String) throws(DeliveryError) -> Bool {
        guard try FileSystem.attributes(published)?.kind == .file,
            try FileSystem.read(published, limit: file.bytes.count) == file.bytes
        else { return false }
        return unsafe linkat(AT_FDCWD, published, AT_FDCWD, path, 0) == 0
    }

    /// Makes the tree last and gives its directories owner and rights.
    func finish() throws(DeliveryError) {
        try finish(directory: root)
        if let model { unsafe chmod(root, model.mode) }
    }

    private func finish(directory: String) throws(DeliveryError) {
        for name in try FileSystem.names(in: directory) {
            let path = "\(directory)/\(name)"
            if try FileSystem.attributes(path)?.kind == .directory { try finish(directory: path) }
        }
        try FileSystem.synchronize(directory: directory)
    }

    private func makeParents(of path: String, made: inout Set<String>) throws(DeliveryError) {
        var directory = root
        for part in path.split(separator: "/").dropLast() {
            directory += "/\(part)"
            guard made.insert(directory).inserted else { continue }
            try FileSystem.makeDirectory(directory)
            adopt(directory)
        }
        adopt(root)
    }

    /// Gives a path to the owner of the published site. Only root can; for others it is theirs anyway.
    private func adopt(_ path: String) {
        if let model { _ = unsafe lchown(path, model.owner, model.group) }
    }

    /// Links everything that Plumbline did not make from the published site into this one.
    ///
    /// A hard link, so that a file which somebody is writing stays the same file. One that is here already gives way
    /// when the other one is another file and was put there later: somebody replaced it while a build ran.
    func carryOver(from site: String, owned: Set<String>) throws(DeliveryError) {
        try carryOver(from: site, below: "", owned: owned)
    }

    private func carryOver(from site: String, below prefix: String, owned: Set<String>) throws(DeliveryError) {
        for name in try FileSystem.names(in: prefix.isEmpty ? site : "\(site)/\(prefix)") {
            let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
            guard path != Manifest.name, !owned.contains(path) else { continue }
            guard let source = try FileSystem.attributes("\(site)/\(path)") else {
                // It was listed; its name was repaired, or it has gone meanwhile.
                if name.unicodeScalars.contains("\u{FFFD}") { throw .unreadableName(path: "\(site)/\(path)") }
                continue
            }
            let target = try FileSystem.attributes("\(root)/\(path)")
            if source.kind == .directory {
                // A volume mounted inside the site would be emptied with the old tree.
                if let model, source.device != model.device {
                    throw .failed(action: "exchange", path: "\(site)/\(path)", code: EXDEV)
                }
                guard target == nil || target?.kind == .directory else { throw .foreignFile(path: "\(site)/\(path)") }
                try carryOver(directory: path, source: source, isNew: target == nil, from: site, owned: owned)
            } else if let target {
                guard target.kind != .directory else { throw .foreignFile(path: "\(site)/\(path)") }
                if source.replaces(target) { try replace(path, from: site, source: source) }
            } else {
                try link("\(site)/\(path)", to: "\(root)/\(path)", source: source)
            }
        }
    }

    /// A directory that held only files of ours is not carried over empty.
    private func carryOver(
        directory path: String, source: FileSystem.Attributes, isNew: Bool, from site: String, owned: Set<String>
    ) throws(DeliveryError) {
        guard isNew else { return try carryOver(from: site, below: path, owned: owned) }
        try FileSystem.makeDirectory("\(root)/\(path)")
        try carryOver(from: site, below: path, owned: owned)
        let wasOurs = owned.contains { $0.hasPrefix("\(path)/") }
        if wasOurs, try FileSystem.names(in: "\(root)/\(path)").isEmpty {
            return try FileSystem.remove("\(root)/\(path)")
        }
        _ = unsafe lchown("\(root)/\(path)", source.owner, source.group)
        unsafe chmod("\(root)/\(path)", source.mode)
    }

    /// In one step: a reader finds the file before and after. The other tree keeps its own, in case it comes back.
    private func replace(_ path: String, from site: String, source: FileSystem.Attributes) throws(DeliveryError) {
        let newcomer = "\(root)/\(path).plumbline-new-\(getpid())"
        try FileSystem.remove(newcomer)
        try link("\(site)/\(path)", to: newcomer, source: source)
        guard try FileSystem.attributes(newcomer) != nil else { return }
        try FileSystem.rename(newcomer, to: "\(root)/\(path)")
    }

    private func link(_ old: String, to new: String, source: FileSystem.Attributes) throws(DeliveryError) {
        guard unsafe linkat(AT_FDCWD, old, AT_FDCWD, new, 0) != 0 else { return }
        let code = errno
        if code == ENOENT { return }
        // Another mount, even of the same file system (link(2)): it must not be swapped away.
        if code == EXDEV { throw .failed(action: "exchange", path: old, code: code) }
        switch source.kind {
        case .file:
            // No hard links here, or not to files of others (`fs.protected_hardlinks`): a copy does.
            guard let bytes = try FileSystem.read(old, limit: .max) else { return }
            try FileSystem.write(bytes, to: new)
            _ = unsafe lchown(new, source.owner, source.group)
            unsafe chmod(new, source.mode)
        case .link, .directory, .other: throw .failed(action: "carry over", path: old, code: code)
        }
    }
}
