import SourceText

extension LintReport {
    /// A JUnit report: each finding is a test case of its document that fails, or only speaks when it is an info. A run
    /// without findings is one test that passes, because CI systems take a report without tests for a mistake.
    ///
    /// There is no standard; elements and attributes are those of Ant's `junitreport`, which every reader knows. No times:
    /// the same documents give the same bytes. Names do not repeat within a document, for some readers keep one of each.
    ///
    /// - Parameter folder: From where the tool runs to the folder that was checked, `docs`; empty for the same.
    package func junit(folder: String = "") -> String {
        let paths = RepositoryPaths(folder: folder)
        var positions = Positions()
        var names: [String: Int] = [:]
        let cases = findings.map { finding in
            let document = finding.span.map { TerminalText.safe($0.path) } ?? "plumbline"
            var name = TerminalText.safe("\(finding.rule): \(finding.message)")
            let repetition = names["\(document)\n\(name)", default: 0] + 1
            names["\(document)\n\(name)"] = repetition
            if repetition > 1 { name += " (\(repetition))" }
            let place = finding.span.map {
                [("file", TerminalText.safe(paths.path(of: $0))), ("line", "\($0.firstLine)")]
            }
            return tag("testcase", [("classname", document), ("name", name)] + (place ?? []))
                + outcome(of: finding, &positions) + "</testcase>\n"
        }
        let failures = count(.error) + count(.warning)
        let body =
            cases.isEmpty
            ? "<testcase classname=\"plumbline\" name=\"lint\"></testcase>\n" : cases.joined()
        let counts = [("tests", "\(max(1, cases.count))"), ("failures", "\(failures)"), ("errors", "0")]
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + tag("testsuites", [("name", "plumbline")] + counts)
            + "\n" + tag("testsuite", [("name", "plumbline lint")] + counts + [("skipped", "0")]) + "\n" + body
            + "</testsuite>\n</testsuites>\n"
    }
}

private func outcome(of finding: Finding, _ positions: inout Positions) -> String {
    let text = xml(finding.text(&positions))
    guard finding.severity != .info else { return "\n<system-out>\(text)</system-out>\n" }
    let attributes = [("type", finding.rule), ("message", TerminalText.safe(finding.message))]
    return "\n\(tag("failure", attributes))\(text)</failure>\n"
}

private func tag(_ name: String, _ attributes: [(String, String)]) -> String {
    "<\(name)\(attributes.map { " \($0.0)=\"\(xml($0.1))\"" }.joined())>"
}

/// Text for XML 1.0. What that cannot hold, not even as a reference (section 2.2, `Char`), is U+FFFD.
private func xml(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": output += "&amp;"
        case "<": output += "&lt;"
        case ">": output += "&gt;"
        case "\"": output += "&quot;"
        case "\u{9}", "\u{a}", "\u{d}": output.unicodeScalars.append(scalar)
        case "\u{0}"..."\u{1f}", "\u{fffe}", "\u{ffff}": output += "\u{fffd}"
        default: output.unicodeScalars.append(scalar)
        }
    }
    return output
}
