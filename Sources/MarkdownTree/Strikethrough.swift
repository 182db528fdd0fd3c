import SourceText

/// A run of one or two tildes in a text node.
private struct TildeRun {
    /// The text record, and the run's bytes in the arena's text.
    let node: Int32
    let range: Range<Int32>
    /// Offset of the first tilde in the file.
    let place: Int
    let canOpen: Bool
    let canClose: Bool

    var length: Int { range.count }
}

/// A run that opens or closes, with where it pairs to.
private struct StruckRange {
    let opener: Int
    let closer: Int
}

/// `~~struck~~` text, which cmark is not asked for (see `CMarkTree`).
///
/// Follows strikethrough.c and cmark's delimiter algorithm: runs of one or two tildes that flank, the nearest opener
/// wins, one of another length takes both out of the game. Other than there, both ends must have the same parent, so
/// `~~a *b~~ c*` stays emphasis.
extension TreeBuilder {
    mutating func markStrikethrough(below block: Int32) {
        guard content.bytes.holds(UInt8(ascii: "~")) else { return }
        let first = block + 1
        var runs: [Int32: [TildeRun]] = [:]
        var parents: [Int32] = []
        let last = Int32(truncatingIfNeeded: records.count)
        for index in first..<last where records[Int(index)].type == .text {
            let found = tildeRuns(in: index)
            guard !found.isEmpty else { continue }
            let parent = records[Int(index)].parent
            if runs[parent] == nil { parents.append(parent) }
            runs[parent, default: []].append(contentsOf: found)
        }
        var changed = false
        for parent in parents {
            guard let candidates = runs[parent] else { continue }
            let pairs = Self.pairs(of: candidates)
            guard !pairs.isEmpty else { continue }
            changed = true
            wrap(candidates, pairs, below: parent)
        }
        if changed { spreadStruck(below: block) }
    }

    /// Tildes that stand as such in the source, grouped.
    private func tildeRuns(in index: Int32) -> [TildeRun] {
        let record = records[Int(index)]
        var runs: [TildeRun] = []
        for segment in text.segments[Int(record.segmentStart)..<Int(record.segmentEnd)] where segment.verbatim {
            var offset = segment.textStart
            while offset < segment.textEnd {
                guard text.bytes[Int(offset)] == UInt8(ascii: "~") else {
                    offset += 1
                    continue
                }
                let start = offset
                while offset < segment.textEnd, text.bytes[Int(offset)] == UInt8(ascii: "~") { offset += 1 }
                guard offset - start <= 2 else { continue }
                let place = Int(segment.sourceStart + start - segment.textStart)
                let flanks = flanking(place..<place + Int(offset - start))
                guard flanks.left || flanks.right else { continue }
                runs.append(
                    TildeRun(
                        node: index, range: start..<offset, place: place, canOpen: flanks.left, canClose: flanks.right))
            }
        }
        return runs
    }

    /// Whether text follows (left) or precedes (right) a run, by CommonMark's rules.
    private func flanking(_ run: Range<Int>) -> (left: Bool, right: Bool) {
        let before = scalar(before: run.lowerBound)
        let after = scalar(at: run.upperBound)
        let left = !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation)
        let right = !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation)
        return (left, right)
    }

    private func scalar(before place: Int) -> Unicode.Scalar {
        var start = place - 1
        while start > 0, source.bytes[start] & 0xC0 == 0x80, place - start < 4 { start -= 1 }
        guard start >= 0 else { return "\n" }
        return String(decoding: source.bytes[start..<place], as: UTF8.self).unicodeScalars.last ?? "\n"
    }

    private func scalar(at place: Int) -> Unicode.Scalar {
        let end = min(place + 4, source.bytes.count)
        guard place < end else { return "\n" }
        return String(decoding: source.bytes[place..<end], as: UTF8.self).unicodeScalars.first ?? "\n"
    }

    /// Pairs in order of their openers, properly nested.
    private static func pairs(of runs: [TildeRun]) -> [StruckRange] {
        var openers: [Int] = []
        var pairs: [StruckRange] = []
        // Openers below these were searched in vain for a closer of the length; without them the search is quadratic.
        var bottoms = [0, 0, 0]
        for (index, run) in runs.enumerated() {
            var found = openers.count - 1
            if run.canClose {
                while found >= bottoms[run.length], !matches(runs[openers[found]], run) { found -= 1 }
            }
            if run.canClose, found >= bottoms[run.length] {
                let opener = openers[found]
                openers.removeSubrange(found...)
                if runs[opener].length == run.length {
                    pairs.append(StruckRange(opener: opener, closer: index))
                }
                for length in bottoms.indices { bottoms[length] = min(bottoms[length], openers.count) }
            } else {
                if run.canClose { bottoms[run.length] = openers.count }
                if run.canOpen { openers.append(index) }
            }
        }
        return pairs.sorted { $0.opener < $1.opener }
    }

    /// cmark's rule of three: runs that could both open and close match only if their lengths do not add up to one.
    private static func matches(_ opener: TildeRun, _ closer: TildeRun) -> Bool {
        !(closer.canOpen || opener.canClose) || (opener.length + closer.length) % 3 != 0
    }

    /// Rebuilds a parent's list of children with the struck ranges as nodes of their own.
    private mutating func wrap(_ runs: [TildeRun], _ pairs: [StruckRange], below parent: Int32) {
        var marks: [(run: TildeRun, opens: Bool)] = []
        for pair in pairs {
            marks.append((runs[pair.opener], true))
            marks.append((runs[pair.closer], false))
        }
        marks.sort { $0.run.place < $1.run.place }
        var child = records[Int(parent)].firstChild
        records[Int(parent)].firstChild = NodeRecord.none
        records[Int(parent)].lastChild = NodeRecord.none
        var open = [parent]
        var next = 0
        while child != NodeRecord.none {
            let following = records[Int(child)].next
            records[Int(child)].next = NodeRecord.none
            if next < marks.count, marks[next].run.node == child {
                let original = records[Int(child)]
                var textStart = original.textStart
                while next < marks.count, marks[next].run.node == child {
                    let mark = marks[next]
                    attachPart(of: original, child, textStart..<mark.run.range.lowerBound, below: open[open.count - 1])
                    if mark.opens {
                        open.append(
                            append(.strikethrough, mark.run.place..<mark.run.place, below: open[open.count - 1]))
                    } else if let struck = open.popLast() {
                        records[Int(struck)].end = Int32(truncatingIfNeeded: mark.run.place + mark.run.length)
                    }
                    textStart = mark.run.range.upperBound
                    next += 1
                }
                attachPart(of: original, child, textStart..<original.textEnd, below: open[open.count - 1])
            } else {
                attach(child, below: open[open.count - 1])
            }
            child = following
        }
    }

    /// Adds part of a text node as a node of its own.
    private mutating func attachPart(
        of original: NodeRecord, _ index: Int32, _ range: Range<Int32>, below parent: Int32
    ) {
        guard !range.isEmpty else { return }
        let part = append(.text, 0..<0, below: parent)
        text.beginNode()
        records[Int(part)].textStart = range.lowerBound
        records[Int(part)].textEnd = range.upperBound
        records[Int(part)].segmentStart = Int32(truncatingIfNeeded: text.segments.count)
        let kept = text.appendClips(
            of: Int(original.segmentStart)..<Int(original.segmentEnd), to: range)
        records[Int(part)].segmentEnd = Int32(truncatingIfNeeded: text.segments.count)
        records[Int(part)].start = Int32(truncatingIfNeeded: kept.lowerBound)
        records[Int(part)].end = Int32(truncatingIfNeeded: kept.upperBound)
    }

    private mutating func attach(_ child: Int32, below parent: Int32) {
        records[Int(child)].parent = parent
        let last = records[Int(parent)].lastChild
        if last == NodeRecord.none {
            records[Int(parent)].firstChild = child
        } else {
            records[Int(last)].next = child
        }
        records[Int(parent)].lastChild = child
    }

    /// Tells every node below a struck one, parents first.
    private mutating func spreadStruck(below block: Int32) {
        var index = records[Int(block)].firstChild
        while index != NodeRecord.none, index != block {
            let parent = records[Int(index)].parent
            records[Int(index)].struck =
                records[Int(index)].type == .strikethrough || (parent != block && records[Int(parent)].struck)
            if records[Int(index)].firstChild != NodeRecord.none {
                index = records[Int(index)].firstChild
                continue
            }
            while index != block, records[Int(index)].next == NodeRecord.none { index = records[Int(index)].parent }
            if index != block { index = records[Int(index)].next }
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isSpace: Bool {
        switch value {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
        default: properties.generalCategory == .spaceSeparator
        }
    }

    fileprivate var isPunctuation: Bool {
        if isASCII { return UInt8(truncatingIfNeeded: value).isASCIIPunctuation }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }
}
