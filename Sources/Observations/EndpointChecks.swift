import DataNotations
import SourceText

/// What Gatus tells of one endpoint (`/api/v1/endpoints/statuses`): how each check went, and how long it took.
///
/// The metrics are called as Gatus itself calls them for Prometheus: `gatus_results_endpoint_success`, 1 or 0, so that its
/// average is the availability, and `gatus_results_duration_seconds`; with the labels `key`, `name` and `group`.
struct EndpointChecks {
    private let endpoint: JSONRecord
    private let results: [DataValue]
    private let path: String

    /// - Returns: nil for what is no endpoint of Gatus: it has a key of its own, and a list of results.
    init?(_ value: DataValue, path: String) throws(ObservationFault) {
        guard case .object = value.kind, value["key"] != nil, let results = value["results"] else { return nil }
        switch results.kind {
        case .array(let all): self.results = all
        case .null: self.results = []
        default: throw ObservationFault("'results' must be a list, not \(results.kind.phrase)", at: results.span)
        }
        endpoint = try JSONRecord(value)
        self.path = path
    }

    /// Two of each check, or why it has none.
    func records() throws(ObservationFault) -> [MetricRecord] {
        var labels = [MetricLabel("key", try endpoint.text("key"))]
        for key in ["name", "group"] {
            if let text = try endpoint.optionalText(key) { labels.append(MetricLabel(key, text)) }
        }
        let success = MetricIdentity(name: "gatus_results_endpoint_success", unit: "ratio", labels: labels)
        let duration = MetricIdentity(name: "gatus_results_duration_seconds", labels: labels)
        return results.flatMap { result -> [MetricRecord] in
            do throws(ObservationFault) {
                let check = try Check(result, path: path)
                return [.success(check.success(of: success)), .success(check.duration(of: duration))]
            } catch {
                return [.failure(error)]
            }
        }
    }

    /// One check.
    private struct Check {
        private let time: Instant
        private let isSuccess: Bool
        /// NaN where nothing answered: that a connection is refused at once is no short answer.
        private let seconds: Double
        private let place: ObservationPlace
        private let fault: ObservationFault?

        init(_ value: DataValue, path: String) throws(ObservationFault) {
            let record = try JSONRecord(value)
            time = try record.time("timestamp")
            guard let success = record["success"] else {
                throw ObservationFault("'success' is missing", at: value.span)
            }
            guard case .bool(let isSuccess) = success.kind else {
                throw ObservationFault("'success' must be true or false, not \(success.kind.phrase)", at: success.span)
            }
            self.isSuccess = isSuccess
            place = ObservationPlace(path: path, line: value.span.start.line)
            let hasErrors = if case .array(let errors)? = record["errors"]?.kind { !errors.isEmpty } else { false }
            switch record["duration"]?.kind {
            case .number(let nanoseconds)?: (seconds, fault) = (hasErrors ? .nan : nanoseconds / 1e9, nil)
            case nil: (seconds, fault) = (.nan, nil)
            case let kind?:
                let span = record["duration"]?.span ?? value.span
                seconds = .nan
                fault = ObservationFault("'duration' must be a number, not \(kind.phrase)", at: span)
            }
        }

        func success(of identity: MetricIdentity) -> ReadSample {
            let value: Double = isSuccess ? 1 : 0
            return ReadSample(
                identity: identity, sample: MetricSample(time: time, value: value, place: place), value: value,
                fault: nil)
        }

        func duration(of identity: MetricIdentity) -> ReadSample {
            ReadSample(
                identity: identity, sample: MetricSample(time: time, value: seconds, place: place), value: seconds,
                fault: fault)
        }
    }
}

extension ObservationFault {
    /// That an element of a list is a site of Upptime's `summary.json`; nil for anything else.
    ///
    /// It tells uptime and answer times of the last day, week, month and year, and nowhere of which: read today or a month
    /// later, the file is the same, so nothing in it could ever be told to be stale.
    init?(undatedSite value: DataValue) {
        guard let slug = value["slug"]?.stringValue, value["uptime"] != nil, value["uptimeDay"] != nil,
            value["time"] != nil
        else { return nil }
        self.init(
            "'\(slug.prefix(40))' is a site of a summary by Upptime, which does not say when its values were measured",
            at: value.span)
    }
}
