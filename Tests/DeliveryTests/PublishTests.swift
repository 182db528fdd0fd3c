import Foundation
import Rendering
import TestSupport
import Testing

@testable import Delivery

@Suite struct PublishTests {
    static func site(_ build: String, extra: [String] = []) -> [RenderedFile] {
        [RenderedFile(path: "status.json", text: build), RenderedFile(path: "index.html", text: build)]
            + extra.map { RenderedFile(path: $0, text: build) }
    }

    @Test func firstBuildMakesTheDirectory() throws {
        let place = try TemporaryDirectory()
        let publication = try publish(Self.site("one", extra: ["checklists/a.html"]), to: "\(place.path)/output")
        #expect(publication == .swapped)
        #expect(
            place.listing()
                == [
                    "output", "output/.plumbline-files", "output/checklists", "output/checklists/a.html",
                    "output/index.html", "output/status.json",
                ])
        #expect(place.text("output/index.html") == "one")
    }

    @Test func laterBuildDropsItsOrphansAndKeepsWhatIsNotIts() throws {
        let place = try TemporaryDirectory()
        try place.write("keep", to: "output/.gitkeep")
        try place.write("mine", to: "output/checklists/notes.txt")
        try place.write("mine", to: "output/assets/logo.svg")
        _ = try publish(Self.site("one", extra: ["checklists/a.html", "emails/old.eml"]), to: "\(place.path)/output")
        let publication = try publish(Self.site("two"), to: "\(place.path)/output/")
        #expect(publication == .swapped)
        #expect(
            place.listing("output")
                == [
                    ".gitkeep", ".plumbline-files", "assets", "assets/logo.svg", "checklists", "checklists/notes.txt",
                    "index.html", "status.json",
                ])
        #expect(place.text("output/index.html") == "two")
        #expect(place.text("output/assets/logo.svg") == "mine")
        #expect(place.listing().filter { $0.contains("plumbline-new") }.isEmpty)
    }

    @Test func linkedOutputIsFollowedAndForeignLinksStay() throws {
        let place = try TemporaryDirectory()
        try FileManager.default.createDirectory(atPath: "\(place.path)/real", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: "\(place.path)/output", withDestinationPath: "real")
        try FileManager.default.createSymbolicLink(atPath: "\(place.path)/real/latest", withDestinationPath: "nowhere")
        _ = try publish(Self.site("one"), to: "\(place.path)/output")
        #expect(place.text("real/index.html") == "one")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(place.path)/real/latest") == "nowhere")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(place.path)/output") == "real")
    }

    @Test func rightsOfTheDirectoryStay() throws {
        let place = try TemporaryDirectory()
        try place.write("", to: "output/.gitkeep")
        try FileManager.default.setAttributes([.posixPermissions: 0o2750], ofItemAtPath: "\(place.path)/output")
        _ = try publish(Self.site("one"), to: "\(place.path)/output")
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(place.path)/output")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o2750)
    }

    @Test func fileOfSomebodyElseIsNeverReplaced() throws {
        let place = try TemporaryDirectory()
        try place.write("hand-written", to: "output/index.html")
        #expect(throws: DeliveryError.foreignFile(path: "\(place.path)/output/index.html")) {
            try publish(Self.site("one"), to: "\(place.path)/output")
        }
        #expect(place.listing() == ["output", "output/index.html"])
        #expect(place.text("output/index.html") == "hand-written")
    }

    @Test func fileWhereADirectoryMustBeIsNeverReplaced() throws {
        let place = try TemporaryDirectory()
        try place.write("mine", to: "output/emails")
        #expect(throws: DeliveryError.foreignFile(path: "\(place.path)/output/emails/status.eml")) {
            try publish(Self.site("one", extra: ["emails/status.eml"]), to: "\(place.path)/output")
        }
        #expect(place.listing("output") == ["emails"])
    }

    @Test func outputThatIsAFileIsRefused() throws {
        let place = try TemporaryDirectory()
        try place.write("text", to: "output")
        #expect(throws: DeliveryError.notADirectory(path: "\(place.path)/output")) {
            try publish(Self.site("one"), to: "\(place.path)/output")
        }
        #expect(place.text("output") == "text")
    }

    @Test func missingParentIsSaid() throws {
        let place = try TemporaryDirectory()
        let error = #expect(throws: DeliveryError.self) {
            try publish(Self.site("one"), to: "\(place.path)/no/output")
        }
        #expect("\(try #require(error))".contains("make the directory above it first"))
    }

    @Test func linkToNothingIsSaid() throws {
        let place = try TemporaryDirectory()
        try FileManager.default.createSymbolicLink(atPath: "\(place.path)/output", withDestinationPath: "nowhere")
        let error = #expect(throws: DeliveryError.danglingLink(path: "\(place.path)/output")) {
            try publish(Self.site("one"), to: "\(place.path)/output")
        }
        #expect("\(try #require(error))".contains("is a link to a place that does not exist; make that folder"))
        #expect(place.listing() == ["output"])
    }

    /// What was a file of ours is a directory of somebody's now.
    @Test(arguments: [true, false]) func directoryInAFilesPlaceIsNotOurs(isStillMade: Bool) throws {
        let place = try TemporaryDirectory()
        let output = "\(place.path)/output"
        _ = try publish(Self.site("one", extra: ["status.md"]), to: output)
        try FileManager.default.removeItem(atPath: "\(output)/status.md")
        try place.write("mine", to: "output/status.md/x")
        if isStillMade {
            #expect(throws: DeliveryError.foreignFile(path: "\(output)/status.md")) {
                try publish(Self.site("two", extra: ["status.md"]), to: output)
            }
        } else {
            #expect(try publish(Self.site("two"), to: output) == .swapped)
        }
        #expect(place.text("output/status.md/x") == "mine")
        #expect(place.text("output/index.html") == (isStillMade ? "one" : "two"))
    }

    /// Somebody's folder that is a link has no place beside a folder of ours of the same name.
    @Test func linkInAFoldersPlaceIsNotLost() throws {
        let place = try TemporaryDirectory()
        let output = "\(place.path)/output"
        try place.write("", to: "mails/.gitkeep")
        _ = try publish(Self.site("one"), to: output)
        try FileManager.default.createSymbolicLink(atPath: "\(output)/emails", withDestinationPath: "../mails")
        #expect(throws: DeliveryError.foreignFile(path: "\(output)/emails")) {
            try publish(Self.site("two", extra: ["emails/status.eml"]), to: output)
        }
        #expect(place.listing("mails") == [".gitkeep"])
        #expect(place.text("output/index.html") == "one")
        #expect(place.listing().filter { $0.contains("plumbline-new") }.isEmpty)
    }

    @Test func fileWhoseNameIsNotUTF8IsNotLost() throws {
        let place = try TemporaryDirectory()
        let output = "\(place.path)/output"
        _ = try publish(Self.site("one"), to: output)
        guard
            requirement(
                run("sh", "-c", "echo mine > \"$0/$(printf 'gr\\374n.txt')\"", output),
                "this file system takes no name that is not UTF-8")
        else { return }
        let error = #expect(throws: DeliveryError.unreadableName(path: "\(output)/gr\u{FFFD}n.txt")) {
            try publish(Self.site("two"), to: output)
        }
        #expect(error?.leftOutputAlone == true)
        #expect(place.text("output/index.html") == "one")
        #expect(try FileSystem.names(in: output).contains("gr\u{FFFD}n.txt"))
    }

    /// The old tree is looked through a second time after the swap, for what came into it meanwhile.
    @Test func fileReplacedDuringABuildIsTheOneThatStays() throws {
        let place = try TemporaryDirectory()
        try place.write("1", to: "old/counter.txt")
        try place.write("same", to: "old/notes/a.txt")
        try place.write("", to: "new/.gitkeep")
        let tree = SiteTree(root: "\(place.path)/new", model: nil)
        try tree.carryOver(from: "\(place.path)/old", owned: [])
        #expect(place.text("new/counter.txt") == "1")
        try place.write("2", to: "old/counter.new")
        #expect(run("mv", "\(place.path)/old/counter.new", "\(place.path)/old/counter.txt"))
        try tree.carryOver(from: "\(place.path)/old", owned: [])
        #expect(place.text("new/counter.txt") == "2")
        #expect(place.text("old/counter.txt") == "2")
        #expect(place.listing("new") == [".gitkeep", "counter.txt", "notes", "notes/a.txt"])
    }

    /// What reached the new tree after the swap is newer than what the old one holds.
    @Test func fileReplacedAfterTheSwapStays() throws {
        let place = try TemporaryDirectory()
        try place.write("1", to: "old/counter.txt")
        try place.write("", to: "new/.gitkeep")
        let tree = SiteTree(root: "\(place.path)/new", model: nil)
        try tree.carryOver(from: "\(place.path)/old", owned: [])
        // The clock of a file system goes in steps of some milliseconds.
        repeat {
            try place.write("2", to: "new/counter.new")
            #expect(run("mv", "\(place.path)/new/counter.new", "\(place.path)/new/counter.txt"))
        } while try isOlder("\(place.path)/new/counter.txt", than: "\(place.path)/old/counter.txt")
        try tree.carryOver(from: "\(place.path)/old", owned: [])
        #expect(place.text("new/counter.txt") == "2")
    }

    private func isOlder(_ path: String, than other: String) throws -> Bool {
        let (old, new) = (try FileSystem.attributes(other), try FileSystem.attributes(path))
        return try #require(old).replaces(try #require(new))
    }

    @Test(arguments: [
        "../out.html", "/etc/x", "a//b", "a/./b", "", "a\nb", ".plumbline-files", "#a", "plan.md", "emails/a/b.eml",
        "checklists/.html",
    ])
    func pathsThatLeaveTheOutputAreRefused(path: String) throws {
        let place = try TemporaryDirectory()
        #expect(throws: DeliveryError.unsafePath(path)) {
            try publish([RenderedFile(path: path, text: "")], to: "\(place.path)/output")
        }
        #expect(place.listing().isEmpty)
    }

    @Test func forgedManifestRemovesNothingThatIsNotOurs() throws {
        let place = try TemporaryDirectory()
        try place.write("precious", to: "precious.txt")
        try place.write("../precious.txt\n/etc/passwd\nplan.md\nindex.html\n", to: "output/.plumbline-files")
        try place.write("precious", to: "output/plan.md")
        _ = try publish(Self.site("one"), to: "\(place.path)/output")
        #expect(place.text("precious.txt") == "precious")
        #expect(place.text("output/plan.md") == "precious")
    }

    @Test func leftoversOfAKilledBuildAreRemoved() throws {
        let place = try TemporaryDirectory()
        _ = try publish(Self.site("one"), to: "\(place.path)/output")
        try place.write("half", to: ".output.plumbline-new-4711/index.html")
        try place.write("half", to: "output/.plumbline-new-4711/index.html")
        try place.write("other", to: ".other.plumbline-new-4711/index.html")
        _ = try publish(Self.site("two"), to: "\(place.path)/output")
        #expect(
            place.listing()
                == [
                    ".other.plumbline-new-4711", ".other.plumbline-new-4711/index.html", "output",
                    "output/.plumbline-files", "output/index.html", "output/status.json",
                ])
    }

    @Test func secondBuildWaitsAndThenGivesUp() throws {
        let place = try TemporaryDirectory()
        _ = try publish(Self.site("one"), to: "\(place.path)/output")
        let lock = try OutputLock(directory: place.path, output: "output", waitSeconds: 0)
        _ = try lock.whileHeld { () throws(DeliveryError) in
            #expect(throws: DeliveryError.busy(path: "\(place.path)/output")) {
                try publish(Self.site("two"), to: "\(place.path)/output", waitSeconds: 0.1)
            }
        }
        #expect(place.text("output/index.html") == "one")
        // A program that another test has just begun to start holds copies of this one's descriptors until it runs.
        _ = try publish(Self.site("three"), to: "\(place.path)/output", waitSeconds: 5)
        #expect(place.text("output/index.html") == "three")
    }
}
