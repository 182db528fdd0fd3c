import Foundation
import Observations
import SourceText
import TestSupport
import Testing

/// Files that are compressed, as the tools of the system write them.
@Suite struct CompressedReadingTests {
    private static let text = "time,name,value\n" + (1...20_000).map { "\($0 * 15),a,\($0 % 977)\n" }.joined()

    /// Compresses with a tool; nil where there is none.
    private func compressed(_ text: String, _ tool: String) throws -> [UInt8]? {
        let path = ["/usr/bin/\(tool)", "/bin/\(tool)", "/opt/homebrew/bin/\(tool)"].first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
        guard let path else { return nil }
        let file = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString)")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = ["-c", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd().map(Array.init)
        process.waitUntilExit()
        return bytes
    }

    @Test(arguments: ["gzip", "zstd"])
    func compressedFilesAreReadAsTheOthers(_ tool: String) throws {
        let plain = ReadFiles([("m.csv", .csv, Array(Self.text.utf8))])
        let made = try compressed(Self.text, tool)
        guard requirement(made != nil, "\(tool) is not installed"), let bytes = made else { return }
        #expect(ReadFiles([("m.csv", .csv, bytes)]).difference(from: plain) == nil)

        let half = Self.text.index(Self.text.startIndex, offsetBy: Self.text.count / 2)
        let members = try [Self.text[..<half], Self.text[half...]].compactMap { try compressed(String($0), tool) }
        #expect(ReadFiles([("m.csv", .csv, members[0] + members[1])]).difference(from: plain) == nil)

        for end in [bytes.count - 1, bytes.count - 9, bytes.count / 2, 5] {
            let read = ReadFiles([("m.csv", .csv, Array(bytes[..<end]))])
            #expect(read.findings.map(\.rule) == ["metric-unreadable"])
            #expect(read.messages.first?.hasSuffix(": the compressed data ends too soon") == true, "\(end)")
        }
        var damaged = bytes
        for offset in bytes.count / 2..<bytes.count / 2 + 40 { damaged[offset] ^= 0x5A }
        #expect(
            ReadFiles([("m.csv", .csv, damaged)]).messages.first?.contains("the compressed data is damaged") == true)
    }
}
