import Plan
import SourceText

extension DocumentLink {
    /// The destination alone, where it stands in the link as written; nil for a reference link.
    var destinationSpan: SourceSpan? {
        let wanted = Array(destination.utf8)
        let range = span.range
        guard !wanted.isEmpty, range.count > wanted.count, range.count < 4096 else { return nil }
        let bytes = span.file.bytes
        let start = (range.lowerBound...range.upperBound - wanted.count).last {
            bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
        }
        return start.map { SourceSpan(file: span.file, range: $0..<$0 + wanted.count) }
    }

    /// What stands behind the first `#`, without what a browser is asked to do beside it; nil when nothing does.
    var fragment: String? {
        guard let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
        let fragment = destination[hash...].dropFirst()
        return fragment.isEmpty || fragment.hasPrefix(":~:") ? nil : String(fragment)
    }

    /// The fragment with its `#`, where it stands in the link as written; nil for a reference link.
    var fragmentSpan: SourceSpan? {
        guard let whole = destinationSpan,
            let hash = whole.file.bytes[whole.range].firstIndex(of: UInt8(ascii: "#"))
        else { return nil }
        return SourceSpan(file: whole.file, range: hash..<whole.range.upperBound)
    }
}

extension DocumentSection {
    /// The line of the heading.
    func headingSpan(in source: SourceFile) -> SourceSpan {
        let line = source.lineRange(source.line(at: start))
        return SourceSpan(file: source, range: start..<max(start, line.upperBound))
    }
}
