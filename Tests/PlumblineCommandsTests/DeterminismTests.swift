import Foundation
import Testing

/// The same input at the same moment: the same bytes.
@Suite struct DeterminismTests {
    @Test func twoFoldersGiveTheSameSite() async throws {
        let (first, second) = (try await Workspace.published(), try await Workspace.published())
        #expect(first.contents("output") == second.contents("output"))
        #expect(!first.contents("output").isEmpty)
    }

    /// Sets and dictionaries are seeded anew in each process; none of their order may show.
    @Test(arguments: [["lint"], ["lint", "--format", "json"], ["plan"], ["plan", "--format", "json"], ["explain"]])
    func answersDoNotDependOnTheProcess(_ arguments: [String]) async throws {
        let input = "\(Project.folder)/ledger/input"
        let expected = try await Plumbline.run(arguments, in: input)
        for _ in 1...5 {
            let result = try await Plumbline.run(arguments, in: input)
            #expect(result.output == expected.output)
            #expect(result.errors == expected.errors)
        }
    }

    /// Hundreds of documents are read on all cores; whichever is done first, the answer is the same.
    @Test func manyDocumentsGiveTheSameBytes() async throws {
        let place = try Workspace()
        let documents = ["strategy", "timeline", "rollback", "checklist"]
        for number in 1...25 {
            for name in documents {
                let file = URL(filePath: "\(Project.folder)/ledger/input/\(name).md")
                try place.write(Array(try Data(contentsOf: file)), to: "plan-\(number % 4)/\(name)-\(number).md")
            }
        }
        let expected = try await place.run("lint", "--format", "json")
        #expect(expected.status == 1)
        for _ in 1...3 { #expect(try await place.run("lint", "--format", "json").output == expected.output) }
    }

    /// Of several documents that cannot be read the first is told.
    @Test func firstOfSeveralUnreadableDocumentsIsTold() async throws {
        let place = try Workspace()
        for number in 100..<500 {
            try place.write(number % 150 == 7 ? "# Plan\u{0}\n" : "# Plan\n", to: "plan-\(number).md")
        }
        for _ in 1...4 {
            let result = try await place.run("lint")
            #expect(result.status == 2)
            #expect(result.errors.hasPrefix("error: 'plan-157.md' is no text: it has a NUL byte at byte 7\n"))
        }
    }

    @Test func localeAndZoneOfTheMachineChangeNothing() async throws {
        let place = try await Workspace.published()
        let expected = try await place.run("status", "--now", SmallPlan.now)
        let result = try await place.run(
            "status", "--now", SmallPlan.now,
            environment: ["TZ": "Asia/Kathmandu", "LANG": "tr_TR.UTF-8", "LC_ALL": "C", "HOME": "/nonexistent"])
        #expect(result.output == expected.output)
    }
}
