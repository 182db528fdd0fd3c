import Foundation
import Subprocess

/// The tool as its users run it: the binary that was built beside these tests.
enum Plumbline {
    /// The tests and the tool lie in one folder of the build, whatever its name: looked for from there upwards.
    static let binary: String? = {
        let own = [try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")].compactMap(\.self)
        for start in own + CommandLine.arguments.prefix(1) {
            var folder = URL(filePath: start).deletingLastPathComponent()
            while folder.path != "/" {
                let candidate = folder.appending(path: "plumbline").path
                var isFolder: ObjCBool = false
                if FileManager.default.isExecutableFile(atPath: candidate),
                    unsafe FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
                    !isFolder.boolValue
                {
                    return candidate
                }
                folder = folder.deletingLastPathComponent()
            }
        }
        return nil
    }()

    struct NotBuilt: Error, CustomStringConvertible {
        let description = "there is no 'plumbline' beside the tests; build the whole package first"
    }

    /// Runs the tool in a folder, with nothing of the tester's own environment but `PATH`.
    static func run(
        _ arguments: [String], in folder: String, environment: [String: String] = [:]
    ) async throws -> CommandResult {
        try await shell(#"exec "$PLUMBLINE" "$@""#, arguments, in: folder, environment: environment)
    }

    /// Runs a shell script; `$PLUMBLINE` is the tool, `$@` the arguments.
    static func shell(
        _ script: String, _ arguments: [String] = [], in folder: String, environment: [String: String] = [:]
    ) async throws -> CommandResult {
        guard let binary else { throw NotBuilt() }
        var variables: [Environment.Key: String] = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8",
            "PLUMBLINE": binary,
        ]
        for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
        let result = try await Subprocess.run(
            .name("sh"), arguments: Arguments(["-c", #"cd "$0" || exit 127; "# + script, folder] + arguments),
            environment: .custom(variables), output: .bytes(limit: 16 << 20), error: .bytes(limit: 16 << 20))
        let status =
            switch result.terminationStatus {
            case .exited(let code): code
            case .signaled(let code): 128 + code
            }
        return CommandResult(
            status: status, standardOutput: result.standardOutput, standardError: result.standardError)
    }
}
