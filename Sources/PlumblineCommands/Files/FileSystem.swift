import SourceText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The few questions the commands ask the file system; every refusal is a ``CommandError`` with path and reason.
enum FileSystem {
    enum Kind: Sendable {
        case file, folder, other
    }

    /// nil when there is nothing of that name, or nobody may look.
    static func kind(of path: String) -> Kind? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    /// Whether a name that a search found is a file to be read; folders are not. What cannot even be looked at is:
    /// reading it says why.
    ///
    /// - Throws: for devices and pipes: reading them may never end. Only when named outright are they read.
    static func isWorthReading(_ path: String) throws(CommandError) -> Bool {
        switch kind(of: path) {
        case .folder: return false
        case .file, nil: return true
        case .other:
            throw CommandError(
                "'\(shown(path))' is neither a file nor a folder",
                help: "remove it, or name the documents without it in plumbline.yml")
        }
    }

    /// Names in a folder, sorted by their bytes, without `.` and `..`.
    static func names(in folder: String) throws(CommandError) -> [String] {
        guard let directory = unsafe opendir(folder) else { throw refusal("cannot open the folder", folder) }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    unsafe String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether the entry itself is a symbolic link.
    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// What a symbolic link says, as it says it; nil for everything else.
    static func linkTarget(_ path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = unsafe readlink(path, &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The whole file, up to a limit that no planning document reaches.
    static func read(_ path: String, limit: Int = fileSizeLimit) throws(CommandError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            // What a folder lists is there; its name was repaired when it was listed.
            guard errno == ENOENT, path.unicodeScalars.contains("\u{fffd}") else { throw refusal("cannot open", path) }
            throw CommandError("cannot open '\(shown(path))': its name is not UTF-8", help: "rename it")
        }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw refusal("cannot read", path) }
        if status.st_mode & S_IFMT == S_IFDIR { throw CommandError("'\(shown(path))' is a folder, not a file") }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(max(0, Int(status.st_size)) + 1)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe readBytes(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw refusal("cannot read", path)
            }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= limit else {
                throw CommandError(
                    "'\(shown(path))' is larger than \(limit / 1_048_576) MiB, the limit for one file",
                    help: "split the file, or leave it out of 'documents' in plumbline.yml")
            }
        }
    }

    /// Writes all bytes to a descriptor; a reader who went away is no error.
    static func write(_ text: String, to descriptor: Int32, named name: String) throws(CommandError) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe writeBytes(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { return }
                throw CommandError("cannot write to \(name): \(reason(errno))")
            }
            rest = rest.dropFirst(count)
        }
    }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    /// Seconds since 1970 by the system's clock.
    static func now() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Absolute path without links; nil when there is no such thing.
    static func resolved(_ path: String) -> String? {
        guard let buffer = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(buffer) }
        return unsafe String(cString: buffer)
    }

    private static func refusal(_ action: String, _ path: String) -> CommandError {
        CommandError("\(action) '\(shown(path))': \(reason(errno))")
    }

    private static func reason(_ code: Int32) -> String {
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text).lowercased()
    }
}

// Inside the enum the names `read` and `write` are its own.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    unsafe read(descriptor, buffer, count)
}
private func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(descriptor, buffer, count)
}

/// Bytes; planning documents are tens of kilobytes.
let fileSizeLimit = 8 * 1_048_576

/// A path as it may be printed on one line of a terminal: what could steer it is made visible.
func shown(_ path: String) -> String { TerminalText.safe(path) }
