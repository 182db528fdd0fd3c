import Foundation
import Testing

/// The plans whose pages are looked at.
enum Sample: String, CaseIterable, CustomTestStringConvertible {
    case example, hostile, empty

    var testDescription: String { rawValue }

    /// The folder of the plan; made below `folder` unless it is the example.
    func plan(in folder: URL) throws -> URL {
        if self == .example { return Machine.repository.appending(path: "content") }
        let plan = folder.appending(path: "plan")
        try FileManager.default.createDirectory(at: plan, withIntermediateDirectories: true)
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

        ## Flags

        | Flag | Day 1 | Day 3 |
        | --- | --- | --- |
        | enable<script>alert(5)</script> | 10% | 100% |
        | enable\(String(repeating: "Everything", count: 20)) | 0% | 50% |

        """
}
