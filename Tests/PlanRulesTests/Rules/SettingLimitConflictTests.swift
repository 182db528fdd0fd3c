import Testing

@testable import PlanRules

struct SettingLimitConflictTests {
    private func plan(_ first: String, _ second: String) -> String {
        "# Photo prints\n\n## Import\n\n\(first)\n\n## Setup\n\n\(second)\n"
    }

    @Test(arguments: [
        ("- **Max upload workers**: ‹1:unlimited›", "```yaml\nmaxUploadWorkers: ‹2:8›\n```"),
        ("- Upload workers limit: ‹1:unbegrenzt›", "- Max. upload workers: ‹2:8›"),
        (
            "| Setting | Value |\n| --- | --- |\n| Max upload workers | ‹1:no limit› |",
            "| Setting | Value |\n| --- | --- |\n| Upload workers limit | ‹2:12› |"
        ),
    ])
    func twoWays(first: String, second: String) throws {
        try expect(.settingLimitConflict, in: plan(first, second), reports: .at(1, "here, but", note: 2))
    }

    @Test(arguments: [
        ("- Max upload workers: 8", "```yaml\nmaxUploadWorkers: 16\n```"),
        ("- Max upload workers: unlimited", "```yaml\nmaxThumbnailWorkers: 8\n```"),
        ("- Max upload workers: unlimited\n- Max upload workers: 8", ""),
        ("- Max upload workers: unlimited", "```yaml\ndev:\n  maxUploadWorkers: 2\nprod:\n  maxUploadWorkers: 8\n```"),
        ("The print shop holds unlimited photos.", "- Photos: 8"), ("", ""),
    ])
    func silent(first: String, second: String) throws {
        try expectSilence(of: .settingLimitConflict, in: plan(first, second))
    }

    @Test(arguments: [
        "- `STREAM_MAX_AGE=‹2:72h›` (‹1:unbounded for replay›)",
        "Deploy with ‹1:unbounded message retention› (‹2:72h›).",
        "- **Retention**: ‹1:Unbounded›\n\n```env\nSTREAM_SUBJECTS=prints\nSTREAM_MAX_AGE=‹2:72h›\n```",
        "- **Retention**: ‹1:Unbounded›\n- `STREAM_MAX_AGE=‹2:72h›`",
    ])
    func inOneBreath(text: String) throws {
        try expect(.settingLimitConflict, in: plan(text, "Nothing."), reports: .at(1, "here, but 72h in", note: 2))
    }

    @Test(arguments: [
        "- `STREAM_MAX_AGE=72h` (unbounded in staging)", "- `STREAM_MAX_AGE=72h` (not unbounded)",
        "No unbounded message retention (72h).", "Unbounded growth of the queue was seen (within 72h).",
        "- **Retention**: Unbounded\n\n```env\nSTREAM_RETRY_DELAY=3s\n```",
        "- **Retention**: 72h\n\n```env\nSTREAM_MAX_AGE=72h\n```",
    ])
    func inOneBreathSilent(text: String) throws {
        try expectSilence(of: .settingLimitConflict, in: plan(text, "Nothing."))
    }
}
