import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A small file system for one test, mounted on a folder. It has to be unmounted before that folder goes.
struct SmallDisk {
    let path: String

    /// - Returns: nil when none can be mounted here, which is said in one line.
    static func mount(on path: String, sizeKiB: Int) async throws -> SmallDisk? {
        var isMounted = false
        if getuid() == 0 {
            let result = try await Plumbline.shell(
                #"mkdir -p "$2" && exec mount -t tmpfs -o "size=$1k" tmpfs "$2""#, [String(sizeKiB), path], in: "/")
            isMounted = result.status == 0
        }
        let isThere = requirement(isMounted, "a small file system cannot be mounted without root")
        return isThere ? SmallDisk(path: path) : nil
    }

    func makeReadOnly() async throws {
        let result = try await Plumbline.shell(#"exec mount -o remount,ro "$1""#, [path], in: "/")
        #expect(result.status == 0)
    }

    func unmount() {
        #if canImport(Glibc)
            #expect(unsafe umount(path) == 0)
        #endif
    }
}
