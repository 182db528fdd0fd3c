import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension FileSystem {
    /// Waits until files are on the disk, many at once: a file system writes what it is asked for at the same time in one
    /// go, and takes several milliseconds for each when it is asked one by one.
    ///
    /// - Throws: for the first of the paths that fails; some file systems report a full disk only here.
    static func synchronize(files paths: [String]) throws(DeliveryError) {
        guard !paths.isEmpty else { return }
        let lanes = min(paths.count, mostLanes)
        let codes = Mutex([Int32](repeating: 0, count: paths.count))
        let group = DispatchGroup()
        for lane in 0..<lanes {
            // A serial queue has a thread of its own, however few cores there are: it only waits.
            DispatchQueue(label: "plumbline.synchronize.\(lane)").async(group: group) {
                for index in stride(from: lane, to: paths.count, by: lanes) {
                    let code = synchronize(file: paths[index])
                    if code != 0 { codes.withLock { $0[index] = code } }
                }
            }
        }
        group.wait()
        let failed = codes.withLock { codes in codes.firstIndex { $0 != 0 }.map { (paths[$0], codes[$0]) } }
        if let (path, code) = failed { throw .failed(action: "write", path: path, code: code) }
    }

    /// 0, or errno.
    private static func synchronize(file path: String) -> Int32 {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return errno }
        let code = fsync(descriptor) == 0 ? 0 : errno
        let closeCode = close(descriptor) == 0 ? 0 : errno
        return code == 0 ? closeCode : code
    }
}

private let mostLanes = 32
