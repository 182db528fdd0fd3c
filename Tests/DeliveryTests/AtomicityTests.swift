import Foundation
import Rendering
import Synchronization
import Testing

@testable import Delivery

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct AtomicityTests {
    /// Reads both files of one directory as a reader with that directory open sees them.
    ///
    /// - Returns: nil when the directory was replaced and removed in between.
    fileprivate static func readPair(_ output: String) -> (String, String)? {
        let directory = unsafe open(output, O_RDONLY | O_DIRECTORY)
        guard directory >= 0 else { return ("no directory", "errno \(errno)") }
        defer { close(directory) }
        guard let first = read("index.html", in: directory), let second = read("status.json", in: directory) else {
            return nil
        }
        return (first, second)
    }

    private static func read(_ name: String, in directory: Int32) -> String? {
        let descriptor = unsafe openat(directory, name, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = unsafe buffer.withUnsafeMutableBytes { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return unsafe Glibc.read(descriptor, base, buffer.count)
        }
        return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    }

    /// What the reading thread has seen so far.
    private final class Reader: Sendable {
        private let state = Mutex((reads: 0, mixtures: [String](), isStopped: false))

        var reads: Int { state.withLock { $0.reads } }
        func stop() -> [String] {
            state.withLock {
                $0.isStopped = true
                return $0.mixtures
            }
        }

        func run(_ output: String) {
            while !state.withLock({ $0.isStopped }) {
                guard let (page, status) = AtomicityTests.readPair(output) else { continue }
                state.withLock {
                    $0.reads += 1
                    if page != status || page.isEmpty { $0.mixtures.append("\(page) beside \(status)") }
                }
            }
        }
    }

    @Test func readerNeverSeesAMixture() throws {
        let place = try TemporaryDirectory()
        let output = "\(place.path)/output"
        _ = try publish(PublishTests.site("0"), to: output)
        let reader = Reader()
        Thread.detachNewThread { reader.run(output) }
        var builds = 0
        while builds < 200 || reader.reads < 200 {
            builds += 1
            _ = try publish(PublishTests.site(String(builds)), to: output)
        }
        #expect(reader.stop().isEmpty)
        #expect(place.text("output/index.html") == String(builds))
    }

    @Test func twoBuildsAtOnceLeaveOneWholeSite() async throws {
        let place = try TemporaryDirectory()
        let output = "\(place.path)/output"
        try await withThrowingTaskGroup(of: Void.self) { group in
            for builder in ["a", "b"] {
                group.addTask {
                    for _ in 1...20 { _ = try publish(PublishTests.site(builder), to: output, waitSeconds: 60) }
                }
            }
            try await group.waitForAll()
        }
        #expect(place.text("output/index.html") == place.text("output/status.json"))
        #expect(place.listing().filter { $0.contains("plumbline-new") }.isEmpty)
    }
}
