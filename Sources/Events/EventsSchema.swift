/// JSON Schema of a line of the event log, `plumbline/event/1`.
package var eventsSchema: String { String(decoding: PackageResources.events_schema_json, as: UTF8.self) }
