import Foundation
import Testing

/// What a test needs of the machine: without it the test is skipped in one line, under `REQUIRE_ALL=1` it fails.
func requirement(_ isMet: Bool, _ what: String) -> Bool {
    guard !isMet else { return true }
    if ProcessInfo.processInfo.environment["REQUIRE_ALL"] == "1" {
        Issue.record("REQUIRE_ALL is set, but \(what)")
    } else {
        print("skipped: \(what)")
    }
    return false
}
