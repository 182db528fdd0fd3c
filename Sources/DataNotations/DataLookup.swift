extension DataValue {
    /// The value of a key; nil when this is no object or has no such key. The last of equal keys counts, as in JavaScript.
    package subscript(key: String) -> DataValue? { member(key)?.value }

    /// The member with this key, the last one of equals.
    package func member(_ key: String) -> DataMember? { members.last { $0.key == key } }

    /// The value below keys joined by dots (`alerting.escalation.warning`); a number is the place in a list, from 0.
    package func path(_ dotted: String) -> DataValue? {
        var value = self
        for part in dotted.split(separator: ".", omittingEmptySubsequences: false) {
            if let below = value[String(part)] {
                value = below
            } else if let place = Int(part), value.elements.indices.contains(place) {
                value = value.elements[place]
            } else {
                return nil
            }
        }
        return value
    }

    /// The members of an object in document order; empty for anything else.
    package var members: [DataMember] {
        if case .object(let members) = kind { members } else { [] }
    }

    /// The elements of a list; empty for anything else.
    package var elements: [DataValue] {
        if case .array(let elements) = kind { elements } else { [] }
    }

    package var numberValue: Double? {
        if case .number(let number) = kind { number } else { nil }
    }

    package var stringValue: String? {
        if case .string(let string) = kind { string } else { nil }
    }

    package var boolValue: Bool? {
        if case .bool(let bool) = kind { bool } else { nil }
    }

    package var isNull: Bool {
        if case .null = kind { true } else { false }
    }

    /// Visits every member at any depth in document order, with the keys that lead to it (its own last).
    ///
    /// An element of a list adds its place, from 0, to the path.
    package func walk(_ visit: (_ path: [String], _ member: DataMember) -> Void) {
        walk(below: [], visit)
    }

    private func walk(below path: [String], _ visit: ([String], DataMember) -> Void) {
        switch kind {
        case .object(let members):
            for member in members {
                let own = path + [member.key]
                visit(own, member)
                member.value.walk(below: own, visit)
            }
        case .array(let elements):
            for (place, element) in elements.enumerated() {
                element.walk(below: path + [String(place)], visit)
            }
        case .null, .bool, .number, .string, .opaque:
            break
        }
    }
}
