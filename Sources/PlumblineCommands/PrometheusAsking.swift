import Assessment
import Configuration
import Networking
import Observations
import Plan
import Prometheus
import SourceText

/// The server of the settings, ready to be asked.
///
/// - Parameter folder: to which paths in the settings are relative.
/// - Throws: when the settings cannot be followed: no secret where they say that there is one, no libcurl.
func prometheusServer(_ settings: PrometheusConfiguration, in folder: String) throws(CommandError) -> PrometheusServer {
    let address: HTTPAddress
    do throws(HTTPAddress.Fault) {
        address = try HTTPAddress(settings.url.value)
    } catch {
        throw CommandError(
            "\(place(settings.url)): the address '\(shown(settings.url.value))' \(error.phrase)",
            help: "write it like https://metrics.example.org/prometheus")
    }
    if let problem = HTTPClient.missingLibrary {
        throw CommandError(
            "\(place(settings.url)): a server cannot be asked without libcurl: \(shown(problem))",
            help: "install it: 'apt-get install libcurl4' on Debian and Ubuntu, 'libcurl' elsewhere")
    }
    var client = HTTPClient.Settings()
    client.wholeSeconds = settings.timeout
    client.connectSeconds = min(client.connectSeconds, settings.timeout)
    client.retry = RetryPolicy(retries: settings.retries)
    client.certificateFile = settings.certificateFile.map { joined(folder, $0.value) }
    client.credentials = try credentials(settings.credentials, in: folder)
    if let file = settings.certificateFile, let path = client.certificateFile, InputFiles.kind(of: path) != .file {
        throw CommandError("\(place(file)): there is no file '\(shown(file.value))' ('ca-file')")
    }
    return PrometheusServer(address, settings: client, tenant: settings.tenant)
}

private func credentials(
    _ given: PrometheusConfiguration.Credentials?, in folder: String
) throws(CommandError) -> HTTPCredentials? {
    switch given {
    case nil: return nil
    case .tokenVariable(let name): return .bearer(try secret(name))
    case .passwordVariables(let user, let password):
        return .basic(user: try secret(user), password: try secret(password))
    case .tokenFile(let file):
        let bytes = try InputFiles.read(joined(folder, file.value), limit: 65_536)
        let text = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard text.count == 1, let token = text.first else {
            throw CommandError(
                "\(place(file)): '\(shown(file.value))' holds \(text.isEmpty ? "no token" : "more than a token")",
                help: "write nothing but the token into it")
        }
        return .bearer(HTTPSecret(String(token)))
    }
}

private func secret(_ variable: Claim<String>) throws(CommandError) -> HTTPSecret {
    guard let value = ProcessEnvironment.variable(variable.value), !value.isEmpty else {
        throw CommandError(
            "\(place(variable)): the environment variable '\(shown(variable.value))' is not set",
            help: "set it, or correct its name; the secret itself belongs in no file of settings")
    }
    return HTTPSecret(value)
}

private func place(_ claim: Claim<String>) -> String {
    "\(shown(claim.span.path)):\(claim.span.start.line):\(claim.span.start.column)"
}

/// What files tell, together with what a server tells of the measures that they do not.
func askServer(
    _ server: PrometheusServer, plan: Plan, observed: [MetricSummary], configuration: AssessmentConfiguration,
    now: Instant
) -> (metrics: [MetricSummary], silences: [MetricSilence], findings: [Finding]) {
    let demands = measuresToAsk(plan: plan, observed: observed, configuration: configuration, now: now)
    guard !demands.isEmpty else { return (observed, [], []) }
    let reading = PrometheusReading(
        demands.map { demand in
            PrometheusQuestion(
                indicator: demand.measure, name: demand.name,
                subject: demand.query.map { .query($0) } ?? .metric(demand.name, labels: demand.labels),
                windows: demand.windows, ranks: demand.ranks, isCounter: demand.isCounter,
                intervalSeconds: demand.intervalSeconds)
        }, from: server, at: now)
    // A query stands for its metric, whatever a file tells of it.
    let queried = Set(demands.filter { $0.query != nil }.map(\.name))
    let kept = observed.filter { !queried.contains($0.identity.name) }
    return ((kept + reading.metrics).sorted { $0.identity < $1.identity }, reading.silences, reading.findings)
}
