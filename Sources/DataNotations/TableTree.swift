import SourceText

/// An object that is put together from keys at any depth, as TOML, INI and properties files write it.
///
/// Tables are numbered, so that a key is added in constant time however deep it stands.
struct TableTree {
    /// A key as it is named, with its place in the input.
    struct Key {
        let text: String
        let range: Range<Int>
    }

    /// A key's value or the tables that stand under it, with the comments on it.
    private struct Entry {
        let key: Key
        var content: Content
        var leading: DataComment?
        var trailing: DataComment?
    }

    private enum Content {
        case value(DataValue)
        case table(Int)
        case list([Int])
    }

    private struct Table {
        var entries: [Entry] = []
        var places: [String: Int] = [:]
        var range: Range<Int>?
        /// The section that is open when the table is first named; what later sections add does not widen its span.
        let section: Int
        /// Levels from the root, lists counted.
        let depth: Int
    }

    static let root = 0
    private let input: NotationInput
    private var tables = [Table(section: 0, depth: 1)]
    private var section = 0

    init(_ input: NotationInput) { self.input = input }

    func depth(_ table: Int) -> Int { tables[table].depth }

    /// Starts a stretch of its own, as a header does.
    mutating func startSection() { section += 1 }

    /// Widens the span of tables to hold a range, as far as they belong to the section that is open.
    mutating func extend(_ path: [Int], by range: Range<Int>) {
        for table in path where tables[table].section == section || table == TableTree.root {
            let own = tables[table].range ?? range
            tables[table].range =
                min(own.lowerBound, range.lowerBound)..<max(own.upperBound, range.upperBound)
        }
    }

    /// The table under a key, made when there is none; of a list of tables its last one.
    ///
    /// - Returns: nil when something else stands there.
    mutating func table(_ key: Key, in parent: Int) -> Int? {
        guard let place = tables[parent].places[key.text] else {
            let table = newTable(depth: tables[parent].depth + 1)
            add(Entry(key: key, content: .table(table)), to: parent)
            return table
        }
        switch tables[parent].entries[place].content {
        case .table(let table): return table
        case .list(let elements): return elements.last
        case .value: return nil
        }
    }

    /// A further table in the list under a key.
    ///
    /// - Returns: nil when something else stands there.
    mutating func appendTable(_ key: Key, in parent: Int) -> Int? {
        let table = newTable(depth: tables[parent].depth + 2)
        guard let place = tables[parent].places[key.text] else {
            add(Entry(key: key, content: .list([table])), to: parent)
            return table
        }
        guard case .list(var elements) = tables[parent].entries[place].content else { return nil }
        // The list leaves its place while it grows, so that it is not copied.
        tables[parent].entries[place].content = .list([])
        elements.append(table)
        tables[parent].entries[place].content = .list(elements)
        return table
    }

    /// Gives a key its value.
    ///
    /// - Parameter replacing: whether a value that stands there gives way.
    /// - Returns: false when the key is taken.
    mutating func set(
        _ key: Key, _ value: DataValue, in parent: Int, leading: DataComment?, trailing: DataComment?,
        replacing: Bool = false
    ) -> Bool {
        let entry = Entry(key: key, content: .value(value), leading: leading, trailing: trailing)
        guard let place = tables[parent].places[key.text] else {
            add(entry, to: parent)
            return true
        }
        guard replacing, case .value = tables[parent].entries[place].content else { return false }
        tables[parent].entries[place] = entry
        return true
    }

    /// Keeps the comments on the header of a table.
    mutating func comment(on key: Key, in parent: Int, leading: DataComment?, trailing: DataComment?) {
        guard let place = tables[parent].places[key.text] else { return }
        let entry = tables[parent].entries[place]
        tables[parent].entries[place].leading = entry.leading ?? leading
        tables[parent].entries[place].trailing = entry.trailing ?? trailing
    }

    /// A table that belongs nowhere, for the keys under a header that cannot be used.
    mutating func detachedTable() -> Int { newTable(depth: 1) }

    private mutating func newTable(depth: Int) -> Int {
        tables.append(Table(section: section, depth: depth))
        return tables.count - 1
    }

    private mutating func add(_ entry: Entry, to parent: Int) {
        tables[parent].places[entry.key.text] = tables[parent].entries.count
        tables[parent].entries.append(entry)
    }

    // MARK: Result

    /// The whole as a value; nil when there is no key in it. Whoever adds tables bounds their depth.
    func value() -> DataValue? { tables[TableTree.root].entries.isEmpty ? nil : value(of: TableTree.root) }

    private func value(of table: Int) -> DataValue {
        let members = tables[table].entries.map { entry in
            DataMember(
                key: entry.key.text, keySpan: input.span(entry.key.range), value: value(of: entry.content),
                leadingComment: entry.leading, trailingComment: entry.trailing)
        }
        return DataValue(kind: .object(members), span: input.span(tables[table].range ?? 0..<0))
    }

    private func value(of content: Content) -> DataValue {
        switch content {
        case .value(let value): return value
        case .table(let table): return value(of: table)
        case .list(let elements):
            let values = elements.map(value)
            let span = values.dropFirst().reduce(values.first?.span) { $0?.union($1.span) }
            return DataValue(kind: .array(values), span: span ?? input.span(0..<0))
        }
    }
}
