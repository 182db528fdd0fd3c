/// A plan of two days in three files, for tests that are not about plans.
enum SmallPlan {
    static let now = "2026-03-03T10:00:00+01:00"
    /// The same moment, for commands that take no `--now`.
    static let clock = ["SOURCE_DATE_EPOCH": "1772528400"]

    static let document = """
        # Mail gateway move

        ## Phase 1: Warm-up (Day 1)

        - **Duration**: 1 day

        ## Phase 2: Switch (Day 2)

        - **Duration**: 1 day

        ## Measures

        1. **Delivery delay**
           - Target: < 10s
           - Alert: > 30s
           - Critical: > 120s

        """

    static let settings = """
        start: 2026-03-02
        timezone: Europe/Berlin
        documents: ["*.md"]
        metrics: [metrics/*.csv]
        output: output
        kpis:
          Delivery delay:
            metric: delivery_delay_seconds
            interval: 1h

        """

    static let metrics = """
        time,name,value
        2026-03-03T09:30:00+01:00,delivery_delay_seconds,4.2

        """

    static let files = [
        ("plan.md", document), ("plumbline.yml", settings), ("metrics/delay.csv", metrics),
    ]
}
