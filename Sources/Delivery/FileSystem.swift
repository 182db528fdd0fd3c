import CExchange

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// POSIX calls on paths, with errno as an error. All of them retry when a signal interrupts.
package enum FileSystem {
    package enum Kind: Sendable { case file, directory, link, other }

    /// What the system knows about a path.
    package struct Attributes: Sendable {
        package let kind: Kind
        let mode: mode_t
        let owner: uid_t
        let group: gid_t
        let device: dev_t
        let inode: ino_t
        /// When the file was last written, renamed or linked.
        let changed: timespec

        /// Changes whenever the file does.
        package var version: Version {
            Version(
                device: UInt64(truncatingIfNeeded: device), inode: UInt64(inode), seconds: Int(changed.tv_sec),
                nanoseconds: Int(changed.tv_nsec))
        }

        /// Whether this is another file than one of the same path, and no older; a file system's clock may be coarse.
        func replaces(_ other: Attributes) -> Bool {
            guard (device, inode) != (other.device, other.inode) else { return false }
            return (changed.tv_sec, changed.tv_nsec) >= (other.changed.tv_sec, other.changed.tv_nsec)
        }
    }

    /// Tells one state of a file from another.
    package struct Version: Sendable, Hashable {
        fileprivate let device: UInt64
        fileprivate let inode: UInt64
        fileprivate let seconds: Int
        fileprivate let nanoseconds: Int
    }

    /// nil when nothing has that path.
    package static func attributes(
        _ path: String, followingLinks: Bool = false
    ) throws(DeliveryError) -> Attributes? {
        var info = stat()
        guard unsafe (followingLinks ? stat(path, &info) : lstat(path, &info)) == 0 else {
            if errno == ENOENT { return nil }
            throw .failed(action: "look at", path: path, code: errno)
        }
        let kind: Kind =
            switch info.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .directory
            case S_IFLNK: .link
            default: .other
            }
        #if canImport(Glibc)
            let changed = info.st_ctim
        #else
            let changed = info.st_ctimespec
        #endif
        return Attributes(
            kind: kind, mode: info.st_mode & 0o7777, owner: info.st_uid, group: info.st_gid, device: info.st_dev,
            inode: info.st_ino, changed: changed)
    }

    /// Absolute path without links; nil when nothing is there.
    package static func resolved(_ path: String) throws(DeliveryError) -> String? {
        guard let real = unsafe realpath(path, nil) else {
            if errno == ENOENT { return nil }
            throw .failed(action: "find", path: path, code: errno)
        }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }

    /// What a symbolic link says, as it says it; nil for everything else.
    package static func linkTarget(_ path: String) -> String? {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe readLinkBytes(path, $0) }
        return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
    }

    static func makeDirectory(_ path: String, mode: mode_t = 0o755) throws(DeliveryError) {
        guard unsafe mkdir(path, mode) == 0 else { throw .failed(action: "make", path: path, code: errno) }
    }

    /// Names in a directory without `.` and `..`, sorted by their bytes.
    package static func names(in path: String) throws(DeliveryError) -> [String] {
        try entries(in: path).map(\.name)
    }

    /// What stands in a directory, sorted by the bytes of the names, without `.` and `..`.
    ///
    /// - Returns: nil for the kind where the file system does not tell it with the name.
    package static func entries(in path: String) throws(DeliveryError) -> [(name: String, kind: Kind?)] {
        guard let stream = unsafe opendir(path) else { throw .failed(action: "read", path: path, code: errno) }
        defer { unsafe closedir(stream) }
        var entries: [(name: String, kind: Kind?)] = []
        errno = 0
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            let kind: Kind? =
                switch unsafe Int(entry.pointee.d_type) {
                case Int(DT_REG): .file
                case Int(DT_DIR): .directory
                case Int(DT_LNK): .link
                default: nil
                }
            if name != ".", name != ".." { entries.append((name, kind)) }
            errno = 0
        }
        guard errno == 0 else { throw .failed(action: "read", path: path, code: errno) }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Writes a new file and waits until it is on the disk; what is there already is never overwritten.
    static func write(_ bytes: [UInt8], to path: String) throws(DeliveryError) {
        try create(path, bytes)
        try synchronize(files: [path])
    }

    /// Writes a new file, which is not on the disk yet; what is there already is never overwritten.
    static func create(_ path: String, _ bytes: [UInt8]) throws(DeliveryError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw .failed(action: "write", path: path, code: errno) }
        do throws(DeliveryError) {
            try write(bytes, to: descriptor, named: path)
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw .failed(action: "write", path: path, code: errno) }
    }

    /// Writes all bytes to a descriptor, which stays open.
    static func write(_ bytes: [UInt8], to descriptor: Int32, named path: String) throws(DeliveryError) {
        var offset = 0
        while offset < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe writeBytes(descriptor, UnsafeRawBufferPointer(rebasing: buffer[offset...]))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .failed(action: "write", path: path, code: count == 0 ? ENOSPC : errno) }
            offset += count
        }
    }

    /// A file's bytes, all of them or somewhat more than `limit`; nil when there is none.
    ///
    /// - Parameter followingLinks: otherwise a link is no file.
    package static func read(
        _ path: String, limit: Int, followingLinks: Bool = false
    ) throws(DeliveryError) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else {
            if errno == ENOENT || (errno == ELOOP && !followingLinks) { return nil }
            throw .failed(action: "open", path: path, code: errno)
        }
        defer { close(descriptor) }
        return try readAll(descriptor, named: path, limit: limit)
    }

    /// What an open file holds from where it stands, all of it or somewhat more than `limit`.
    static func readAll(_ descriptor: Int32, named path: String, limit: Int) throws(DeliveryError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while bytes.count <= limit {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe readBytes(descriptor, $0) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .failed(action: "read", path: path, code: errno) }
            if count == 0 { break }
            bytes += buffer.prefix(count)
        }
        return bytes
    }

    /// Makes what a directory lists last through a power failure; file systems that cannot are left alone.
    static func synchronize(directory path: String) throws(DeliveryError) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed(action: "open", path: path, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
            throw .failed(action: "write", path: path, code: errno)
        }
    }

    static func rename(_ old: String, to new: String) throws(DeliveryError) {
        #if canImport(Glibc)
            let result = unsafe Glibc.rename(old, new)
        #else
            let result = unsafe Darwin.rename(old, new)
        #endif
        guard result == 0 else { throw .failed(action: "replace", path: new, code: errno) }
    }

    /// Swaps two directory entries in one step, so that nobody sees either of them missing.
    ///
    /// - Returns: 0, or errno (`EINVAL`, `ENOSYS`, `ENOTSUP` where the file system cannot, `EBUSY` for mount points,
    ///   `EXDEV` for directories of a container's lower layer).
    static func exchange(_ left: String, _ right: String) -> Int32 {
        unsafe plumbline_exchange(left, right)
    }

    /// Removes a tree; what is gone already is no error. Links are removed, not followed.
    package static func remove(_ path: String) throws(DeliveryError) {
        guard let attributes = try attributes(path) else { return }
        guard attributes.kind == .directory else {
            guard unsafe unlink(path) == 0 || errno == ENOENT else {
                throw .failed(action: "remove", path: path, code: errno)
            }
            return
        }
        for name in try names(in: path) { try remove("\(path)/\(name)") }
        guard unsafe rmdir(path) == 0 || errno == ENOENT else {
            throw .failed(action: "remove", path: path, code: errno)
        }
    }
}

/// The C functions under names that do not clash with those of `FileSystem`.
private func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    return unsafe write(descriptor, base, buffer.count)
}

private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    return unsafe read(descriptor, base, buffer.count)
}

private func readLinkBytes(_ path: String, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    return unsafe readlink(path, base.assumingMemoryBound(to: CChar.self), buffer.count)
}
