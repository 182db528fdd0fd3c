import DataNotations
import SourceText

/// Reads a JSON file of what was done; a fault costs its own entry and no other.
///
/// ```json
/// { "results": [{ "id": "checklist/backup-restored", "status": "passed", "time": "2026-11-23T09:30:00Z",
///                 "by": "ops", "evidence": "https://ci.example/1" },
///               { "item": "Backup restored", "status": "failed", "time": 1795426200 }],
///   "flags":   [{ "flag": "enableCaching", "percent": 40, "time": "2026-11-23T09:30:00Z", "by": "ops" }] }
/// ```
///
/// A result names its item by `id` or by text (`item`); `status` is passed, failed, skipped, pending or blocked, in any
/// case of letters; `time` must be there, `by` and `evidence` need not. Both lists may be left out.
struct JSONResultReader {
    private let file: SourceFile
    private(set) var results: [ItemResult] = []
    private(set) var flags: [FlagResult] = []
    private var lost: FaultList
    private var unknownKeys: FaultList

    var findings: [Finding] { lost.findings + unknownKeys.findings }

    init(_ file: SourceFile) {
        self.file = file
        lost = FaultList(rule: "result-unreadable", .error, path: file.path)
        unknownKeys = FaultList(rule: "result-key-unknown", .warning, path: file.path)
    }

    mutating func read() {
        do throws(ObservationFault) {
            let root = try JSONRecord(try document())
            // A misspelt name of a list hides all that is in it.
            if let fault = root.unknownKey(among: ["results", "flags"]) { lost.add(fault) }
            for value in entries("results", of: root) {
                if let result = entry(
                    value, keys: ["id", "item", "status", "time", "by", "evidence"], read: Self.result)
                {
                    results.append(result)
                }
            }
            for value in entries("flags", of: root) {
                if let flag = entry(value, keys: ["flag", "percent", "time", "by"], read: Self.flag) {
                    flags.append(flag)
                }
            }
        } catch {
            lost.add(error)
        }
    }

    private func document() throws(ObservationFault) -> DataValue {
        do throws(NotationError) {
            return try DataDocument.json(NotationInput(file: file))
        } catch {
            throw ObservationFault(error.message, at: error.span)
        }
    }

    private mutating func entries(_ key: String, of root: JSONRecord) -> [DataValue] {
        guard let list = root[key] else { return [] }
        guard case .array(let elements) = list.kind else {
            lost.add(ObservationFault("'\(key)' must be a list, not \(list.kind.phrase)", at: list.span))
            return []
        }
        return elements
    }

    /// An entry with a key too many is reported and kept: dropping a failed result would make the plan look better.
    private mutating func entry<Entry>(
        _ value: DataValue, keys: [String], read: (JSONRecord) throws(ObservationFault) -> Entry
    ) -> Entry? {
        do throws(ObservationFault) {
            let record = try JSONRecord(value)
            if let fault = record.unknownKey(among: keys) { unknownKeys.add(fault) }
            return try read(record)
        } catch {
            lost.add(error)
            return nil
        }
    }

    private static func result(_ record: JSONRecord) throws(ObservationFault) -> ItemResult {
        let id = try record.optionalText("id")
        let item = try record.optionalText("item")
        guard id?.isEmpty == false || item?.isEmpty == false else {
            throw ObservationFault("neither 'id' nor 'item' says what this is the result of", at: record.span)
        }
        let word = try record.text("status")
        guard let status = ItemResult.Status(rawValue: word.trimmed.lowercased()) else {
            let known = ItemResult.Status.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            throw ObservationFault(
                "status '\(word.prefix(40))' is not one of \(known)", at: record["status"]?.span ?? record.span)
        }
        return ItemResult(
            id: id, item: item, status: status, time: try record.time("time"), by: try record.optionalText("by"),
            evidence: try record.optionalText("evidence"), span: record.span)
    }

    private static func flag(_ record: JSONRecord) throws(ObservationFault) -> FlagResult {
        let flag = try record.text("flag")
        guard let percent = record["percent"] else {
            throw ObservationFault("'percent' is missing", at: record.span)
        }
        guard let number = percent.numberValue, (0...100).contains(number) else {
            throw ObservationFault(
                "percent '\(percent.span.text.prefix(40))' is not a number from 0 to 100", at: percent.span)
        }
        return FlagResult(
            flag: flag, percent: number, time: try record.time("time"), by: try record.optionalText("by"),
            span: record.span)
    }
}
