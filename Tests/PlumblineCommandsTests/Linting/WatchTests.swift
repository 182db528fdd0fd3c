import Testing

/// `--watch`: every change is checked, faults end nothing, Ctrl-C ends with 0.
@Suite struct WatchTests {
    /// Waits for a text in a file, at most four minutes.
    private let wait = #"""
        await() {
            tries=0
            until grep -q "$2" "$1"; do
                tries=$((tries + 1))
                [ $tries -lt 2400 ] || { echo "never saw '$2' in $1"; cat "$1"; kill -KILL $watcher; exit 3; }
                sleep 0.1
            done
        }

        """#

    @Test(.timeLimit(.minutes(10))) func changesAreSeen() async throws {
        let place = try Workspace.withGap()
        let result = try await place.shell(
            wait + #"""
                "$PLUMBLINE" lint docs --watch > out 2> err &
                watcher=$!
                await out "1 error, 1 warning in 1 document"
                echo "# Mended" > docs/plan.md
                await out "no findings in 1 document"
                echo "[gone](gone.md)" > docs/new.md
                await out "1 error in 2 documents"
                echo "lint: {ignore: link-broken}" > docs/plumbline.yml
                await out "no findings in 2 documents"
                echo "lint: [" > docs/plumbline.yml
                await err "the settings cannot be used"
                rm docs/plumbline.yml
                rm -r docs
                await err "there is no file or folder 'docs'"
                mkdir docs; echo "# Back again" > docs/a.md; echo "# B" > docs/b.md; echo "# C" > docs/c.md
                await out "no findings in 3 documents"
                kill -INT $watcher
                wait $watcher
                echo "status $?"
                """#)
        #expect(result.output == "status 0\n", "\(result.errors)")
        // A file is no terminal to be cleared.
        #expect(!(try place.text("out")).contains("\u{1b}"))
    }

    /// What a run writes is no change.
    @Test(.timeLimit(.minutes(5))) func outputsDoNotWakeIt() async throws {
        let place = try Workspace.withGap()
        let result = try await place.shell(
            wait + #"""
                "$PLUMBLINE" lint docs --watch --format json --output docs/report.json > out 2> err &
                watcher=$!
                await out "1 error, 1 warning in 1 document"
                sleep 1.5
                kill -INT $watcher
                wait $watcher
                echo "status $? $(grep -c "in 1 document" out)"
                """#)
        #expect(result.output == "status 0 1\n", "\(result.errors)")
    }
}
