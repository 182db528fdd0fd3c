import Foundation
import Testing

@testable import Delivery

@Suite struct AppendLinesTests {
    @Test func linesAreAddedToWhatIsThere() throws {
        let place = try TemporaryDirectory()
        let path = "\(place.path)/.plumbline/events.jsonl"
        try appendLines(to: path, limit: 1000) { _ in "one\n" }
        try appendLines(to: path, limit: 1000) { bytes in
            #expect(String(decoding: bytes, as: UTF8.self) == "one\n")
            return "two\n"
        }
        try appendLines(to: path, limit: 1000) { _ in "" }
        #expect(place.text(".plumbline/events.jsonl") == "one\ntwo\n")
    }

    /// Each adds a line that says how many it has seen: none is lost, none is seen twice.
    @Test func thoseThatAddAtOnceWaitForEachOther() async throws {
        let place = try TemporaryDirectory()
        let path = "\(place.path)/log/events.jsonl"
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<24 {
                group.addTask {
                    try appendLines(to: path, limit: 100_000) { bytes in
                        "\(bytes.count { $0 == UInt8(ascii: "\n") })\n"
                    }
                }
            }
            try await group.waitForAll()
        }
        let lines = try #require(place.text("log/events.jsonl")).split(separator: "\n").map(String.init)
        #expect(lines == (0..<24).map(String.init))
    }

    @Test func aLinkIsNotFollowed() throws {
        let place = try TemporaryDirectory()
        try place.write("mine", to: "elsewhere")
        try FileManager.default.createDirectory(atPath: "\(place.path)/log", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: "\(place.path)/log/events.jsonl", withDestinationPath: "\(place.path)/elsewhere")
        try FileManager.default.createSymbolicLink(
            atPath: "\(place.path)/linked", withDestinationPath: "\(place.path)/log")
        #expect(throws: DeliveryError.self) {
            try appendLines(to: "\(place.path)/log/events.jsonl", limit: 9) { _ in "x" }
        }
        #expect(throws: DeliveryError.self) {
            try appendLines(to: "\(place.path)/linked/new.jsonl", limit: 9) { _ in "x" }
        }
        #expect(place.text("elsewhere") == "mine")
        #expect(place.text("log/new.jsonl") == nil)
    }
}

@Suite struct WriteNewFileTests {
    @Test func nothingIsOverwritten() throws {
        let place = try TemporaryDirectory()
        let paths = try (1...3).map { number in
            try writeNewFile(Array("\(number)".utf8), in: "\(place.path)/updates", named: "a", ending: ".md")
        }
        #expect(
            paths.map { String($0.dropFirst(place.path.count)) } == [
                "/updates/a.md", "/updates/a-2.md", "/updates/a-3.md",
            ])
        #expect(place.listing("updates") == ["a-2.md", "a-3.md", "a.md"])
        #expect(place.text("updates/a.md") == "1")
    }

    @Test func aFileThatCannotBeWrittenLeavesNothing() throws {
        let place = try TemporaryDirectory()
        try place.write("", to: "file")
        #expect(throws: DeliveryError.self) {
            _ = try writeNewFile([1], in: "\(place.path)/file", named: "a", ending: ".md")
        }
        #expect(throws: DeliveryError.self) {
            _ = try writeNewFile([1], in: "\(place.path)/missing/deep", named: "a", ending: ".md")
        }
        #expect(place.listing() == ["file"])
    }
}
