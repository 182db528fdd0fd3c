import Foundation
package import Testing

/// What a test needs of the machine: without it the test is skipped in one line, under `REQUIRE_ALL=1` it fails.
///
/// - Parameter what: What is missing where the requirement is not met: `python3 is not installed`.
package func requirement(
    _ isMet: Bool, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
) -> Bool {
    guard !isMet else { return true }
    if ProcessInfo.processInfo.environment["REQUIRE_ALL"] == "1" {
        Issue.record("REQUIRE_ALL is set, but \(what)", sourceLocation: sourceLocation)
    } else {
        print("skipped: \(what)")
    }
    return false
}

/// Whether a program is found by its name.
package func hasProgram(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
}
