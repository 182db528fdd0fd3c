/// What changed in a file, as `diff -u` writes it and `git apply` reads it; empty where nothing did.
///
/// Lines are held against each other by their numbers: made for changes within lines. Where their number changed, all that
/// lies between the first and the last difference is one change.
package func unifiedDiff(of path: String, from old: [UInt8], to new: [UInt8]) -> String {
    let (before, after) = (lines(of: old), lines(of: new))
    let changes = changedRanges(before, after)
    guard !changes.isEmpty else { return "" }
    var diff = "--- a/\(path)\n+++ b/\(path)\n"
    var group: [(old: Range<Int>, new: Range<Int>)] = []
    for change in changes {
        if let last = group.last, change.old.lowerBound - last.old.upperBound > 2 * context {
            diff += hunk(group, before, after)
            group = []
        }
        group.append(change)
    }
    return diff + hunk(group, before, after)
}

/// Lines shown ahead of a change and behind it.
private let context = 3

private typealias Line = ArraySlice<UInt8>

/// Lines with what ends them; carriage returns belong to the line.
private func lines(of bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        lines.append(bytes[start..<end])
        start = end
    }
    return lines
}

private func changedRanges(_ before: [Line], _ after: [Line]) -> [(old: Range<Int>, new: Range<Int>)] {
    guard before.count == after.count else {
        let most = min(before.count, after.count)
        var lead = 0
        while lead < most, before[lead] == after[lead] { lead += 1 }
        var tail = 0
        while tail < most - lead, before[before.count - 1 - tail] == after[after.count - 1 - tail] { tail += 1 }
        return [(lead..<before.count - tail, lead..<after.count - tail)]
    }
    var ranges: [(old: Range<Int>, new: Range<Int>)] = []
    for index in before.indices where before[index] != after[index] {
        if let last = ranges.last, last.old.upperBound == index {
            ranges[ranges.count - 1] = (last.old.lowerBound..<index + 1, last.new.lowerBound..<index + 1)
        } else {
            ranges.append((index..<index + 1, index..<index + 1))
        }
    }
    return ranges
}

private func hunk(_ changes: [(old: Range<Int>, new: Range<Int>)], _ before: [Line], _ after: [Line]) -> String {
    guard let first = changes.first, let last = changes.last else { return "" }
    let lead = min(context, first.old.lowerBound)
    let tail = min(context, before.count - last.old.upperBound)
    let old = first.old.lowerBound - lead..<last.old.upperBound + tail
    let new = first.new.lowerBound - lead..<last.new.upperBound + tail
    var text = "@@ -\(place(old)) +\(place(new)) @@\n"
    var next = old.lowerBound
    for change in changes {
        text += marked(" ", before[next..<change.old.lowerBound])
        text += marked("-", before[change.old]) + marked("+", after[change.new])
        next = change.old.upperBound
    }
    return text + marked(" ", before[next..<old.upperBound])
}

/// `12,3`: the first line from 1, and how many there are.
private func place(_ range: Range<Int>) -> String {
    "\(range.isEmpty ? range.lowerBound : range.lowerBound + 1)" + (range.count == 1 ? "" : ",\(range.count)")
}

private func marked(_ sign: String, _ lines: ArraySlice<Line>) -> String {
    lines.map { line in
        let text = sign + String(decoding: line, as: UTF8.self)
        return line.last == UInt8(ascii: "\n") ? text : text + "\n\\ No newline at end of file\n"
    }.joined()
}
