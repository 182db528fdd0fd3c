import Foundation
import Testing

/// Commands that settings declare: run when asked for, and never otherwise.
@Suite struct DeclaredCheckTests {
    private static let plan = """
        # Ledger move

        ## Before

        - [ ] Backup verified
        - [ ] Keys are with Marit

        """

    private func place(_ checks: String, settings: String = "") throws -> Workspace {
        let place = try Workspace()
        try place.write(Self.plan, to: "plan.md")
        try place.write("timezone: Europe/Berlin\n\(settings)checks:\n\(checks)", to: "plumbline.yml")
        return place
    }

    /// The item's state and why, as the printed checklist has them.
    private func items(_ place: Workspace) async throws -> (text: String, errors: String) {
        let built = try await place.run("build", "--run-checks", "--now", SmallPlan.now)
        #expect(built.status == 0, "\(built.errors)")
        #expect(!built.hasControlCharacters)
        return (try place.checklist(), built.errors)
    }

    static let ends: [(String, String, String)] = [
        ("[sh, -c, \"echo one; echo all rows there\"]", "Passed", "ended with status 0: all rows there"),
        ("[\"true\"]", "Passed", "'true' ended with status 0"),
        ("[sh, -c, \"echo out; echo err >&2; exit 3\"]", "Failed", "ended with status 3: out / err"),
        ("[sh, -c, \"kill -9 $$\"]", "Failed", "ended with status 137"),
        ("[./no-such-program]", "Blocked", "'./no-such-program' could not be started: no such file or directory"),
        ("[sh, -c, \"echo '$HOME; $(id)' \\\"$1\\\"\", x, a b]", "Passed", "a b"),
        ("[sh, -c, \"printf '\\\\033[31mred\\\\033[0m\\\\007'\"]", "Passed", "status 0: red"),
        (
            "[sh, -c, \"echo DB_PASSWORD=hT7zQ2kLp9Wv4XsB\"]", "Passed", "DB_PASSWORD=****************"
        ),
        // What a document may show as an example nobody prints by chance.
        ("[echo, \"login with password=hunter2 as ops\"]", "Passed", "status 0: login with password=******* as ops"),
        ("[echo, \"key AKIAIOSFODNN7EXAMPLE is in use\"]", "Passed", "status 0: key AKIA**************** is in use"),
        ("[echo, \"at https://ops:secret@db.local/x\"]", "Passed", "status 0: at https://ops:******@db.local/x"),
        ("[sh, -c, \"printf 'password=hunter2-and-more%0250d' 1\"]", "Passed", "status 0: password=*****"),
        ("[sh, -c, \"printf 'password=hunter2-and-more%0290d' 1\"]", "Passed", "status 0: …*****"),
        ("[echo, \"password: refused\"]", "Passed", "status 0: password: refused"),
    ]

    @Test(arguments: ends) func theStatusIsTheResult(_ command: String, _ verdict: String, _ told: String) async throws
    {
        let place = try place("  Backup verified: {command: \(command)}\n")
        let (text, _) = try await items(place)
        #expect(text.contains("<small>\(verdict): "), "\(text)")
        #expect(text.contains(told), "\(text)")
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test func nothingRunsUnasked() async throws {
        let place = try place("  Backup verified: {command: [touch, ran]}\n")
        for command in ["build", "status"] {
            #expect(try await place.run(command, "--now", SmallPlan.now).status == 0)
        }
        #expect(try await place.run("lint", "plan.md").status == 0)
        #expect(place.contents()["ran"] == nil)
        _ = try await place.run("status", "--run-checks", "--now", SmallPlan.now)
        #expect(place.contents()["ran"] != nil)
    }

    /// What it started goes with it, and a program that ends leaves nobody waiting for what it left behind.
    @Test(.timeLimit(.minutes(5))) func theTimeIsKept() async throws {
        let place = try place(
            """
              Backup verified: {command: [sh, -c, "echo begun; sleep 900 & echo $! > pid; wait"], timeout: 5s}
              Keys are with Marit: {command: [sh, -c, "sleep 900 & echo $! > other; echo left"], timeout: 800s}

            """)
        let clock = ContinuousClock()
        var text = ""
        let taken = try await clock.measure { text = try await items(place).text }
        #expect(taken < .seconds(240))
        #expect(text.contains("was ended after 5 s, its time limit: begun"), "\(text)")
        #expect(text.contains("ended with status 0: left"), "\(text)")
        for name in ["pid", "other"] {
            // What has ended and nobody has asked after yet is shown with a Z.
            let left = try await place.shell("sleep 0.3; ps -o stat= -p $(cat \(name)) | grep -v Z")
            #expect(left.output.isEmpty, "\(name): \(left.output)")
        }
    }

    /// Ctrl-C, and what a service's manager sends: to the process alone, and to its group.
    @Test(.timeLimit(.minutes(5)), arguments: ["INT", "TERM", "HUP"], ["", "-"])
    func aSignalEndsThemToo(_ signal: String, _ group: String) async throws {
        let place = try place(
            """
              Backup verified: {command: [sh, -c, "echo $$ > pid; sleep 900 & echo $! > child; wait"], timeout: 800s}
              Keys are with Marit: {command: [sh, -c, "trap 'echo tidy > tidied; exit 1' \(signal); echo $$ > other; while :; do sleep 0.05; done"], timeout: 800s}

            """)
        // A group of its own, of which the tool is the leader; what a shell starts beside it ignores SIGINT.
        let result = try await place.shell(
            """
            python3 - "$PLUMBLINE" "\(group)" <<'END'
            import os, signal, subprocess, sys, time
            def usual():
                os.setpgid(0, 0)
                for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM):
                    signal.signal(number, signal.SIG_DFL)
            tool = subprocess.Popen([sys.argv[1], "status", "--run-checks"], preexec_fn=usual,
                                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while not all(os.path.exists(name) and os.path.getsize(name) for name in ("pid", "child", "other")):
                if tool.poll() is not None:
                    sys.exit("ended at once")
                time.sleep(0.05)
            (os.killpg if sys.argv[2] else os.kill)(tool.pid, signal.SIG\(signal))
            print(-tool.wait() == signal.SIG\(signal))
            END
            for name in pid child other; do ps -o pid=,stat= -p $(cat $name) | grep -v Z; done
            """)
        #expect(result.output == "True\n", "\(result.output)\(result.errors)")
        #expect(try place.text("tidied") == "tidy\n")
    }

    /// The first waits for what the second does; of many no more than four run at once.
    @Test(.timeLimit(.minutes(5))) func theyRunSideBySide() async throws {
        let waiting = try place(
            """
              Backup verified: {command: [sh, -c, "until [ -e sign ]; do sleep 0.05; done; echo seen"], timeout: 240s}
              Keys are with Marit: {command: [touch, sign]}

            """)
        #expect(try await items(waiting).text.contains("status 0: seen"))
        let script = "touch run.$0; sleep 0.4; ls run.* | wc -l > seen.$0; rm run.$0"
        let place = try place(
            (1...9).map { "  Item \($0): {command: [sh, -c, \"\(script)\", \"\($0)\"]}\n" }.joined())
        try place.write("# Move\n\n## Before\n\n" + (1...9).map { "- [ ] Item \($0)\n" }.joined(), to: "plan.md")
        _ = try await items(place)
        let seen = try (1...9).map { Int(try place.text("seen.\($0)").filter(\.isNumber)) ?? 0 }
        #expect(seen.allSatisfy { (1...4).contains($0) }, "\(seen)")
    }

    @Test func floodsAndSilence() async throws {
        let place = try place(
            """
              Backup verified: {command: [sh, -c, "yes flood | head -c 30000000; echo the end"]}
              Keys are with Marit: {command: [cat], timeout: 200s}

            """)
        let (text, _) = try await items(place)
        #expect(text.contains("ended with status 0: the end"), "\(text.prefix(2000))")
        #expect(text.contains("'cat' ended with status 0"))
    }

    @Test func whereTheyRun() async throws {
        let place = try place(
            """
              Backup verified: {command: [./here.sh]}
              Keys are with Marit: {command: [sh, -c, pwd], directory: tools}

            """)
        try place.write("#!/bin/sh\necho \"in $(basename \"$PWD\") with $MOVE\"\n", to: "here.sh")
        _ = try await place.shell("chmod +x here.sh; mkdir tools")
        let built = try await place.run(
            "build", "--run-checks", "--now", SmallPlan.now, environment: ["MOVE": "ledger"])
        #expect(built.status == 0)
        let text = try place.checklist()
        let folder = URL(filePath: place.path).lastPathComponent
        #expect(text.contains("in \(folder) with ledger"), "\(text)")
        #expect(text.contains("tools"))
    }

    @Test func folderAndItemThatAreMissing() async throws {
        let place = try place(
            """
              Backup verified: {command: ["true"], directory: nowhere}
              Backup verifed: {command: ["true"]}

            """)
        let (text, errors) = try await items(place)
        #expect(text.contains("here is no folder"), "\(text)")
        #expect(
            errors.contains(
                "plumbline.yml:4:3: warning[result-unmatched]: result 'Backup verifed' (passed) belongs to nothing in the plan"
            ), "\(errors)")
    }
}

extension Workspace {
    /// The printed checklist of `plan.md`, which says of each item why it stands as it does.
    func checklist() throws -> String {
        let signs = [("&#39;", "'"), ("&quot;", "\""), ("&#34;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
        return signs.reduce(try text("output/checklists/plan.html")) { $0.replacing($1.0, with: $1.1) }
    }
}
