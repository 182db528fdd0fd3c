import Foundation
import TestSupport
import Testing

/// The gate goes only on evidence, and says why for each line.
@Suite struct ValidateTests {
    private static let plan = """
        ---
        title: Move of the ticket desk
        start: 2026-11-30
        timezone: UTC
        ---
        # Move of the ticket desk

        ## Phases

        ### Phase 1: Shadow desk (Day 1-2)

        ### Phase 2: Main desk (Day 3-4)

        ## Key performance indicators

        - **Answer time**: Target < 150 ms, Alert > 300 ms
        - **Seats held**: Target > 20, Alert < 10

        ## Readiness checks

        - [x] Dump restored once
        - [x] Printer tried

        ## Execution

        ### Phase 1: Shadow desk (Day 1-2)

        - [x] Shadow desk answers
        - [ ] TLS certificate renewed

        ## Nachbereitung

        - [ ] Old desk sold
        """

    private static let samples = """
        time,name,value,unit
        2026-12-01T10:00:00Z,answer_time,120,ms
        2026-12-01T10:05:00Z,answer_time,130,ms
        2026-12-01T10:00:00Z,seats_held,25,
        2026-12-01T10:05:00Z,seats_held,24,

        """

    private func place(_ samples: String = samples) throws -> Workspace {
        let place = try Workspace()
        try place.write(Self.plan, to: "plan.md")
        try place.write("metrics: [m.csv]\ndocuments: [plan.md]\n", to: "plumbline.yml")
        try place.write(samples, to: "m.csv")
        return place
    }

    private func gate(_ place: Workspace, _ scope: String..., now: String = "2026-12-01T10:06:00Z") async throws
        -> (status: Int32, decision: String, lines: [(name: String, decision: String, state: String)])
    {
        let run = try await place.shell(
            "\"$PLUMBLINE\" validate --format json --now \(now) \(scope.map { $0.hasPrefix("-") ? $0 : "'\($0)'" }.joined(separator: " "))"
        )
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(run.errors)")
        let lines = try #require(object["lines"] as? [[String: Any]]).map {
            ($0["name"] as? String ?? "", $0["decision"] as? String ?? "", $0["state"] as? String ?? "")
        }
        return (run.status, object["decision"] as? String ?? "", lines)
    }

    @Test func aPartGoesWhenItsItemsArePassed() async throws {
        let place = try place()
        let pre = try await gate(place, "pre")
        #expect(pre.status == 0)
        #expect(pre.decision == "go")
        #expect(pre.lines.map(\.name) == ["Dump restored once", "Printer tried"])
        // German headings count as English ones do, and a box that is not ticked is a no-go.
        let post = try await gate(place, "post")
        #expect(post.status == 1)
        #expect(post.lines.map(\.name) == ["Old desk sold"])
        #expect(post.lines.map(\.state) == ["pending"])
    }

    @Test func measuresDecideRuntimeAndPerformance() async throws {
        let place = try place()
        let performance = try await gate(place, "performance")
        #expect(performance.status == 0)
        #expect(performance.lines.map(\.name) == ["Answer time"])
        let runtime = try await gate(place, "runtime")
        #expect(runtime.lines.map(\.name).prefix(2) == ["Answer time", "Seats held"])
        #expect(runtime.decision == "no-go")
        let security = try await gate(place, "security")
        #expect(security.lines.map(\.name) == ["TLS certificate renewed"])
        #expect(security.status == 1)
    }

    /// Of a phase the work counts, and what is measured of the whole plan.
    @Test(arguments: ["1", "phase-1", "Shadow desk", "phase 1"])
    func aPhaseIsNamedInAnyWay(name: String) async throws {
        let phase = try await gate(try place(), name)
        #expect(phase.status == 1)
        #expect(phase.lines.filter { $0.decision == "no-go" }.map(\.name) == ["TLS certificate renewed"])
        #expect(phase.lines.map(\.name).contains("Seats held"))
    }

    @Test func aPhaseWithoutWorkIsUnknown() async throws {
        let phase = try await gate(try place(), "2")
        #expect(phase.status == 1)
        #expect(phase.lines.filter { $0.decision == "no-go" }.map(\.state) == ["unknown"])
    }

    /// What is not known is never a reason to go on.
    @Test(arguments: [
        ("", "2026-12-01T10:06:00Z", "no data"),
        ("2026-12-01T10:05:00Z,answer_time,NaN,ms\n", "2026-12-01T10:06:00Z", "no data"),
        ("2026-12-01T10:05:00Z,answer_time,120,EUR\n", "2026-12-01T10:06:00Z", "no data"),
        ("2026-12-09T10:05:00Z,answer_time,120,ms\n", "2026-12-01T10:06:00Z", "no data"),
        ("2026-12-01T10:05:00Z,answer_time,120,ms\n", "2026-12-02T10:06:00Z", "stale"),
        ("2026-12-01T10:05:00Z,answer_time,200,ms\n", "2026-12-01T10:06:00Z", "off target"),
    ])
    func unknownIsNoGo(sample: String, now: String, state: String) async throws {
        let gate = try await gate(try place("time,name,value,unit\n\(sample)"), "performance", now: now)
        #expect(gate.status == 1)
        #expect(gate.decision == "no-go")
        #expect(gate.lines.filter { $0.name == "Answer time" }.map(\.state) == [state])
    }

    @Test func aGateWithoutLinesIsNoGo() async throws {
        let place = try Workspace()
        try place.write("# Nothing to see\n", to: "plan.md")
        let gate = try await gate(place, "security")
        #expect(gate.status == 1)
        #expect(gate.decision == "no-go")
        #expect(gate.lines.isEmpty)
    }

    @Test func aLostInputIsAgainstEveryGate() async throws {
        let place = try place(Self.samples + "2026-12-01T10:06:00Z,answer_time\n")
        let gate = try await gate(place, "pre")
        #expect(gate.status == 1)
        #expect(gate.lines.first?.name == "m.csv")
    }

    /// What results say of success criteria is checked at the end, and a command that the settings declare on demand.
    @Test func criteriaAndChecksCount() async throws {
        let place = try Workspace()
        try place.write(
            "# Move\n\n## After the move\n\n- [ ] Old desk sold\n\n## Success criteria\n\n- No order was lost\n",
            to: "plan.md")
        try place.write("checks: {Old desk sold: {command: [true]}}\nresults: [r.json]\n", to: "plumbline.yml")
        try place.write(
            #"{"results": [{"item": "No order was lost", "status": "failed", "time": "2026-12-01T10:00:00Z"}]}"#,
            to: "r.json")
        let without = try await gate(place, "post")
        #expect(without.lines.map(\.state) == ["pending", "failed"])
        let with = try await gate(place, "post", "--run-checks")
        #expect(with.lines.map(\.state) == ["passed", "failed"])
        #expect(with.status == 1)
    }

    @Test func textNamesWhatIsInTheWayFirst() async throws {
        let run = try await place().run("validate", "post", ".", "--now", "2026-12-01T10:06:00Z")
        #expect(run.status == 1)
        #expect(
            run.output
                == """
                NO-GO  post: 1 of 1 line speaks against it
                  no-go  Old desk sold: pending: not ticked in plan.md:33, and no result is reported [plan.md:33]

                """)
    }

    @Test func anUnknownScopeIsAnError() async throws {
        let run = try await place().run("validate", "preformance", ".", "--now", "2026-12-01T10:06:00Z")
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(
            run.errors.contains(
                "'preformance' is neither a part of the work nor a phase of the plan; did you mean 'performance'?"))
    }

    @Test func aFolderAloneIsNoScope() async throws {
        let place = try Workspace()
        try place.write("# Nothing to see\n", to: "docs/plan.md")
        let run = try await place.run("validate", "docs")
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("NO-GO  plan: "))
    }

    @Test func jsonKeepsToItsSchema() async throws {
        let place = try place()
        let python = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: ".venv/bin/python3").path()
        let hasTools = try await place.shell("\"\(python)\" -c 'import jsonschema'").status == 0
        guard requirement(hasTools, "there is no .venv with the packages of Tests/requirements.txt (run 'make test')")
        else { return }
        let script = """
            "$PLUMBLINE" schema validate > schema.json
            "$PLUMBLINE" validate --format json --now 2026-12-01T10:06:00Z > gate.json
            "\(python)" -m jsonschema -i gate.json schema.json
            """
        let checked = try await place.shell(script)
        #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
    }
}
