/// The JSON Schema (draft 2020-12) of `plumbline plan --format json`, contract `plumbline/plan/1`.
package var planSchema: String { String(decoding: PackageResources.plan_schema_json, as: UTF8.self) }

/// The JSON Schema (draft 2020-12) of `plumbline plan --explain --format json`, contract `plumbline/explain/1`.
package var explainSchema: String { String(decoding: PackageResources.explain_schema_json, as: UTF8.self) }

/// The JSON Schema (draft 2020-12) of `plumbline lint --format json`, contract `plumbline/lint/1`.
package var lintSchema: String { String(decoding: PackageResources.lint_schema_json, as: UTF8.self) }

/// The JSON Schema (draft 2020-12) of what `plumbline lint --write-baseline` writes, contract `plumbline/baseline/1`.
package var baselineSchema: String { String(decoding: PackageResources.baseline_schema_json, as: UTF8.self) }

/// The JSON Schema (draft 2020-12) of `plumbline config show --format json`, contract `plumbline/settings/1`.
package var settingsSchema: String { String(decoding: PackageResources.settings_schema_json, as: UTF8.self) }

/// The JSON Schema (draft 2020-12) of `plumbline diff --format json`, contract `plumbline/diff/1`.
package var diffSchema: String { String(decoding: PackageResources.diff_schema_json, as: UTF8.self) }

/// The JSON Schema (draft 2020-12) of `plumbline explain --format json`, contract `plumbline/rules/1`.
package var rulesSchema: String { String(decoding: PackageResources.rules_schema_json, as: UTF8.self) }
