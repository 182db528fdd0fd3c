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
}
