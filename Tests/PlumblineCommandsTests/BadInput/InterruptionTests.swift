import Foundation
import Testing

/// Builds that meet, and builds that are ended in the middle.
@Suite(.serialized) struct InterruptionTests {
    private static let early = SmallPlan.now
    private static let late = "2026-03-03T10:10:00+01:00"

    /// The files of both sites, to tell a whole one from a mixture.
    private static func bothSites(_ place: Workspace) async throws -> [[String: [UInt8]]] {
        var sites: [[String: [UInt8]]] = []
        for now in [late, early] {
            #expect(try await place.run("build", "--now", now).status == 0)
            sites.append(place.contents("output"))
        }
        #expect(sites[0] != sites[1])
        return sites
    }

    @Test func twoBuildsAtOnceLeaveAWholeSite() async throws {
        let place = try await Workspace.published()
        let sites = try await Self.bothSites(place)
        for _ in 1...5 {
            async let first = place.run("build", "--now", Self.early)
            async let second = place.run("build", "--now", Self.late)
            let results = try await [first, second]
            #expect(results.map(\.status) == [0, 0])
            #expect(results.map(\.errors) == ["", ""])
            #expect(sites.contains(place.contents("output")))
        }
        #expect(Self.leftovers(place).isEmpty)
    }

    /// Delays reach from before the tool has read anything to after its end; each is another place to stop.
    @Test(arguments: ["INT", "TERM", "KILL"]) func endedBuildLeavesAWholeSite(_ signal: String) async throws {
        let place = try await Workspace.published()
        let sites = try await Self.bothSites(place)
        let began = ContinuousClock.now
        #expect(try await place.run("build", "--now", Self.early).status == 0)
        let whole = ContinuousClock.now - began
        let seconds = Double(whole.components.seconds) + Double(whole.components.attoseconds) * 1e-18
        var generator = SystemRandomNumberGenerator()
        for round in 0..<30 {
            let delay = Double.random(in: 0...(seconds * 1.2), using: &generator)
            let now = round % 2 == 0 ? Self.late : Self.early
            let result = try await place.shell(
                "exec timeout -s \(signal) \(max(delay, 0.001)) \"$PLUMBLINE\" build --now \(now)")
            #expect(!result.hasCrashed)
            #expect(sites.contains(place.contents("output")), "a mixture after \(delay) s")
        }
        #expect(try await place.run("build", "--now", Self.late).status == 0)
        #expect(place.contents("output") == sites[0])
        #expect(Self.leftovers(place).isEmpty)
    }

    /// Ended as soon as the new site begins to stand beside the old one, and a little later each time.
    @Test(arguments: ["TERM", "KILL"]) func endedWhilePublishing(_ signal: String) async throws {
        let place = try await Workspace.published()
        let sites = try await Self.bothSites(place)
        for round in 0..<15 {
            let now = round % 2 == 0 ? Self.late : Self.early
            let result = try await place.shell(
                """
                "$PLUMBLINE" build --now \(now) & build=$!
                while kill -0 $build 2> /dev/null; do
                    for stage in .output.plumbline-new-*; do [ -e "$stage" ] && break 2; done
                done
                for step in $(seq \(round * 2)); do :; done
                kill -s \(signal) $build 2> /dev/null; wait $build
                """)
            #expect(!result.hasCrashed)
            #expect(sites.contains(place.contents("output")), "a mixture in round \(round)")
        }
        #expect(try await place.run("build", "--now", Self.late).status == 0)
        #expect(place.contents("output") == sites[0])
        #expect(Self.leftovers(place).isEmpty)
    }

    private static func leftovers(_ place: Workspace) -> [String] {
        place.contents().keys.filter { $0.contains("plumbline-new") }.sorted()
    }
}
