import Configuration
import Foundation
import SourceText
import TestSupport
import Testing

/// The schema and the reader know the same keys, and take the same values.
@Suite struct ConfigurationSchemaTests {
    private func schema() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(configurationSchema.utf8)) as? [String: Any])
    }

    /// The keys that the reader names when it is given one that it does not know.
    private func keys(_ text: String) throws -> [String] {
        let findings = PlanConfiguration.read(SourceFile(path: "plumbline.yml", text: text)).1
        let help = try #require(findings.first { $0.message.contains("unknown key 'xyzzy'") }?.help)
        return help.dropFirst("keys here: ".count).split(separator: ", ").map(String.init).sorted()
    }

    @Test(arguments: [
        ([], "xyzzy: 1\n"), (["lint"], "lint: {xyzzy: 1}\n"), (["email"], "email: {xyzzy: 1}\n"),
        (["lint", "per-path", "[]"], "lint: {per-path: [{paths: a, xyzzy: 1}]}\n"),
        (["kpis", "{}"], "kpis: {Errors: {xyzzy: 1}}\n"), (["prometheus"], "prometheus: {url: a, xyzzy: 1}\n"),
        (["planned-windows", "[]"], "planned-windows: [{xyzzy: 1}]\n"),
        (["checks", "values"], "checks: {Backup: {xyzzy: 1}}\n"),
    ])
    func sameKeys(path: [String], text: String) throws {
        var place = try schema()
        for part in path {
            switch part {
            case "[]": place = try #require(place["items"] as? [String: Any])
            case "values": place = try #require(place["additionalProperties"] as? [String: Any])
            case "{}":
                let choices = try #require(
                    (place["additionalProperties"] as? [String: Any])?["oneOf"] as? [[String: Any]])
                place = try #require(choices.first { $0["properties"] != nil })
            default: place = try #require((place["properties"] as? [String: Any])?[part] as? [String: Any])
            }
        }
        let properties = try #require(place["properties"] as? [String: Any])
        #expect(properties.keys.sorted() == (try keys(text)))
        #expect(place["additionalProperties"] as? Bool == false)
        for (key, value) in properties {
            let description = (value as? [String: Any])?["description"] as? String
            #expect(description?.isEmpty == false, "\(key)")
        }
    }

    /// The README says so of the example's settings.
    @Test func theExampleShowsEveryKey() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
        let text = try String(contentsOf: root.appending(path: "content/plumbline.yml"), encoding: .utf8)
        let properties = try #require(try schema()["properties"] as? [String: Any])
        let lint = try #require((properties["lint"] as? [String: Any])?["properties"] as? [String: Any])
        for key in properties.keys.sorted() + lint.keys.sorted() { #expect(text.contains("\(key):"), "\(key)") }
        #expect(PlanConfiguration.read(SourceFile(path: "plumbline.yml", text: text)).1.isEmpty)
    }

    /// Each with what the reader and a validator of JSON Schema say of it: taken, or refused.
    static let samples: [(text: String, isTaken: Bool)] = [
        ("null", true), (#"{"lint": null}"#, true), (#"{"extend": "../a.yml"}"#, true),
        (#"{"extend": ["a.yml", "b.yml"]}"#, true), (#"{"title": "A", "start": "2026-11-23"}"#, true),
        (#"{"lint": {"select": ["all", "flag-*"], "ignore": "link-broken", "preview": true}}"#, true),
        (#"{"lint": {"severity": {"all": "info", "phase-days-gap": "off"}, "fail-on": "never"}}"#, true),
        (#"{"lint": {"per-path": [{"paths": ["a/"], "ignore": "preview"}], "baseline": "k.json"}}"#, true),
        (#"{"lint": {"per-path": [{"paths": "a", "severity": {"link-broken": "error"}}]}}"#, true),
        (#"{"lint": {"per-path": null, "select": null, "baseline": null, "min-severity": "info"}}"#, true),
        (#"{"extend": {"a": "b"}}"#, false), (#"{"lint": "all"}"#, false), (#"{"lint": {"selct": "all"}}"#, false),
        (#"{"lint": {"severity": {"link-broken": "loud"}}}"#, false), (#"{"lint": {"severity": ["a"]}}"#, false),
        (#"{"lint": {"fail-on": "off"}}"#, false), (#"{"lint": {"min-severity": "never"}}"#, false),
        (#"{"lint": {"preview": "maybe"}}"#, false), (#"{"lint": {"per-path": {"paths": "a"}}}"#, false),
        (#"{"lint": {"per-path": [{"ignore": "all"}]}}"#, false),
        (#"{"lint": {"per-path": [{"paths": "a", "rules": "all"}]}}"#, false),
        (#"{"kpis": {"A": {"statistic": "p99.9", "open-after": 3, "close-after": 1000}}}"#, true),
        (#"{"kpis": {"A": {"good": "a", "total": "b", "labels": {"job": "x"}}}}"#, true),
        (#"{"kpis": {"A": {"query": "sum(x)", "baseline": "800ms"}}}"#, true),
        (#"{"kpis": {"A": {"baseline": {"from": "2026-11-01", "to": "2026-11-02T09:30Z"}}}}"#, true),
        (#"{"kpis": {"A": {"statistic": "mode"}}}"#, false), (#"{"kpis": {"A": {"open-after": 0}}}"#, false),
        (#"{"kpis": {"A": {"close-after": 1.5}}}"#, false), (#"{"kpis": {"A": {"labels": ["job"]}}}"#, false),
        (#"{"kpis": {"A": {"baseline": {"from": "2026-11-01"}}}}"#, false),
        (#"{"kpis": {"A": {"baseline": {"from": "2026-11-01", "to": "soon"}}}}"#, false),
        (#"{"planned-windows": [{"from": "2026-11-30T22:00", "to": "2026-11-30T23:00", "reason": "drill"}]}"#, true),
        (#"{"planned-windows": null}"#, true), (#"{"planned-windows": {"from": "2026-11-30"}}"#, false),
        (#"{"planned-windows": [{"from": "2026-11-30T22:00", "to": "2026-11-30T23:00"}]}"#, false),
        (#"{"planned-windows": [{"from": "22:00", "to": "2026-11-30T23:00", "reason": "drill"}]}"#, false),
        (#"{"prometheus": {"url": "https://a:9090/b", "timeout": "5s", "retries": 0, "token-env": "A"}}"#, true),
        (#"{"prometheus": {"url": "http://a", "token-file": "t", "ca-file": "c", "tenant": "x"}}"#, true),
        (#"{"prometheus": null}"#, true), (#"{"prometheus": {"url": "http://a:b@c"}}"#, false),
        (#"{"prometheus": {"timeout": "5s"}}"#, false), (#"{"prometheus": "http://a"}"#, false),
        (#"{"prometheus": {"url": "http://a", "retries": 11}}"#, false),
        (#"{"prometheus": {"url": "http://a", "retries": "3"}}"#, false),
        (#"{"prometheus": {"url": "http://a", "timeout": 5}}"#, false),
        (
            #"{"checks": {"a": {"command": ["x", 1, true], "timeout": "5s", "directory": "d"}}, "result-names": {"s/t": "id"}}"#,
            true
        ),
        (#"{"checks": null, "result-names": null}"#, true), (#"{"checks": {"a": {"timeout": "5s"}}}"#, false),
        (#"{"checks": {"a": {"command": "make check"}}}"#, false), (#"{"checks": {"a": {"command": []}}}"#, false),
        (#"{"checks": {"a": {"command": [["x"]]}}}"#, false), (#"{"checks": {"a": null}}"#, false),
        (#"{"checks": {"a": {"command": ["x"], "timeout": "soon"}}}"#, false), (#"{"checks": ["a"]}"#, false),
        (#"{"result-names": ["a"]}"#, false), (#"{"result-names": {"a": ["b"]}}"#, false),
        (#"{"site": "https://status.example.org"}"#, true), (#"{"site": "http://[::1]:80/a%20b/"}"#, true),
        (#"{"site": null}"#, true), (#"{"site": "https://a:b@c/"}"#, false), (#"{"site": "ftp://a/"}"#, false),
        (#"{"site": "https:///a"}"#, false), (#"{"site": "https://a/?b"}"#, false), (#"{"site": "a"}"#, false),
        (#"{"site": "https://a/#b"}"#, false), (#"{"site": "https://a/\"b"}"#, false), (#"{"site": ["a"]}"#, false),
        (#"{"lint": {"select": {"a": "b"}}}"#, false), (#"{"titel": "A"}"#, false), (#"[]"#, false),
    ]

    /// JSON is YAML too.
    @Test(arguments: samples) func readerAgrees(_ text: String, _ isTaken: Bool) {
        let findings = PlanConfiguration.read(SourceFile(path: "plumbline.yml", text: text)).1
        #expect(findings.isEmpty == isTaken, "\(findings.map(\.message))")
    }

    @Test func validatorAgrees() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let python = root.appending(path: ".venv/bin/python3").path()
        let isThere = FileManager.default.isExecutableFile(atPath: python)
        guard requirement(isThere, "there is no .venv to check the schema of settings with (run 'make test')") else {
            return
        }
        let script = """
            import json, sys
            from jsonschema import Draft202012Validator as Validator
            schema = json.loads(sys.argv[1])
            Validator.check_schema(schema)
            print("".join("+" if Validator(schema).is_valid(json.loads(text)) else "-" for text in sys.argv[2:]))
            """
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = ["-c", script, configurationSchema] + Self.samples.map(\.text)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(output == Self.samples.map { $0.isTaken ? "+" : "-" }.joined() + "\n")
    }
}
