import Observations
import SourceText
import TestSupport
import Testing

/// Whatever happens to a report on its way, it never looks better for it.
@Suite struct TornReportTests {
    private func passed(_ file: ResultFile) -> Int { file.results.count { $0.status == .passed } }

    @Test(arguments: ReportFixtures.junit.map { ("r.xml", $0) } + ReportFixtures.tap.map { ("r.tap", $0) })
    func aCutIsNeverGoodNews(_ path: String, _ text: String) {
        let bytes = Array(text.utf8)
        let whole = readReport(text, path)
        #expect(whole.findings.isEmpty)
        let all = shown(whole)
        for length in bytes.indices {
            let cut = ResultFile(SourceFile(path: path, bytes: Array(bytes[..<length])))
            #expect(passed(cut) <= passed(whole), "\(length) bytes")
            // Behind the last test there may be nothing but white space and remarks.
            if shown(cut) != all { #expect(!cut.findings.isEmpty, "\(length) bytes: \(shown(cut))") }
        }
    }

    /// A byte lost or changed in the middle: nothing crashes, and a fault is told with a place inside of the file.
    @Test(arguments: ReportFixtures.junit.map { ("r.xml", $0) } + ReportFixtures.tap.map { ("r.tap", $0) })
    func noiseCrashesNothing(_ path: String, _ text: String) {
        var random = SeededGenerator(seed: 5)
        let bytes = Array(text.utf8)
        for _ in 0..<400 {
            var noisy = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<noisy.count, using: &random)
                if Bool.random(using: &random) {
                    noisy[place] = UInt8.random(in: 0...255, using: &random)
                } else {
                    noisy.remove(at: place)
                }
            }
            let file = ResultFile(SourceFile(path: path, bytes: noisy))
            for finding in file.findings {
                #expect(finding.span.map { $0.range.upperBound <= noisy.count } ?? false)
                #expect(finding.rule == "result-unreadable")
            }
        }
    }

    @Test(arguments: ["r.xml", "r.tap", "r.json", "r"]) func randomBytesAreNoResults(_ path: String) {
        var random = SeededGenerator(seed: 7)
        let alphabet = Array("<>/='\"&;!?[]-# ok1..23{}\n\t testcase".utf8)
        for round in 0..<600 {
            let length = Int.random(in: 0..<200, using: &random)
            let bytes = (0..<length).map { _ in
                round % 2 == 0
                    ? UInt8.random(in: 0...255, using: &random) : alphabet.randomElement(using: &random) ?? 0
            }
            let file = ResultFile(SourceFile(path: path, bytes: bytes))
            #expect(!file.findings.isEmpty || file.results.isEmpty || path.hasSuffix(".tap") || path == "r")
        }
    }
}
