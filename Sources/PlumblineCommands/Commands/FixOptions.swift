import ArgumentParser

/// What `lint` does about faults that can be mended without changing what a document says.
struct FixOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Mend what cannot change the meaning: dead anchors with one clear target, boxes, the bars of tables.",
            discussion: "Then report what is left."))
    var fix = false

    @Flag(help: "Print what '--fix' would change as a unified diff, and change nothing.")
    var diff = false

    enum Mode { case report, fix, diff }

    var mode: Mode { fix ? .fix : diff ? .diff : .report }

    func validate() throws {
        if fix, diff { throw ValidationError("'--diff' changes nothing and '--fix' does: give one of them") }
    }
}
