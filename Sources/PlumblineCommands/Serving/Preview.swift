import Delivery
import Rendering
import Synchronization

/// What the last build of a preview came to, for those who build and those who answer browsers.
final class Preview: Sendable {
    struct State: Sendable {
        /// Names the last build, apart from all others of this and of every other process.
        var build: String
        /// Folder of the site that was published last; nil when none was.
        var output: String?
        /// Why the last build published nothing.
        var failure: CommandError?
    }

    private let current: Mutex<State>
    private let session: String
    private let count = Atomic<Int>(0)

    init(startedAt seconds: Double) {
        session = String(UInt64(max(0, seconds) * 1000), radix: 36)
        current = Mutex(State(build: "\(session)-0"))
    }

    var state: State { current.withLock { $0 } }

    /// A build has published a site: every page that is open is loaded anew.
    func published(in output: String) { end(with: nil, output: output) }

    /// A build has published nothing: the reason takes the place of every page.
    func failed(_ failure: CommandError) { end(with: failure, output: state.output) }

    private func end(with failure: CommandError?, output: String?) {
        let number = count.add(1, ordering: .sequentiallyConsistent).newValue
        let state = State(build: "\(session)-\(number)", output: output, failure: failure)
        current.withLock { $0 = state }
    }

    enum Answer: Sendable {
        case response(PreviewResponse)
        /// The page of a build waits for the next one.
        case events(build: String)
    }

    /// - Parameter head: nil for what is no request.
    func answer(to head: RequestHead?) -> Answer {
        guard let head else { return .response(PreviewResponse(.malformed, text: "this is no request for a page")) }
        guard head.isForLoopback else {
            return .response(
                PreviewResponse(.foreign, text: "the preview answers to localhost, 127.0.0.1 and [::1] alone"))
        }
        guard head.method == "GET" || head.method == "HEAD" else {
            var response = PreviewResponse(.refused, text: "the preview only shows pages: ask with GET or HEAD")
            response.headers = ["Allow: GET, HEAD"]
            return .response(response)
        }
        let path = head.target.prefix { $0 != "?" }
        if path == PreviewPage.eventsPath, let build = head.field("build") { return .events(build: build) }
        return .response(response(to: head))
    }

    private func response(to head: RequestHead) -> PreviewResponse {
        // Taken before the file is read: a page that is older than it says is loaded anew, and never the other way round.
        let state = state
        guard let parts = head.pathParts else { return missing(state) }
        let name = parts.last ?? ""
        if let failure = state.failure, name.isEmpty || name.hasSuffix(".html") || !name.contains(".") {
            return PreviewResponse(
                .failed,
                page: PreviewPage.notice(
                    "The site could not be built", message: failure.message, help: failure.help, build: state.build))
        }
        switch state.output.flatMap({ PublishedSite(output: $0).entry(parts) }) {
        case .file(let name, let bytes):
            let type = PreviewResponse.type(of: name)
            guard type.hasPrefix("text/html") else { return PreviewResponse(.ok, type: type, body: bytes) }
            return PreviewResponse(
                .ok, page: PreviewPage.live(String(decoding: bytes, as: UTF8.self), build: state.build))
        case .folder:
            var response = PreviewResponse(.moved, text: "this is a folder")
            response.headers = ["Location: \(head.target.prefix { $0 != "?" })/"]
            return response
        case nil: return missing(state)
        }
    }

    private func missing(_ state: State) -> PreviewResponse {
        PreviewResponse(
            .missing,
            page: PreviewPage.notice(
                "There is no such page", message: "The site has no file of this name.",
                help: "Its start page is at the address / of this server.", build: state.build))
    }
}
