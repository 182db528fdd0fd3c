/// A stretch of the arena's text that is said without a gap.
struct TextRun {
    var bytes: Range<Int32>
    var segments: Range<Int32>

    init(_ record: NodeRecord) {
        bytes = record.textStart..<record.textEnd
        segments = record.segmentStart..<record.segmentEnd
    }

    /// Takes a node's text in when it stands directly behind.
    mutating func extend(by record: NodeRecord) -> Bool {
        guard bytes.upperBound == record.textStart, segments.upperBound == record.segmentStart else { return false }
        bytes = bytes.lowerBound..<record.textEnd
        segments = segments.lowerBound..<record.segmentEnd
        return true
    }
}

/// What a node and the inlines below it say, in as few pieces as it can be had from the arena: most paragraphs are one.
enum SaidText {
    case run(TextRun)
    /// The line break between two blocks, in front of the byte at this offset of the file.
    case gap(Int32)
}

extension NodeArena {
    /// Hands over the pieces of what a node says, in order.
    ///
    /// - Parameter struck: with the struck text.
    func readText(of root: Int32, struck: Bool, _ take: (SaidText) -> Void) {
        var run: TextRun?
        var hasText = false
        var place = root
        while true {
            let record = records[Int(place)]
            if struck || !record.struck {
                switch record.type {
                case .text, .codeSpan, .softBreak, .lineBreak:
                    if run?.extend(by: record) != true {
                        if let run { take(.run(run)) }
                        run = TextRun(record)
                    }
                    hasText = hasText || record.textEnd > record.textStart
                case .paragraph, .heading, .tableCell:
                    guard hasText else { break }
                    if let run { take(.run(run)) }
                    run = nil
                    take(.gap(record.start))
                default: break
                }
            }
            guard let following = index(after: place, below: root) else { break }
            place = following
        }
        if let run { take(.run(run)) }
    }

    /// The next node below `root` in pre-order; nil behind the last.
    func index(after index: Int32, below root: Int32) -> Int32? {
        var current = index
        if records[Int(current)].firstChild != NodeRecord.none { return records[Int(current)].firstChild }
        while current != root, records[Int(current)].next == NodeRecord.none { current = records[Int(current)].parent }
        return current == root ? nil : records[Int(current)].next
    }
}
