import Assessment
import Events
import Foundation
import Observations
import Plan
import Report
import SourceText
import TestSupport
import Testing
import Updates

@testable import Rendering

/// What people told of the example plan, and its faces.
extension Example {
    static func update(
        _ id: String, _ kind: UpdateKind, _ title: String, at time: String, paragraphs: [String] = [],
        window: (String, String)? = nil, affects: [String] = []
    ) -> Update? {
        guard let written = WrittenTime(time) else { return nil }
        var span: Update.Window?
        if let window, let start = WrittenTime(window.0), let end = WrittenTime(window.1) {
            span = Update.Window(start: claim(start), end: claim(end))
        }
        return Update(
            id: id, kind: kind, title: title, paragraphs: paragraphs, time: claim(written), window: span,
            affects: affects.map { claim($0) }, span: self.span(1))
    }

    static let toldUpdates: [Update] = [
        update(
            "2026-11-30-1220-jobs-slow", .incident, "Jobs are <slow> & \"late\"", at: "2026-11-30T12:20",
            paragraphs: ["The queue grew; nobody is cut off.", "Next word at 15:00.\u{0}\u{B}\u{FFFF}]]>"],
            affects: ["Background job processing"]),
        update("2026-11-27-0900-day-5", .update, "Day 5 is done", at: "2026-11-27T09:00:00Z"),
        update(
            "2026-11-29-fail-over", .planned, "Fail-over drill, with a name so long that a line of it must be folded",
            at: "2026-11-29T10:00", paragraphs: ["Grüße – 東京 🚧; done by the club, as always."],
            window: ("2026-12-01T22:00", "2026-12-01T23:30")),
    ].compactMap(\.self)

    static func told(
        _ updates: [Update] = toldUpdates, events: EventLog = .empty, plan: Plan = plan,
        assessment: Assessment = assessment(), site: String? = nil, now: Instant = time(13, 7)
    ) -> Report {
        let usual = context(now: now)
        return makeReport(
            plan: plan, assessment: assessment, findings: [], updates: updates, events: events,
            context: ReportContext(
                madeAt: now, nextUpdateDue: usual.nextUpdateDue, validUntil: usual.validUntil, zone: usual.zone,
                clockGiven: false, toolVersion: "0.1.0", sources: [], site: site))
    }

    /// Reports by name, for tests that hold for any of them.
    static func report(called name: String) -> Report {
        switch name {
        case "empty": emptyReport
        case "crowded": crowdedReport
        case "long": longNamesReport
        case "hostile": hostileReport
        case "told": told(site: "https://status.example.org/hooks/")
        default: report()
        }
    }

    static let reportNames = ["example", "empty", "crowded", "long", "hostile", "told"]
}

/// The programs that the tests' Python packages hold.
enum RealClients {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let python = repository.appending(path: ".venv/bin/python3").path()

    static var areThere: Bool {
        requirement(
            FileManager.default.isExecutableFile(atPath: python),
            "there is no .venv with feedparser, icalendar and flagd (run 'make test')")
    }

    /// Runs a tool over files in a folder of their own, which is its first argument.
    ///
    /// - Returns: what it said, and its exit status.
    static func run(
        _ tool: String, over files: [RenderedFile], _ arguments: [String: String] = [:]
    ) throws -> (status: Int32, said: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "faces-\(UUID().uuidString)")
        let site = folder.appending(path: "site")
        try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in files where !file.path.contains("/") {
            try Data(file.bytes).write(to: site.appending(path: file.path))
        }
        var words = [repository.appending(path: "Tests/PublishedPagesTests/Tools/\(tool)").path(), site.path()]
        for (name, text) in arguments.sorted(by: { $0.key < $1.key }) {
            let url = folder.appending(path: name)
            try Data(text.utf8).write(to: url)
            words.append(url.path())
        }
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = words
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let said = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, said)
    }
}

extension Assessment {
    /// The same on other days.
    func with(calendar: PlanCalendar?, day: Int?) -> Assessment {
        Assessment(
            clock: AssessmentClock(now: clock.now, today: clock.today, calendar: calendar), verdict: verdict,
            reasons: reasons, unknowns: unknowns, troubles: troubles, kpis: kpis, checklists: checklists, tasks: tasks,
            criteria: criteria, phases: phases, flags: flags, day: day, newestSample: newestSample)
    }
}

extension PhaseAssessment {
    func with(_ verdict: PhaseVerdict) -> PhaseAssessment {
        PhaseAssessment(
            phase: phase, verdict: verdict, reason: reason, passedItems: passedItems, totalItems: totalItems)
    }
}
