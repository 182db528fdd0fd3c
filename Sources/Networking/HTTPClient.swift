#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Asks servers over HTTP, several requests at once, through libcurl; a proxy is taken from the environment as curl does.
///
/// Certificates are always checked. A redirect is followed inside of the same host, and to others only by a client that
/// carries neither credentials nor headers of its own, and never from `https` to `http`.
package struct HTTPClient: Sendable {
    package struct Settings: Sendable {
        package var credentials: HTTPCredentials?
        /// Sent with every request.
        package var headers: [HTTPHeader] = []
        /// Certificates of those to be trusted, instead of the system's.
        package var certificateFile: String?
        /// Seconds until a connection must be there.
        package var connectSeconds = 5.0
        /// Seconds for a request with its answer.
        package var wholeSeconds = 10.0
        /// Bytes of an answer.
        package var answerLimit = 16 * 1_048_576
        /// Requests at the same time.
        package var concurrency = 8
        package var retry = RetryPolicy()

        package init() {}
    }

    let settings: Settings
    private let pause: @Sendable (Double) -> Void
    private let jitter: @Sendable () -> Double

    /// - Parameters:
    ///   - pause: Waits for so many seconds.
    ///   - jitter: A number from 0 to 1.
    package init(
        _ settings: Settings, pause: @escaping @Sendable (Double) -> Void = HTTPClient.sleep,
        jitter: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.settings = settings
        self.pause = pause
        self.jitter = jitter
    }

    /// Why no server can be asked: what the system's loader says of libcurl; nil when it is there.
    package static var missingLibrary: String? { libraryProblem() }

    /// Waits in real time.
    package static func sleep(_ seconds: Double) {
        usleep(UInt32(min(max(seconds, 0), 4000) * 1_000_000))
    }

    /// Sends requests, tries again what may pass, and returns what each came to, in the order of the requests.
    package func send(_ requests: [HTTPRequest]) -> [Result<HTTPResponse, HTTPFailure>] {
        var outcomes = requests.map { _ in Result<HTTPResponse, HTTPFailure>.failure(.other("it was not sent")) }
        var open = Array(requests.indices)
        for tries in 1...(max(0, settings.retry.retries) + 1) {
            let answers = exchange(open.map { requests[$0] })
            var again: [Int] = []
            var wait = 0.0
            for (index, answer) in zip(open, answers) {
                outcomes[index] = answer.result
                guard answer.mayPass,
                    let delay = settings.retry.delay(after: tries, asked: answer.askedWait, jitter: jitter())
                else { continue }
                again.append(index)
                wait = max(wait, delay)
            }
            if again.isEmpty { break }
            pause(wait)
            open = again
        }
        return outcomes
    }

    package func send(_ request: HTTPRequest) -> Result<HTTPResponse, HTTPFailure> {
        send([request]).first ?? .failure(.other("it was not sent"))
    }

    /// Sends requests once, and after them where they are led to.
    private func exchange(_ requests: [HTTPRequest]) -> [TransferAnswer] {
        var answers = transfer(requests, settings)
        var addresses = requests.map(\.address)
        for _ in 0..<5 {
            let led = answers.indices.filter { answers[$0].redirect != nil }
            var followed: [(index: Int, request: HTTPRequest)] = []
            for index in led {
                guard let text = answers[index].redirect else { continue }
                guard let target = try? HTTPAddress(text, allowsQuery: true),
                    mayFollow(from: addresses[index], to: target)
                else {
                    answers[index] = refusal(of: text)
                    continue
                }
                addresses[index] = target
                followed.append((index, requests[index].moved(to: target)))
            }
            if followed.isEmpty { return answers }
            for (place, answer) in zip(followed, transfer(followed.map(\.request), settings)) {
                answers[place.index] = answer
            }
        }
        return answers.map { answer in answer.redirect.map(refusal) ?? answer }
    }

    /// A server may lead to an address with what it was sent in it, which is masked before anything is cut.
    private func refusal(of target: String) -> TransferAnswer {
        let masked = settings.credentials?.masked(in: target) ?? target
        return TransferAnswer(failure: .redirected(to: String(masked.prefix(200))))
    }

    private func mayFollow(from source: HTTPAddress, to target: HTTPAddress) -> Bool {
        source.isSameOrigin(as: target)
            || settings.credentials == nil && settings.headers.isEmpty
                && (source.scheme == "http" || target.scheme == "https")
    }
}
