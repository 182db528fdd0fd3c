import Foundation
import Report
import SourceText
import Testing

@testable import Rendering

@Suite struct StatusJSONTests {
    @Test(arguments: ["example", "empty", "crowded", "long", "hostile"])
    func keepsToItsSchema(name: String) throws {
        let report =
            switch name {
            case "empty": Example.emptyReport
            case "crowded": Example.crowdedReport
            case "long": Example.longNamesReport
            case "hostile": Example.hostileReport
            default: Example.report()
            }
        let schema = try JSONSerialization.jsonObject(with: Data(statusSchema.utf8))
        let value = try JSONSerialization.jsonObject(with: Data(statusJSON(report).serialized().utf8))
        try check(value, against: schema, at: "$")
    }

    /// The part of JSON Schema that the contract uses.
    private func check(_ value: Any, against schema: Any, at path: String) throws {
        let schema = try #require(schema as? [String: Any])
        #expect(schema["description"] is String || schema["type"] as? String == "string", "\(path) is not described")
        if let constant = schema["const"] as? String { #expect(value as? String == constant, "\(path)") }
        if let choices = schema["enum"] as? [String] {
            #expect(choices.contains(try #require(value as? String)), "\(path)")
        }
        let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
        if !types.isEmpty { #expect(types.contains { matches(value, $0) }, "\(path) is no \(types)") }
        if value is NSNull, types.contains("null") { return }
        if let properties = schema["properties"] as? [String: Any] {
            let object = try #require(value as? [String: Any])
            #expect(Set(object.keys) == Set(properties.keys), "\(path)")
            #expect(Set(schema["required"] as? [String] ?? []) == Set(properties.keys), "\(path)")
            for (key, member) in object { try check(member, against: properties[key] ?? [:], at: "\(path).\(key)") }
        }
        if let items = schema["items"] {
            for (index, item) in (try #require(value as? [Any])).enumerated() {
                try check(item, against: items, at: "\(path)[\(index)]")
            }
        }
    }

    private func matches(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "null": value is NSNull
        case "string": value is String
        case "array": value is [Any]
        case "object": value is [String: Any]
        case "boolean": value is Bool
        case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
        default: value is NSNumber
        }
    }
}
