import Foundation
import TestSupport
import Testing

/// Criteria with a limit, from the document and the metrics to the gate and the status.
@Suite struct MeasuredCriteriaTests {
    private static let document = """
        ---
        start: 2026-11-30
        timezone: UTC
        ---
        # Move of the ticket desk

        ## Phase 1: Shadow desk (Day 1-3)

        - [x] Desk moved

        ### Exit criteria

        - Error rate < 0.5 %
        - [x] p95 latency ≤ 300 ms for 1 hour

        ## Key performance indicators

        - **Seats held**: Target > 20, Alert < 10

        ## Success criteria

        - [x] Refund rate stays below 2 %
        - Seats held > 20
        - Nobody has complained

        """

    /// Two hours until five past ten, each five minutes.
    private func place(errors: Double, latency: Double, refunds: Double) throws -> Workspace {
        let place = try Workspace()
        try place.write(Self.document, to: "plan.md")
        try place.write("metrics: [m.csv]\ndocuments: [plan.md]\n", to: "plumbline.yml")
        let rows = (0...25).flatMap { step -> [String] in
            let time = 1_796_112_000 + step * 300
            return [
                "\(time),error_rate_percent,\(errors)", "\(time),p95_latency_ms,\(latency)",
                "\(time),refund_rate_percent,\(refunds)", "\(time),seats_held,25",
            ]
        }
        try place.write("time,name,value\n" + rows.joined(separator: "\n") + "\n", to: "m.csv")
        return place
    }

    private func json(_ place: Workspace, _ arguments: String) async throws -> [String: Any] {
        let run = try await place.shell("\"$PLUMBLINE\" \(arguments) --format json --now 2026-12-01T10:06:00Z")
        #expect(run.errors.isEmpty)
        return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    private func lines(_ gate: [String: Any]) throws -> [String] {
        try #require(gate["lines"] as? [[String: Any]]).map { line in
            "\(line["kind"] as? String ?? "") \(line["name"] as? String ?? ""): \(line["state"] as? String ?? "")"
        }
    }

    @Test func metCriteriaGo() async throws {
        let place = try place(errors: 0.2, latency: 280, refunds: 1)
        let phase = try await json(place, "validate 1")
        #expect(phase["decision"] as? String == "go")
        #expect(
            try lines(phase) == [
                "item Desk moved: passed", "item p95 latency ≤ 300 ms for 1 hour: passed",
                "criterion Error rate < 0.5 %: met", "measure Seats held: on target",
            ])
        let status = try await json(place, "status")
        #expect(status["verdict"] as? String == "on plan")
        let criteria = try #require(status["criteria"] as? [[String: Any]])
        #expect(
            criteria.map { $0["text"] as? String } == [
                "Seats held > 20", "Error rate < 0.5 %", "p95 latency ≤ 300 ms for 1 hour",
                "Refund rate stays below 2 %",
            ])
        #expect(criteria.map { $0["verdict"] as? String } == ["met", "met", "met", "met"])
        #expect(criteria.map { $0["isIndicator"] as? Bool } == [true, false, false, false])
        #expect(criteria[2]["windowSeconds"] as? Double == 3600)
        #expect(criteria[2]["samples"] as? Int == 12)
        #expect(criteria[2]["phase"] as? String == "phase-1")
        #expect(criteria[3]["source"] as? String == "m.csv:104")
    }

    @Test func aTickOverAMissedLimitIsNoPass() async throws {
        let place = try place(errors: 0.9, latency: 310, refunds: 3)
        let phase = try await json(place, "validate 1")
        #expect(phase["decision"] as? String == "no-go")
        #expect(
            try lines(phase).dropFirst().prefix(2) == [
                "item p95 latency ≤ 300 ms for 1 hour: failed", "criterion Error rate < 0.5 %: missed",
            ])
        let post = try await json(place, "validate post")
        #expect(
            try lines(post) == [
                "item Refund rate stays below 2 %: failed", "item Seats held > 20: passed",
                "item Nobody has complained: pending",
            ])
        let status = try await json(place, "status")
        #expect(status["verdict"] as? String == "off plan")
        let reasons = try #require(status["reasons"] as? [String])
        #expect(
            reasons.first
                == "'p95 latency ≤ 300 ms for 1 hour' has failed: 310 ms misses the target of ≤ 300 ms for 1 h, since "
                + "08:00 UTC; 12 samples in that time; it is no pass though ticked in plan.md:14.")
    }

    @Test func theSchemasDescribeThem() async throws {
        let place = try place(errors: 0.2, latency: 280, refunds: 1)
        let python = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: ".venv/bin/python3").path()
        let hasTools = try await place.shell("\"\(python)\" -c 'import jsonschema'").status == 0
        guard requirement(hasTools, "there is no .venv with the packages of Tests/requirements.txt (run 'make test')")
        else { return }
        let script = """
            set -e
            now="--now 2026-12-01T10:06:00Z"
            check() { "$PLUMBLINE" schema "$1" > schema.json; "\(python)" -m jsonschema -i "$2" schema.json; }
            "$PLUMBLINE" status --format json $now > status.json
            check status status.json
            "$PLUMBLINE" validate 1 --format json $now > gate.json
            check validate gate.json
            """
        let checked = try await place.shell(script)
        #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
    }
}
