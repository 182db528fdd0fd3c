import Testing

@testable import Networking

@Suite struct HTTPAddressTests {
    @Test(arguments: [
        ("http://a", "http://a"), ("HTTPS://Metrics.Example:9090/Prom/", "https://metrics.example:9090/Prom"),
        ("http://[::1]:9090//", "http://[::1]:9090"),
    ])
    func addressesThatPeopleWrite(text: String, told: String) throws {
        #expect(try HTTPAddress(text).description == told)
    }

    @Test(arguments: [
        ("", HTTPAddress.Fault.scheme), ("ftp://a", .scheme), ("file:///etc/passwd", .scheme), ("a:9090", .scheme),
        ("http://", .host), ("http://:80/a", .host), ("http:///a", .host), ("http://ops:pw@a/", .credentials),
        ("http://ops@a", .credentials), ("http://ops:p/w@a", .credentials), ("http://ops:p?w@a", .credentials),
        ("http://ops:pw%40a", .credentials), ("http://a:", .port), ("http://a:0", .port), ("http://a:65536", .port),
        ("http://a:b", .port), ("http://a:1:2", .port), ("http://[::1", .host), ("http://[::1]x", .host),
        ("http://[g]", .host), ("http://[]", .host), ("http://a,b", .host), ("http://a%b", .host),
        ("http://a/?x=1", .query), ("http://a#b", .query),
        ("http://a b", .characters), ("http://a/\r\nX: y", .characters), ("http://a\\b", .characters),
    ])
    func addressesThatNobodyFollows(text: String, fault: HTTPAddress.Fault) {
        #expect(throws: fault) { try HTTPAddress(text) }
    }

    @Test func originsAreCompared() throws {
        let plain = try HTTPAddress("http://a/x")
        #expect(plain.isSameOrigin(as: try HTTPAddress("http://A:80/y")))
        #expect(!plain.isSameOrigin(as: try HTTPAddress("https://a/x")))
        #expect(!plain.isSameOrigin(as: try HTTPAddress("http://a:8080/x")))
        #expect(!plain.isSameOrigin(as: try HTTPAddress("http://a.b/x")))
        #expect(plain.appending("/api").description == "http://a/x/api")
    }

    @Test func headersHaveOneLine() {
        #expect(HTTPHeader("X-Scope-OrgID", "a\r\nX-Other: b").line == "X-Scope-OrgID: aX-Other: b")
    }
}
