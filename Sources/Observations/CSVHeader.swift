import SourceText

/// What the first record of a CSV file says of all others.
struct CSVHeader: Sendable {
    /// What a column holds.
    enum Column: Hashable, Sendable {
        case time, name, value, unit, labels
        case label(String)

        init(heading: String) {
            switch heading.lowercased() {
            case "time", "timestamp": self = .time
            case "name", "metric": self = .name
            case "value": self = .value
            case "unit": self = .unit
            case "labels": self = .labels
            default: self = .label(heading)
            }
        }

        /// How a message calls the column.
        var heading: String {
            switch self {
            case .time: "time"
            case .name: "name"
            case .value: "value"
            case .unit: "unit"
            case .labels: "labels"
            case .label(let heading): heading
            }
        }
    }

    let separator: UInt8
    let columns: [Column]
    /// Bytes of the file up to the first record, and the line that it stands on.
    let end: Int
    let nextLine: Int

    /// Reads the first record that is not blank, with the separator of comma, semicolon and tab that names all columns
    /// that are needed, else with the one that finds the most columns.
    ///
    /// - Returns: nil, with the faults, when it does not say where time, name and value are; nil without one for a file
    ///   without records.
    init?(_ file: SourceFile, faults: inout FaultList) {
        var best: CSVHeader?
        var record: CSVReader.Record?
        for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
            var records = CSVReader(file, separator: separator)
            guard let found = records.next() else { return nil }
            let header = CSVHeader(found, separator: separator, next: records)
            if best.map({ header.isBetter(than: $0) }) ?? true { (best, record) = (header, found) }
        }
        guard let best, let record, best.check(record, in: file, &faults) else { return nil }
        self = best
    }

    private init(_ record: CSVReader.Record, separator: UInt8, next: CSVReader) {
        self.separator = separator
        columns = record.fields.map { Column(heading: $0.text) }
        end = next.offset
        nextLine = next.line
    }

    private var needed: Int { [Column.time, .name, .value].count { columns.contains($0) } }

    private func isBetter(than other: CSVHeader) -> Bool {
        (needed, columns.count) > (other.needed, other.columns.count)
    }

    private func check(_ record: CSVReader.Record, in file: SourceFile, _ faults: inout FaultList) -> Bool {
        var isComplete = true
        var known: Set<Column> = []
        for (index, column) in columns.enumerated() where !known.insert(column).inserted {
            let span = SourceSpan(file: file, range: record.fields[index].range)
            faults.add(ObservationFault("two columns are named '\(column.heading.clipped(to: 100))'", at: span))
            isComplete = false
        }
        for column in [Column.time, .name, .value] where !columns.contains(column) {
            let headings = columns.map { "'\($0.heading)'" }.joined(separator: ", ").clipped(to: 200)
            let end = record.fields.last?.range.upperBound ?? 0
            let span = SourceSpan(file: file, range: min(record.fields.first?.range.lowerBound ?? 0, end)..<end)
            faults.add(ObservationFault("no column is named '\(column.heading)', only \(headings)", at: span))
            isComplete = false
        }
        return isComplete
    }
}
