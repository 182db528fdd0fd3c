/// The JSON Schema of `plumbline.yml`, for editors and checks.
package var configurationSchema: String { String(decoding: PackageResources.config_schema_json, as: UTF8.self) }
