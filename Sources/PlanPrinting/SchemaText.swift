/// The JSON Schema (draft 2020-12) of a published contract, carried in the binary.
///
/// - Parameter name: `plan` for `plumbline plan --format json`, `lint` for `plumbline lint --format json`.
/// - Returns: nil for a name that has no schema here.
package func schemaText(named name: String) -> String? {
    switch name {
    case "plan": String(decoding: PackageResources.plan_schema_json, as: UTF8.self)
    case "lint": String(decoding: PackageResources.lint_schema_json, as: UTF8.self)
    default: nil
    }
}
