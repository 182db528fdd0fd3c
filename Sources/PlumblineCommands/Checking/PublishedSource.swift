import Networking

/// Reads what is to be checked: a file, the start page of a folder, or what a server answers.
func readPublished(_ source: String) throws(CommandError) -> (name: String, bytes: [UInt8]) {
    if ["http://", "https://"].contains(where: source.lowercased().hasPrefix) { return (source, try fetched(source)) }
    let path = InputFiles.kind(of: source) == .folder ? joined(trimmedSlash(source), "index.html") : source
    return (path, try InputFiles.read(path, limit: 64 * 1_048_576))
}

private func fetched(_ text: String) throws(CommandError) -> [UInt8] {
    let address: HTTPAddress
    do throws(HTTPAddress.Fault) {
        address = try HTTPAddress(text)
    } catch {
        throw CommandError("the address \(error.phrase)", help: "write it like https://status.example.org/")
    }
    if let problem = HTTPClient.missingLibrary {
        throw CommandError(
            "a server cannot be asked without libcurl: \(shown(problem))",
            help: "install it: 'apt-get install libcurl4' on Debian and Ubuntu, 'libcurl' elsewhere")
    }
    var settings = HTTPClient.Settings()
    settings.retry = RetryPolicy(retries: 2)
    switch HTTPClient(settings).send(HTTPRequest(address: address)) {
    case .success(let response) where response.status == 200: return response.body
    case .success(let response):
        throw CommandError("'\(shown(text))' answers with status \(response.status)", help: "name a page that is there")
    case .failure(let failure): throw CommandError("'\(shown(text))' \(shown(failure.phrase))")
    }
}
