package import SourceText

/// What a change did to the findings: those of the documents behind it, less those that they had before it.
///
/// Findings are known by rule and identity, each as often as it was there, so that moved lines, renamed files and
/// reflowed paragraphs bring none back.
package struct BaseComparison: Sendable {
    /// New findings, anchored on the side that the change touched.
    package let new: [Finding]
    /// New findings of which the change touched neither side: it was made elsewhere (a definition was removed, say).
    package let elsewhere: [Finding]
    /// Findings that are no longer there.
    package let mended: Int
    package let unchanged: Int

    /// - Parameters:
    ///   - documents: As they are, with what was found in them.
    ///   - former: As they were.
    package init(
        _ findings: [Finding], in documents: [SourceFile], since formerFindings: [Finding], in former: [SourceFile]
    ) {
        let change = DocumentChange(from: former, to: documents)
        var matching = FindingMatching(findings, formerFindings, change)
        matching.match(by: \.fingerprintKey)
        // A renamed file may come before the other side where it came behind it.
        matching.match(by: { [$0.rule] + $0.identity.sorted() })
        matching.matchByPlace()
        let fresh = matching.unmatched
        var new: [Finding] = []
        var elsewhere: [Finding] = []
        for finding in fresh {
            if let anchored = finding.anchored(on: change) { new.append(anchored) } else { elsewhere.append(finding) }
        }
        self.new = new
        self.elsewhere = elsewhere
        mended = formerFindings.count - matching.matchedCount
        unchanged = matching.matchedCount
    }
}

extension Finding {
    /// What tells it from others, as its fingerprint is made of it.
    var fingerprintKey: [String] { [rule] + (identity.isEmpty ? [message] : identity) }
}

/// Findings held against former ones, in several rounds.
private struct FindingMatching {
    private let findings: [Finding]
    private let former: [Finding]
    private let change: DocumentChange
    private var open: [Int]
    private var openFormer: [Int]
    private(set) var matchedCount = 0

    init(_ findings: [Finding], _ former: [Finding], _ change: DocumentChange) {
        self.findings = findings
        self.former = former
        self.change = change
        open = Array(findings.indices)
        openFormer = Array(former.indices)
    }

    var unmatched: [Finding] { open.map { findings[$0] } }

    mutating func match(by key: (Finding) -> [String]) {
        match(open.map { key(findings[$0]) }, openFormer.map { key(former[$0]) })
    }

    /// What stands on the same untouched lines is the same, whatever an edit elsewhere has made of its names.
    mutating func matchByPlace() {
        match(
            open.map { placeKey(findings[$0]) { change.former($0, line: $1) } },
            openFormer.map { placeKey(former[$0]) { ($0.path, $1) } })
    }

    /// Of several findings with one key, those that the change left alone are the old ones. An empty key is none.
    private mutating func match(_ keys: [[String]], _ formerKeys: [[String]]) {
        var counts: [[String]: Int] = [:]
        for key in formerKeys where !key.isEmpty { counts[key, default: 0] += 1 }
        let isTouched = open.map { change.touches(findings[$0]) }
        var matched: Set<Int> = []
        var taken: [[String]: Int] = [:]
        for place in open.indices.filter({ !isTouched[$0] }) + open.indices.filter({ isTouched[$0] }) {
            let key = keys[place]
            guard taken[key, default: 0] < counts[key, default: 0] else { continue }
            taken[key, default: 0] += 1
            matched.insert(place)
        }
        matchedCount += matched.count
        open = open.indices.filter { !matched.contains($0) }.map { open[$0] }
        openFormer = openFormer.indices.filter { place in
            guard let left = taken[formerKeys[place]], left > 0 else { return true }
            taken[formerKeys[place]] = left - 1
            return false
        }.map { openFormer[$0] }
    }

    /// Rule and lines of all sides; empty when one of them is not known.
    private func placeKey(_ finding: Finding, _ locate: (SourceSpan, Int) -> (String, Int)?) -> [String] {
        guard let span = finding.span else { return [] }
        var lines: [String] = []
        for place in [span] + finding.related.map(\.span) {
            guard let (path, line) = locate(place, place.firstLine), place.firstLine == place.lastLine else {
                return []
            }
            lines.append("\(path):\(line)")
        }
        return [finding.rule] + lines.sorted()
    }
}
