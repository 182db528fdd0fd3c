import Foundation
import Testing

/// Measures that are not there: the page is published, and says so.
@Suite struct MetricFaultTests {
    @Test func unreadableMetricsPublishNothing() async throws {
        let place = try await Workspace.published()
        try place.link("metrics/broken.csv", to: "/proc/self/mem")
        let before = place.contents()
        let result = try await place.run("build", "--now", SmallPlan.now)
        #expect(result.status == 2)
        #expect(result.errors == "error: cannot read 'metrics/broken.csv': input/output error\n")
        #expect(place.contents() == before)
    }

    @Test func patternWithoutMatchIsAWarning() async throws {
        let place = try await Workspace.published()
        try FileManager.default.removeItem(atPath: "\(place.path)/metrics/delay.csv")
        let result = try await place.run("build", "--now", SmallPlan.now)
        #expect(result.status == 0)
        #expect(
            result.errors.contains(
                "warning[input-missing]: no file matches 'metrics/*.csv' ('metrics' in plumbline.yml)"))
        let page = try place.text("output/status.md")
        #expect(page.contains("No data"))
        #expect(!page.contains("On target"))
    }

    /// What is no number is never green.
    @Test(arguments: ["", "NaN", "inf", "quick", "0x10", "1,5"]) func valueThatIsNoNumber(_ value: String) async throws
    {
        let place = try await Workspace.published()
        try place.write(
            "time,name,value\n2026-03-03T09:30:00+01:00,delivery_delay_seconds,\(value)\n", to: "metrics/delay.csv")
        let result = try await place.run("status", "--now", SmallPlan.now)
        #expect(result.status == 0)
        #expect(result.output.contains("No data"))
        #expect(!result.output.contains("On target"))
    }

    @Test(arguments: [[UInt8]("\0\0\0".utf8), [0xff, 0xfe, 0x74, 0], [UInt8](repeating: 0x2c, count: 100_000), []])
    func fileThatIsNoMetrics(_ bytes: [UInt8]) async throws {
        let place = try await Workspace.published()
        try place.write(bytes, to: "metrics/delay.csv")
        let result = try await place.run("status", "--now", SmallPlan.now)
        #expect(result.status == 0)
        #expect(!result.output.contains("On target"))
        #expect(result.output.contains("No data"))
        #expect(!result.hasControlCharacters)
        #expect(result.standardError.count < 20_000)
    }
}
