import Delivery
import Events
import Observations
import SourceText

/// The event log beside a plan, as messages name it.
private let eventFile = ".plumbline/events.jsonl"

/// Bytes; a verdict that changed every minute for years.
private let eventLimit = 64 * 1_048_576

/// What former builds recorded; empty where nothing was, or where it cannot be read, which is told.
func readEvents(of folder: PlanFolder) -> EventLog {
    let path = joined(folder.path, eventFile)
    do throws(DeliveryError) {
        guard let bytes = try FileSystem.read(path, limit: eventLimit) else { return .empty }
        guard bytes.count <= eventLimit else {
            return unread("is larger than \(eventLimit / 1_048_576) MiB")
        }
        return EventLog(SourceFile(path: eventFile, bytes: bytes))
    } catch {
        return unread("cannot be read: \(error.reason)")
    }
}

private func unread(_ why: String) -> EventLog {
    EventLog(
        finding: Finding(
            rule: "event-unreadable", severity: .warning, message: "the event log '\(eventFile)' \(why)", at: nil,
            help: "the history is shown without it; mend it, or move it away", identity: [eventFile]))
}

/// Adds to the log how things stand now where that has changed. A folder that cannot be written to is worth a note: the
/// site is published all the same.
func recordEvents(_ states: [VerdictState], at now: Instant, of folder: PlanFolder) {
    let path = joined(folder.path, eventFile)
    do throws(DeliveryError) {
        try appendLines(to: path, limit: eventLimit) { bytes in
            guard bytes.count <= eventLimit else { return "" }
            return EventLog.addition(to: SourceFile(path: eventFile, bytes: bytes), of: states, at: now)
        }
    } catch {
        Terminal.complain("note: the history was not recorded: \(shown(path)): \(error.reason)\n")
    }
}

extension DeliveryError {
    /// Why, without the path.
    fileprivate var reason: String {
        guard case .failed(_, _, let code) = self else { return description }
        return DeliveryError.reason(code)
    }
}
