import Foundation
import Rendering
import TestSupport
import Testing

@testable import Delivery

/// File systems that say no. They need root for mounting, and are skipped with a line where there is none.
@Suite(.serialized) struct FaultTests {
    private static let big = RenderedFile(path: "checklists/big.html", bytes: [UInt8](repeating: 7, count: 600_000))

    @Test func fullDiskLeavesTheOldSite() throws {
        let place = try TemporaryDirectory()
        guard mount(place.path, "size=256k") else { return }
        defer { unmount(place.path) }
        _ = try publish(PublishTests.site("one"), to: "\(place.path)/output")
        let before = place.listing()
        let error = #expect(throws: DeliveryError.self) {
            try publish(PublishTests.site("two") + [Self.big], to: "\(place.path)/output")
        }
        #expect("\(try #require(error))".contains("free some space"))
        #expect(place.listing() == before)
        #expect(place.text("output/index.html") == "one")
    }

    @Test func mountPointIsPublishedFileByFile() throws {
        let place = try TemporaryDirectory()
        let output = "\(place.path)/output"
        try place.write("under the mount", to: "output/hidden")
        guard mount(output, "size=256k") else { return }
        defer { unmount(output) }
        try place.write("mine", to: "output/notes.txt")
        let publication = try publish(PublishTests.site("one", extra: ["emails/old.eml"]), to: output)
        #expect(publication == .fileByFile(reason: "'\(output)' is a mount point"))
        _ = try publish(PublishTests.site("two"), to: output)
        #expect(place.listing("output") == [".plumbline-files", "index.html", "notes.txt", "status.json"])
        #expect(place.text("output/status.json") == "two")
        #expect(place.listing().filter { $0.contains("plumbline-new") }.isEmpty)

        let before = place.listing()
        #expect(throws: DeliveryError.self) { try publish(PublishTests.site("three") + [Self.big], to: output) }
        #expect(place.listing() == before)
        #expect(place.text("output/index.html") == "two")
    }

    /// A file that is a mount point of its own cannot be replaced, and that shows only when its turn comes.
    @Test func halfASiteIsCalledHalfASite() throws {
        let place = try TemporaryDirectory()
        let output = "\(place.path)/output"
        try place.write("", to: "output/.gitkeep")
        guard mount(output, "size=256k") else { return }
        defer { unmount(output) }
        _ = try publish(PublishTests.site("one", extra: ["checklists/a.html"]), to: output)
        try place.write("pinned", to: "pinned")
        let pinned = "\(output)/checklists/a.html"
        guard requirement(run("mount", "--bind", "\(place.path)/pinned", pinned), "a file cannot be mounted on a file")
        else { return }
        defer { unmount(pinned) }
        let error = try #require(
            #expect(throws: DeliveryError.self) {
                try publish(PublishTests.site("two", extra: ["checklists/a.html"]), to: output)
            })
        #expect(!error.leftOutputAlone)
        #expect(
            error.description.hasPrefix("'\(output)' was published only in part: cannot replace '\(pinned)': "),
            "\(error)")
        #expect(place.text("output/status.json") == "two")
        #expect(place.text("output/index.html") == "one")
        #expect(place.listing("output").filter { $0.contains("plumbline-new") }.isEmpty)
    }

    /// What is in the way is seen before the first file is touched.
    @Test func mountPointWithSomethingInTheWayIsLeftAlone() throws {
        let place = try TemporaryDirectory()
        let output = "\(place.path)/output"
        try place.write("", to: "output/.gitkeep")
        guard mount(output, "size=256k") else { return }
        defer { unmount(output) }
        _ = try publish(PublishTests.site("one", extra: ["status.md"]), to: output)
        try FileManager.default.removeItem(atPath: "\(output)/status.md")
        try place.write("mine", to: "output/status.md/x")
        let before = place.listing()
        let error = #expect(throws: DeliveryError.foreignFile(path: "\(output)/status.md")) {
            try publish(PublishTests.site("two", extra: ["status.md"]), to: output)
        }
        #expect(error?.leftOutputAlone == true)
        #expect(place.listing() == before)
        #expect(place.text("output/status.json") == "one")
        #expect(place.text("output/status.md/x") == "mine")
    }

    @Test(arguments: ["tmpfs", "bind"])
    func volumeInsideTheSiteIsLeftAlone(kind: String) throws {
        let place = try TemporaryDirectory()
        let output = "\(place.path)/output"
        _ = try publish(PublishTests.site("one"), to: output)
        try place.write("", to: "output/volume/under")
        try place.write("precious", to: "other/data")
        let isMounted =
            kind == "bind"
            ? run("mount", "--bind", "\(place.path)/other", "\(output)/volume")
            : run("mount", "-t", "tmpfs", "tmpfs", "\(output)/volume")
        guard requirement(isMounted, "a volume cannot be mounted without root") else { return }
        defer { unmount("\(output)/volume") }
        try place.write("precious", to: "output/volume/data")
        let publication = try publish(PublishTests.site("two"), to: output)
        #expect(publication != .swapped)
        #expect(place.text("output/volume/data") == "precious")
        #expect(place.text("output/index.html") == "two")
        #expect(place.listing().filter { $0.contains("plumbline-new") }.isEmpty)
    }

    @Test func readOnlyFileSystemIsSaid() throws {
        let place = try TemporaryDirectory()
        guard mount(place.path, "size=256k") else { return }
        defer { unmount(place.path) }
        _ = try publish(PublishTests.site("one"), to: "\(place.path)/output")
        #expect(run("mount", "-o", "remount,ro", place.path))
        let error = #expect(throws: DeliveryError.self) {
            try publish(PublishTests.site("two"), to: "\(place.path)/output")
        }
        #expect("\(try #require(error))".contains("file system that can be written"))
        #expect(place.text("output/index.html") == "one")
    }

    @Test func directoryWithoutRightsIsSaid() throws {
        let place = try TemporaryDirectory()
        try place.write("", to: "shut/.gitkeep")
        let shut = "\(place.path)/shut"
        guard getuid() == 0 else {
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: shut)
            defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: shut) }
            return try expectRefusal(in: shut, place)
        }
        guard requirement(run("chattr", "+i", shut), "chattr +i does not work here (unwritable directory as root)")
        else { return }
        defer { _ = run("chattr", "-i", shut) }
        try expectRefusal(in: shut, place)
    }

    @Test func outputBelowAnUnwritableDirectoryIsPublishedFileByFile() throws {
        let place = try TemporaryDirectory()
        try place.write("mine", to: "shut/output/notes.txt")
        let shut = "\(place.path)/shut"
        let isShut =
            getuid() == 0
            ? run("chattr", "+i", shut)
            : (try? FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: shut)) != nil
        guard requirement(isShut, "chattr +i does not work here (unwritable directory as root)") else { return }
        defer {
            _ = run("chattr", "-i", shut)
            try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: shut)
        }
        let publication = try publish(PublishTests.site("one"), to: "\(shut)/output")
        #expect(publication == .fileByFile(reason: "nothing can be made beside it in '\(shut)'"))
        #expect(place.listing("shut/output") == [".plumbline-files", "index.html", "notes.txt", "status.json"])
    }

    private func expectRefusal(in directory: String, _ place: TemporaryDirectory) throws {
        let error = #expect(throws: DeliveryError.self) {
            try publish(PublishTests.site("one"), to: "\(directory)/output")
        }
        let text = "\(try #require(error))"
        #expect(text.contains(directory) && text.contains("choose another output"))
        #expect(place.listing() == ["shut", "shut/.gitkeep"])
    }

    private func mount(_ path: String, _ options: String) -> Bool {
        requirement(
            getuid() == 0 && run("mount", "-t", "tmpfs", "-o", options, "tmpfs", path),
            "a small file system cannot be mounted without root")
    }

    private func unmount(_ path: String) { _ = run("umount", path) }
}
