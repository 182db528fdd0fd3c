/// What is asked of a server.
package struct HTTPRequest: Sendable {
    package let address: HTTPAddress
    /// nil for a GET.
    package let body: [UInt8]?
    /// Beside those of the client; none of them secret.
    package let headers: [HTTPHeader]

    package init(address: HTTPAddress, body: [UInt8]? = nil, headers: [HTTPHeader] = []) {
        self.address = address
        self.body = body
        self.headers = headers
    }

    /// A POST of fields, as a form sends them.
    package init(address: HTTPAddress, form: [(name: String, value: String)]) {
        let fields = form.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }
        self.init(
            address: address, body: Array(fields.joined(separator: "&").utf8),
            headers: [HTTPHeader("Content-Type", "application/x-www-form-urlencoded")])
    }

    func moved(to address: HTTPAddress) -> HTTPRequest {
        HTTPRequest(address: address, body: body, headers: headers)
    }
}

package struct HTTPHeader: Sendable, Equatable {
    let name: String
    let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Without line breaks, which would begin another header.
    var line: String { String(decoding: "\(name): \(value)".utf8.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self) }
}

/// What a server answers, whether it is what was hoped for or not.
package struct HTTPResponse: Sendable {
    package let status: Int
    package let body: [UInt8]
}

/// Why there is no answer.
package enum HTTPFailure: Error, Sendable, Equatable {
    /// libcurl is not there: what the system's loader says.
    case noLibrary(String)
    /// No connection, or one that broke off.
    case unreachable(String)
    case timedOut(seconds: Double)
    /// The server is not who it should be, or cannot prove it.
    case untrusted(String)
    case tooLong(limit: Int)
    /// It sends the client to an address that must not be followed with what the client carries.
    case redirected(to: String)
    case other(String)

    /// What the server did, as the predicate of a sentence.
    package var phrase: String {
        switch self {
        case .noLibrary(let reason): "cannot be asked without libcurl (\(reason))"
        case .unreachable(let reason): "cannot be reached: \(reason)"
        case .timedOut(let seconds):
            "gave no answer in \(seconds.rounded() == seconds ? "\(Int(seconds))" : "\(seconds)") s"
        case .untrusted(let reason): "cannot be trusted: \(reason)"
        case .tooLong(let limit):
            "answers with more than \(limit >= 1_048_576 ? "\(limit / 1_048_576) MiB" : "\(limit) bytes")"
        case .redirected(let address): "sends elsewhere, to \(address), which is not followed"
        case .other(let reason): "cannot be asked: \(reason)"
        }
    }
}

/// RFC 3986: everything but letters, digits and `-._~` is written by its number.
func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            encoded.append(byte)
        default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: encoded, as: UTF8.self)
}
