import Foundation
import MarkdownTree
import Plan
import SourceText
import Testing

@testable import PlanReading

/// The commands of a text, each as its words, and what bash would refuse.
struct ShellParserTests {
    private func script(_ text: String, _ form: ShellBlock.Form = .block) -> ShellScript {
        let file = SourceFile(path: "a.sh", text: text)
        return ShellScript(PlainText(verbatim: SourceSpan(file: file, range: 0..<file.bytes.count)), form)
    }

    @Test(arguments: [
        ("a b c", "a b c"),
        ("a 'b c' \"d e\" f\\ g", "a|b c|d e|f g"),
        ("a; b && c || d | e & f", "a;b;c;d;e;f"),
        ("a \\\n  b\nc", "a b;c"),
        ("a \\\r\n  b\r\nc\r\n", "a b;c"),
        ("a # b\n# c\nd#e", "a;d#e"),
        ("X=1 Y='2 3' a", "X=1|Y=2 3|a"),
        ("a > b 2>&1 < c >> d", "a"),
        ("a <<EOF b\nx 'y\nEOF\nc", "a b;c"),
        ("a <<-'EOF'\n\t\"x\n\tEOF\nc", "a;c"),
        ("for x in 1 2; do a \"$x\"; done", "a $x"),
        ("if a; then b; elif c; then d; else e; fi", "a;b;c;d;e"),
        ("while a; do b; done < c", "a;b"),
        ("case $x in\n  a|b) c;;\n  *) d\nesac", "c;d"),
        ("f() { a; }\nf", "a;f"),
        ("function f { a; }", "a"),
        ("(cd x && a)", "cd x;a"),
        ("a \"$(b 'c d')\"", "b|c d;a|$(b 'c d')"),
        ("a $((1 + (2))) `b`", "a $((1 + (2))) `b`"),
        ("[[ $x =~ ^(a|b)$ ]] && c", "c"),
        ("x=(a b) y=${z:-it} c", "x=(a b) y=${z:-it} c"),
        ("((i++)); a", "a"),
        ("for ((i = 0; i < 3; i++)); do a; done", "a"),
        ("! a; time b", "a;b"),
        ("diff <(a) <(b)", "a;b;diff <(a) <(b)"),
        ("a !(b|c)\nd", "d"), ("a <b>\nc d\ne", "c d;e"),
        ("", ""),
    ])
    func commandsAreRead(text: String, expected: String) {
        let read = script(text).commands.map { command in
            command.words.contains { $0.isQuoted }
                ? command.words.map(\.text).joined(separator: "|") : command.words.map(\.text).joined(separator: " ")
        }
        let flat = read.joined(separator: ";").replacingOccurrences(of: " ", with: "|")
        #expect(flat == expected.replacingOccurrences(of: " ", with: "|"))
        #expect(script(text).fault == nil)
    }

    @Test func hereDocumentsBelongToTheirCommand() {
        let commands = script("a <<X && b <<Y\n1\nX\n2\nY\nc").commands
        #expect(commands.map { $0.inputs.map(\.text) } == [["1\n"], ["2\n"], []])
    }

    @Test func sessionsShowWhatWasTyped() {
        let text = "$ a --b \\\n  c\nout put (1)\nann@host:~$ d 'e'\n> f\n"
        let read = script(text, .session)
        #expect(read.commands.map { $0.words.map(\.text) } == [["a", "--b", "c"], ["d", "e"]])
        #expect(read.fault == nil)
    }

    @Test func statementsAreCut() {
        let read = script("-- drop; all\nSELECT ';' FROM a;\n\nDROP TABLE b", .statements)
        #expect(read.commands.map { $0.words[0].text } == ["SELECT ';' FROM a", "DROP TABLE b"])
    }

    @Test func placesAreThoseOfTheWords() {
        let commands = script("a\n  for x in 1; do\n    b 'ç d' e\n  done").commands
        #expect(commands.map(\.span.text) == ["a", "b 'ç d' e"])
        #expect(commands.last?.words.map(\.span.text) == ["b", "'ç d'", "e"])
    }

    @Test(arguments: [
        ("echo 'a", ShellFault.Kind.unclosed("'", by: "'"), "'"),
        ("echo \"a\nb", .unclosed("\"", by: "\""), "\""),
        ("a $(b", .unclosed("$(", by: ")"), "$("),
        ("a ${b", .unclosed("${", by: "}"), "${"),
        ("if a; then\n  b\n", .unclosed("if", by: "fi"), "if"),
        ("while a; do b", .unclosed("while", by: "done"), "while"),
        ("for x in 1 2", .unclosed("for", by: "done"), "for"),
        ("case $x in\n  a) b;;\n", .unclosed("case", by: "esac"), "case"),
        ("f() {\n  a\n", .unclosed("{", by: "}"), "{"),
        ("(a; b", .unclosed("(", by: ")"), "("),
        ("a <<EOF\nb\n  EOF\n", .openDocument("EOF"), "<<EOF"),
        ("a\ndone", .unexpected("done"), "done"),
        ("if a\n  b\nfi", .unexpected("fi"), "fi"),
        ("a &&\n", .dangling("&&"), "&&"),
        ("a\n| b", .unexpected("|"), "|"),
        ("a; ; b", .unexpected(";"), ";"),
        ("a)", .unexpected(")"), ")"),
        ("if a; then fi", .unexpected("fi"), "fi"),
        ("for x in 1; echo $x; done", .unexpected("echo"), "echo"),
    ])
    func faultsAreFound(text: String, kind: ShellFault.Kind, place: String) throws {
        let fault = try #require(script(text).fault)
        #expect(fault.kind == kind)
        #expect(fault.span.text == place)
    }

    @Test(arguments: [
        "if a; then\n  ...\n", "kubectl delete pod <name>\nif a", "a (b)\nif c", "for x in 1; {\n a\n", "a {{ if\n'",
        "Crate = {\n  a  TEXT,\n  b  NUMBER\n}",
    ])
    func whatIsNotUnderstoodIsNoFault(text: String) {
        #expect(script(text).fault == nil)
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "(", "$(", "${", "\"$(", "'", "`", "<<A\n", "{ ", "if a\n", "case x in\n", "a=(", "$((", "[[ ", "<(", ";",
        ])
    func hostileTextIsReadInLinearTime(part: String) {
        let text = String(repeating: part, count: 50_000)
        let read = script(text)
        #expect(read.commands.count <= 50_000)
    }
}
