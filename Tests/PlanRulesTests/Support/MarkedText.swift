import SourceText
import Testing

/// Documents whose source marks stretches with `‹1:…›`; the marks are taken out before anything is read.
struct MarkedText {
    let files: [SourceFile]
    private let spans: [Int: SourceSpan]

    struct UnbalancedMark: Error {
        let path: String
    }

    init(_ documents: [(name: String, text: String)]) throws {
        var files: [SourceFile] = []
        var spans: [Int: SourceSpan] = [:]
        for document in documents {
            let (text, ranges) = try MarkedText.strip(document.text, path: document.name)
            let file = SourceFile(path: document.name, text: text)
            files.append(file)
            for (number, range) in ranges { spans[number] = SourceSpan(file: file, range: range) }
        }
        self.files = files
        self.spans = spans
    }

    func span(_ number: Int) throws -> SourceSpan { try #require(spans[number], "no mark ‹\(number):…›") }

    private static func strip(_ marked: String, path: String) throws -> (String, [(Int, Range<Int>)]) {
        var text = ""
        var open: [(number: Int, start: Int)] = []
        var ranges: [(Int, Range<Int>)] = []
        var rest = marked[...]
        while let character = rest.popFirst() {
            if character == "‹" {
                let digits = rest.prefix { $0.isNumber }
                guard let number = Int(digits), rest.dropFirst(digits.count).first == ":" else {
                    throw UnbalancedMark(path: path)
                }
                rest = rest.dropFirst(digits.count + 1)
                open.append((number, text.utf8.count))
            } else if character == "›" {
                guard let mark = open.popLast() else { throw UnbalancedMark(path: path) }
                ranges.append((mark.number, mark.start..<text.utf8.count))
            } else {
                text.append(character)
            }
        }
        guard open.isEmpty else { throw UnbalancedMark(path: path) }
        return (text, ranges)
    }
}
