import CCurl

/// What one exchange with a server came to.
struct TransferAnswer: Sendable {
    let result: Result<HTTPResponse, HTTPFailure>
    /// Where the server sends the client; nil when it answers itself.
    let redirect: String?
    /// Whether another try may end otherwise.
    let mayPass: Bool
    /// Seconds to wait before it, as the server asks; 0 for none.
    let askedWait: Double

    init(failure: HTTPFailure, mayPass: Bool = false) {
        result = .failure(failure)
        redirect = nil
        self.mayPass = mayPass
        askedWait = 0
    }

    init(_ response: HTTPResponse, redirect: String?, askedWait: Double) {
        result = .success(response)
        self.redirect = redirect
        mayPass = RetryPolicy.isPassing(status: response.status)
        self.askedWait = askedWait
    }
}

/// Why libcurl cannot be used; nil when it can.
func libraryProblem() -> String? { unsafe plumbline_curl_problem().map { unsafe String(cString: $0) } }

/// Sends requests, so many at a time as the settings allow, and waits for all answers.
func transfer(_ requests: [HTTPRequest], _ settings: HTTPClient.Settings) -> [TransferAnswer] {
    if let reason = libraryProblem() {
        return requests.map { _ in TransferAnswer(failure: .noLibrary(reason)) }
    }
    guard let multi = unsafe plumbline_multi_new() else {
        return requests.map { _ in TransferAnswer(failure: .other("there is no memory left")) }
    }
    defer { unsafe plumbline_multi_free(multi) }
    var answers = requests.map { _ in TransferAnswer(failure: .other("libcurl gave no answer")) }
    var running: [(handle: OpaquePointer, index: Int)] = unsafe []
    var next = 0
    while unsafe next < requests.count || !running.isEmpty {
        while unsafe next < requests.count && running.count < max(1, settings.concurrency) {
            if let handle = unsafe prepared(requests[next], settings) {
                if unsafe plumbline_multi_add(multi, handle) == 0 {
                    unsafe running.append((handle, next))
                } else {
                    unsafe plumbline_transfer_free(handle)
                }
            }
            next += 1
        }
        let isBroken = unsafe plumbline_multi_step(multi, 200) != 0
        var code: Int32 = 0
        while let handle = unsafe plumbline_multi_ended(multi, &code) {
            guard let place = unsafe running.firstIndex(where: { unsafe $0.handle == handle }) else { continue }
            let index = unsafe running.remove(at: place).index
            answers[index] = unsafe answer(of: handle, code: CURLcode(UInt32(bitPattern: code)), settings)
            unsafe plumbline_transfer_free(handle)
        }
        if isBroken { break }
    }
    while let left = unsafe running.popLast() { unsafe plumbline_transfer_free(left.handle) }
    return answers
}

/// A transfer that is ready to start; nil when libcurl refuses something of it.
private func prepared(_ request: HTTPRequest, _ settings: HTTPClient.Settings) -> OpaquePointer? {
    guard let handle = unsafe plumbline_transfer_new(settings.answerLimit) else { return nil }
    var codes = [
        unsafe plumbline_set_text(handle, CURLOPT_URL, request.address.description),
        unsafe plumbline_set_number(handle, CURLOPT_FOLLOWLOCATION, 0),
        unsafe plumbline_set_number(handle, CURLOPT_SSL_VERIFYPEER, 1),
        unsafe plumbline_set_number(handle, CURLOPT_SSL_VERIFYHOST, 2),
        unsafe plumbline_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(settings.connectSeconds)),
        unsafe plumbline_set_number(handle, CURLOPT_TIMEOUT_MS, milliseconds(settings.wholeSeconds)),
        // Whatever the server and libcurl can both unpack.
        unsafe plumbline_set_text(handle, CURLOPT_ACCEPT_ENCODING, ""),
        unsafe plumbline_set_text(handle, CURLOPT_USERAGENT, "plumbline"),
    ]
    if let file = settings.certificateFile { codes.append(unsafe plumbline_set_text(handle, CURLOPT_CAINFO, file)) }
    switch settings.credentials {
    case nil: break
    case .bearer(let token):
        codes.append(unsafe plumbline_set_number(handle, CURLOPT_HTTPAUTH, Int(1 << 6)))  // CURLAUTH_BEARER
        codes.append(unsafe plumbline_set_text(handle, CURLOPT_XOAUTH2_BEARER, token.reveal()))
    case .basic(let user, let password):
        codes.append(unsafe plumbline_set_number(handle, CURLOPT_HTTPAUTH, 1))  // CURLAUTH_BASIC
        codes.append(unsafe plumbline_set_text(handle, CURLOPT_USERNAME, user.reveal()))
        codes.append(unsafe plumbline_set_text(handle, CURLOPT_PASSWORD, password.reveal()))
    }
    // `Expect` would have a large query wait for a word that many servers never say.
    for line in (settings.headers + request.headers).map(\.line) + ["Expect:"] {
        codes.append(unsafe plumbline_add_header(handle, line))
    }
    if let body = request.body {
        codes.append(unsafe body.withUnsafeBytes { unsafe setBody(handle, $0) })
    }
    if codes.allSatisfy({ $0 == 0 }) { return unsafe handle }
    unsafe plumbline_transfer_free(handle)
    return nil
}

private func setBody(_ handle: OpaquePointer, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    if let start = bytes.baseAddress { return unsafe plumbline_set_body(handle, start, bytes.count) }
    return unsafe plumbline_set_number(handle, CURLOPT_POST, 1)
}

private func milliseconds(_ seconds: Double) -> Int { Int(min(max(seconds, 0.001), 86_400) * 1000) }

private func answer(of handle: OpaquePointer, code: CURLcode, _ settings: HTTPClient.Settings) -> TransferAnswer {
    guard code == CURLE_OK else {
        let reason = unsafe String(cString: plumbline_failure(handle, Int32(bitPattern: code.rawValue)))
        let isConnected = unsafe plumbline_is_connected(handle) != 0
        switch code {
        case CURLE_OPERATION_TIMEDOUT:
            // A server that takes long will take long again; one that was not there may be back.
            return TransferAnswer(
                failure: isConnected ? .timedOut(seconds: settings.wholeSeconds) : .unreachable(reason),
                mayPass: !isConnected)
        case CURLE_WRITE_ERROR where unsafe plumbline_is_too_long(handle) != 0:
            return TransferAnswer(failure: .tooLong(limit: settings.answerLimit))
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CERTPROBLEM:
            return TransferAnswer(failure: .untrusted(reason))
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR,
            CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_HTTP2_STREAM:
            return TransferAnswer(failure: .unreachable(reason), mayPass: true)
        default: return TransferAnswer(failure: .other(reason))
        }
    }
    let status = unsafe Int(plumbline_status(handle))
    let count = unsafe plumbline_body_count(handle)
    let body = unsafe plumbline_body(handle).map { unsafe Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
    let target = unsafe plumbline_redirect(handle).map { unsafe String(cString: $0) }
    let isLed = [301, 302, 303, 307, 308].contains(status)
    return unsafe TransferAnswer(
        HTTPResponse(status: status, body: body), redirect: isLed ? target : nil,
        askedWait: Double(plumbline_retry_after(handle)))
}
