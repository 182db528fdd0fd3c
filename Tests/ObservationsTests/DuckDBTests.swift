import Foundation
import Observations
import TestSupport
import Testing

/// Counts, means and percentiles held against another program's, DuckDB's, on files that nobody wrote by hand.
@Suite struct DuckDBTests {
    private static let fileCount = 240
    private static let tools = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Tools")
    /// Not as the file that the link leads to, which knows nothing of the environment.
    private static let python = tools.appending(path: "../../../.venv/bin/python3").standardized.path()

    /// What one program says of one series.
    private struct Facts {
        let series: String
        let count: Int
        let minimum, maximum, mean: Double
        let percentiles: [Double]
    }

    @Test func theyAgree() throws {
        let isThere = try run(["-c", "import duckdb"]) != nil
        guard requirement(isThere, "there is no .venv with duckdb (run 'make test')") else { return }
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-duckdb-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var random = SeededGenerator(seed: 1)
        for number in 0..<Self.fileCount {
            let isCSV = number % 2 == 0
            // Some are larger than what is kept exactly.
            let rows = number % 24 < 2 ? 15_000 : Int(random.next() % 400)
            let text = isCSV ? csv(rows, number, &random) : jsonLines(rows, &random)
            let name = "\(number + 1000).\(isCSV ? "csv" : "jsonl")"
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        let output = try #require(try run([Self.tools.appending(path: "summarise.py").path(), folder.path()]))
        var compared = 0
        for line in output.split(separator: "\n") {
            let answer = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let name = try #require(answer["file"] as? String)
            let expected = try #require(answer["rows"] as? [[Any]]).map(facts)
            let bytes = try Array(Data(contentsOf: folder.appending(path: name)))
            compare(ReadFiles([(name, MetricFormat(path: name) ?? .csv, bytes)]), expected, name)
            compared += 1
        }
        #expect(compared == Self.fileCount)
    }

    private func compare(_ read: ReadFiles, _ expected: [Facts], _ file: String) {
        #expect(read.findings.isEmpty, "\(file): \(read.messages.first ?? "")")
        let found = read.summaries.filter { ($0.windows.first?.count ?? 0) > 0 }
        #expect(found.map(\.identity.text).sorted() == expected.map(\.series).sorted(), "\(file)")
        for facts in expected {
            let window = found.first { $0.identity.text == facts.series }?.windows.first
            guard let window else { continue }
            let isExact = window.count <= ValueDistribution.exactLimit
            #expect(window.count == facts.count, "\(file)")
            // Not each of its texts becomes the nearest number there.
            #expect(
                isClose(window.minimum, facts.minimum, 1e-9) && isClose(window.maximum, facts.maximum, 1e-9), "\(file)")
            #expect(isClose(window.mean, facts.mean, 1e-9), "\(file)")
            for (rank, percentile) in zip([0.5, 0.95, 0.99], facts.percentiles) {
                #expect(
                    isClose(
                        window.distribution.quantile(rank), percentile, isExact ? 1e-9 : ValueHistogram.relativeError),
                    "\(file), rank \(rank)")
            }
        }
    }

    private func isClose(_ value: Double?, _ expected: Double, _ bound: Double) -> Bool {
        value.map { abs($0 - expected) <= bound * max(abs($0), abs(expected)) } ?? false
    }

    private func facts(_ row: [Any]) -> Facts {
        let host = row[1] as? String ?? ""
        return Facts(
            series: (row[0] as? String ?? "") + (host.isEmpty ? "" : "{host=\(host)}"), count: row[2] as? Int ?? -1,
            minimum: row[3] as? Double ?? .nan, maximum: row[4] as? Double ?? .nan, mean: row[5] as? Double ?? .nan,
            percentiles: row[6] as? [Double] ?? [])
    }

    // MARK: Files

    /// One moment for each row, in order, backwards or in none.
    private func times(_ count: Int, _ random: inout SeededGenerator) -> [Int] {
        var times = (0..<count).map { 1_790_000_000 + $0 * 15 + Int(random.next() % 10) }
        switch random.next() % 4 {
        case 0: times.reverse()
        case 1: times.shuffle(using: &random)
        default: break
        }
        return times
    }

    private func timeText(_ time: Int, _ random: inout SeededGenerator) -> String {
        let moment = Instant(millisecondsSinceEpoch: Int64(time) * 1000)
        switch random.next() % 3 {
        case 0: return "\(time)"
        case 1: return moment.rfc3339(offsetMinutes: 120)
        default: return moment.rfc3339()
        }
    }

    private func value(_ random: inout SeededGenerator) -> String {
        let number = Double(random.next() % 1_000_000_000) / 1e6 + 0.001
        switch random.next() % 30 {
        case 0: return ""
        case 1: return "NaN"
        case 2: return "inf"
        case 3: return "\(number * 1e-9)"
        case 4: return "\(number * 1e12)"
        case 5: return "\(Int(number))"
        default: return "\(number)"
        }
    }

    private func csv(_ count: Int, _ number: Int, _ random: inout SeededGenerator) -> String {
        let separator = [",", ";", "\t"][number / 2 % 3]
        let quotesAll = number / 6 % 2 == 0
        let lineEnd = number / 12 % 2 == 0 ? "\n" : "\r\n"
        func field(_ text: String) -> String {
            let mustQuote = text.contains { "\",;\t\n".contains($0) }
            return mustQuote || quotesAll ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
        }
        func record(_ fields: [String]) -> String { fields.map(field).joined(separator: separator) + lineEnd }
        let names = ["queue_seconds", "errors, \"late\" ones", "two\nlines"]
        var text = (number % 8 == 0 ? "\u{FEFF}" : "") + record(["host", "value", "time", "name"])
        for time in times(count, &random) {
            let isLarge = count > 1000
            let name = isLarge ? names[0] : names[Int(random.next() % 3)]
            let host = isLarge ? "a" : ["a", "b;c", ""][Int(random.next() % 3)]
            let line = record([host, value(&random), timeText(time, &random), name])
            // The same once more counts once.
            text += random.next() % 20 == 0 ? line + line : line
        }
        return text
    }

    private func jsonLines(_ count: Int, _ random: inout SeededGenerator) -> String {
        var text = ""
        for time in times(count, &random) {
            let isLarge = count > 1000
            let name =
                isLarge ? "queue_seconds" : ["queue_seconds", "errors, \\\"late\\\" ones"][Int(random.next() % 2)]
            let host = isLarge ? "a" : ["a", "b}", ""][Int(random.next() % 3)]
            var value = value(&random)
            if value.isEmpty { value = "null" }
            if value == "NaN" || value == "inf" || random.next() % 10 == 0 { value = "\"\(value)\"" }
            var members = [
                "\"time\": \"\(timeText(time, &random))\"", "\"name\": \"\(name)\"", "\"value\": \(value)",
                "\"labels\": {\"host\": \"\(host)\"}",
            ]
            if random.next() % 3 == 0 { members.shuffle(using: &random) }
            text += "{" + members.joined(separator: random.next() % 2 == 0 ? ", " : ",") + "}\n"
        }
        return text
    }

    /// What Python prints; nil when it fails.
    private func run(_ arguments: [String]) throws -> String? {
        guard FileManager.default.isExecutableFile(atPath: Self.python) else { return nil }
        let process = Process()
        process.executableURL = URL(filePath: Self.python)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
    }
}
