package import Plan
package import SourceText

/// Keeps the credentials that stand in a plan's documents out of findings, whichever rules run and whatever is told of
/// the credentials themselves.
///
/// The places of findings move to copies of the documents in which an asterisk stands for each hidden byte: every place
/// stays where it is, and no format can show a credential in an excerpt.
package struct FindingMask: Sendable {
    private let texts: SecretMask
    /// By path; of documents with a credential only.
    private let copies: [String: SourceFile]

    package init(_ plan: Plan) {
        let secrets = plan.commands.secrets
        texts = SecretMask(secrets)
        copies = Dictionary(grouping: secrets.map(\.value), by: \.path).mapValues { spans in
            var bytes = spans[0].file.bytes
            for span in spans {
                for index in span.range.clamped(to: bytes.indices) where !isLineEnd(bytes[index]) {
                    bytes[index] = UInt8(ascii: "*")
                }
            }
            return SourceFile(path: spans[0].path, bytes: bytes)
        }
    }

    package func finding(_ finding: Finding) -> Finding {
        guard !copies.isEmpty else { return finding }
        return Finding(
            rule: finding.rule, severity: finding.severity, message: texts.text(finding.message),
            at: finding.span.map(place), label: finding.label.map(texts.text),
            related: finding.related.map { Finding.Note(texts.text($0.message), at: place($0.span)) },
            help: finding.help.map(texts.text), identity: finding.identity, fixes: finding.fixes)
    }

    /// With the reason that a comment gives.
    package func silenced(_ silenced: SilencedFinding) -> SilencedFinding {
        let reason: SilencedFinding.Reason =
            switch silenced.reason {
            case .comment(let text): .comment(reason: text.map(texts.text))
            case .baseline: .baseline
            }
        return SilencedFinding(finding(silenced.finding), reason)
    }

    private func place(_ span: SourceSpan) -> SourceSpan {
        copies[span.path].map { SourceSpan(file: $0, range: span.range) } ?? span
    }
}

private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
