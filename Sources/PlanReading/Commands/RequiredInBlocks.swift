import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// `NAME=…` in a block below a comment that says they must be there: `# Required in the host's dashboard:`.
    func requiredInBlocks(_ section: OutlineSection) -> [VariableMention] {
        var order: [StepPlace]?
        return section.codeBlocks.flatMap { block -> [VariableMention] in
            guard block.isPlain || block.isShell || settingLanguages.contains(block.language),
                case let found = requiredVariables(in: block, of: section), !found.isEmpty
            else { return [] }
            let above = order ?? stepPlaces(above: section)
            order = above
            let item = block.line.map { listPlace(of: $0, in: section) } ?? []
            return found.map {
                VariableMention(
                    name: String(decoding: block.content.utf8[$0], as: UTF8.self), role: .required, order: above + item,
                    span: block.content.span($0),
                    reading: .codeBlock)
            }
        }
    }

    private func requiredVariables(in block: CodeBlock, of section: OutlineSection) -> [Range<Int>] {
        let utf8 = block.content.utf8
        var isRequired = false
        // Comments are read only where a name stands below them: in most blocks none does.
        var comments: [Range<Int>] = []
        var found: [Range<Int>] = []
        var start = 0
        while start < utf8.count {
            let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.count
            defer { start = end + 1 }
            let first = utf8[start..<end].firstIndex { !$0.isShellBlank } ?? end
            guard first < end else { continue }
            if utf8[first] == UInt8(ascii: "#") {
                comments.append(first + 1..<end)
            } else if isRequired || !comments.isEmpty, let name = assignedName(utf8, first..<end) {
                for range in comments {
                    let comment = ReadText(block.content.slice(range).trimmed(), style)
                    isRequired = comment.isRequiring || isRequired && !comment.isPutOff
                }
                comments = []
                if isRequired, !ReadText(block.content.slice(name.upperBound..<end), style).comesLater {
                    found.append(name)
                }
            }
        }
        return found
    }

    /// `NAME` of `NAME=…` and `export NAME=…`.
    private func assignedName(_ utf8: [UInt8], _ line: Range<Int>) -> Range<Int>? {
        let export = "export ".utf8
        let start = utf8[line].starts(with: export) ? line.lowerBound + export.count : line.lowerBound
        let name = utf8[start..<line.upperBound].prefix { $0.isNamePart }
        guard name.count >= 6, name.contains(UInt8(ascii: "_")), !name.contains(where: { (0x61...0x7a).contains($0) }),
            name.endIndex < line.upperBound, utf8[name.endIndex] == UInt8(ascii: "=")
        else { return nil }
        return name.startIndex..<name.endIndex
    }
}

extension ReadText {
    /// Whether what stands behind a name says where its value comes from: `# from step 5`.
    fileprivate var comesLater: Bool {
        isPutOff || mentions(.step) || says(sourceWords)
    }
}

private let settingLanguages: Set<String> = ["env", "dotenv", "ini", "properties", "conf"]
private let sourceWords: WordSet = ["from", "see", "aus", "von", "siehe", "desde", "véase", "depuis", "voir"]
