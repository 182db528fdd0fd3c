import ArgumentParser

/// Against what `lint` holds the documents.
struct BaseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Report only what is new since HEAD parted from this commit, such as origin/main.", valueName: "ref"))
    var base: String?
}
