import DataNotations
import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// The chat channels that the document names: where it lists them, and where it says that something is posted.
    func readChannels(_ data: [CodeData]) -> [ChannelMention] {
        guard source.bytes.contains(UInt8(ascii: "#")) else { return [] }
        var found: [ChannelMention] = []
        for section in planSections {
            let lists = stands(section, under: [.communication, .channel])
            for line in section.lines {
                guard let role = role(of: line, lists: lists) else { continue }
                found += line.text.channels(role, line.reading)
            }
            found += section.tables.flatMap { channels(in: $0, lists: lists) }
        }
        return found + data.flatMap(configuredChannels)
    }

    /// `| Channel | For |` lists channels wherever it stands.
    private func channels(in table: ContentTable, lists: Bool) -> [ChannelMention] {
        let listing = lists ? nil : table.column(.channel)
        return table.rows.flatMap { row in
            row.cells.enumerated().flatMap { column, cell -> [ChannelMention] in
                guard cell.utf8.holds(UInt8(ascii: "#"), in: cell.bytes) else { return [] }
                // `| Step | Owner | Channel |` says where each step is told of, and not which channels there are.
                if lists || listing == column {
                    return cell.channels(lists || column == 0 ? .listed : .declared, .tableCell)
                }
                return cell.mentions(.posting) ? cell.channels(.used, .tableCell) : []
            }
        }
    }

    private func role(of line: ContentLine, lists: Bool) -> ChannelMention.Role? {
        guard line.text.utf8.holds(UInt8(ascii: "#"), in: line.text.bytes) else { return nil }
        if lists { return .listed }
        if let field = line.field, field.value.tokens.first?.isSign("#") == true { return .declared }
        return line.text.mentions(.posting) ? .used : nil
    }

    /// `channels: ["#ops"]`, `channel: "#ops"`.
    private func configuredChannels(_ item: CodeData) -> [ChannelMention] {
        item.objects.flatMap { _, _, members in
            members.flatMap { member -> [ChannelMention] in
                guard member.value.mayNameChannel,
                    style.vocabulary.classes(ofName: member.key).intersects(channelKeys)
                        || chatTools.contains(member.key.lowercased())
                else { return [] }
                let values = member.value.elements.isEmpty ? [member.value] : member.value.elements
                return values.compactMap { value in
                    guard let name = value.stringValue, name.first == "#", isChannelName(name.utf8.dropFirst()) else {
                        return nil
                    }
                    return ChannelMention(name: Claim(name, at: value.span, .codeBlock), role: .used)
                }
            }
        }
    }
}

extension ReadText {
    /// The channels that a text names.
    fileprivate func channels(_ role: ChannelMention.Role, _ reading: Reading) -> [ChannelMention] {
        var found: [ChannelMention] = []
        var index = bytes.lowerBound
        while index < bytes.upperBound {
            defer { index += 1 }
            guard utf8[index] == UInt8(ascii: "#"), index == bytes.lowerBound || utf8[index - 1].opensName else {
                continue
            }
            var end = index + 1
            while end < bytes.upperBound, utf8[end].isChannelPart { end += 1 }
            // `#ops.` ends a sentence.
            while end > index + 1, utf8[end - 1] == UInt8(ascii: "-") || utf8[end - 1] == UInt8(ascii: "_") { end -= 1 }
            guard isChannelName(utf8[index + 1..<end]) else { continue }
            let name = part(index..<end)
            found.append(ChannelMention(name: Claim(name.text, at: name.span, reading), role: role))
            index = end - 1
        }
        return found
    }
}

extension DataValue {
    /// Whether it is a text that begins with `#`, or holds one.
    fileprivate var mayNameChannel: Bool {
        let values = elements
        return values.isEmpty
            ? stringValue?.utf8.first == UInt8(ascii: "#")
            : values.contains { $0.stringValue?.utf8.first == UInt8(ascii: "#") }
    }
}

/// Whether a word behind `#` may be a channel, and no number of a ticket and no colour.
private func isChannelName(_ name: some Collection<UInt8>) -> Bool {
    guard let first = name.first, name.count > 1, name.allSatisfy(\.isChannelPart),
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    else { return false }
    let isHex = name.allSatisfy { $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20) }
    return !(isHex && [3, 4, 6, 8].contains(name.count))
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// Small letters, digits, `-`, `_`, and every letter that is not ASCII.
    fileprivate var isChannelPart: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || isDigit || self == UInt8(ascii: "-")
            || self == UInt8(ascii: "_") || self >= 0x80
    }

    /// What may stand before a channel's name.
    fileprivate var opensName: Bool {
        switch self {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "("), UInt8(ascii: "["),
            UInt8(ascii: "`"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ","), UInt8(ascii: "/"),
            UInt8(ascii: ":"), UInt8(ascii: "*"):
            true
        default: false
        }
    }
}

/// Keys under which a program keeps where it posts.
private let chatTools: Set<String> = ["slack", "slackchannel", "room", "mattermost", "rocketchat", "discord", "chat"]
private let channelKeys: WordClassSet = [.channel, .notify, .posting]
