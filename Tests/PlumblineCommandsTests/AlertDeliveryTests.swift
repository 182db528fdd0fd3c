import Foundation
import TestSupport
import Testing

/// From a document to the alert that wakes somebody: exported rules in a real Prometheus that sends to a real Alertmanager.
@Suite struct AlertDeliveryTests {
    private static let plan = """
        # Move of the {{ticket}} desk

        ## Key performance indicators

        - **Refused orders**: Target < 1%
        - **Late orders**: Target < 1%

        ## Rollback triggers

        - Refused orders > 8% for 2 seconds → full rollback
        - Late orders > 8% for 2 seconds → full rollback

        """

    private static let settings = """
        kpis:
          Refused orders: {metric: desk_refused_ratio, interval: 5m}
          Late orders: {metric: desk_late_ratio, interval: 5m}

        """

    /// What Prometheus scrapes: one trigger is broken, the other is at its limit.
    private static let desk = """
        from http.server import BaseHTTPRequestHandler, HTTPServer
        class Desk(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/plain; version=0.0.4")
                self.end_headers()
                self.wfile.write(b"desk_refused_ratio 0.081\\ndesk_late_ratio 0.08\\n")
            def log_message(self, *_):
                pass
        server = HTTPServer(("127.0.0.1", 0), Desk)
        print(server.server_address[1], flush=True)
        server.serve_forever()

        """

    /// Waits for the alert however long the machine takes, then prints all of them and the state of each rule: those of a
    /// group are evaluated together, so that the other trigger had its chance as often.
    private static let watch = """
        import json, sys, time, urllib.request
        def get(address):
            try:
                return json.load(urllib.request.urlopen(address, timeout=60))
            except OSError:
                return None
        prometheus, alertmanager = sys.argv[1:]
        for _ in range(2400):
            alerts = get(alertmanager + "/api/v2/alerts") or []
            if any(alert["labels"]["alertname"] == "RefusedOrdersRollback" for alert in alerts):
                break
            time.sleep(0.1)
        for alert in alerts:
            labels = alert["labels"]
            print("alert", labels["alertname"], labels["severity"], labels["plan"], labels["limit"], sep="|")
        for group in get(prometheus + "/api/v1/rules")["data"]["groups"]:
            for rule in group["rules"]:
                print("rule", rule["name"], rule["labels"]["limit"], rule["health"], rule["state"], sep="|")

        """

    private static let script = """
        set -e
        free() { python3 -c "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"; }
        "$PLUMBLINE" export prometheus-rules --output rules.yml .
        trap 'kill $desk $manager $server 2>/dev/null || true' EXIT
        python3 desk.py >port &
        desk=$!
        until [ -s port ]; do kill -0 $desk; sleep 0.1; done
        cat >manager.yml <<END
        route: {receiver: nobody, group_wait: 1s}
        receivers: [{name: nobody}]
        END
        manager_port=$(free)
        $ALERTMANAGER --config.file=manager.yml --storage.path=manager --cluster.listen-address= \
            --web.listen-address=127.0.0.1:$manager_port >manager.log 2>&1 &
        manager=$!
        cat >prometheus.yml <<END
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: [rules.yml]
        scrape_configs: [{job_name: desk, static_configs: [{targets: ["127.0.0.1:$(cat port)"]}]}]
        alerting: {alertmanagers: [{static_configs: [{targets: ["127.0.0.1:$manager_port"]}]}]}
        END
        server_port=$(free)
        prometheus --config.file=prometheus.yml --storage.tsdb.path=data --web.listen-address=127.0.0.1:$server_port \
            >server.log 2>&1 &
        server=$!
        python3 watch.py http://127.0.0.1:$server_port http://127.0.0.1:$manager_port || { cat server.log manager.log; exit 1; }

        """

    /// Debian's package names its program otherwise than the project does.
    private func alertmanager(_ place: Workspace) async throws -> String? {
        for name in ["prometheus-alertmanager", "alertmanager"] {
            let found = try await place.shell("for i in \(name) python3 prometheus; do command -v $i || exit 1; done")
            if found.status == 0 { return name }
        }
        return nil
    }

    @Test(.timeLimit(.minutes(10))) func aBrokenTriggerWakesSomebody() async throws {
        let place = try Workspace()
        let program = try await alertmanager(place)
        guard requirement(program != nil, "prometheus, its alertmanager or python3 is not installed"), let program
        else {
            return
        }
        for (name, text) in [
            ("plan.md", Self.plan), ("plumbline.yml", Self.settings), ("desk.py", Self.desk), ("watch.py", Self.watch),
        ] { try place.write(text, to: name) }
        let result = try await place.shell(Self.script, environment: ["ALERTMANAGER": program])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        let lines = result.output.split(separator: "\n").map(String.init)
        let alerts = lines.filter { $0.hasPrefix("alert|") }.sorted()
        #expect(
            alerts.filter { $0.contains("Rollback") } == [
                "alert|RefusedOrdersRollback|critical|Move of the {{ticket}} desk|> 8% for 2 s"
            ], "\(result.output)")
        #expect(!alerts.contains { $0.contains("LateOrdersRollback") || $0.contains("NoData") }, "\(alerts)")
        #expect(lines.contains("rule|RefusedOrdersRollback|> 8% for 2 s|ok|firing"), "\(lines)")
        #expect(lines.contains("rule|LateOrdersRollback|> 8% for 2 s|ok|inactive"), "\(lines)")
    }
}
