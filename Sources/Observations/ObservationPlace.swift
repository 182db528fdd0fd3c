/// Where an observation was read, so that a page can say where a value comes from.
package struct ObservationPlace: Sendable, Hashable {
    /// The file as it is shown to users, or a server's address and what it was asked.
    package let path: String
    /// From 1; nil for a server.
    package let line: Int?

    package init(path: String, line: Int) {
        self.path = path
        self.line = line
    }

    /// - Parameter server: its address, without anything secret.
    package init(server: String, query: String) {
        path = "\(server): \(query)"
        line = nil
    }

    /// `metrics/a.csv:12`, `http://prometheus:9090: up{job="api"}`.
    package var text: String { line.map { "\(path):\($0)" } ?? path }
}
