import Foundation
import Rendering
import Testing

@testable import Delivery

/// Which files of a site a later build writes anew.
@Suite struct UnchangedFileTests {
    private static func site(_ status: String, page: String = "page") -> [RenderedFile] {
        [
            RenderedFile(path: "checklists/a.html", text: page), RenderedFile(path: "status.json", text: status),
            RenderedFile(path: "index.html", text: page),
        ]
    }

    @Test func whatComesOutAsItWasIsNotWritten() throws {
        let place = try TemporaryDirectory()
        _ = try publish(Self.site("one"), to: "\(place.path)/output")
        let before = try inodes(place)
        _ = try publish(Self.site("two"), to: "\(place.path)/output")
        let after = try inodes(place)
        #expect(Set(before.keys) == Set(after.keys))
        #expect(after.filter { before[$0.key] != $0.value }.keys.sorted() == ["output/status.json"])
        #expect(place.text("output/status.json") == "two")
    }

    /// The times too: a copier goes by them.
    @Test func timesOfUnchangedFilesStay() throws {
        let place = try TemporaryDirectory()
        _ = try publish(Self.site("one"), to: "\(place.path)/output")
        let old = Date(timeIntervalSince1970: 1_700_000_000)
        for name in ["index.html", "status.json"] {
            try FileManager.default.setAttributes(
                [.modificationDate: old], ofItemAtPath: "\(place.path)/output/\(name)")
        }
        _ = try publish(Self.site("two"), to: "\(place.path)/output")
        #expect(try written("output/index.html", in: place) == old)
        #expect(try written("output/status.json", in: place) != old)
    }

    /// Somebody's change of a page of ours is not taken for the page.
    @Test func changedPageIsWrittenAgain() throws {
        let place = try TemporaryDirectory()
        _ = try publish(Self.site("one"), to: "\(place.path)/output")
        try place.write("tampered with", to: "output/index.html")
        _ = try publish(Self.site("one"), to: "\(place.path)/output")
        #expect(place.text("output/index.html") == "page")
    }

    /// A link in a page's place is replaced by the page, whatever it leads to.
    @Test func linkInAPagesPlaceIsNotKept() throws {
        let place = try TemporaryDirectory()
        _ = try publish(Self.site("one"), to: "\(place.path)/output")
        try place.write("page", to: "elsewhere.html")
        try FileManager.default.removeItem(atPath: "\(place.path)/output/index.html")
        try FileManager.default.createSymbolicLink(
            atPath: "\(place.path)/output/index.html", withDestinationPath: "../elsewhere.html")
        _ = try publish(Self.site("one"), to: "\(place.path)/output")
        let type = try FileManager.default.attributesOfItem(atPath: "\(place.path)/output/index.html")[.type]
        #expect(type as? FileAttributeType == .typeRegular)
    }

    private func inodes(_ place: TemporaryDirectory) throws -> [String: Int] {
        var found: [String: Int] = [:]
        for path in place.listing() {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(place.path)/\(path)")
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            found[path] = (attributes[.systemFileNumber] as? NSNumber)?.intValue
        }
        return found
    }

    private func written(_ path: String, in place: TemporaryDirectory) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: "\(place.path)/\(path)")[.modificationDate] as? Date
    }
}
