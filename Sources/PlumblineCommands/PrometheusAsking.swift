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
        throw CommandError("\(place(settings.url)): 'url' \(error.phrase)", help: addressHelp)
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

/// What is wrong with the address in settings; nil when it can be asked. It is not repeated: it may hold a secret.
func addressFault(_ url: Claim<String>) -> Finding? {
    do throws(HTTPAddress.Fault) {
        _ = try HTTPAddress(url.value)
        return nil
    } catch {
        return settingsFault("'url' \(error.phrase)", at: masked(url.span), help: addressHelp)
    }
}

/// The same place in a copy of its file in which nothing of it can be read.
private func masked(_ span: SourceSpan) -> SourceSpan {
    var bytes = span.file.bytes
    for index in span.range where bytes[index] > 0x20 { bytes[index] = UInt8(ascii: "x") }
    return SourceSpan(file: SourceFile(path: span.path, bytes: bytes), range: span.range)
}

private let addressHelp = "write it like https://metrics.example.org:9090/prometheus"

private func credentials(
    _ given: PrometheusConfiguration.Credentials?, in folder: String
) throws(CommandError) -> HTTPCredentials? {
    switch given {
    case nil: return nil
    case .tokenVariable(let name): return .bearer(try token(in: try secret(name), of: name, as: "the variable "))
    case .passwordVariables(let user, let password):
        return .basic(user: try word(in: user), password: try word(in: password))
    case .tokenFile(let file):
        let bytes: [UInt8]
        do throws(CommandError) {
            bytes = try InputFiles.read(joined(folder, file.value), limit: 65_536)
        } catch {
            throw CommandError("\(place(file)): 'token-file': \(error.message)", help: error.help)
        }
        return .bearer(try token(in: String(decoding: bytes, as: UTF8.self), of: file))
    }
}

/// A token has no spaces, and what writes one often adds the end of a line.
private func token(
    in text: String, of source: Claim<String>, as kind: String = ""
) throws(CommandError) -> HTTPSecret {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let token = words.first, !token.unicodeScalars.contains(where: { $0.value < 0x21 }) else {
        throw CommandError(
            "\(place(source)): \(kind)'\(shown(source.value))' holds \(words.isEmpty ? "no token" : "more than a token")",
            help: "write nothing but the token into it")
    }
    return HTTPSecret(String(token))
}

/// A name or password, which may have spaces in it, but no line's end.
private func word(in variable: Claim<String>) throws(CommandError) -> HTTPSecret {
    var text = try secret(variable)
    while let last = text.last, last.isNewline { text.removeLast() }
    guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) else {
        throw CommandError(
            "\(place(variable)): the variable '\(shown(variable.value))' holds no single line",
            help: "write nothing but the name or password into it")
    }
    return HTTPSecret(text)
}

private func secret(_ variable: Claim<String>) throws(CommandError) -> String {
    guard let value = ProcessEnvironment.variable(variable.value), !value.isEmpty else {
        throw CommandError(
            "\(place(variable)): the environment variable '\(shown(variable.value))' is not set",
            help: "set it, or correct its name; the secret itself belongs in no file of settings")
    }
    return value
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
                intervalSeconds: demand.intervalSeconds, historySeconds: demand.historySeconds)
        }, from: server, at: now)
    // A query stands for its metric, whatever a file tells of it.
    let queried = Set(demands.filter { $0.query != nil }.map(\.name))
    let kept = observed.filter { !queried.contains($0.identity.name) }
    return ((kept + reading.metrics).sorted { $0.identity < $1.identity }, reading.silences, reading.findings)
}
