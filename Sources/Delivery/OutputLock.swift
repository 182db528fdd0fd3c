#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Holds an output while it is published; the system lets go when the process ends, however it ends.
///
/// The lock is on the directory above the output: that one is never swapped away, and no lock file is left behind.
struct OutputLock: ~Copyable {
    private let descriptor: Int32

    /// Waits in steps of 50 ms.
    ///
    /// - Throws: `DeliveryError.busy` when another build still holds the output after `waitSeconds`.
    init(directory: String, output: String, waitSeconds: Double) throws(DeliveryError) {
        descriptor = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed(action: "open", path: directory, code: errno) }
        var rest = Int(waitSeconds * 20)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            if code == EINTR { continue }
            guard code == EWOULDBLOCK else {
                close(descriptor)
                throw .failed(action: "lock", path: directory, code: code)
            }
            guard rest > 0 else {
                close(descriptor)
                throw .busy(path: output)
            }
            rest -= 1
            usleep(50_000)
        }
    }

    consuming func whileHeld<Result>(_ body: () throws(DeliveryError) -> Result) throws(DeliveryError) -> Result {
        try body()
    }

    deinit { close(descriptor) }
}
