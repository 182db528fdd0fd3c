/// What a word of a test runner says of a test, in its `status` or `result`.
enum TestWord {
    case passed, skipped, failed
    /// It is still to be done, or nobody knows how it ended.
    case open

    /// - Parameter word: in any case of letters; one that is not known leaves open what it means.
    init(_ word: String) {
        let plain = word.lowercased().filter { $0.isLetter || $0.isNumber }
        if plain.isEmpty || Self.passing.contains(plain) {
            self = .passed
        } else if Self.skipping.contains(plain) {
            self = .skipped
        } else if Self.failing.contains(plain) {
            self = .failed
        } else {
            self = .open
        }
    }

    /// `run` and `completed` of GoogleTest only say that the test was not left out; `bpass` is Qt's.
    private static let passing: Set<String> = [
        "run", "completed", "complete", "executed", "finished", "done", "passed", "pass", "success", "successful",
        "succeeded", "ok", "fixed", "flaky", "bpass",
    ]
    /// With tests that are known to fail (`xfail`).
    private static let skipping: Set<String> = [
        "notrun", "skipped", "skip", "disabled", "suppressed", "ignored", "ignore", "pending", "todo", "notexecuted",
        "notapplicable", "excluded", "filtered", "xfail", "xfailed", "bfail", "bxfail",
    ]
    private static let failing: Set<String> = [
        "failed", "fail", "failing", "failure", "error", "errored", "errors", "hookerror", "cleanuperror", "broken",
        "timeout", "timedout", "aborted", "abort", "crash", "crashed", "panicked", "interrupted", "killed", "ko", "nok",
        "notok", "invalid", "regression", "xpass", "xpassed", "unexpectedsuccess", "bxpass",
    ]
}
