/// Contradictions among everything that has made tools count columns wrongly: dashes, joined emoji, combining marks,
/// wide characters, tabs, table cells and a fenced block; in files whose names need to be encoded.
enum WidePlan {
    static let folder = "pläne & mehr"

    private static let strategy = """
        # 🚀 Umzug — Strategie

        ## Phase 1: 準備 👩‍👩‍👧 (Day 1-2)

        - **Duration**: — 5 days
        - Notizen
        \t- cafe\u{301} 👩‍👩‍👧 [weg](auch-weg.md)

        | Größe — 👩‍👩‍👧 | Verweis |
        | --- | --- |
        | 東京 \\| 大阪 | [weg](fehlt.md) |

        ## Flags

        ```js
        const flags = { /* 東京 👩‍👩‍👧 */ enableNewCheckout: { rollout: 60, day: 8 } };
        ```

        #### Day 8: Öffnen 🚀

        - — raise `enableNewCheckout` to 40%

        ### 全体 🔥 Full rollback (< 30 minutes)

        ```sh
        ./back.sh
        ```

        """

    private static let rollback = """
        # Rollback

        ## 全体 🔥 Full rollback (< 60 minutes)

        1. Stop — 👩‍👩‍👧
        2. Restore

        """

    static let files = [("\(folder)/strategie [neu].md", strategy), ("\(folder)/rollback.md", rollback)]

    /// What each finding covers, in reading order, and then the other places in that order.
    static let covered = ["< 60 minutes", "— 5 days", "auch-weg.md", "fehlt.md", "40%"]
    static let coveredElsewhere = ["< 30 minutes", "Day 1-2", "60"]
}
