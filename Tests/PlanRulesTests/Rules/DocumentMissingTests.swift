import Testing

@testable import PlanRules

struct DocumentMissingTests {
    @Test func namedAsCodeAndInQuotes() throws {
        try expect(
            .documentMissing,
            in: [
                (
                    "docs/cutover-plan.md",
                    """
                    # Cutover of the booking engine

                    | Part | Where |
                    | --- | --- |
                    | Way back | `‹1:rollback-steps.md›` |

                    Limits are in `limits.md`, the calls in „‹2:phone-checklist.md›“.
                    """
                ), ("docs/limits.md", "# Limits\n"), ("docs/shift-rota.md", "# Rota\n"),
            ], reports: .at(1, "'rollback-steps.md' does not exist"), .at(2, "'phone-checklist.md' does not exist"))
    }

    @Test func folderOfTheDocuments() throws {
        try expect(
            .documentMissing,
            in: [
                ("ops/plan.md", "# Plan\n\nFor details see `‹1:ops/rollback.md›`.\n"), ("ops/steps.md", "# Steps\n"),
            ], reports: .at(1, "'ops/rollback.md' does not exist"))
        try expect(
            .documentMissing,
            in: [("plan.md", "# Plan\n\nFollow `‹1:docs/rollback.md›`.\n"), ("steps.md", "# Steps\n")],
            reports: .at(1, "'docs/rollback.md' does not exist"))
    }

    @Test func mistypedName() throws {
        try expect(
            .documentMissing,
            in: [
                ("PLAN.md", "# Plan\n\nThe rota is in `‹1:SHIFT_ROTTA.md›`; again: `SHIFT_ROTTA.md`.\n"),
                ("SHIFT_ROTA.md", "# Rota\n"),
            ], reports: .at(1, "'SHIFT_ROTTA.md' does not exist; did you mean 'SHIFT_ROTA.md'?"))
    }

    @Test(arguments: [
        // There, beside the document or elsewhere among the documents.
        "See `checks.md`.", "See `ops/steps.md`.", "For details see `docs/rollback.md`.", "See `Steps.md`.",
        "See `steps.md`.",
        // Links are another rule's matter, and code holds commands.
        "See [`rollback.md`](rollback.md).", "```sh\ncat rollback.md\n```",
        // Yet to come, elsewhere, gone.
        "The way back will be its own document (`rollback.md`).", "It is in `rollback.md` of the payments repository.",
        "We removed `rollback.md`.", "Kopiere es nach `rollback.md` (wird erstellt).",
        // No part of a plan by its words, or written in another way than its neighbours.
        "See `invoice-api.md`.", "See `ROLLBACK.md`.", "See `README.md`.", "See `Rollback_Plan.md`.",
        // In plain words.
        "See rollback.md.", "> See `rollback.md`.", "~~See `rollback.md`.~~", "`rollback*.md`", "`./.md`",
    ])
    func silent(text: String) throws {
        try expectSilence(
            of: .documentMissing,
            in: [("plan.md", "# Plan\n\n\(text)\n"), ("checks.md", "# Checks\n"), ("ops/steps.md", "# Steps\n")])
    }
}
