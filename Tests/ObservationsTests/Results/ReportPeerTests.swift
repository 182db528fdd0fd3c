import Foundation
import Observations
import SourceText
import TestSupport
import Testing

/// What other readers make of the same reports.
@Suite struct ReportPeerTests {
    /// Not as the file that the link leads to, which knows nothing of the environment.
    private static let python = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".venv/bin/python3").path()

    /// What a script prints for each line of its input, which is JSON; nil where its packages are missing.
    private func lines(_ script: String, needs modules: String, _ texts: [String]) throws -> [String]? {
        let isThere = try run(["-c", "import \(modules)"], Data()).status == 0
        let what = "there is no .venv with the packages of Tests/requirements.txt (run 'make test')"
        guard requirement(isThere, what) else { return nil }
        let input = try texts.map { try JSONEncoder().encode($0) + Data("\n".utf8) }.reduce(Data(), +)
        let result = try run(["-c", script], input)
        #expect(result.status == 0)
        return result.output.split(separator: "\n").map(String.init)
    }

    private func run(_ arguments: [String], _ input: Data) throws -> (status: Int32, output: String) {
        guard FileManager.default.isExecutableFile(atPath: Self.python) else { return (127, "") }
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-peers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (source, target) = (folder.appending(path: "in"), folder.appending(path: "out"))
        try input.write(to: source)
        try Data().write(to: target)
        let process = Process()
        process.executableURL = URL(filePath: Self.python)
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: source)
        process.standardOutput = try FileHandle(forWritingTo: target)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: try Data(contentsOf: target), as: UTF8.self))
    }

    private func counts(_ file: ResultFile) -> String {
        func count(_ status: ItemResult.Status) -> Int { file.results.count { $0.status == status } }
        return "\(count(.passed)) \(count(.failed)) \(count(.skipped)) \(count(.pending))"
    }

    // MARK: JUnit

    /// A report as it may come: suites in suites, all outcomes, odd characters.
    private func report(_ random: inout SeededGenerator) -> String {
        func tests(_ random: inout SeededGenerator) -> String {
            (0..<Int.random(in: 0...6, using: &random)).map { number in
                let outcomes = [
                    "", "", "<failure message='a &lt; b'>text</failure>", "<error/>", "<skipped/>",
                    "<skipped message='ä'/><failure/>", "<system-out><![CDATA[<failure/>]]></system-out>",
                    "<properties><property name='p' value='1'/></properties>", "<failure/><system-err>x</system-err>",
                ]
                let time = ["", " time=''", " time='0.1'"].randomElement(using: &random) ?? ""
                return "<testcase classname='c.\(number)' name='n &quot;\(number)&quot;'\(time)>"
                    + (outcomes.randomElement(using: &random) ?? "") + "</testcase>"
            }.joined(separator: "\n")
        }
        func suite(_ depth: Int, _ random: inout SeededGenerator) -> String {
            let inner =
                depth > 0
                ? (0..<Int.random(in: 0...2, using: &random)).map { _ in suite(depth - 1, &random) }.joined() : ""
            return "<testsuite name='s\(depth)'>" + tests(&random) + inner + "</testsuite>"
        }
        let suites = (0..<Int.random(in: 1...3, using: &random)).map { _ in suite(2, &random) }
        return suites.count == 1 ? suites[0] : "<testsuites>\n" + suites.joined(separator: "\n") + "</testsuites>"
    }

    @Test func junitparserCountsTheSame() throws {
        var random = SeededGenerator(seed: 11)
        let reports = (0..<200).map { _ in report(&random) } + ReportFixtures.junit
        let script = """
            import sys, json
            from junitparser import JUnitXml, TestSuite, Failure, Error, Skipped
            def cases(node):
                for child in node:
                    if isinstance(child, TestSuite):
                        yield from cases(child)
                    else:
                        yield child
            for line in sys.stdin:
                seen = [0, 0, 0]
                for case in cases(JUnitXml.fromstring(json.loads(line).encode())):
                    kinds = [type(r) for r in case.result]
                    bad = Failure in kinds or Error in kinds
                    off = Skipped in kinds or case._elem.get('status') == 'notrun'
                    seen[1 if bad else 2 if off else 0] += 1
                print(*seen, 0)
            """
        guard let told = try lines(script, needs: "junitparser", reports) else { return }
        #expect(told == reports.map { counts(readReport($0)) })
    }

    // MARK: TAP

    private func stream(_ random: inout SeededGenerator) -> String {
        let count = Int.random(in: 1...12, using: &random)
        let isPlanFirst = Bool.random(using: &random)
        let isNumbered = Bool.random(using: &random)
        let tests = (1...count).map { number in
            let hints = ["", "", "", " # SKIP no paper", " # TODO later", " # skipped"]
            let end = ["", "# a remark\n", "  ---\n  message: x\n  ...\n"].randomElement(using: &random) ?? ""
            return (Bool.random(using: &random) ? "not ok" : "ok") + (isNumbered ? " \(number)" : "")
                + " - case \(number)"
                + (hints.randomElement(using: &random) ?? "") + "\n" + end
        }.joined()
        let plan = "1..\(count)\n"
        // Without a version: the peer reads diagnostics of 13 with a package of its own only.
        return isPlanFirst ? plan + tests : tests + plan
    }

    @Test func tapParserCountsTheSame() throws {
        var random = SeededGenerator(seed: 13)
        let streams = (0..<200).map { _ in stream(&random) }
        let script = """
            import sys, json
            from tap.parser import Parser
            for line in sys.stdin:
                seen = [0, 0, 0, 0]
                for found in Parser().parse_text(json.loads(line)):
                    if found.category == 'test':
                        seen[2 if found.skip else 3 if found.todo and not found.ok else 0 if found.ok else 1] += 1
                print(*seen)
            """
        guard let told = try lines(script, needs: "tap.parser", streams) else { return }
        #expect(told == streams.map { counts(readReport($0, "r.tap")) })
    }
}
