import Foundation
import Plan
import PlanReading
import SourceText

let fixtureFolder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
/// The example plan of the repository.
let contentFolder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../content").standardizedFileURL

func planOf(_ text: String) -> Plan { Plan(joining: [DocumentFacts(SourceFile(path: "plan.md", text: text))]) }

/// Every Markdown document of a folder and of the folders in it.
func documents(in folder: URL) throws -> [SourceFile] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
    return try names.sorted().map {
        SourceFile(path: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
    }
}

func planOf(folder: URL) throws -> Plan { Plan(joining: try documents(in: folder).map { DocumentFacts($0) }) }

/// Facts whose texts try to break out of whatever they are printed in.
let hostilePlan = planOf(
    """
    # \u{202e}Title \u{1b}]0;pwned\u{7} <script>alert(1)</script>

    ## Phase 1: a|b `code` *em* _u_ <b>x</b> ![i](https://e.example/x.png) [l](javascript:1) &amp; www.e.example (Day 1)

    - **Risk**: \(String(repeating: "東京", count: 400))
    - **Duration**: 2 days \u{1b}[31m\u{9b}31m \u{7f}

    ### Day 1: \(String(repeating: "👩‍👩‍👧‍👦🚀", count: 60)) https://e.example/a_b_c

    - [ ] \(String(repeating: "x", count: 5000))

    | Flag | Rollout | Day |
    | --- | --- | --- |
    | \(String(repeating: "f_", count: 300))f | 20% | 3 |
    """)
