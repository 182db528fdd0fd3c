import Plan
import SourceText

/// What the fields under a phase's heading say of it.
struct PhaseFields {
    private(set) var schedules: [Claim<Schedule>] = []
    private(set) var durations: [Claim<TimeAmount>] = []
    private(set) var risks: [Claim<String>] = []
    private(set) var rollbackTimes: [Claim<TimeAmount>] = []
    private(set) var percents: [Claim<Double>] = []
    private var start: Claim<Schedule>?
    private var end: Claim<Schedule>?

    /// - Parameter fields: In reading order.
    init(_ fields: [Field], _ outline: DocumentOutline) {
        for field in fields { add(field, outline) }
        schedules += outline.joined(start, end).map { [$0] } ?? []
    }

    /// Of a phase that a heading names: the lines and tables right under it.
    init(_ section: OutlineSection, _ outline: DocumentOutline) {
        self.init(
            section.lines.flatMap { $0.depth == 0 ? $0.fields : [] } + PhaseFields.keyedRows(section), outline)
        if schedules.isEmpty, section.title.schedules.first() == nil,
            let line = section.lines.first(where: { !$0.isItem && $0.depth == 0 && $0.field == nil }),
            let time = line.text.spokenSchedule
        {
            schedules.append(time)
        }
        for line in section.lines where !line.isItem && line.depth == 0 {
            if risks.isEmpty, let risk = line.text.spokenRisk { risks.append(risk) }
            if rollbackTimes.isEmpty, let time = line.text.spokenRollbackTime { rollbackTimes.append(time) }
        }
    }

    var isEmpty: Bool {
        schedules.isEmpty && durations.isEmpty && risks.isEmpty && rollbackTimes.isEmpty && percents.isEmpty
    }

    private mutating func add(_ field: Field, _ outline: DocumentOutline) {
        let value = field.value.withoutStop
        guard !value.tokens.isEmpty else { return }
        if field.isCalled([.duration], with: [.amountQualifier]), let time = value.quantities.timeField() {
            durations.append(Claim(time, at: value.span, .field))
        } else if let time = field.rollbackTime(value) {
            rollbackTimes.append(Claim(time, at: value.span, .field))
        } else if field.isNamed(.risk) {
            let level = value.withoutReason
            risks.append(Claim(level.text, at: level.span, .field))
        } else if field.isCalled([.start], with: .endQualifiers) {
            start = start ?? outline.tabledSchedule(value, head: field.key, .field)
        } else if field.isCalled([.end], with: .endQualifiers) {
            end = end ?? outline.tabledSchedule(value, head: field.key, .field)
        } else if field.isNamed([.schedule, .date]), let match = value.schedules.first() {
            schedules.append(Claim(match.schedule, at: value.span(tokens: match.tokens), .field))
        } else if field.isCalled([.share, .rollout], with: [.of, .rolloutNoun]) {
            percents += TitleParts(value, from: 0).percent(in: value, .field).map { [$0] } ?? []
        }
    }

    /// The rows of tables with two columns, the first of which names what the second says: `| Duration | 2 days |`.
    private static func keyedRows(_ section: OutlineSection) -> [Field] {
        section.tables.flatMap { table -> [Field] in
            guard table.header.count == 2 else { return [] }
            let rows = [table.header] + table.rows.map(\.cells)
            return rows.compactMap { $0.count == 2 ? Field(key: $0[0], value: $0[1]) : nil }
        }
    }
}

extension Field {
    /// `Rollback time: 5 min`, `Max. time to revert: 2 h`; and `Rollback: up to 3 minutes`, where the time is all there is
    /// to the value: else it is an instruction.
    fileprivate func rollbackTime(_ value: ReadText) -> TimeAmount? {
        let speaksOfRollback =
            key.mentions([.rollback, .recovery]) || key.mentions(.rollbackLead) && key.mentions(.possible)
        guard speaksOfRollback, key.tokens.count <= 6, let time = value.quantities.timeField()
        else {
            return nil
        }
        if key.mentions(.timeKeys) { return time }
        guard key.isCalled([.rollback, .recovery, .possible], with: [.amountQualifier, .rollbackLead, .saying]) else {
            return nil
        }
        if time.kind == .immediate { return value.tokens.count <= 2 ? time : nil }
        guard time.kind == .measured, let match = value.quantities.firstTime(), match.tokens.lowerBound <= 2,
            match.tokens.upperBound == value.tokens.count || value.tokens[match.tokens.upperBound].isSign("(")
        else { return nil }
        return time
    }
}

extension ReadText {
    /// The level of a risk without why it is so: `high, because of the holidays`.
    fileprivate var withoutReason: ReadText {
        guard tokens.count > 2, tokens[0].isA(.riskLevels), let sign = tokens[1].sign,
            sign == "," || sign == ";" || sign == "." || sign == "(" || sign.isDash && !tokens[1].glued,
            !tokens.dropFirst(2).contains(where: { $0.isA(.riskLevels) })
        else { return self }
        return part(bytes(tokens: 0..<1))
    }

    /// The text without the full stop that ends it, or the sign that parts it from what stands behind it: `low · `.
    var withoutStop: ReadText {
        var count = tokens.count
        while count > 0, let sign = tokens[count - 1].sign,
            [".", ";", ",", "·", "•", "|"].contains(sign) || sign.isDash && !tokens[count - 1].glued
        {
            count -= 1
        }
        return count == tokens.count
            ? self : count == 0 ? part(bytes.lowerBound..<bytes.lowerBound) : part(bytes(tokens: 0..<count))
    }
}

extension PhaseSighting {
    /// The place, with what its fields say.
    mutating func add(_ fields: PhaseFields) {
        schedules += fields.schedules
        durations += fields.durations
        risks += fields.risks
        rollbackTimes += fields.rollbackTimes
        percents += fields.percents
    }
}
