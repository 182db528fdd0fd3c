import Plan
import Report
import Testing

@testable import Rendering

@Suite struct MailTests {
    private func message(
        from: String = "Release <release@example.org>", to: [String] = ["all@example.org"], subject: String = "On plan",
        text: String = "text", html: String = "<p>html</p>"
    ) throws -> String {
        let message = MailMessage(
            envelope: MailEnvelope(from: from, to: to), subject: subject, date: "Mon, 30 Nov 2026 14:07:00 +0100",
            text: text, html: html)
        return String(decoding: try message.serialized(), as: UTF8.self)
    }

    @Test(arguments: ["a@b.c\r\nBcc: all@example.org", "a@b.c\nX: y", "a\u{0}@b.c", "a@b.c\u{2028}"])
    func headersCannotBeForged(value: String) {
        #expect(throws: MailError.self) { try message(from: value) }
        #expect(throws: MailError.self) { try message(to: ["x@y.z", value]) }
        #expect(throws: MailError.self) { try message(subject: value) }
    }

    @Test func addressesMustBeASCII() {
        #expect(throws: MailError.notASCII(header: "From", value: "ü@example.org")) {
            try message(from: "ü@example.org")
        }
    }

    @Test(arguments: [
        "not an address", "nobody", "a@b, evil@x", "a@b,evil@x", "a@b evil@x", "Team <a@b>, x@y", "a@b@c", "@b", "a@",
        "<a@b",
        "a@b>", "a..b@c", "a@-b", "a@b..c", "\"Team <a@b>", "\"a\"b\" <a@b>", "x, y <a@b>", "Team: a@b;", "", "a@b (x)",
    ])
    func whatIsNotOneAddressIsRefused(value: String) {
        #expect(throws: MailError.notAnAddress(header: "From", value: value)) { try message(from: value) }
        #expect(throws: MailError.notAnAddress(header: "To", value: value)) { try message(to: ["x@y.z", value]) }
    }

    @Test(arguments: [
        "a@b", "first.last+tag@mail.example.org", "Release team <release@example.org>", "<a@b.example>",
        "\"Miller, J. \\\"Jo\\\"\" <jo@example.org>", "J. O'Neil <o'neil@example.org>",
    ])
    func addressesAreTaken(value: String) throws {
        #expect(try message(to: [value]).contains("\r\nTo: \(value)\r\n"))
    }

    @Test(arguments: [
        ("Alert: hold day 9", "Subject: Alert: hold day 9"),
        ("Día 9", "Subject: =?UTF-8?B?RMOtYSA5?="),
        // Would be read as an encoded word, and is not one.
        ("=?x", "Subject: =?UTF-8?B?PT94?="),
    ])
    func subjectIsEncodedWhereItMust(subject: String, line: String) throws {
        #expect(try message(subject: subject).contains("\r\n\(line)\r\n"))
    }

    @Test(arguments: [
        String(repeating: "word ", count: 60), String(repeating: "x", count: 300), String(repeating: "日本語", count: 60),
        String(repeating: "👩‍👩‍👧", count: 30), "a" + String(repeating: " ", count: 200) + "b",
    ])
    func noLineIsLongerThan76(text: String) throws {
        let mail = try message(subject: text, text: text, html: text)
        for line in mail.utf8.split(separator: UInt8(ascii: "\n")) { #expect(line.count <= 77) }
        #expect(mail.utf8.allSatisfy { $0 < 0x80 })
        let headers = mail.prefix(upTo: try #require(mail.firstRange(of: "\r\n\r\n")).lowerBound)
        for line in headers.split(separator: "\r\n") { #expect(line.contains { $0 != " " }) }
    }

    @Test(arguments: [
        ("a=b", "a=3Db"), ("é", "=C3=A9"), ("end \nnext", "end=20\r\nnext"), (".", "=2E"), ("a.b", "a.b"),
        ("a\r\nb", "a\r\nb"), ("tab\t", "tab=09"), ("", ""),
        (String(repeating: "x", count: 76), String(repeating: "x", count: 75) + "=\r\nx"),
    ])
    func quotedPrintableFollowsRFC2045(text: String, encoded: String) { #expect(quotedPrintable(text) == encoded) }

    @Test func sameContentGivesTheSameMessageAndOtherContentAnotherId() throws {
        func id(_ mail: String) -> Substring? { mail.split(separator: "\r\n").first { $0.hasPrefix("Message-ID: ") } }
        #expect(try message() == message())
        #expect(try id(message()) != id(message(text: "other")))
    }

    @Test func partsStandInOrderOfRichness() throws {
        let mail = try message()
        let plain = try #require(mail.firstRange(of: "Content-Type: text/plain; charset=utf-8"))
        let html = try #require(mail.firstRange(of: "Content-Type: text/html; charset=utf-8"))
        #expect(plain.lowerBound < html.lowerBound)
        let boundary = try #require(mail.split(separator: "boundary=\"").last?.split(separator: "\"").first)
        #expect(mail.ranges(of: "--\(boundary)").count == 3)
        #expect(mail.hasSuffix("--\(boundary)--\r\n"))
    }

    @Test func draftIsMarkedAndNamesNobody() throws {
        let file = try #require(
            try renderSite(Example.report(), templates: loadTemplates()).first { $0.path == "emails/status.eml" })
        let mail = String(decoding: file.bytes, as: UTF8.self)
        #expect(mail.contains("\r\nTo: undisclosed-recipients:;\r\n"))
        #expect(mail.contains("\r\nX-Unsent: 1\r\n"))
        #expect(mail.contains("\r\nDate: Mon, 30 Nov 2026 14:07:00 +0100\r\n"))
    }

    @Test func titleOfADocumentCannotForgeAHeader() throws {
        let plan = Example.plan
        var forged = plan
        forged.title = "x\r\nBcc: all@example.org"
        let files = try renderSite(Example.report(plan: forged), templates: loadTemplates())
        let mail = String(decoding: try #require(files.first { $0.path.hasSuffix(".eml") }).bytes, as: UTF8.self)
        #expect(!mail.contains("\nBcc:"))
    }
}
