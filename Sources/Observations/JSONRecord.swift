import DataNotations
import SourceText

/// An object of an input file whose keys are known; every fault names its place.
struct JSONRecord {
    private let value: DataValue

    /// - Throws: when the value is no object.
    init(_ value: DataValue) throws(ObservationFault) {
        guard case .object = value.kind else {
            throw ObservationFault("expected a set of keys, not \(value.kind.phrase)", at: value.span)
        }
        self.value = value
    }

    /// The first key that is not among those known; nil when there is none.
    func unknownKey(among keys: [String]) -> ObservationFault? {
        guard let unknown = value.members.first(where: { !keys.contains($0.key) }) else { return nil }
        let known = keys.map { "'\($0)'" }.joined(separator: ", ")
        return ObservationFault(
            "key '\(unknown.key.clipped(to: 100))' is not known here; known are \(known)", at: unknown.keySpan)
    }

    var span: SourceSpan { value.span }

    subscript(key: String) -> DataValue? { value[key] }

    /// The text of a key that must be there and not be empty; the second name is another way to write the key.
    func text(_ key: String, or other: String? = nil) throws(ObservationFault) -> String {
        guard let text = try optionalText(key) ?? other.flatMap({ value[$0]?.stringValue }), !text.isEmpty else {
            throw ObservationFault("'\(key)' is missing or empty", at: value[key]?.span ?? value.span)
        }
        return text
    }

    /// nil when the key is absent or null.
    func optionalText(_ key: String) throws(ObservationFault) -> String? {
        guard let found = value[key], !found.isNull else { return nil }
        guard let text = found.stringValue else {
            throw ObservationFault("'\(key)' must be a text, not \(found.kind.phrase)", at: found.span)
        }
        return text
    }

    /// The moment of a key that must be there: RFC 3339 text, or a number of seconds or milliseconds since 1970.
    func time(_ key: String, or other: String? = nil) throws(ObservationFault) -> Instant {
        guard let found = value[key] ?? other.flatMap({ value[$0] }) else {
            throw ObservationFault("'\(key)' is missing", at: value.span)
        }
        do throws(TimeFault) {
            switch found.kind {
            case .string(let text): return try Instant(reading: text)
            case .number(let count): return try Instant(count: count)
            case .null, .bool, .array, .object, .opaque: throw TimeFault.unreadable
            }
        } catch {
            let text = found.stringValue ?? found.span.text
            throw ObservationFault("\(key) '\(text.prefix(40))' \(error.phrase)", at: found.span)
        }
    }
}
