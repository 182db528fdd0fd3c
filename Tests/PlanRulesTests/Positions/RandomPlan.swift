import SourceText

/// A plan made of marked facts among everything that moves a column: emoji, combining marks, wide characters, tabs,
/// escapes, emphasis, code, nested lists, quotes and tables.
struct RandomPlan {
    /// What a marked stretch states.
    enum Fact: String, CaseIterable {
        case schedule, duration, wayBack, dayShare, stageShare, stageTime, limit, budget, stepTime, task, link, target
    }

    let file: SourceFile
    /// Byte ranges of what is marked.
    let marks: [Fact: Set<Range<Int>>]

    init(seed: UInt64) {
        var writer = RandomPlanWriter(seed: seed)
        let marked = writer.document()
        var bytes: [UInt8] = []
        var marks: [Fact: Set<Range<Int>>] = [:]
        var open: [(fact: Fact, start: Int)] = []
        for scalar in marked.unicodeScalars {
            if let fact = RandomPlanWriter.opened(by: scalar) {
                open.append((fact, bytes.count))
            } else if scalar == RandomPlanWriter.end {
                guard let mark = open.popLast() else { continue }
                marks[mark.fact, default: []].insert(mark.start..<bytes.count)
            } else {
                bytes += Array(String(scalar).utf8)
            }
        }
        file = SourceFile(path: "plan.md", bytes: bytes)
        self.marks = marks
    }
}
