import Delivery
import SourceText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the commands ask of files that people wrote; every refusal is a ``CommandError`` with path and reason.
enum InputFiles {
    enum Kind: Sendable { case file, folder, other }

    /// Links are followed. nil when there is nothing of that name, or nobody may look.
    static func kind(of path: String) -> Kind? {
        switch (try? FileSystem.attributes(path, followingLinks: true))?.kind {
        case .file: .file
        case .directory: .folder
        case .link, .other: .other
        case nil: nil
        }
    }

    /// Whether the entry itself is a symbolic link.
    static func isLink(_ path: String) -> Bool { (try? FileSystem.attributes(path))?.kind == .link }

    /// Absolute path without links; nil when there is no such thing.
    static func resolved(_ path: String) -> String? { (try? FileSystem.resolved(path)) ?? nil }

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
        do {
            return try FileSystem.names(in: folder)
        } catch {
            throw refusal(error, "open the folder")
        }
    }

    /// What stands in a folder, sorted by the bytes of the names, without `.` and `..`; links are links, whatever they lead
    /// to. nil for the kind where nobody may look.
    static func entries(in folder: String) throws(CommandError) -> [(name: String, kind: FileSystem.Kind?)] {
        do {
            return try FileSystem.entries(in: folder).map { entry in
                (entry.name, entry.kind ?? (try? FileSystem.attributes(joined(folder, entry.name)))?.kind)
            }
        } catch {
            throw refusal(error, "open the folder")
        }
    }

    /// The whole file, up to a limit that no planning document reaches.
    static func read(_ path: String, limit: Int = fileSizeLimit) throws(CommandError) -> [UInt8] {
        let bytes: [UInt8]?
        do {
            bytes = try FileSystem.read(path, limit: limit, followingLinks: true)
        } catch {
            if case .failed(_, _, EISDIR) = error {
                throw CommandError("'\(shown(path))' is a folder, not a file", help: "name a file")
            }
            throw refusal(error)
        }
        guard let bytes else {
            // What a folder lists is there; its name was repaired when it was listed.
            guard path.unicodeScalars.contains("\u{fffd}") else {
                throw CommandError(
                    "cannot open '\(shown(path))': \(DeliveryError.reason(ENOENT))",
                    help: "write it, or leave it out")
            }
            throw CommandError("cannot open '\(shown(path))': its name is not UTF-8", help: "rename it")
        }
        guard bytes.count <= limit else {
            throw CommandError(
                "'\(shown(path))' is larger than \(limit / 1_048_576) MiB, the limit for one file",
                help: "split the file, or leave it out of 'documents' in plumbline.yml")
        }
        return bytes
    }

    /// All of standard input, up to the same limit.
    static func readStandardInput(limit: Int = fileSizeLimit) throws(CommandError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe readBytes(0, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw CommandError("cannot read standard input: \(DeliveryError.reason(errno))")
            }
            if count == 0 { return bytes }
            bytes += buffer.prefix(count)
            guard bytes.count <= limit else {
                throw CommandError("standard input is larger than \(limit / 1_048_576) MiB, the limit for one file")
            }
        }
    }

    /// What the system says of an error number.
    static func reason(_ code: Int32) -> String { DeliveryError.reason(code) }

    /// Without the advice for outputs.
    private static func refusal(_ error: DeliveryError, _ action: String? = nil) -> CommandError {
        guard case .failed(let failed, let path, let code) = error else { return CommandError(error.description) }
        let help: String? =
            switch code {
            case EACCES, EPERM: "give the user that runs this the right to read it, or leave it out"
            case ELOOP: "mend the link, or remove it"
            default: nil
            }
        return CommandError("cannot \(action ?? failed) '\(shown(path))': \(DeliveryError.reason(code))", help: help)
    }
}

// Inside the enum the name `read` is its own.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    unsafe read(descriptor, buffer, count)
}

/// Bytes; planning documents are tens of kilobytes.
let fileSizeLimit = 8 * 1_048_576

/// A path as it may be printed on one line of a terminal: what could steer it is made visible.
func shown(_ path: String) -> String { TerminalText.safe(path) }
