import TestSupport

/// Writes the document of a ``RandomPlan``, its facts between characters that no document has.
struct RandomPlanWriter {
    private var numbers: SeededGenerator
    /// The next phase's number and first day.
    private var phase = 1
    private var day = 1
    private var flag = 1
    private var measure = 1
    private var file = 1

    /// Closes a mark; marks are opened by the private characters behind it, one for each fact.
    static let end: Unicode.Scalar = "\u{E000}"

    init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

    static func opened(by scalar: Unicode.Scalar) -> RandomPlan.Fact? {
        let index = Int(scalar.value) - Int(end.value) - 1
        return RandomPlan.Fact.allCases.indices.contains(index) ? RandomPlan.Fact.allCases[index] : nil
    }

    mutating func document() -> String {
        var lines = ["# \(name()) plan", ""]
        for _ in 0..<number(2...4) {
            lines += block() + [""]
            if chance(3) { lines += noise() + [""] }
        }
        let ending = pick(["\n", "\n", "\r\n"])
        return pick(["", "", "\u{FEFF}"]) + lines.joined(separator: ending) + pick(["", ending])
    }

    // MARK: Facts

    private mutating func block() -> [String] {
        switch number(0...9) {
        case 0, 1: phaseSection()
        case 2: phaseTable()
        case 3: flagTable()
        case 4: limitTable()
        case 5: limitList()
        case 6: procedure()
        case 7: flagCode()
        case 8: flagList()
        default: ["## \(name())", ""] + linkBlock()
        }
    }

    private mutating func phaseSection() -> [String] {
        let days = number(1...4)
        let schedule = mark(.schedule, days == 1 ? "Day \(day)" : "Day \(day)-\(day + days - 1)")
        var lines = heading("\(decoration())Phase \(phase): \(name()) (\(emphasised(schedule)))") + [""]
        // One day more than there are: `phase-duration-mismatch`.
        lines += fields([
            ("Duration", mark(.duration, "\(days + 1) days")),
            ("Rollback time", mark(.wayBack, "< \(number(2...50)) minutes")),
        ])
        if chance(2) { lines += [""] + daySection(day) }
        phase += 1
        day += days
        return lines
    }

    /// A heading of the second level in one of its forms.
    private mutating func heading(_ text: String) -> [String] {
        switch number(0...3) {
        case 0: [text, "---"]
        case 1: ["##  \(text)  ##"]
        default: ["## \(text)"]
        }
    }

    /// Keys with their values, some or none of them, as lists of all kinds, a paragraph or a table.
    private mutating func fields(_ all: [(key: String, value: String)]) -> [String] {
        var fields: [(key: String, value: String)] = []
        for field in all where chance(2) { fields.append(field) }
        let bullet = pick(["-", "*", "+", "1.", "12)"])
        switch number(0...3) {
        case 0:
            return fields.map { "**\($0.key)**: \($0.value)" + pick(["  ", "\\"]) } + (fields.isEmpty ? [] : [name()])
        case 1:
            return ["|Field|Value|", "|-|-|", "|Risk|\(gap())low|"]
                + fields.map { "|\(gap())**\($0.key)**|\(gap())\($0.value)\(gap())|" }
        default: return fields.map { "\(bullet)\(pick([" ", "  ", "\t"]))\(decoration())**\($0.key)**: \($0.value)" }
        }
    }

    private mutating func daySection(_ day: Int) -> [String] {
        let share = mark(.dayShare, "\(number(1...99))%")
        var lines = ["#### Day \(day): \(name()) (\(emphasised(share)) rollout)", ""]
        for hour in 8..<8 + number(1...3) {
            let times = "\(hour < 10 ? "0" : "")\(hour):00-\(hour < 10 ? "0" : "")\(hour):30"
            // The text of an item begins where its first letter stands.
            let emphasis = pick(["", "**", "*"])
            let task = emphasis + mark(.task, "\(times)\(emphasis): \(name())")
            lines.append("- \(pick(["", "[ ] ", "[x] "]))\(task)")
            if chance(3) { lines.append("  - \(pick(["", "[ ] "]))\(mark(.task, "Zorv \(name())"))") }
        }
        return lines
    }

    private mutating func phaseTable() -> [String] {
        var lines = ["| Phase | Note | Days |", "|---|:-:|--:|"]
        for _ in 0..<number(1...3) {
            let days = number(2...4)
            let schedule = mark(.schedule, "Day \(day)-\(day + days - 1)")
            lines.append(
                "|\(gap())Phase \(phase): \(name())\(gap())|\(cell())|\(gap())\(emphasised(schedule))\(gap())|")
            phase += 1
            day += days
        }
        return ["## \(name())", ""] + lines
    }

    private mutating func flagTable() -> [String] {
        let first = number(1...5)
        let times = [first, first + number(1...3)].map { mark(.stageTime, "Day \($0)") }
        var lines = ["|\(gap())Flag\(gap())|\(cell())|\(gap())\(times[0])\(gap())| \(times[1]) |", "|---|---|---|---|"]
        for _ in 0..<number(1...3) {
            let shares = [number(1...40), number(41...100)].map { emphasised(mark(.stageShare, "\($0)%")) }
            lines.append("|\(gap())`enableZorv\(flag)`\(gap())|\(cell())|\(gap())\(shares[0])\(gap())|\(shares[1])|")
            flag += 1
        }
        return ["## \(name()) flags", ""] + lines
    }

    private mutating func flagCode() -> [String] {
        let indent = pick(["\t", "  ", "\t  "])
        let comment = pick(["", " // \(name())", " /* 漢字 🚀 */"])
        var lines = ["## Flags", "", "```ts", "const FLAGS = {\(comment)"]
        for _ in 0..<number(1...3) {
            let share = mark(.stageShare, "\(number(1...99))")
            lines.append(
                "\(indent)enableZorv\(flag): { note: '🚀 \\' é', rollout: \(share), day: \(mark(.stageTime, "3")) },")
            flag += 1
        }
        return lines + ["};", "```"]
    }

    private mutating func flagList() -> [String] {
        var lines = ["## Flags", ""]
        for _ in 0..<number(1...3) {
            let (time, share) = (mark(.stageTime, "Day \(number(1...9))"), mark(.stageShare, "\(number(1...99))%"))
            lines.append("* \(decoration())`enableZorv\(flag)`: \(emphasised(share)) from \(time)")
            flag += 1
        }
        return lines
    }

    private mutating func limitTable() -> [String] {
        var lines = ["| KPI | Note | Target | Alert |", "|---|---|---|---|"]
        for _ in 0..<number(1...3) {
            let limits = ["< \(number(1...90))ms", "> \(number(100...900)) ms"].map { emphasised(mark(.limit, $0)) }
            lines.append("|\(gap())\(measureName())\(gap())|\(cell())|\(gap())\(limits[0])|\(limits[1])\(gap())|")
        }
        return ["## Key performance indicators", ""] + lines
    }

    private mutating func limitList() -> [String] {
        var lines = ["## Key performance indicators", ""]
        for _ in 0..<number(1...3) {
            let (target, alert) = (mark(.limit, "< \(number(1...9))%"), mark(.limit, "> \(number(10...90))%"))
            if chance(2) {
                lines.append("- **\(measureName())**: Target \(target), Alert \(alert)")
            } else {
                lines += ["- **\(measureName())**", "  - Target: \(target)", "\t- Alert: \(alert)"]
            }
        }
        return lines
    }

    private mutating func procedure() -> [String] {
        let budget = mark(.budget, "< \(number(1...60)) minutes")
        var lines = ["## Rollback", "", "### Level \(number(1...4)): \(name()) (\(emphasised(budget)))", ""]
        for step in 1...number(1...3) {
            lines += ["#### Step \(step): \(name()) (\(mark(.stepTime, "\(number(2...9)) minutes")))", "", name(), ""]
        }
        return lines
    }

    private mutating func linkBlock() -> [String] {
        func link(_ writer: inout RandomPlanWriter) -> String {
            writer.file += 1
            let target = "gone\(writer.file).md"
            let text = writer.pick([
                writer.name(withLinks: false), "*a* \\[b\\] \(writer.name(withLinks: false))",
                "![p](https://a.example/p.png)",
            ])
            let shown = writer.mark(.target, target)
            let link = writer.pick(["[\(text)](\(shown))", "[\(text)](\(shown) \"t \\\" x\")", "[\(text)](<\(shown)>)"])
            return writer.mark(.link, link)
        }
        let (first, second) = (link(&self), link(&self))
        switch number(0...4) {
        case 0: return ["\(name()) \(first)\(pick(["  ", "\\", ""]))", "\(pick(["", "  "]))\(second) \(name())"]
        case 1: return ["1. \(name())", "   - \(first)", "     \(name()) \(second)", "\t- \(name())"]
        case 2: return ["> \(name()) \(first)", ">", "> - \(second)"]
        case 3: return ["| A | B |", "|---|---|", "|\(cell())|\(first)\(gap())|", "|\(second)|\(cell())|"]
        default: return ["- [ ] \(name()) \(first)", "  1. \(name())", "     > \(second)"]
        }
    }

    // MARK: What surrounds them

    private mutating func noise() -> [String] {
        switch number(0...4) {
        case 0: ["\(name())  ", "\(name())\\", "\(name())"]
        case 1: ["> \(name())", "> > \(name())"]
        case 2: ["```", "\t\(name())", "```"]
        // Under a day the items of a list are its tasks.
        case 3: ["## \(name())", "", "1. \(name())", "", "   * \(name())", "", "         \(name())"]
        default: ["<!-- \(name()) -->", "", "|\(cell())|\(cell())|", "|---|---|", "|\(cell())|\(cell())|"]
        }
    }

    /// Words that mean nothing to a plan.
    private mutating func name(withLinks: Bool = true) -> String {
        let words = (0..<number(1...3)).map { _ in word() }.filter { withLinks || !$0.contains("](") }
        return (words + ["Quelp"]).joined(separator: " ")
    }

    private mutating func word() -> String {
        pick([
            "Zorv", "Größe", "漢字かな", "🚀", "👩‍👩‍👧‍👦", "e\u{301}clat", "👍🏽", "🇩🇪", "नि", "*Blim*", "**Kerp** Zim",
            "_Nolt_", "`a  b`", "``c`d``", "&amp;", "\\*Urg\\*", "[Plim](https://example.org/a_(b))", "שלום",
            "a\u{A0}b",
            "\u{200D}Vib", "***Sul***", "~~Dob~~",
        ])
    }

    /// What may stand before a key or a phase.
    private mutating func decoration() -> String { pick(["", "", "🚀 ", "👩‍👩‍👧‍👦 ", "✅ ", "⚠️ "]) }

    private mutating func cell() -> String {
        gap() + pick(["x \\| y", "`p\\|q`", "*r \\| s*", ""]) + " \(name())" + gap()
    }

    private mutating func gap() -> String { pick(["", " ", "  ", "\t", " \t "]) }

    private mutating func measureName() -> String {
        measure += 1
        return "Latency of Zorv\(measure)"
    }

    private mutating func emphasised(_ text: String) -> String {
        pick([text, text, "**\(text)**", "*\(text)*", "__\(text)__"])
    }

    private func mark(_ fact: RandomPlan.Fact, _ text: String) -> String {
        let index = RandomPlan.Fact.allCases.firstIndex(of: fact) ?? 0
        let start = Unicode.Scalar(RandomPlanWriter.end.value + UInt32(index) + 1).map(String.init) ?? ""
        return start + text + String(RandomPlanWriter.end)
    }

    // MARK: Chance

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }

    private mutating func chance(_ one: Int) -> Bool { number(1...one) == 1 }

    private mutating func pick(_ choices: [String]) -> String { choices[number(0...choices.count - 1)] }
}
