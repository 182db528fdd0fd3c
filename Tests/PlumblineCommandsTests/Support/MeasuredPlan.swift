/// A plan with measures that a file and a server can tell alike, and what starts a real server with them.
enum MeasuredPlan {
    static let now = SmallPlan.now

    static let document = """
        # Mail gateway move

        ## Phase 1: Warm-up (Day 1-2)

        - **Duration**: 2 days

        ## Measures

        1. **Delivery delay**
           - Target: < 10s average
           - Alert: > 30s average
           - Critical: > 120s average
        2. **Queue length**
           - Target: < 50
           - Alert: > 80
           - Critical: > 200

        """

    /// Without a source: `metrics` or `prometheus` has to be added.
    static let settings = """
        start: 2026-03-02
        timezone: Europe/Berlin
        documents: ["*.md"]
        output: output
        kpis:
          Delivery delay: { metric: delivery_delay_seconds, labels: { gateway: "a \\"new\\" one" }, interval: 1m }
          Queue length: { metric: queue_length, interval: 1m }

        """

    /// Two hours until now, each minute: gateways with labels that want quoting.
    private static let samples: [(name: String, gateway: String, value: @Sendable (Int) -> Double)] = [
        ("delivery_delay_seconds", "a \"new\" one", { Double(($0 * 37) % 17) / 3 }),
        ("delivery_delay_seconds", "old", { _ in 500 }), ("queue_length", "old", { Double($0 % 90) }),
    ]

    static var csv: String {
        var text = "time,name,value,gateway\n"
        for series in samples {
            let gateway = "\"\(series.gateway.replacing("\"", with: "\"\""))\""
            for minute in 0...120 {
                text += "\(1_772_528_400 - (120 - minute) * 60),\(series.name),\(series.value(minute)),\(gateway)\n"
            }
        }
        return text
    }

    static var openMetrics: String {
        var text = ""
        for (index, series) in samples.enumerated() {
            if index != 1 { text += "# TYPE \(series.name) gauge\n" }
            let gateway = series.gateway.replacing("\"", with: "\\\"")
            for minute in 0...120 {
                let time = 1_772_528_400 - (120 - minute) * 60
                text += "\(series.name){gateway=\"\(gateway)\"} \(series.value(minute)) \(time)\n"
            }
        }
        return text + "# EOF\n"
    }

    /// Starts a server with `samples.om`; `$url` is where, `$server` its process, gone when the script ends.
    static let start = """
        set -e
        promtool tsdb create-blocks-from openmetrics samples.om data >/dev/null
        port=$(python3 -c "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])")
        url=http://127.0.0.1:$port
        echo 'global: {}' >p.yml
        prometheus --config.file=p.yml --storage.tsdb.path=data --storage.tsdb.retention.time=200y \
            --web.listen-address=127.0.0.1:$port >log 2>&1 &
        server=$!
        trap 'kill $server 2>/dev/null || true' EXIT
        until python3 -c "import urllib.request as u; u.urlopen('$url/-/ready')" 2>/dev/null; do
            kill -0 $server
            sleep 0.1
        done
        { cat settings.yml; echo "prometheus: { url: '$url', retries: 1, timeout: 100s }"; } >plumbline.yml

        """

    /// Answers everything as it is told: `python3 fake.py ANSWER [LAST]`, or not at all without one; it ends when it is asked
    /// for something with LAST in it. The first line is the port.
    static let fake = #"""
        import os, sys, time, urllib.parse
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                query = urllib.parse.unquote(self.rfile.read(int(self.headers["Content-Length"])).decode())
                if len(sys.argv) < 2:
                    time.sleep(60)
                value = "vector(1)" in query
                if len(sys.argv) > 2 and sys.argv[2] in query:
                    os._exit(0)
                one = '{"metric":{},"value":[1772528400,"2"]}'
                kind = "matrix" if not value and "label_replace" not in query else "vector"
                body = sys.argv[1].replace("KIND", kind).replace("RESULT", one if value else answers(query)).encode()
                if self.headers.get("Authorization"):
                    body = body.replace(b"ECHO", self.headers["Authorization"].encode())
                self.send_response(200)
                self.end_headers()
                self.wfile.write(body)
            def log_message(self, *_):
                pass

        def answers(query):
            if "label_replace" in query:
                tags = [("reach", "3"), ("last", "4"), ("newest", "1772528400")]
                tags += [("0:" + name, value) for name, value in
                         [("count", "3"), ("mean", "4"), ("min", "4"), ("max", "4"), ("total", "12")]]
                return ",".join('{"metric":{"__plumbline":"%s"},"value":[1772528400,"%s"]}' % tag for tag in tags)
            values = ",".join('[%d,"4"]' % (1772528400 - 60 * step) for step in range(120, -1, -1))
            return '{"metric":{},"values":[%s]}' % values

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        print(server.server_address[1], flush=True)
        server.serve_forever()

        """#
}
