import Report

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// That a folder is being previewed, and on which port it is or was, so that its address stays the same.
///
/// A file of the user's beside other temporary ones, and none in the folder: nothing of it belongs to the plan. While a
/// preview runs it is locked; the system lets go when the process ends, however it ends.
struct PreviewRecord: ~Copyable {
    /// nil where no such file can be kept: then two previews do not know of each other.
    private let descriptor: Int32?
    /// Of the last preview.
    let port: UInt16?

    /// - Parameter folder: Absolute, without links.
    /// - Throws: when the folder is being previewed.
    init(of folder: String) throws(CommandError) {
        let place = ProcessEnvironment.variable("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        let path = joined(place, "plumbline-serve-\(getuid())-\(SHA256.hex(folder.utf8).prefix(16))")
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        var info = stat()
        // Others may put there what they like.
        guard descriptor >= 0, unsafe fstat(descriptor, &info) == 0, info.st_uid == getuid(),
            info.st_mode & S_IFMT == S_IFREG
        else {
            if descriptor >= 0 { close(descriptor) }
            (self.descriptor, port) = (nil, nil)
            return
        }
        let number = portNumber(in: descriptor)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            let address = number.map { " at http://127.0.0.1:\($0)/" } ?? ""
            throw CommandError(
                "'\(shown(folder))' is being served already\(address)", help: "open that address, or end that preview")
        }
        (self.descriptor, port) = (descriptor, number)
    }

    func remember(_ port: UInt16) {
        guard let descriptor else { return }
        let text = Array("\(port)\n".utf8)
        guard ftruncate(descriptor, 0) == 0 else { return }
        _ = unsafe text.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    deinit { if let descriptor { close(descriptor) } }
}

private func portNumber(in descriptor: Int32) -> UInt16? {
    var bytes = [UInt8](repeating: 0, count: 8)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    return UInt16(text.filter { !$0.isWhitespace }).flatMap { $0 == 0 ? nil : $0 }
}
