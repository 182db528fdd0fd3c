import Foundation
import Testing

/// The plans whose pages are looked at.
enum Sample: String, CaseIterable, CustomTestStringConvertible {
    case example, hostile, empty

    var testDescription: String { rawValue }

    /// The folder of the plan; made below `folder` unless it is the example as it stands.
    func plan(in folder: URL, paper: String = "a4") throws -> URL {
        let example = Machine.repository.appending(path: "content")
        if self == .example, paper == "a4" { return example }
        let plan = folder.appending(path: "plan")
        if self == .example {
            try FileManager.default.copyItem(at: example, to: plan)
            let settings = plan.appending(path: "plumbline.yml")
            let text = try String(contentsOf: settings, encoding: .utf8)
                .replacing("paper: a4", with: "paper: \(paper)").replacing("templates: ../templates", with: "")
            try Data(text.utf8).write(to: settings)
            return plan
        }
        try FileManager.default.createDirectory(at: plan, withIntermediateDirectories: true)
        try Data("paper: \(paper)\n".utf8).write(to: plan.appending(path: "plumbline.yml"))
        let text = self == .hostile ? Sample.hostileText : "# Nothing decided yet\n\nWe meet on Thursday.\n"
        try Data(text.utf8).write(to: plan.appending(path: "plan.md"))
        return plan
    }

    /// Markup, scripts, long words, other directions and control characters wherever a document has a say.
    private static let hostileText = """
        # <script>alert(1)</script> "quoted" & \(String(repeating: "Unbreakable", count: 30))

        ## Phase 1: <img src=https://example.org/x onerror=alert(2)> (Day 1-2)

        - [ ] **09:00-09:30**: `</style><script>alert(3)</script>` \(String(repeating: "x", count: 400))
        - [x] [a link](javascript:alert(4)) ![a picture](https://example.org/pixel.png)
        - [ ] {{title}} {{{style}}} {{> symbols.html}} ]]> --> \u{202E}backwards\u{202C} \u{7}

        ## Phase 2: \u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{645}\u{631}\u{62D}\u{628}\u{627} 🚧 (Day 3-400)

        - [ ] Subject\r\nBcc: everyone@example.org

        ## Key performance indicators

        | KPI | Target | Alert | Critical |
        | --- | --- | --- | --- |
        | <b>Latency</b> & "more" | < 100ms | > 200ms | > 500ms |
        | \(String(repeating: "Longword", count: 20)) | < 99.9990% | > 99.9991% | > 99.9992% |

        ## Rollback

        ### Level 1: </pre><script>alert(6)</script> (10 minutes)

        1. <img src=x onerror=alert(7)> (5 minutes)
        2. \(String(repeating: "step", count: 60))

        ```sh
        echo </code></pre><script>alert(8)</script> \(String(repeating: "--long", count: 80))
        ```

        ## Flags

        | Flag | Day 1 | Day 3 |
        | --- | --- | --- |
        | enable<script>alert(5)</script> | 10% | 100% |
        | enable\(String(repeating: "Everything", count: 20)) | 0% | 50% |

        """
}
