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
        switch number(0...7) {
        case 0, 1: phaseSection()
        case 2: phaseTable()
        case 3: flagTable()
        case 4: limitTable()
        case 5: limitList()
        case 6: procedure()
        default: ["## \(name())", ""] + linkBlock()
        }
    }

    private mutating func phaseSection() -> [String] {
        let days = number(1...4)
        let schedule = mark(.schedule, days == 1 ? "Day \(day)" : "Day \(day)-\(day + days - 1)")
        var lines = ["## \(decoration())Phase \(phase): \(name()) (\(emphasised(schedule)))", ""]
        let bullet = pick(["-", "*", "+", "1."])
        // One day more than there are: `phase-duration-mismatch`.
        let fields = [
            "**Duration**: \(mark(.duration, "\(days + 1) days"))",
            "**Rollback time**: \(mark(.wayBack, "< \(number(2...50)) minutes"))",
        ]
        for field in fields where chance(2) { lines.append("\(bullet) \(decoration())\(field)") }
        if chance(2) { lines += [""] + daySection(day) }
        phase += 1
        day += days
        return lines
    }

    private mutating func daySection(_ day: Int) -> [String] {
        let share = mark(.dayShare, "\(number(1...99))%")
        var lines = ["#### Day \(day): \(name()) (\(emphasised(share)) rollout)", ""]
        for hour in 8..<8 + number(1...3) {
            let times = "\(hour < 10 ? "0" : "")\(hour):00-\(hour < 10 ? "0" : "")\(hour):30"
            let task = mark(.task, "**\(times)**: \(name())")
            lines.append("- \(pick(["", "[ ] ", "[x] "]))\(task)")
            if chance(3) { lines.append("  - \(pick(["", "[ ] "]))\(mark(.task, name()))") }
        }
        return lines
    }

    private mutating func phaseTable() -> [String] {
        var lines = ["| Phase | Note | Days |", "|---|:-:|--:|"]
        for _ in 0..<number(1...3) {
            let days = number(2...4)
            let schedule = mark(.schedule, "Day \(day)-\(day + days - 1)")
            lines.append("|\(gap())Phase \(phase): \(name())\(gap())|\(cell())|\(gap())\(emphasised(schedule))\(gap())|")
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
            let text = writer.pick(["\(writer.name())", "*a* \\[b\\] \(writer.name())", "![p](https://a.example/p.png)"])
            let shown = writer.mark(.link, target)
            return writer.pick(["[\(text)](\(shown))", "[\(text)](\(shown) \"t \\\" x\")", "[\(text)](<\(shown)>)"])
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
        case 3: ["1. \(name())", "", "   * \(name())", "", "         \(name())"]
        default: ["<!-- \(name()) -->", "", "|\(cell())|\(cell())|", "|---|---|", "|\(cell())|\(cell())|"]
        }
    }

    /// Words that mean nothing to a plan.
    private mutating func name() -> String {
        (0..<number(1...3)).map { _ in word() }.joined(separator: " ") + " Quelp"
    }

    private mutating func word() -> String {
        pick([
            "Zorv", "Größe", "漢字かな", "🚀", "👩‍👩‍👧‍👦", "e\u{301}clat", "👍🏽", "🇩🇪", "नि", "*Blim*", "**Kerp** Zim",
            "_Nolt_", "`a  b`", "``c`d``", "&amp;", "\\*Urg\\*", "[Plim](https://example.org/a_(b))", "שלום", "a\u{A0}b",
            "\u{200D}Vib", "***Sul***", "~~Dob~~",
        ])
    }

    /// What may stand before a key or a phase.
    private mutating func decoration() -> String { pick(["", "", "🚀 ", "👩‍👩‍👧‍👦 ", "✅ ", "⚠️ "]) }

    private mutating func cell() -> String { gap() + pick(["x \\| y", "`p\\|q`", "*r \\| s*", ""]) + " \(name())" + gap() }

    private mutating func gap() -> String { pick(["", " ", "  ", "\t", " \t "]) }

    private mutating func measureName() -> String {
        measure += 1
        return "Latency of Zorv\(measure)"
    }

    private mutating func emphasised(_ text: String) -> String { pick([text, text, "**\(text)**", "*\(text)*", "__\(text)__"]) }

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
