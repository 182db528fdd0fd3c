import Testing

@testable import PlanRules

struct CommandPlaceholderTests {
    private func rollback(_ commands: String, before: String = "") -> String {
        "# Plan\n\n## Rollback\n\n\(before)\n\n```bash\n\(commands)\n```\n"
    }

    @Test(arguments: [
        ("kubectl --context ‹1:<cluster-name>› get pods -n <space>", "<cluster-name>"),
        ("curl -H \"Authorization: Bearer ‹1:YOUR_TOKEN›\" https://x.example", "YOUR_TOKEN"),
        ("git revert ‹1:xxx›", "xxx"), ("vercel rollback ‹1:[deployment-url]›", "[deployment-url]"),
        ("./restore.sh ‹1:TODO›", "TODO"),
        ("helm rollback till ‹1:<revision>›", "<revision>"), ("scp a ‹1:<host>›:/srv\r\nb\r", "<host>"),
        ("curl https://‹1:<host>›/health", "<host>"),
    ])
    func valuesLeftToFillIn(commands: String, name: String) throws {
        try expect(.commandPlaceholder, in: rollback(commands), reports: .at(1, "'\(name)' stands for a value"))
    }

    @Test func onePlaceOfSeveralIsTold() throws {
        try expect(
            .commandPlaceholder,
            in: """
                # Filialumzug

                ## Phase 2: Umschaltung (Tag 3)

                ```bash
                kassenctl umschalten --filiale ‹1:<filial-nummer>›
                kassenctl status --filiale <filial-nummer>
                ```

                ### Zurück

                ```bash
                kassenctl zurueck --filiale ‹2:<filial-nummer>›
                ```
                """, reports: .at(1, "'<filial-nummer>' stands for a value", note: 2))
    }

    @Test(arguments: [
        "sort < names > sorted", "sort <names>sorted.txt", "sort <names> sorted.txt", "grep '<title>' page.html",
        "mktemp /tmp/a.XXXXXX", "pause --reason \"INC-XXXX\"", "git commit -m 'TODO: later'", "# kubectl get <pod>",
        "cat <<EOF > a\n<name-here>\nEOF", "HOST_NAME=a\nssh <host-name>", "read -r pod\nkubectl delete pod <pod>",
        "echo $YOUR_TOKEN ${YOUR_KEY}", "diff <(a) <(b)", "ls [a-f]*", "[ -f a-b ]", "[[ -n a-b ]]",
        "curl --help [options]", "git revert <merge-sha>", "kubectl logs <pod>",
        "[[ $a < b && c > d ]]", "",
    ])
    func whatCanRun(commands: String) throws {
        try expectSilence(of: .commandPlaceholder, in: rollback(commands))
    }

    @Test(arguments: [
        "Replace the name with that of the cluster:", "`<cluster-name>` is `till-north` or `till-south`.",
        "Platzhalter stehen in spitzen Klammern.", "Reemplazar el nombre:",
        "where `<cluster-name>` is in the on-call sheet",
    ])
    func whatTheTextExplains(line: String) throws {
        try expectSilence(
            of: .commandPlaceholder, in: rollback("kubectl --context <cluster-name> get pods", before: line))
    }

    @Test(arguments: [
        "vercel ls\nvercel promote [deployment-url]", "git log --oneline\ngit checkout <good-state>",
        "# Make one: openssl rand -hex 32\nexport TILL_KEY=<generated-key>",
        "aws rds describe-db-snapshots\naws rds restore-db-instance --snapshot <snapshot-name>",
    ])
    func whatTheCommandsAheadShow(commands: String) throws {
        try expectSilence(of: .commandPlaceholder, in: rollback(commands))
    }

    @Test(arguments: [
        "vercel promote ‹1:[deployment-url]›\nvercel ls", "git log\nvercel promote ‹1:[deployment-url]›",
        "export TILL_KEY=‹1:<generated-key>›", "curl -f https://‹1:YOUR_TILL›.example/health",
    ])
    func whatTheyDoNotShow(commands: String) throws {
        try expect(.commandPlaceholder, in: rollback(commands), reports: .at(1, "stands for a value"))
    }

    @Test func partOfNamesThatTheDocumentGives() throws {
        let commands = "flagctl off till:[feature-name]"
        try expectSilence(
            of: .commandPlaceholder,
            in: rollback(commands, before: "The flags are `till:new-prices` and `till:quick-pay`."))
        try expect(
            .commandPlaceholder,
            in: rollback("flagctl off till:‹1:[feature-name]›", before: "There is `till:new-prices`."),
            reports: .at(1, "'[feature-name]' stands for a value"))
    }

    @Test func whatBelongsToNoStep() throws {
        try expectSilence(
            of: .commandPlaceholder, in: "# API\n\n## Usage\n\n```bash\ncurl https://x.example/<order-id>\n```\n")
    }
}
