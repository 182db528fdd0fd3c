/// A plan of four documents with two contradictions that nobody has mended yet.
enum CheckoutPlan {
    static let strategy = """
        # Checkout move: strategy

        The old checkout is replaced flag by flag. We keep both paths for a week, because receipts are printed late. See
        [the way back](rollback.md) and [what is watched](monitoring.md).

        ## Flags

        ```ts
        const flags = {
          enableFastCart: { rollout: 20, day: 3 },
          enableNewReceipt: { rollout: 50, day: 4 },
          enableGiftCards: { rollout: 100, day: 5 },
        };
        ```

        ## Key performance indicators

        1. **Error rate**
           - Target: < 1%
           - Alert: > 5%
           - Critical: > 15%

        ## Ways back

        ### Full rollback (< 30 minutes)

        ```sh
        ./back.sh --all
        ```

        """

    static let timeline = """
        # Checkout move: timeline

        Every morning the carts of the night are read, and what is odd is told to the
        team before the first step of the day.

        ## Phase 2: Rollout (Day 3-6)

        ### Day 3: First carts

        - Raise `enableFastCart` to 20%

        ### Day 4: Receipts

        - Raise `enableNewReceipt` to 40%

        ### Day 5: Gift cards

        - Raise `enableGiftCards` to 100%

        """

    static let rollback = """
        # Checkout move: way back

        ## Full rollback (< 60 minutes)

        1. Stop the queue
        2. Restore the database

        """

    static let monitoring = """
        # Monitoring

        ## Thresholds

        | Metric | Target | Alert | Critical |
        | --- | --- | --- | --- |
        | Error rate | < 1% | > 5% | > 15% |

        """

    static let files = [
        ("strategy.md", strategy), ("timeline.md", timeline), ("rollback.md", rollback), ("monitoring.md", monitoring),
    ]

    /// What is found in it.
    static let contradictions = [
        "rollback.md:3:19: error[rollback-time-conflict] 'Full rollback' is budgeted at 60 minutes here, but at 30 minutes in strategy.md:25 (see strategy.md:25:20)",
        "timeline.md:14:31: error[flag-percent-conflict] 'enableNewReceipt' is at 40% on day 4 here, but 50% in strategy.md:11 (see strategy.md:11:32)",
    ]
}
