package import Networking
import Observations
import SourceText

/// A server that speaks Prometheus' HTTP API: Prometheus itself, Thanos, Mimir.
package struct PrometheusServer: Sendable {
    /// With the path before `/api/v1`, if there is one.
    package let address: HTTPAddress
    private let client: HTTPClient
    private let credentials: HTTPCredentials?

    /// - Parameters:
    ///   - settings: Credentials and time-outs.
    ///   - tenant: Sent as `X-Scope-OrgID`.
    package init(
        _ address: HTTPAddress, settings: HTTPClient.Settings, tenant: String? = nil,
        client: (HTTPClient.Settings) -> HTTPClient = { HTTPClient($0) }
    ) {
        self.address = address
        var settings = settings
        if let tenant { settings.headers.append(HTTPHeader("X-Scope-OrgID", tenant)) }
        credentials = settings.credentials
        self.client = client(settings)
    }

    /// Where a value was asked for, without anything secret.
    func place(_ question: PrometheusQuestion) -> ObservationPlace {
        ObservationPlace(server: address.description, query: question.subject.text)
    }

    /// Evaluates expressions at a moment, several at the same time.
    func query(_ texts: [String], at now: Instant) -> [Result<APIAnswer, APIFault>] {
        post(texts.map { ("/api/v1/query", [("query", $0), ("time", decimal(now))]) })
    }

    struct RangeQuery {
        let text: String
        let start: Instant
        let end: Instant
        let stepMilliseconds: Int64
    }

    /// Evaluates expressions at many moments.
    func query(_ queries: [RangeQuery]) -> [Result<APIAnswer, APIFault>] {
        post(
            queries.map { query in
                (
                    "/api/v1/query_range",
                    [
                        ("query", query.text), ("start", decimal(query.start)), ("end", decimal(query.end)),
                        ("step", decimal(Instant(millisecondsSinceEpoch: query.stepMilliseconds))),
                    ]
                )
            })
    }

    private func post(_ forms: [(path: String, fields: [(String, String)])]) -> [Result<APIAnswer, APIFault>] {
        client.send(
            forms.map { HTTPRequest(address: address.appending($0.path), form: $0.fields.map { ($0.0, $0.1) }) }
        ).map(read)
    }

    private func read(_ result: Result<HTTPResponse, HTTPFailure>) -> Result<APIAnswer, APIFault> {
        switch result {
        case .failure(let failure): return .failure(fault(failure.phrase))
        case .success(let response):
            do throws(APIFault) {
                let answer = try APIAnswer(response.body, masks: masks)
                guard (200...299).contains(response.status) else {
                    return .failure(fault("answers with status \(response.status)"))
                }
                return .success(answer)
            } catch {
                return .failure(fault(phrase(of: response, error)))
            }
        }
    }

    private func phrase(of response: HTTPResponse, _ fault: APIFault) -> String {
        switch response.status {
        case 200...299: fault.phrase
        case 401, 403:
            credentials == nil
                ? "wants credentials, and none are given (status \(response.status))"
                : "does not take the credentials (status \(response.status))"
        case 400, 422, 429, 503: fault.isTold ? fault.phrase : "answers with status \(response.status)"
        default: "answers with status \(response.status)"
        }
    }

    private var masks: APIAnswer.Masks {
        guard let credentials else { return APIAnswer.Masks() }
        return APIAnswer.Masks(
            text: { credentials.masked(in: $0) }, label: { credentials.maskedSecrets(in: $0) })
    }

    /// What a server says may hold anything, even what it was sent.
    private func fault(_ phrase: String) -> APIFault {
        let masked = credentials?.masked(in: phrase) ?? phrase
        return APIFault("\(address) \(TerminalText.safe(String(masked.prefix(300))))")
    }
}

/// Seconds with milliseconds.
private func decimal(_ time: Instant) -> String {
    let value = time.millisecondsSinceEpoch
    let (seconds, rest) = (value.magnitude / 1000, value.magnitude % 1000)
    return "\(value < 0 ? "-" : "")\(seconds).\(String(repeating: "0", count: 3 - "\(rest)".count))\(rest)"
}

extension PrometheusQuestion.Subject {
    /// As it is told.
    package var text: String {
        switch self {
        case .query(let query): query
        case .metric(let name, let labels): PromName.selector(name, labels)
        }
    }
}
