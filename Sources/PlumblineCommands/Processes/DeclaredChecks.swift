import Configuration
import Delivery
import Observations
import Plan
import PlanReading
import SourceText

/// Runs the checks that settings declare, and tells of each how it ended.
///
/// Only for somebody who asked for it: settings come with pull requests.
///
/// - Parameter folder: Of the settings; absolute.
func runDeclaredChecks(_ declared: [CheckConfiguration], in folder: String, now: Instant) -> [ItemResult] {
    let places = declared.map { $0.directory.map { normalized(joined(folder, $0)) } ?? folder }
    let runnable = declared.indices.filter { InputFiles.kind(of: places[$0]) == .folder }
    let outcomes = Check.run(
        runnable.map {
            Check(command: declared[$0].command, directory: places[$0], timeout: declared[$0].timeout)
        }, environment: ProcessEnvironment.all())
    let ended = Dictionary(zip(runnable, outcomes), uniquingKeysWith: { first, _ in first })
    return declared.indices.map { index in
        let (status, evidence) =
            ended[index].map { told($0, of: declared[index]) }
            ?? (.blocked, "there is no folder '\(shown(places[index]))' to run '\(name(declared[index]))' in")
        let item = declared[index].item
        return ItemResult(
            id: item.value, item: item.value, status: status, time: now, by: nil, evidence: evidence, span: item.span)
    }
}

private func told(_ outcome: Check.Outcome, of check: CheckConfiguration) -> (ItemResult.Status, String) {
    let name = "'\(name(check))'"
    switch outcome.end {
    case .status(0): return (.passed, "\(name) ended with status 0" + said(outcome, lines: 1))
    case .status(let status): return (.failed, "\(name) ended with status \(status)" + said(outcome, lines: 3))
    case .timedOut:
        let seconds = check.timeout.formattedSeconds
        return (.failed, "\(name) was ended after \(seconds) s, its time limit" + said(outcome, lines: 3))
    case .notStarted(let code): return (.blocked, "\(name) could not be started: \(DeliveryError.reason(code))")
    }
}

private func name(_ check: CheckConfiguration) -> String {
    let text = shown(withoutSecrets(check.command.joined(separator: " ")))
    return text.count > 80 ? "\(text.prefix(79))…" : text
}

/// The last lines that say something, masked before they are cut: half a password is told by nothing.
private func said(_ outcome: Check.Outcome, lines count: Int) -> String {
    let text = withoutSecrets(withoutColours(outcome.tail))
    let lines = text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }.suffix(count)
    guard !lines.isEmpty else { return "" }
    let joined = lines.joined(separator: " / ")
    return ": " + (joined.count > 300 ? "…\(joined.suffix(299))" : joined)
}

/// Without what steers a terminal.
private func withoutColours(_ bytes: [UInt8]) -> String {
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == 0x1b, index < bytes.count, bytes[index] == UInt8(ascii: "[") {
            index += 1
            while index < bytes.count, !(0x40...0x7e).contains(bytes[index]) { index += 1 }
            index += 1
        } else if byte >= 0x20 && byte != 0x7f || byte == 0x0a || byte == 0x0d {
            kept.append(byte)
        } else if byte == 0x09 {
            kept.append(0x20)
        }
    }
    return String(decoding: kept, as: UTF8.self)
}

extension Double {
    /// `30`, `0.5`
    fileprivate var formattedSeconds: String { self == rounded() && self < 1e9 ? String(Int(self)) : String(self) }
}
