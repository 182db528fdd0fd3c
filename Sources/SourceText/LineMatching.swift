/// Which lines of a document stood in its former version: those that a change left alone.
///
/// Lines count as equal when they differ in white space at their ends only, so that another line ending touches nothing.
/// Time grows with the size of both texts, whatever they hold: what cannot be matched cheaply counts as changed.
package struct LineMatching: Sendable {
    /// For each line of the new text, from 0, the line of the old text that it was; nil for one that was added or changed.
    private let oldLines: [Int?]
    /// How many lines before each were changed.
    private let changesBefore: [Int]

    package init(from old: SourceFile, to new: SourceFile) {
        var numbers: [String: Int] = [:]
        let (left, right) = (lineNumbers(of: old, &numbers), lineNumbers(of: new, &numbers))
        var matching = Matching(left, right)
        matching.run()
        oldLines = matching.found
        var changes = [0]
        for line in oldLines { changes.append(changes[changes.count - 1] + (line == nil ? 1 : 0)) }
        changesBefore = changes
    }

    /// Whether one of these 1-based lines of the new text was added or changed.
    package func touches(_ lines: ClosedRange<Int>) -> Bool {
        let range = (lines.lowerBound - 1..<lines.upperBound).clamped(to: 0..<oldLines.count)
        return changesBefore[range.upperBound] > changesBefore[range.lowerBound]
    }

    /// The 1-based line of the old text that a 1-based line of the new one was; nil when it was changed.
    package func oldLine(of line: Int) -> Int? {
        oldLines.indices.contains(line - 1) ? oldLines[line - 1].map { $0 + 1 } : nil
    }
}

/// Lines as numbers, equal ones with the same.
private func lineNumbers(of file: SourceFile, _ numbers: inout [String: Int]) -> [Int] {
    (1...file.lineStarts.count).map { line in
        let range = file.lineRange(line)
        var end = range.upperBound
        while end > range.lowerBound, [0x20, 0x09].contains(file.bytes[end - 1]) { end -= 1 }
        let text = file.text(range.lowerBound..<end)
        if let number = numbers[text] { return number }
        numbers[text] = numbers.count
        return numbers.count - 1
    }
}

/// Patience diff: lines that stand once in either text anchor the others. An explicit stack, as texts are hostile.
private struct Matching {
    private struct Gap {
        let old: Range<Int>
        let new: Range<Int>
        let depth: Int
    }
    private let old: [Int]
    private let new: [Int]
    private(set) var found: [Int?]
    /// Cells of tables that may still be filled.
    private var cells = 4_000_000

    init(_ old: [Int], _ new: [Int]) {
        self.old = old
        self.new = new
        found = [Int?](repeating: nil, count: new.count)
    }

    /// Each round looks at every line at most once, so a bound on the rounds bounds the time.
    private static let mostRounds = 12

    mutating func run() {
        var gaps = [Gap(old: old.indices, new: new.indices, depth: 0)]
        while let gap = gaps.popLast() {
            let rest = withoutEnds(gap)
            guard !rest.old.isEmpty, !rest.new.isEmpty, rest.depth < Matching.mostRounds else { continue }
            let anchors = anchors(in: rest)
            if anchors.isEmpty {
                matchByTable(rest)
                continue
            }
            var (oldStart, newStart) = (rest.old.lowerBound, rest.new.lowerBound)
            for anchor in anchors {
                found[anchor.new] = anchor.old
                gaps.append(Gap(old: oldStart..<anchor.old, new: newStart..<anchor.new, depth: rest.depth + 1))
                (oldStart, newStart) = (anchor.old + 1, anchor.new + 1)
            }
            gaps.append(
                Gap(old: oldStart..<rest.old.upperBound, new: newStart..<rest.new.upperBound, depth: rest.depth + 1))
        }
    }

    /// Matches equal lines at both ends.
    private mutating func withoutEnds(_ gap: Gap) -> Gap {
        var (old, new) = (gap.old, gap.new)
        while let left = old.first, let right = new.first, self.old[left] == self.new[right] {
            found[right] = left
            (old, new) = (left + 1..<old.upperBound, right + 1..<new.upperBound)
        }
        while let left = old.last, let right = new.last, self.old[left] == self.new[right] {
            found[right] = left
            (old, new) = (old.lowerBound..<left, new.lowerBound..<right)
        }
        return Gap(old: old, new: new, depth: gap.depth)
    }

    /// Lines that stand once on either side, as many of them as keep their order.
    private func anchors(in gap: Gap) -> [(old: Int, new: Int)] {
        let repeated = -1
        var places: [Int: Int] = [:]
        for index in gap.old { places[old[index]] = places[old[index]] == nil ? index : repeated }
        var counts: [Int: Int] = [:]
        for index in gap.new { counts[new[index], default: 0] += 1 }
        let pairs = gap.new.compactMap { index -> (old: Int, new: Int)? in
            guard counts[new[index]] == 1, let place = places[new[index]], place != repeated else { return nil }
            return (place, index)
        }
        return longestRising(pairs)
    }

    /// The longest common subsequence of a short gap, by the usual table.
    private mutating func matchByTable(_ gap: Gap) {
        let (rows, columns) = (gap.old.count, gap.new.count)
        guard rows < 4000, columns < 4000, rows * columns <= cells else { return }
        cells -= rows * columns
        let width = columns + 1
        var lengths = [Int32](repeating: 0, count: (rows + 1) * width)
        for row in stride(from: rows - 1, through: 0, by: -1) {
            for column in stride(from: columns - 1, through: 0, by: -1) {
                let isEqual = old[gap.old.lowerBound + row] == new[gap.new.lowerBound + column]
                lengths[row * width + column] =
                    isEqual
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var (row, column) = (0, 0)
        while row < rows, column < columns {
            if old[gap.old.lowerBound + row] == new[gap.new.lowerBound + column] {
                found[gap.new.lowerBound + column] = gap.old.lowerBound + row
                (row, column) = (row + 1, column + 1)
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
    }
}

/// The longest subsequence whose old places rise; the new ones do already.
private func longestRising(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    var tails: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for index in pairs.indices {
        let place = tails.countOfLeading { pairs[$0].old < pairs[index].old }
        previous[index] = place > 0 ? tails[place - 1] : nil
        if place == tails.count { tails.append(index) } else { tails[place] = index }
    }
    var chosen: [(old: Int, new: Int)] = []
    var next = tails.last
    while let index = next {
        chosen.append(pairs[index])
        next = previous[index]
    }
    return chosen.reversed()
}
