import SourceText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The browser that prints: the one that is named, else that of `CHROME`, else the first known one in `PATH`.
func findChromium(_ named: String?) throws(CommandError) -> String {
    let given = [("--chromium", named), ("CHROME", ProcessEnvironment.variable("CHROME"))]
    for (source, program) in given {
        guard let program, !program.isEmpty else { continue }
        if let found = located(program) { return found }
        throw CommandError(
            "there is no program '\(shown(program))' (\(source))", help: "name the path of Chromium or Chrome")
    }
    if let found = names.lazy.compactMap(located).first { return found }
    throw CommandError(
        "no Chromium is found, and PDF is printed with it",
        help: "install chromium, name it with '--chromium' or CHROME, or build without '--pdf'; "
            + "the output was left as it was")
}

/// As Debian, Ubuntu, Fedora, Google and macOS call it.
private let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

/// The path of a program that may be run; a name without a slash is looked for in `PATH`.
private func located(_ program: String) -> String? {
    let folders =
        program.contains("/")
        ? [""] : (ProcessEnvironment.variable("PATH") ?? "").split(separator: ":").map { "\($0)/" }
    return folders.lazy.map { $0 + program }.first { path in
        unsafe InputFiles.kind(of: path) == .file && access(path, X_OK) == 0
    }
}
