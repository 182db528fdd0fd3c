import Foundation
import MarkdownTree
import Plan
import SourceText
import Testing

@testable import PlanReading

/// Holds what the reader calls a fault against what `bash -n` says of the same text.
struct BashAgreementTests {
    /// Well-formed blocks as runbooks have them.
    private static let blocks = [
        "set -euo pipefail\nfor host in web1 web2; do\n  ssh \"$host\" 'sudo systemctl reload nginx'\ndone\n",
        "if [ \"$answer\" = yes ]; then\n  ./switch.sh --to old\nelse\n  echo 'nothing done' >&2\n  exit 1\nfi\n",
        "case \"$1\" in\n  start) run start ;;\n  stop | halt)\n    run stop\n    ;;\n  *) echo \"what?\" ;;\nesac\n",
        "now=$(date +%Y-%m-%d)\ncp -a /srv/app \"/srv/kept/app-$now\" && echo \"kept in $now\"\n",
        "while read -r name; do\n  curl -fsS \"https://x.example/$name\" | grep -q ok || { echo \"bad: $name\"; exit 1; }\ndone < names.txt\n",
        "cat > /etc/app.env <<'EOF'\nMODE=old\nNOTE=it's fine\nEOF\nsystemctl restart app\n",
        "psql -d shop <<SQL\nUPDATE carts SET engine = 'old';\nSQL\n",
        "for i in {1..5}; do\n  [[ $(curl -s localhost/health) == ok ]] && break\n  sleep $((i * 2))\ndone\n",
        "restore() {\n  local file=${1:-latest}\n  (cd /srv && tar -xzf \"$file\")\n}\nrestore \"$(ls -t *.tgz | head -1)\"\n",
        "(( retries > 3 )) && echo 'giving up'\nnames=(one two \"three four\")\necho \"${names[@]}\"\n",
        "until nc -z db 5432; do sleep 1; done\nif ! ./check; then ./back; fi\n",
        "kubectl get pods -o json |\n  jq -r '.items[] | select(.status.phase != \"Running\") | .metadata.name' |\n  xargs -r kubectl delete pod\n",
        "diff <(sort a) <(sort b) > /dev/null 2>&1 || echo differs\n",
        "if true; then\n  for f in *; do\n    case $f in *.bak) rm \"$f\";; esac\n  done\nfi\n",
    ]

    /// Each block as it is, and with one thing taken out or put in: a line, a sign, a reserved word.
    private static var variants: [String] {
        let words = [
            "then", "fi", "do", "done", "in", "esac", "else", "if", "for", "while", "case", ";;", "'", "\"", "(", ")",
            "{", "}",
            "$(", "EOF", "SQL", "&&", "|", "]]", "[[", "((", "))", "until",
        ]
        return blocks.flatMap { block -> [String] in
            let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
            let shorter = lines.indices.dropLast().map { index in
                lines.enumerated().filter { $0.offset != index }.map(\.element).joined(separator: "\n")
            }
            let without = words.flatMap { word in
                block.ranges(of: word).map { block.replacingCharacters(in: $0, with: "") }
            }
            let with = ["done\n", "fi\n", "}\n", "esac\n", "; ;\n", "echo don't\n", "| cat\n"].map { block + $0 }
            return [block] + shorter + without + with
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")))
    func faultsAreThoseOfBash() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-bash-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let variants = Self.variants
        for (index, text) in variants.enumerated() {
            try Data(text.utf8).write(to: folder.appending(path: "\(index)"))
        }
        let refused = try refusedByBash(folder)
        var missed = 0
        for (index, text) in variants.enumerated() {
            let file = SourceFile(path: "a.sh", text: text)
            let parser = ShellParser(file.bytes, file.bytes.indices)
            if let fault = parser.fault {
                #expect(refused.contains(index), "bash takes this, we say \(fault.kind):\n\(text)")
            } else if refused.contains(index) {
                missed += 1
            }
        }
        #expect(variants.count > 200 && refused.count > 100)
        #expect(missed * 10 <= refused.count, "\(missed) of \(refused.count) faults are not found")
    }

    /// Numbers of the files of which bash says anything at all.
    private func refusedByBash(_ folder: URL) throws -> Set<Int> {
        let bash = Process()
        bash.executableURL = URL(filePath: "/bin/bash")
        bash.arguments = ["-c", "for f in *; do [ -n \"$(bash -n \"$f\" 2>&1)\" ] && echo \"$f\"; done; true"]
        bash.currentDirectoryURL = folder
        bash.environment = ["LC_ALL": "C", "PATH": "/usr/bin:/bin"]
        let pipe = Pipe()
        bash.standardOutput = pipe
        try bash.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        bash.waitUntilExit()
        return Set(String(decoding: output, as: UTF8.self).split(separator: "\n").compactMap { Int($0) })
    }
}
