import Observations
import SourceText
import TestSupport
import Testing

/// What windows come to, held against the reckoning from all samples.
@Suite struct MetricSummaryTests {
    private struct Shape: CustomTestStringConvertible {
        let name: String
        let count: Int
        /// The order and the times of samples that are 15 seconds apart.
        let arrange: @Sendable (inout [Int64], inout SeededGenerator) -> Void
        var keepsIncrease = true

        var testDescription: String { name }
    }

    private static let shapes: [Shape] = [
        Shape(name: "in order", count: 20_000, arrange: { _, _ in }),
        Shape(name: "few", count: 100, arrange: { _, _ in }),
        Shape(name: "backwards", count: 20_000, arrange: { times, _ in times.reverse() }),
        Shape(
            name: "jittered", count: 20_000,
            arrange: { times, random in
                for index in times.indices { times[index] += Int64(random.next() % 3000) }
            }),
        Shape(
            name: "with holes", count: 20_000,
            arrange: { times, random in
                for _ in 0..<20 {
                    let start = Int(random.next() % UInt64(times.count - 300))
                    times.removeSubrange(start..<start + Int(random.next() % 300))
                }
            }),
        Shape(
            name: "second half first", count: 20_000,
            arrange: { times, _ in
                times = Array(times[10_000...] + times[..<10_000])
            }),
        Shape(
            name: "a little out of order", count: 20_000,
            arrange: { times, random in
                for index in times.indices.dropLast(50) { times.swapAt(index, index + Int(random.next() % 50)) }
            }),
        Shape(
            name: "shuffled", count: 20_000, arrange: { times, random in times.shuffle(using: &random) },
            keepsIncrease: false),
        Shape(name: "twice", count: 10_000, arrange: { times, _ in times += times }),
        Shape(
            name: "dense and shuffled", count: 12_000,
            arrange: { times, random in
                let first = times[0]
                times = (0..<Int64(times.count)).map { first + $0 * 3 }
                times.shuffle(using: &random)
            }, keepsIncrease: false),
    ]

    @Test(arguments: shapes)
    private func windowsComeToWhatTheirSamplesDo(_ shape: Shape) {
        var random = SeededGenerator(seed: UInt64(shape.count))
        let last = ReadFiles.now.millisecondsSinceEpoch - 20_000
        var times = (0..<Int64(shape.count)).reversed().map { last - $0 * 15_000 }
        shape.arrange(&times, &random)
        var values: [Int64: Double] = [:]
        for time in times {
            let spread = Double(random.next() % 1_000_000) / 1000
            values[time] =
                values[time] ?? (random.next() % 50 == 0 ? .nan : random.next() % 9 == 0 ? -spread : spread * spread)
        }
        var text = "time,name,value\n"
        for time in times {
            let value = values[time] ?? 0
            text += "\(time),a,\(value.isNaN ? "" : "\(value)")\n"
        }
        let windows = [
            MetricWindow(seconds: 86_400 * 30), MetricWindow(seconds: 3600),
            MetricWindow(seconds: 86_400, offsetSeconds: 86_400),
            MetricWindow(seconds: 40_000, offsetSeconds: 40_000),
            MetricWindow(seconds: 10, offsetSeconds: 86_400 * 100),
        ]
        let read = ReadFiles([("m.csv", .csv, Array(text.utf8))], windows: windows, blockSize: 10_000)
        #expect(read.messages == [])
        let all = values.map { time, value in
            MetricSample(
                time: Instant(millisecondsSinceEpoch: time), value: value,
                place: ObservationPlace(path: "m.csv", line: 1))
        }.sorted { $0.time < $1.time }
        let summary = read.summaries.first
        #expect(read.summaries.count == 1)
        #expect(summary?.recent.map(\.time) == all.suffix(2048).map(\.time))
        #expect(summary?.recent.map(\.value.bitPattern) == all.suffix(2048).map(\.value.bitPattern))
        for window in windows {
            compare(
                summary?.summary(of: window), WindowSummary(window, of: all, at: ReadFiles.now), shape.keepsIncrease)
        }
    }

    private func compare(_ found: WindowSummary?, _ expected: WindowSummary, _ keepsIncrease: Bool) {
        guard let found else {
            Issue.record("the window \(expected.window) is missing")
            return
        }
        #expect(found.count == expected.count)
        #expect(found.numberless == expected.numberless)
        #expect(found.minimum == expected.minimum && found.maximum == expected.maximum)
        #expect(isClose(found.total, expected.total, 1e-12) && isClose(found.mean, expected.mean, 1e-12))
        #expect(found.longestGapSeconds == expected.longestGapSeconds)
        if keepsIncrease || found.increase != nil { #expect(isClose(found.increase, expected.increase, 1e-9)) }
        if keepsIncrease { #expect((found.increase == nil) == (expected.increase == nil)) }
        for rank in [0, 0.01, 0.25, 0.5, 0.95, 0.99, 1] {
            let isExact = found.count <= ValueDistribution.exactLimit
            #expect(
                isClose(
                    found.distribution.quantile(rank), expected.distribution.quantile(rank),
                    isExact ? 0 : ValueHistogram.relativeError), "rank \(rank)")
        }
    }

    private func isClose(_ left: Double?, _ right: Double?, _ bound: Double) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return abs(left - right) <= bound * max(abs(left), abs(right))
    }

    @Test func sumsThatAreTooLargeLeaveTheMean() {
        let text = "time,name,value\n1,a,1.5e308\n2,a,1.5e308\n3,a,1.2e308\n"
        let window = ReadFiles([("m.csv", .csv, Array(text.utf8))]).summaries.first?.windows.first
        #expect(window?.total == nil)
        #expect(isClose(window?.mean, 1.4e308, 1e-15))
    }

    @Test func smallValuesAreNotLostInALargeSum() {
        let text = "time,name,value\n1,a,1e16\n" + (2..<1002).map { "\($0),a,1\n" }.joined() + "2000,a,-1e16\n"
        #expect(ReadFiles([("m.csv", .csv, Array(text.utf8))]).summaries.first?.windows.first?.total == 1000)
    }

    @Test func futureSamplesCountNowhereElse() {
        let now = ReadFiles.now.millisecondsSinceEpoch
        let text =
            "time,name,value\n\(now + 90_000),a,1\n\(now + 61_000),a,2\n\(now + 90_000),a,1\n\(now + 60_000),a,3\n"
        let summary = ReadFiles([("m.csv", .csv, Array(text.utf8))]).summaries.first
        #expect(summary?.futureCount == 2)
        #expect(summary?.firstFuture?.value == 2)
        #expect(summary?.recent.map(\.value) == [3])
        #expect(summary?.windows.first?.count == 0, "a window ends now")
    }

    @Test func aMetricThatNoWindowIsAskedOfIsNamed() {
        let text = "time,name,value\n" + (1...5000).map { "\($0),a,1\n" }.joined()
        let summary = ReadFiles([("m.csv", .csv, Array(text.utf8))], windows: []).summaries.first
        #expect(summary?.identity.name == "a" && summary?.windows.isEmpty == true)
        #expect(summary?.recent.map(\.place.line) == [5001])
    }

    @Test func filesThatOverlapCountOnce() {
        func file(_ name: String, _ times: Range<Int>) -> (path: String, format: MetricFormat, bytes: [UInt8]) {
            (name, .csv, Array(("time,name,value\n" + times.map { "\($0 * 15),a,\($0)\n" }.joined()).utf8))
        }
        let read = ReadFiles([
            file("a.csv", 10_000..<20_000), file("b.csv", 15_000..<30_000), file("c.csv", 0..<12_000),
        ])
        #expect(read.messages == [])
        let window = read.summaries.first?.windows.first
        #expect(window?.count == 30_000)
        #expect(window?.total == Double((0..<30_000).reduce(0, +)))
        // Drawn out by half a step to the edges of the window, as PromQL does.
        #expect(window?.increase.map { abs($0 - 29_999) <= 1 } == true)
    }

    @Test func whatCannotBeRememberedIsTold() {
        var random = SeededGenerator(seed: 3)
        let rows = (1...20_000).map { "\($0 * 15_000 + 1_700_000_000_000 + Int(random.next() % 9000)),a,1\n" }
        let file = [("m.csv", MetricFormat.csv, Array(("time,name,value\n" + rows.joined()).utf8))]
        #expect(ReadFiles(file, blockSize: 4000).messages == [])
        let read = ReadFiles(file, blockSize: 4000, scatteredLimit: 1000)
        #expect(read.findings.map(\.rule) == ["metric-times-irregular"])
        #expect(read.summaries.first?.windows.first?.count == 20_000)
        #expect(
            ReadFiles(
                [("m.csv", .csv, Array(("time,name,value\n" + (1...20_000).map { "\($0),a,1\n" }.joined()).utf8))],
                blockSize: 4000, scatteredLimit: 10
            ).messages == [], "regular times cost nothing")
    }

    @Test func aFileThatBreaksOffIsAFaultAndWhatCameCounts() {
        let text = "time,name,value\n1,a,1\n2,a,2\n3,a,12"
        let read = ReadFiles([("m.csv", .csv, Array(text.utf8))], failure: "the compressed data ends too soon")
        #expect(read.samples == ["a @1.0 1.0 line 2", "a @2.0 2.0 line 3"])
        #expect(read.messages == ["4:1: the compressed data ends too soon"])
        #expect(ReadFiles([("m.csv", .csv, [])], failure: "gone").messages == ["1:1: gone"])
        #expect(ReadFiles([("m.csv", .jsonLines, [])], failure: "gone").messages == ["1:1: gone"])
    }

    @Test func aRecordWithoutEndIsGivenUp() {
        let text = "time,name,value\n1,a,1\n2,\"" + String(repeating: "x,\n", count: 1_000_000)
        let read = ReadFiles([("m.csv", .csv, Array(text.utf8))])
        #expect(read.samples == ["a @1.0 1.0 line 2"])
        #expect(read.messages == ["3:1: no record ends within 1 MiB; is a quote never closed?"])
    }
}
