import Foundation
import TestSupport
import Testing

/// `plumbline config show`.
@Suite struct ConfigShowTests {
    private func place() throws -> Workspace {
        let place = try Workspace.withGap(
            settings: "extend: base.yml\ntitle: Ours\nlint:\n  ignore: [link-broken]\n  severity: {flag-*: info}\n")
        try place.write("timezone: Europe/Madrid\nlint: {fail-on: error}\n", to: "docs/base.yml")
        return place
    }

    /// The lines of a result, with one space between columns.
    private func lines(_ result: CommandResult) -> [String] {
        result.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    }

    @Test func everySettingSaysWhereItComesFrom() async throws {
        let result = try await place().run(
            "config", "show", "docs", "--select", "flag-*", "--ignore", "phase-*,flag-undefined")
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        let lines = lines(result)
        #expect(lines.first == "settings: docs/plumbline.yml")
        for line in [
            "extend base.yml docs/plumbline.yml:1:9", "title Ours docs/plumbline.yml:2:8",
            "timezone Europe/Madrid docs/base.yml:1:11 (extended)", "working-days false default", "start - default",
            "lint.select [\"flag-*\"] command line",
            "lint.ignore [\"link-broken\",\"phase-*\",\"flag-undefined\"] command line",
            "lint.severity.flag-* info docs/plumbline.yml:5:22", "lint.fail-on error docs/base.yml:2:17 (extended)",
            "lint.min-severity info default", "lint.baseline - default",
        ] { #expect(lines.contains(line), "\(line)\n\(result.output)") }
    }

    @Test func jsonKeepsToItsSchema() async throws {
        let place = try place()
        let result = try await place.run("config", "show", "docs", "--format", "json", "--exit-zero")
        #expect(
            result.output.hasPrefix("{\n  \"schema\": \"plumbline/settings/1\",\n  \"file\": \"docs/plumbline.yml\",\n")
        )
        let value = try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any]
        let settings = try #require(value?["settings"] as? [[String: Any]])
        let failure = try #require(settings.first { $0["key"] as? String == "lint.fail-on" })
        #expect(failure["value"] as? String == "never")
        #expect((failure["origin"] as? [String: Any])?["kind"] as? String == "command line")
    }

    @Test func contractsAreValid() async throws {
        let place = try place()
        let python = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../.venv/bin/python3")
        let hasTools = try await place.shell("\"\(python.path())\" -c 'import jsonschema'").status == 0
        guard requirement(hasTools, "there is no .venv with the packages of Tests/requirements.txt (run 'make test')")
        else { return }
        let checked = try await place.shell(
            """
            "$PLUMBLINE" lint docs --write-baseline --baseline baseline.json > /dev/null 2>&1
            "$PLUMBLINE" config show docs --format json > settings.json
            for name in baseline settings; do "$PLUMBLINE" schema $name > $name.schema; done
            "\(python.path())" - <<'END'
            import json
            from jsonschema import Draft202012Validator as Validator
            for name in ("baseline", "settings"):
                schema = json.load(open(name + ".schema"))
                Validator.check_schema(schema)
                document = json.load(open(name + ".json"))
                assert len(document["findings" if name == "baseline" else "settings"]) > 0
                for error in Validator(schema).iter_errors(document):
                    print(name, list(error.path), error.message[:200])
            END
            """)
        #expect(checked.status == 0, "\(checked.errors)")
        #expect(checked.output == "")
    }

    @Test func withoutSettings() async throws {
        let place = try Workspace.withGap()
        let result = try await place.run("config", "show", "docs")
        let lines = lines(result)
        #expect(lines.first == "settings: none")
        #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(" default") })
        #expect(lines.count == 33)
        let json = try await place.run("config", "show", "--format", "json", "--no-config")
        #expect(json.output.contains("\"file\": null"))
        // Of a single document it shows what lint would use.
        try place.write("title: T\n", to: "docs/plumbline.yml")
        #expect(try await place.run("config", "docs/plan.md").output.hasPrefix("settings: docs/plumbline.yml\n"))
    }
}
