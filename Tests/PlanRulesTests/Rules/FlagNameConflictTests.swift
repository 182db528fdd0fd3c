import SourceText
import Testing

@testable import PlanRules

struct FlagNameConflictTests {
    private func plan(_ text: String, _ block: String = "{ \"canary\": { \"‹2:enabled›\": false, \"percentage\": 5 } }")
        -> String
    {
        "# Pier\n\n\(text)\n\n```json\n\(block)\n```\n"
    }

    @Test func anotherPath() throws {
        try expect(
            .flagNameConflict, in: plan("Set `‹1:pier.canary.enabled›` to true."),
            reports: .at(1, "'pier.canary.enabled' is named here, but the configuration has 'canary.enabled'", note: 2))
        try expect(
            .flagNameConflict, in: plan("1. Set `‹1:pier.canary.enabled›=true` on the first day"),
            reports: .at(1, "'pier.canary.enabled'", note: 2))
    }

    @Test(arguments: [
        "Set `canary.enabled` to true.", "Set `pier.canary.replicas` to true.", "Look at `pier.tides.enabled`.",
        "In `pier.json`, set `pier.canary.enabled` to true.", "Look at `http.server.requests`.",
    ])
    func otherNames(_ text: String) throws { try expectSilence(of: .flagNameConflict, in: plan(text)) }

    @Test(arguments: [
        "{ \"pier\": { \"canary\": { \"enabled\": false } } }", "{ \"pier\": 1, \"canary\": { \"enabled\": false } }",
        "{ \"canary\": { \"enabled\": \"maybe\" } }", "{ }", "not data",
    ])
    func otherBlocks(_ block: String) throws {
        try expectSilence(of: .flagNameConflict, in: plan("Set `pier.canary.enabled` to true.", block))
    }
}
