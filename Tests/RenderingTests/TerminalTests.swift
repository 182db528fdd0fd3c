import Rendering
import Testing

@Suite struct TerminalTests {
    @Test(arguments: [40, 80, 120])
    func linesKeepToTheWidth(width: Int) {
        for line in renderTerminalStatus(Example.report(), color: false, width: width).split(separator: "\n") {
            #expect(line.count <= width || !line.drop { $0 == " " }.contains(" "), "\(line)")
        }
    }

    @Test func withoutColourThereIsNoEscapeSequence() {
        #expect(!renderTerminalStatus(Example.hostileReport, color: false, width: 80).contains("\u{1B}"))
        #expect(renderTerminalStatus(Example.report(), color: true, width: 80).contains("\u{1B}[1;35m"))
    }

    @Test func firstLinesAnswerFirst() {
        let lines = renderTerminalStatus(Example.report(), color: false, width: 80).split(separator: "\n")
        #expect(lines.prefix(2) == ["Lifecycle hooks migration", "  ▲  Alert: hold day 9"])
    }
}
