/// The JSON Schema of `status.json`, contract `plumbline/status/1`.
package var statusSchema: String { String(decoding: PackageResources.status_schema_json, as: UTF8.self) }
