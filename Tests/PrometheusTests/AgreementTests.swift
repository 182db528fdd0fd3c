import Networking
import Observations
import Prometheus
import SourceText
import Testing

/// What a server puts together is what the same samples come to in a file.
@Suite struct AgreementTests {
    private static let now = Instant(millisecondsSinceEpoch: 1_795_426_200_000)

    /// Made-up series, each with its samples as seconds before now.
    private struct Series {
        let name: String
        let labels: [MetricLabel]
        let samples: [(ago: Double, value: Double)]

        var identity: MetricIdentity { MetricIdentity(name: name, labels: labels) }

        func metricSamples(at now: Instant) -> [MetricSample] {
            samples.map {
                MetricSample(
                    time: now.adding(seconds: -$0.ago), value: $0.value, place: ObservationPlace(path: "m.om", line: 1))
            }
        }
    }

    /// Every 15 seconds from 10 hours ago on, edges of windows included.
    private static func regular(
        _ name: String, _ labels: [MetricLabel] = [], step: Double = 15, hours: Double = 10,
        _ value: (Int) -> Double?
    ) -> Series {
        let count = Int(hours * 3600 / step)
        return Series(
            name: name, labels: labels,
            samples: (0...count).compactMap { index in
                value(index).map { (hours * 3600 - Double(index) * step, $0) }
            })
    }

    private static let odd = "a \"b\" \\ {c=d}, ü\nz"

    private static let series: [Series] = [
        regular("queue_seconds", [MetricLabel("host", odd)]) { Double(($0 * 7919) % 1009) / 7 },
        regular("queue_seconds", [MetricLabel("host", "b")]) { index in
            // A hole of half an hour in the long window, one of 105 s in the short.
            (1000..<1120).contains(index) || (2300..<2306).contains(index) ? nil : Double(index) * 0.1 - 50
        },
        regular("sometimes_ratio") { $0 % 100 == 17 ? .nan : Double($0 % 13) / 13 },
        regular("limits_ratio") { $0 == 2350 ? .infinity : 0.25 },
        regular("steady_total") { Double($0) * 3 + 1e9 },
        regular("restarted_total") { Double($0 < 1300 ? $0 : $0 < 2350 ? $0 - 1300 : $0 - 2349) * 2.5 },
        Series(
            name: "sparse", labels: [], samples: [(7200, 1), (3600, 2), (3599.999, 3), (60.001, 4), (60, 5), (0, 6)]),
    ]

    private static func openMetrics(_ series: [Series]) -> String {
        var text = ""
        for name in Set(series.map(\.name)).sorted() {
            text += "# TYPE \(name.replacing("_total", with: "")) \(name.hasSuffix("_total") ? "counter" : "gauge")\n"
            for one in series where one.name == name {
                let labels = one.labels.map { label in
                    let value = label.value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                        .replacing("\n", with: "\\n")
                    return "\(label.key)=\"\(value)\""
                }
                let head = labels.isEmpty ? name : "\(name){\(labels.joined(separator: ","))}"
                for sample in one.samples {
                    let value = sample.value.isNaN ? "NaN" : sample.value == .infinity ? "+Inf" : "\(sample.value)"
                    let time = now.adding(seconds: -sample.ago).millisecondsSinceEpoch
                    text += "\(head) \(value) \(time / 1000).\(String("\(1000 + time % 1000)".dropFirst()))\n"
                }
            }
        }
        return text + "# EOF\n"
    }

    /// The largest relative difference, and what differs outright.
    private struct Comparison {
        var largest = 0.0
        var faults: [String] = []

        mutating func compare(_ told: Double?, _ own: Double?, _ what: String, within bound: Double = 1e-9) {
            guard let told, let own else {
                if (told == nil) != (own == nil) { faults.append("\(what): \(told ?? .nan) for \(own ?? .nan)") }
                return
            }
            let difference = abs(told - own) / max(1, abs(own))
            largest = max(largest, difference)
            if !(difference <= bound) { faults.append("\(what): \(told) for \(own)") }
        }
    }

    private static let ranks = [0.01, 0.5, 0.9, 0.95, 0.99, 0.999]

    private func ask(
        _ series: [Series], _ windows: [MetricWindow], from server: PrometheusProcess,
        at now: Instant = AgreementTests.now
    ) -> PrometheusReading {
        let names = Set(series.map(\.name)).sorted()
        return PrometheusReading(
            names.map { name in
                PrometheusQuestion(
                    indicator: name, name: name, subject: .metric(name, labels: []), windows: windows,
                    ranks: Self.ranks, isCounter: name.hasSuffix("_total"))
            }, from: PrometheusServer(server.address, settings: HTTPClient.Settings()), at: now)
    }

    private func compare(
        _ reading: PrometheusReading, _ series: [Series], _ windows: [MetricWindow], at now: Instant
    ) -> Comparison {
        var comparison = Comparison()
        if reading.metrics.map(\.identity) != series.map(\.identity).sorted() {
            comparison.faults.append("series: \(reading.metrics.map(\.identity.text))")
        }
        for one in series {
            guard let told = reading.metrics.first(where: { $0.identity == one.identity }) else { continue }
            let samples = one.metricSamples(at: Self.now).filter { $0.time <= now }
            comparison.compare(
                told.recent.last?.time.secondsSinceEpoch, samples.last?.time.secondsSinceEpoch, "newest time")
            comparison.compare(told.recent.last?.value, samples.last?.value, "newest value")
            for window in windows {
                let own = WindowSummary(window, of: samples, at: now)
                guard let theirs = told.summary(of: window) else {
                    comparison.faults.append("\(one.identity.text) \(window): not told")
                    continue
                }
                let what = "\(one.identity.text) \(window.seconds)-\(window.offsetSeconds)"
                comparison.compare(Double(theirs.count), Double(own.count), "\(what) count")
                comparison.compare(Double(theirs.numberless), Double(own.numberless), "\(what) numberless")
                comparison.compare(theirs.mean, own.mean, "\(what) mean")
                comparison.compare(theirs.total, own.total, "\(what) total")
                comparison.compare(theirs.minimum, own.minimum, "\(what) minimum")
                comparison.compare(theirs.maximum, own.maximum, "\(what) maximum")
                for rank in Self.ranks {
                    comparison.compare(
                        theirs.distribution.quantile(rank), own.distribution.quantile(rank), "\(what) q\(rank)")
                }
                if one.name.hasSuffix("_total") {
                    comparison.compare(theirs.increase, own.increase, "\(what) increase")
                }
            }
        }
        return comparison
    }

    /// Shorter ones are reckoned from the newest samples, the longest ones by the server.
    static let windows = [
        MetricWindow(seconds: 60), MetricWindow(seconds: 300), MetricWindow(seconds: 3600),
        MetricWindow(seconds: 3600, offsetSeconds: 3600), MetricWindow(seconds: 1800.5, offsetSeconds: 7.25),
        MetricWindow(seconds: 7 * 3600), MetricWindow(seconds: 5 * 3600, offsetSeconds: 4 * 3600),
        MetricWindow(seconds: 9 * 3600),
    ]

    @Test func serverAndFileAgree() throws {
        guard canStartPrometheus() else { return }
        let server = try PrometheusProcess(Self.openMetrics(Self.series), prefix: "/prometheus")
        for now in [Self.now, Self.now.adding(seconds: -0.001), Self.now.adding(seconds: -7)] {
            let reading = ask(Self.series, Self.windows, from: server, at: now)
            #expect(reading.findings.isEmpty, "\(reading.findings.map(\.message))")
            #expect(reading.silences.isEmpty)
            let comparison = compare(reading, Self.series, Self.windows, at: now)
            #expect(comparison.faults.isEmpty, "\(comparison.faults.joined(separator: "\n"))")
            print("largest relative difference: \(comparison.largest)")
        }
    }

    /// Holes are told exactly where the samples are at hand, and right to one piece of the window where they are not.
    @Test func holesAreFound() throws {
        guard canStartPrometheus() else { return }
        let dense: [Series] = [
            Self.regular("whole") { Double($0) },
            Self.regular("holed") { (700..<900).contains($0) ? nil : 1 },
            Self.regular("late") { $0 < 1400 ? nil : 1 },
            Self.regular("ended") { $0 > 1900 ? nil : 1 },
        ]
        let windows = [MetricWindow(seconds: 1800), MetricWindow(seconds: 9 * 3600)]
        let server = try PrometheusProcess(Self.openMetrics(dense))
        let reading = ask(dense, windows, from: server)
        for one in dense {
            let told = try #require(reading.metrics.first { $0.identity == one.identity })
            #expect(told.usualIntervalSeconds == (one.name == "ended" ? told.usualIntervalSeconds : 15))
            for window in windows {
                let own = WindowSummary(window, of: one.metricSamples(at: Self.now), at: Self.now).longestGapSeconds
                let theirs = try #require(told.summary(of: window)).longestGapSeconds
                #expect(abs(theirs - own) <= (window.seconds > 1800 ? 30 : 1e-9), "\(one.name) \(theirs) for \(own)")
            }
        }
    }

    /// More samples than anyone fetches: all is reckoned by the server.
    @Test func serversReckonWhatIsTooMuch() throws {
        guard canStartPrometheus() else { return }
        let series = [
            Self.regular("dense", step: 1, hours: 16) { Double(($0 * 7919) % 1009) },
            Self.regular("dense_total", step: 1, hours: 16) { Double($0 < 20_000 ? $0 + 5 : $0 - 20_000) },
            Self.regular("poisoned", step: 1, hours: 16) { $0 == 57_599 ? .nan : 1 },
        ]
        let windows = [MetricWindow(seconds: 15 * 3600)]
        let server = try PrometheusProcess(Self.openMetrics(series))
        let reading = ask(series, windows, from: server)
        #expect(reading.metrics.allSatisfy { $0.recent.count <= 1001 })
        let comparison = compare(reading, Array(series.prefix(2)), windows, at: Self.now)
        #expect(comparison.faults.filter { !$0.hasPrefix("series:") }.isEmpty, "\(comparison.faults)")
        print("largest relative difference: \(comparison.largest)")
        // Which of them have no number is not known, so none of them counts.
        let poisoned = try #require(reading.metrics.first { $0.identity.name == "poisoned" }?.windows.first)
        #expect(poisoned.count == 0 && poisoned.numberless == 54_000 && poisoned.mean == nil)
    }
}
