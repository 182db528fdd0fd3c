package import SourceText

/// YAML between a `---` line at the very top and a `---` or `...` line.
package struct FrontMatter: Sendable {
    /// With both delimiter lines and the last one's line ending.
    package let span: SourceSpan
    /// What stands between the delimiter lines.
    package let content: SourceSpan

    /// nil when the file does not start with `---`, or when nothing closes it.
    package init?(of source: SourceFile) {
        let first = source.lineRange(1)
        let start = source.bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        guard start <= first.upperBound,
            Self.isDelimiter(source.bytes[start..<first.upperBound], UInt8(ascii: "-")), source.lineStarts.count > 1
        else { return nil }
        for number in 2...source.lineStarts.count {
            let line = source.lineRange(number)
            let bytes = source.bytes[line]
            guard Self.isDelimiter(bytes, UInt8(ascii: "-")) || Self.isDelimiter(bytes, UInt8(ascii: ".")) else {
                continue
            }
            let end = number < source.lineStarts.count ? source.lineStarts[number] : source.bytes.count
            span = SourceSpan(file: source, range: start..<end)
            content = SourceSpan(file: source, range: source.lineStarts[1]..<line.lowerBound)
            return
        }
        return nil
    }

    /// Three of `mark` and then nothing but spaces.
    private static func isDelimiter(_ line: ArraySlice<UInt8>, _ mark: UInt8) -> Bool {
        line.count >= 3 && line.prefix(3).allSatisfy { $0 == mark }
            && line.dropFirst(3).allSatisfy { $0.isSpaceOrTab }
    }
}

/// U+FEFF in UTF-8, which some editors write at the start of a file.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
