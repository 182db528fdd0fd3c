import Observations
import SourceText

/// Reports as their producers write them, in words of our own.
enum ReportFixtures {
    /// Maven Surefire with `rerunFailingTestsCount`: no time, reruns inside the test.
    static let surefire = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="surefire.xsd"
          version="3.0" name="org.ledger.ExportTest" time="4.1" tests="4" errors="0" skipped="1" failures="1">
          <properties><property name="java.version" value="21"/></properties>
          <testcase name="writesAllRows" classname="org.ledger.ExportTest" time="0.9"/>
          <testcase name="survivesAPause" classname="org.ledger.ExportTest" time="">
            <flakyFailure message="timed out" type="java.lang.AssertionError"><stackTrace>at A</stackTrace>
              <system-out>waiting</system-out></flakyFailure>
            <flakyError type="java.io.IOException">reset</flakyError>
          </testcase>
          <testcase name="keepsOrder" classname="org.ledger.ExportTest" time="1,203.5">
            <failure message="rows 3 and 4 are swapped&#10;second line" type="java.lang.AssertionError"><![CDATA[at B]]></failure>
            <rerunFailure message="again" type="java.lang.AssertionError">at B</rerunFailure>
            <system-err>noise</system-err>
          </testcase>
          <testcase name="writesUmlauts" classname="org.ledger.ExportTest"><skipped message="needs a printer"/></testcase>
        </testsuite>

        """

    /// pytest: a suite in a list of suites, local time without a zone, cases with parameters.
    static let pytest = """
        <?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="0"
        skipped="1" tests="3" time="0.07" timestamp="2026-11-24T09:30:00.251934" hostname="runner-7"><testcase
        classname="tests.test_move" name="test_backup_verified" time="0.01" /><testcase classname="tests.test_move"
        name="test_rows[chromium]" time="0.02"><skipped type="pytest.xfail" message="slow &lt;here&gt;" /></testcase><testcase
        classname="tests.test_move" name="test_login" time="0.00"><error message="failed on setup">def x():
        E   boom</error></testcase></testsuite></testsuites>
        """

    /// jest-junit: titles as sentences, the same in name and class.
    static let jest = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="jest tests" tests="2" failures="1" errors="0" time="1.2">
          <testsuite name="cart" errors="0" failures="1" skipped="0" timestamp="2026-11-24T08:30:00" time="0.9" tests="2">
            <testcase classname="cart keeps prices" name="cart keeps prices" time="0.004"></testcase>
            <testcase classname="cart pays" name="cart pays" time="0.1">
              <failure>Error: expect(received).toBe(expected)

        Expected: 3</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """

    /// gotestsum: a suite for each package, zones in the times, a run again of what failed.
    static let gotestsum = """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites tests="3" failures="1" errors="0" time="0.3">
        	<testsuite tests="3" failures="1" time="0.1" name="example.org/move/copy" timestamp="2026-11-24T09:30:00+01:00">
        		<properties><property name="go.version" value="go1.24"></property></properties>
        		<testcase classname="example.org/move/copy" name="TestCopy/small" time="0.00"></testcase>
        		<testcase classname="example.org/move/copy" name="TestVerify" time="0.00">
        			<failure message="Failed" type="">=== RUN   TestVerify</failure>
        		</testcase>
        		<testcase classname="example.org/move/copy" name="TestVerify" time="0.00"></testcase>
        	</testsuite>
        </testsuites>

        """

    /// Suites in suites, and GoogleTest's words for what was not run.
    static let nested = """
        <testsuites>
          <testsuite name="all" timestamp="2026-11-24T09:00:00Z" failures="1">
            <testsuite name="north">
              <testcase name="opens" status="run" result="completed"/>
              <testcase name="closes" status="notrun" result="suppressed"/>
              <testsuite name="gate" timestamp="2026-11-24T10:00:00Z">
                <testcase name="locks"><skipped/><failure/></testcase>
              </testsuite>
            </testsuite>
            <testcase name="last"/>
          </testsuite>
        </testsuites>

        """

    static let junit = [surefire, pytest, jest, gotestsum, nested]

    static let tap14 = """
        TAP version 14
        1..5
        ok 1 - backup verified # time=3.1ms
        not ok 2 - keeps order
          ---
          message: 'rows 3 and 4 are swapped'
          severity: fail
          ...
        # Subtest: gate
            ok 1 - locks \\# 3
            not ok 2 - rings # TODO bell is ordered
            1..2
        ok 3 - gate
        not ok 4 - opens # todo: hinges
        ok 5 - printer # SKIP no paper

        """

    /// As older producers write it: the plan last, no numbers.
    static let tap13 = """
        TAP version 13
        # starting
        ok - one
        some output of a program
          ---
          duration_ms: 3
          ...
        not ok two
        ok
        1..3
        # tests 3

        """

    static let buffered = """
        TAP version 14
        pragma +strict
        ok 1 - north {
            1..2
            ok 1 - opens
            ok 2 - closes
        }
        not ok 2 - south {
            1..1
            not ok 1 - opens
        }
        1..2

        """

    static let tap = [tap14, tap13, buffered]
}

func readReport(_ text: String, _ path: String = "report.xml") -> ResultFile {
    ResultFile(SourceFile(path: path, text: text))
}

/// `suite|class|name status`, with what is told of it.
func shown(_ file: ResultFile) -> [String] {
    file.results.map { result in
        let test = result.test
        let name = [test?.suite, test?.classname, test?.name].map { $0 ?? "-" }.joined(separator: "|")
        let runs = result.failedRuns > 0 ? " (\(result.failedRuns) failed)" : ""
        return "\(name) \(result.status.rawValue)\(runs)" + (result.evidence.map { ": \($0)" } ?? "")
    }
}

func faults(_ file: ResultFile) -> [String] {
    file.findings.map { "\($0.span?.start.line ?? 0):\($0.span?.start.column ?? 0): \($0.message)" }
}
