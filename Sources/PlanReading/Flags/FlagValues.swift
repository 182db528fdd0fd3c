import DataNotations
import MarkdownTree
import Plan
import SourceText

/// What the keys and values of a configured flag mean.
struct FlagValues {
    let style: WritingStyle

    /// Keys that name a part of a flag and no flag.
    static let structure: WordClassSet = [.flagStructure, .percentKey, .production]

    func classes(_ key: String) -> WordClassSet { style.vocabulary.classes(ofName: key) }

    /// `staging`, `dev`: what is set there reaches no users.
    func isTrial(_ key: String) -> Bool { style.vocabulary.classes(of: key).contains(.environment) }

    /// `features: { checkout: { newFlow: true } }`: an object of nothing but switches is a group of flags.
    func isGroup(_ value: DataValue) -> Bool {
        !value.members.isEmpty
            && value.members.allSatisfy { $0.value.boolValue != nil && !classes($0.key).contains(.flagState) }
    }

    /// `{ name: "night-mode", … }` in a list of flags, `{ flag: "night-mode", percentage: 5 }` anywhere.
    func ownName(_ members: [DataMember], isListed: Bool) -> FlagOwner? {
        for wanted in isListed ? [WordClass.flag, .nameKey] : [.flag] {
            for member in members where classes(member.key).contains(wanted) {
                if let text = member.value.stringValue, isFlagName(text) {
                    return FlagOwner(name: text, span: member.value.span.withoutQuotes, comment: member.comment)
                }
            }
        }
        return nil
    }

    /// `{ name: FEATURE_NEW_MENU, value: "true" }`, as containers are given their environment.
    func variable(_ members: [DataMember]) -> (name: FlagOwner, value: DataValue)? {
        guard members.count == 2, let name = members.first(where: { $0.key == "name" }),
            let value = members.first(where: { $0.key == "value" }), let text = name.value.stringValue,
            text.isVariableName
        else { return nil }
        return (FlagOwner(name: text, span: name.value.span.withoutQuotes, comment: value.comment), value.value)
    }

    /// Whether an object under any key tells how far a flag goes: `rollout: 25`, or a share beside `enabled` or a day.
    func looksLikeFlag(_ members: [DataMember], isOnFlags: Bool) -> Bool {
        let hasShare = share(among: members) != nil
        let hasState = state(members) != nil
        if members.contains(where: { classes($0.key).contains(.rolloutNoun) && share(of: $0.value) != nil }) {
            return true
        }
        if hasShare, hasState || time(members) != nil { return true }
        return isOnFlags && (hasShare || hasState || !timedShares(members).isEmpty)
    }

    // MARK: Shares

    /// `40` or `"40%"`; nil when it is no percentage.
    func share(of value: DataValue) -> Claim<Double>? {
        var number = value.numberValue
        if number == nil, let string = value.stringValue {
            let digits = string.hasSuffix("%") ? String(string.dropLast()).trimmed : string
            number = digits.utf8.first.map { (0x30...0x39).contains($0) } == true ? Double(digits) : nil
        }
        // Below one it is a fraction: no rollout reaches less than 1 % in code.
        return number.flatMap {
            (0...100).contains($0)
                ? Claim($0 > 0 && $0 < 1 ? ($0 * 10_000).rounded() / 100 : $0, at: value.span, .codeBlock) : nil
        }
    }

    /// The share under a key that says so.
    func share(among members: [DataMember]) -> Claim<Double>? {
        for member in members where style.vocabulary.classes(of: member.key).contains(.percentKey) {
            if let share = share(of: member.value) { return share }
        }
        return nil
    }

    /// `// 10 % of the users`
    func share(in comment: DataComment?) -> Claim<Double>? {
        guard let comment, comment.span.range.count < 400 else { return nil }
        let text = ReadText(PlainText(verbatim: comment.span), style)
        let steps = text.shareSteps(in: 0..<text.tokens.count, .codeBlock)
        return steps.count == 1 ? steps[0].percent : nil
    }

    /// The share of those who get the flag among weights of its values: `[{ value: true, weight: 30 }, …]`, `[["on", 25], …]`.
    func weight(_ elements: [DataValue]) -> Claim<Double>? {
        guard (2...10).contains(elements.count) else { return nil }
        var total = 0.0
        var on: (weight: Double, span: SourceSpan)?
        for element in elements {
            let parts =
                element.members.isEmpty
                ? element.elements : element.members.filter { isWeightPart($0.key) }.map(\.value)
            guard let weight = parts.last(where: { $0.numberValue != nil }), let number = weight.numberValue,
                number >= 0,
                parts.count == 2
            else { return nil }
            total += number
            if parts[0].switchValue == true || parts[0].numberValue == 0 && parts.count == 2 {
                on = on ?? (number, weight.span)
            }
        }
        guard let on, [1, 100, 1000, 10_000, 100_000].contains(total) else { return nil }
        return Claim(on.weight / total * 100, at: on.span, .codeBlock)
    }

    private func isWeightPart(_ key: String) -> Bool { style.vocabulary.classes(of: key).contains(.weightPart) }

    // MARK: State and time

    /// `enabled: true`, `state: "ENABLED"`
    func state(_ members: [DataMember]) -> (isOn: Claim<Bool>, comment: DataComment?)? {
        for member in members where style.vocabulary.classes(of: member.key).contains(.flagState) {
            if let isOn = member.value.switchValue {
                return (Claim(isOn, at: member.value.span, .codeBlock), member.comment)
            }
        }
        return nil
    }

    /// `default: true`, `defaultValue: "off"`: what the flag is when nobody sets it.
    func preset(_ members: [DataMember]) -> Claim<Bool>? {
        for member in members where classes(member.key).contains(.preset) {
            if let isOn = member.value.switchValue { return Claim(isOn, at: member.value.span, .codeBlock) }
        }
        return nil
    }

    /// `day: 6`, `week: 2`, `phase: 3`, `date: 2026-03-02`
    func time(_ members: [DataMember]) -> (when: Claim<String>?, day: Claim<Int>?)? {
        for member in members {
            let meaning = style.vocabulary.classes(of: member.key)
            if let number = member.value.numberValue, number == number.rounded(), (0...10_000).contains(number) {
                guard meaning.intersects([.day, .week, .phase, .stage, .wave, .sprint, .milestone]) else { continue }
                let when = Claim(
                    "\(member.key.prefix(1).uppercased() + member.key.dropFirst()) \(formatNumber(number))",
                    at: member.value.span, .codeBlock)
                return (when, meaning.contains(.day) ? Claim(Int(number), at: member.value.span, .codeBlock) : nil)
            }
            if let text = member.value.stringValue,
                meaning.intersects([.date, .start, .schedule, .phase, .stage, .wave])
            {
                return (Claim(text, at: member.value.span, .codeBlock), nil)
            }
        }
        return nil
    }

    /// `phase_1: 5, phase_2: 25`, `wave_a: 100`
    func timedShares(_ members: [DataMember]) -> [ShareLadder.Step] {
        members.compactMap { member in
            guard let percent = share(of: member.value), percent.value > 0,
                let time = stageKey(member.key)
            else { return nil }
            return ShareLadder.Step(
                percent: percent, when: Claim(time.text, at: member.keySpan, .codeBlock),
                day: time.day.map { Claim($0, at: member.keySpan, .codeBlock) })
        }
    }

    /// A date as it is written, `Phase 1` for `phase_1`, `phase1` and `PHASE-1`; nil for any other key.
    private func stageKey(_ key: String) -> (text: String, day: Int?)? {
        // `2026-03-01`
        if key.utf8.count == 10, CivilDate(iso: key) != nil { return (key, nil) }
        let letters = key.prefix { $0.isLetter }
        let rest = key.dropFirst(letters.count).drop { $0 == "_" || $0 == "-" || $0 == " " }
        let meaning = style.vocabulary.classes(of: letters)
        guard !rest.isEmpty, rest.utf8.count <= 3,
            meaning.intersects([.day, .week, .month]) || meaning.intersects(.planStages),
            rest.allSatisfy(\.isNumber) || rest.utf8.count == 1 && rest.allSatisfy(\.isLetter)
        else { return nil }
        let word = letters.prefix(1).uppercased() + letters.dropFirst().lowercased()
        return ("\(word) \(rest.uppercased())", meaning.contains(.day) ? Int(rest) : nil)
    }
}

extension DataValue {
    var isScalar: Bool { members.isEmpty && elements.isEmpty }

    /// A scalar as it is written; nil for anything else.
    var written: String? {
        stringValue ?? boolValue.map { $0 ? "true" : "false" } ?? numberValue.map(formatNumber)
    }

    /// `true`, `"on"`, `ENABLED`; nil when it is no switch.
    var switchValue: Bool? {
        if let bool = boolValue { return bool }
        switch stringValue?.lowercased() {
        case "true", "on", "enabled", "yes": return true
        case "false", "off", "disabled", "no": return false
        default: return nil
        }
    }
}

extension String {
    /// `FEATURE_NEW_MENU`: capitals, digits and underscores.
    var isVariableName: Bool {
        utf8.contains(UInt8(ascii: "_"))
            && utf8.allSatisfy { (0x41...0x5a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    }
}

extension SourceSpan {
    /// Without the quotes around a text.
    var withoutQuotes: SourceSpan {
        guard range.count >= 2, let quote = file.bytes[range].first,
            quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), file.bytes[range].last == quote
        else { return self }
        return SourceSpan(file: file, range: range.lowerBound + 1..<range.upperBound - 1)
    }
}
