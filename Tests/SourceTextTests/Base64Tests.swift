import SourceText
import Testing

@Suite struct Base64Tests {
    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64Vectors(text: String, encoded: String) {
        #expect(base64(Array(text.utf8)) == encoded)
        #expect(bytes(base64: encoded) == Array(text.utf8))
    }

    @Test(arguments: ["Z", "Zg=", "Zg", "Z===", "Zg==Zg==", "Zm9v\n", "Zm-v", "=g=="])
    func whatIsNoneIsRefused(text: String) { #expect(bytes(base64: text) == nil) }

    @Test func allBytesComeBack() {
        let all = (0...255).map { UInt8($0) }
        #expect(bytes(base64: base64(all)) == all)
    }
}
