import DataNotations
import SourceText
import Testing

@Suite struct ShellReadingTests {
    @Test(arguments: [
        ("export A=1", "- = {A: 1}"),
        ("export A=1 B=\"two words\" # why", "- = {A: 1 #why, B: 'two words' #why}"),
        ("$ export A='it is'", "- = {A: 'it is'}"),

        ("declare -x A=1\ndeclare -r B=2", "- = {A: 1}|B = 2"),
        ("A=true", "A = true"),
        ("A=1 B=2 ./run.sh", "A = 1|B = 2"),
        ("docker run -e A=true --env \"B=2 3\" image", "A = true|B = '2 3'"),
        ("cd x && export A=1; export B=2 | cat", "- = {A: 1, B: 2}"),
        (
            "export A=\"$HOME/x\" B='$HOME' C=$(date +%Y) D=\"\\$5\"",
            "- = {A: <$HOME/x>, B: '$HOME', C: <$(date +%Y)>, D: '$5'}"
        ),
        ("export A=a\\ b\"c'd\"'e\"f'", "- = {A: 'a bc'de\"f'}"),
        ("export A=don't B=1", "- = {A: 'don't', B: 1}"),
        ("export \\\n  A=1 \\\n  B=2\nC=3", "- = {A: 1, B: 2}|C = 3"),
        ("set -gx A 25", "- = {A: 25}"),
        ("set -g A 25\nset --export B 'x y' z", "- = {B: 'x y z'}|A = 25"),
        ("set -euo pipefail\nset +e\nset -- a b\nset", ""),
        ("set A=true", "- = {A: true}"),
        ("setenv A 5", "- = {A: 5}"),
        ("ENV A=1 B=2\nENV C some words\nRUN make X=1", "- = {A: 1, B: 2, C: 'some words'}|X = 1"),
        ("$env:A = \"true\"\n$Env:B=5", "- = {A: true, B: 5}"),
        ("# stage one\nexport A=1\n\n# of nothing\n\nexport B=2", "- = {^stage one^ A: 1, B: 2}"),
        ("export A=1\nexport A=2", "- = {A: 2}"),
        ("# export A=1\ncurl --max-time=5 \"$url?x=1\" a.b=2 9x=3", ""),
        ("export A=1\r\nexport B=2\r\n", "- = {A: 1, B: 2}"),
    ])
    func readsVariables(_ text: String, _ expected: String) {
        #expect(read(text, as: .shell) == expected.split(separator: "|").map(String.init))
    }

    @Test(arguments: [
        "", "'", "\"", "\\", "a\\", "export", "export '", "$env:", "$env:A", "$env:A =", "set -x", "ENV", "A=", "=",
        ";;",
        "((", "export A=\"", "a'b\"c'd\"", "\u{0}",
    ])
    func brokenTextIsPassedOver(_ text: String) {
        let read = readNotation(NotationInput(file: file(text)), as: .shell)
        #expect(read.findings.isEmpty)
        #expect(read.bindings.allSatisfy { $0.value.span.range.upperBound <= text.utf8.count })
    }
}
