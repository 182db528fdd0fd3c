import SourceText

/// Findings whose places lie in copies of the documents without what may not be shown.
///
/// An asterisk stands for each hidden byte, so that every place stays where it is and no format can show a credential in
/// an excerpt, whichever finding the excerpt is for.
func masked(_ findings: [Finding]) -> [Finding] {
    let hidden = Dictionary(grouping: findings.flatMap(\.hidden), by: \.path)
    guard !hidden.isEmpty else { return findings }
    let copies = hidden.mapValues { spans in
        var bytes = spans[0].file.bytes
        for span in spans {
            for index in span.range.clamped(to: bytes.indices) where !isLineEnd(bytes[index]) {
                bytes[index] = UInt8(ascii: "*")
            }
        }
        return SourceFile(path: spans[0].path, bytes: bytes)
    }
    return findings.map { finding in
        finding.moved { span in copies[span.path].map { SourceSpan(file: $0, range: span.range) } ?? span }
    }
}

private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
