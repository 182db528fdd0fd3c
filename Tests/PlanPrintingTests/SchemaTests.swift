import Foundation
import Plan
import PlanPrinting
import PlanReading
import PlanRules
import SourceText
import TestSupport
import Testing

/// Real output keeps to the schemas: the example plan, every fixture of the readers, and an empty plan.
@Test func outputKeepsToTheSchemas() throws {
    let readers = fixtureFolder.appending(path: "../../PlanReadingTests/Fixtures").standardizedFileURL
    let sources = try documents(in: readers)
    let plans =
        [try planOf(folder: contentFolder), try planOf(folder: fixtureFolder), Plan(), hostilePlan]
        + sources.map { Plan(joining: [DocumentFacts($0)]) }
    #expect(plans.count >= 18)
    try expectValid(plans.map { planJSON($0).serialized() }, schema: "plan")

    try expectValid(
        (plans).map { explanationJSON($0, reading: { _ in nil }).serialized() }, schema: "explain")

    try expectValid([PlanRule.json(PlanRule.catalogue, printed: { $0.id }).serialized()], schema: "rules")

    let findings = plans.map { runRules(PlanRule.onByDefault, on: RuleInput(plan: $0, links: LinkIndex(known: [:]))) }
    #expect(findings.contains { !$0.isEmpty })
    let content = try planOf(folder: contentFolder)
    let diffs = [Plan(), hostilePlan].flatMap {
        [planChanges(from: content, to: $0), planChanges(from: $0, to: content)]
    }
    #expect(diffs.contains { $0.count > 100 })
    let versions = [
        PlanDiff.Version(name: nil, commit: nil), .init(name: "main", commit: String(repeating: "0f", count: 20)),
    ]
    try expectValid(
        diffs.map { PlanDiff(from: versions[1], to: versions[0], $0).json().serialized() }, schema: "diff")

    let placeless = [Finding(rule: "input-missing", severity: .error, message: "nothing to read", at: nil)]
    try expectValid(
        (findings + [placeless]).map { LintReport(findings: $0, documentCount: 1).json() }, schema: "lint")
    let comparison = BaseComparison(placeless, in: [], since: [], in: [])
    let based = LintReport(
        findings: comparison.new, documentCount: 1,
        base: ReportBase(comparison, reference: "main", commit: String(repeating: "0f", count: 20)))
    try expectValid([based.json()], schema: "lint")
}

/// A schema that accepts everything would be none: an unknown key, a wrong type and a missing key are refused.
@Test func schemasRefuseWhatTheContractHasNot() throws {
    let plan = planJSON(planOf("# Phase 1: Work (Day 1)")).serialized()
    let report = LintReport(findings: [], documentCount: 0).json()
    let wrong = [
        ("plan", plan.replacing("\"title\":", with: "\"titel\":")),
        ("plan", plan.replacing("\"number\": 1", with: "\"number\": \"1\"")),
        ("plan", plan.replacing("plumbline/plan/1", with: "plumbline/plan/2")),
        ("plan", plan.replacing("\"risk\": null,", with: "")),
        (
            "rules",
            PlanRule.json(PlanRule.catalogue, printed: \.id).serialized().replacing("\"harm\"", with: "\"damage\"")
        ),
        ("lint", report.replacing("\"errors\": 0", with: "\"errors\": -1")),
        ("lint", report.replacing("\"findings\":", with: "\"found\":")),
    ]
    for (schema, text) in wrong {
        guard let output = try validate([text], schema: schema) else { return }
        #expect(!output.isEmpty, "\(schema): \(text.prefix(200))")
    }
}

@Test func everyKeyIsDescribed() throws {
    for schema in [planSchema, explainSchema, lintSchema, diffSchema, rulesSchema, baselineSchema, settingsSchema] {
        let value = try JSONSerialization.jsonObject(with: Data(schema.utf8))
        var open: [(path: String, value: Any)] = [("", value)]
        var count = 0
        while let (path, value) = open.popLast() {
            guard let object = value as? [String: Any] else { continue }
            for (key, member) in object["properties"] as? [String: [String: Any]] ?? [:] {
                count += 1
                #expect((member["description"] as? String)?.isEmpty == false, "\(path)/\(key)")
            }
            if object["type"] as? String == "object" {
                #expect(object["additionalProperties"] as? Bool == false, "\(path)")
            }
            open += object.map { ("\(path)/\($0.key)", $0.value) }
        }
        #expect(count > 5)
    }
}

private func expectValid(_ texts: [String], schema: String) throws {
    guard let output = try validate(texts, schema: schema) else { return }
    #expect(output.isEmpty, "\(output)")
}

/// Complaints of python's jsonschema about documents, empty when there are none; nil when it is not installed.
private func validate(_ texts: [String], schema name: String) throws -> String? {
    guard let python = try pythonWithJSONSchema() else { return nil }
    let schema =
        switch name {
        case "plan": planSchema
        case "explain": explainSchema
        case "diff": diffSchema
        case "rules": rulesSchema
        default: lintSchema
        }
    let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(schema.utf8).write(to: folder.appending(path: "schema"))
    let list = "[" + texts.joined(separator: ",") + "]"
    try Data(list.utf8).write(to: folder.appending(path: "documents"))
    let script = """
        import json, sys
        from jsonschema import Draft202012Validator as Validator
        schema = json.load(open(sys.argv[1] + "/schema"))
        Validator.check_schema(schema)
        for number, document in enumerate(json.load(open(sys.argv[1] + "/documents"))):
            for error in Validator(schema).iter_errors(document):
                print(number, list(error.path), error.message[:200])
        """
    let (status, output) = try run(python + ["-c", script, folder.path])
    return status == 0 ? output : "exit \(status): \(output)"
}

/// The repository's own Python, else the one on the path, if it has jsonschema. Without one the test says so and is
/// passed over, or fails when `REQUIRE_ALL` is 1.
private func pythonWithJSONSchema() throws -> [String]? {
    // Standardising the path would follow the link out of the virtual environment.
    let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let own = repository.appending(path: ".venv/bin/python3").path()
    let candidates = FileManager.default.isExecutableFile(atPath: own) ? [[own]] : []
    for candidate in candidates + [["/usr/bin/env", "python3"]]
    where try run(candidate + ["-c", "import jsonschema"]).status == 0 { return candidate }
    _ = requirement(false, "there is no python3 with jsonschema to check schemas with (run 'make test')")
    return nil
}

private func run(_ command: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}
