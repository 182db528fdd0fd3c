import Observations
import TestSupport
import Testing

/// What is read fast must be what is read with care, whatever is written.
@Suite struct FastReadingTests {
    private static let times = [
        "2026-11-23T09:30:00Z", "2026-11-23T09:30:15Z", "2026-11-23 09:30:15.25z", "2026-11-23T10:30:01+01:00",
        "2026-11-23T09:30:60Z", "2026-02-30T00:00:00Z", "2026-11-23T09:30:00", "2026-11-23T09:3:00Z", "1795426200",
        "1795426200.5", "1795426200250", "17954262002500000", "0", "007", "1e9", "-5", "", "now", "5.",
        "2024-02-29T23:59:59.999999Z",
    ]
    private static let values = [
        "1", "-4.25", "0", "0.1", "1e-5", "2.5E+3", "123456789012345678", "0.12345678901234567", "9007199254740993",
        "1.7976931348623157e308", "1e309", "5e-324", "00.5", ".5", "5.", "+5", "-", "", "NaN", "null", "inf", "1,5",
        "0x1p3",
        "5ms", "33.154897567689458", "12345678901234567890", "1e", "--1", "1 2",
    ]
    private static let names = [
        "a", "queue_seconds", "ä", "", "a b", " a ", "name,with;separators", "two\nlines", "say \"hi\"", "x\"y",
    ]

    private static func record(_ separator: Character, _ random: inout SeededGenerator) -> String {
        func field(_ text: String) -> String {
            let mustQuote = text.contains { $0 == separator || $0 == "\n" } && random.next() % 20 != 0
            let quotes = mustQuote || random.next() % 8 == 0
            let spaced = random.next() % 30 == 0 ? " \(text) " : text
            return quotes ? "\"\(spaced.replacing("\"", with: "\"\""))\"" : spaced
        }
        // Most of what is written makes sense.
        func one(of list: [String], usual: Int) -> String {
            list[Int(random.next() % 4 == 0 ? random.next() % UInt64(list.count) : random.next() % UInt64(usual))]
        }
        var fields = [
            field(one(of: times, usual: 4)), field(one(of: names, usual: 3)), field(one(of: values, usual: 8)),
            field(one(of: names, usual: 2)), field(random.next() % 9 == 0 ? "k=v" : ""),
        ]
        if random.next() % 40 == 0 { fields.removeLast() }
        return fields.joined(separator: String(separator))
    }

    @Test(arguments: 0..<60)
    func csv(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let separator: Character = [",", ";", "\t"][Int(seed % 3)]
        let lineEnd = ["\n", "\r\n"][Int(seed / 3 % 2)]
        var text =
            (seed % 4 == 0 ? "\u{FEFF}" : "")
            + ["time", "name", "value", "host", "labels"].joined(separator: "\(separator)")
        for _ in 0..<200 {
            text += lineEnd + Self.record(separator, &random)
            if random.next() % 50 == 0 { text += lineEnd }
        }
        if seed % 2 == 0 { text += lineEnd }
        if seed % 10 == 7 { text += "\"never closed" }
        compare(text, .csv)
    }

    private static func json(_ random: inout SeededGenerator, multiline: Bool) -> String {
        func space() -> String { [" ", "", "", "", multiline ? "\n" : "\t"][Int(random.next() % 5)] }
        func text(_ string: String) -> String {
            let escaped = string.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
                "\n", with: "\\n")
            return random.next() % 50 == 0 ? "\"\(string)\"" : "\"\(escaped)\""
        }
        func pick(_ list: [String], _ usual: Int) -> String {
            list[Int(random.next() % 4 == 0 ? random.next() % UInt64(list.count) : random.next() % UInt64(usual))]
        }
        func value() -> String {
            let value = pick(values, 8)
            return random.next() % 4 == 0 ? text(value) : value
        }
        func time() -> String {
            let time = pick(times, 4)
            return random.next() % 8 == 0 ? time : text(time)
        }
        var members = [
            "\"\(pick(["time", "timestamp"], 1))\"\(space()):\(space())\(time())",
            "\"\(pick(["name", "metric"], 1))\":\(space())\(text(pick(names, 3)))", "\"value\":\(value())",
        ]
        if random.next() % 2 == 0 { members.append("\"unit\":\(pick(["\"ms\"", "null", "5", "\"\""], 1))") }
        if random.next() % 2 == 0 {
            let labels = [
                "{\"host\":\"b\"}", "{\"host\": \"}\"}", "null", "{}", "[]", "{\"a\": 5, \"b\": null}", "{\"a\": {}}",
                "{\"a\": \"x\\\"y\"}", "{\"a\" \"b\"}",
            ]
            members.append("\"labels\":\(space())\(pick(labels, 3))")
        }
        if random.next() % 30 == 0 { members.append("\"value\": 1") }
        if random.next() % 30 == 0 { members.append("\"valu\": 1") }
        if random.next() % 10 == 0 { members.removeLast() }
        if random.next() % 3 == 0 { members.swapAt(0, members.count - 1) }
        return "{" + members.joined(separator: "," + space()) + space() + "}"
    }

    @Test(arguments: 0..<60)
    func jsonLines(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var text = ""
        for _ in 0..<200 {
            text += [" ", "", "", ""][Int(random.next() % 4)] + Self.json(&random, multiline: false)
            text += ["\n", "\r\n", " \n", "\n\n"][Int(random.next() % 4)]
            if random.next() % 40 == 0 {
                text += ["5\n", "{\n", "nonsense\n", "{} {}\n", "\u{0}\n"][Int(random.next() % 5)]
            }
        }
        compare(text, .jsonLines)
    }

    @Test(arguments: 0..<30)
    func jsonLists(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        // Broken strings would break the list itself.
        let records = (0..<200).map { _ in Self.json(&random, multiline: true) }
            .filter { $0.filter { $0 == "\"" }.count % 2 == 0 && !$0.contains("hi\"") && !$0.contains("x\"y") }
        compare("[" + records.joined(separator: ",\n") + "]", .jsonList)
        // Of a line that is longer than a block the columns cannot be told.
        let line = Array(("[" + records.joined(separator: " , ") + "]").utf8)
        #expect(
            ReadFiles([("m", .jsonList, line)]).difference(from: ReadFiles([("m", .jsonList, line)], isCareful: true))
                == nil)
    }

    private func compare(_ text: String, _ format: MetricFormat) {
        let file = [("m", format, Array(text.utf8))]
        let careful = ReadFiles(file, isCareful: true)
        #expect(ReadFiles(file).difference(from: careful) == nil)
        #expect(ReadFiles(file, blockSize: 700).difference(from: careful) == nil)
        #expect(!careful.samples.isEmpty && !careful.messages.isEmpty)
    }

    /// Written in every way that is close to the border of what a `Double` holds.
    @Test func numbersAreReadAsTheStandardLibraryReadsThem() {
        var random = SeededGenerator(seed: 7)
        var texts: [String] = []
        for _ in 0..<20_000 {
            let digits = String(random.next()).prefix(Int(random.next() % 20 + 1))
            let point = digits.index(digits.startIndex, offsetBy: Int(random.next() % UInt64(digits.count)))
            let whole = digits[..<point].drop { $0 == "0" }
            let exponent = random.next() % 3 == 0 ? "e\(Int(random.next() % 60) - 30)" : ""
            texts.append("\(whole.isEmpty ? "0" : whole).\(digits[point...])\(exponent)")
            texts.append("\(Double(bitPattern: random.next() % (0x7FF << 52)))")
        }
        var text = "time,name,value\n"
        for (index, value) in texts.enumerated() { text += "\(index + 1),\(index / 2000),\(value)\n" }
        let read = ReadFiles([("m.csv", .csv, Array(text.utf8))])
        #expect(read.messages == [])
        var values: [Double] = []
        for summary in read.summaries.sorted(by: { Int($0.identity.name) ?? 0 < Int($1.identity.name) ?? 0 }) {
            values += summary.recent.map(\.value)
        }
        #expect(values.map(\.bitPattern) == texts.map { (Double($0) ?? .nan).bitPattern })
    }
}
