import Testing

@testable import PlanRules

struct CommandSyntaxTests {
    @Test func loopWithoutEnd() throws {
        try expect(
            .commandSyntax,
            in: """
                # Retour arrière – Lyon

                1. Caisses
                   ```bash
                   # les unes après les autres
                   ‹1:for› caisse in $(cat caisses.txt); do
                     ssh "$caisse" 'sudo systemctl restart caisse'
                   ```
                2. Contrôle
                   ```sh
                   curl -fsS https://caisse.example/etat
                   ```
                """, reports: .at(1, "'for' is never closed by 'done'"))
    }

    @Test(arguments: [
        ("echo ‹1:'›done", "the quote ' is never closed"),
        ("if curl -fsS a; then\r\n  echo up\r\nelse\r\n  echo down\r\n‹1:done›", "'done' cannot stand here"),
        ("cat ‹1:<<EOF› > a\n  x\n  EOF", "no line consists of 'EOF'"),
        ("a ‹1:&&›", "no command follows '&&'"),
        ("a\n‹1:|› grep b", "'|' cannot stand here"),
        ("x=‹1:$(›date", "'$(' is never closed by ')'"),
    ])
    func whatBashRefuses(block: String, message: String) throws {
        try expect(.commandSyntax, in: "# Plan\n\n```bash\n\(block)\n```\n", reports: .at(1, message))
        try expect(.commandSyntax, in: "# Plan\n\n~~~sh\n\(block)\n~~~\n", reports: .at(1, message))
    }

    @Test(arguments: [
        "```bash\n$ echo 'a\n> b'\nit's done\n```", "```console\necho 'a\n```", "```zsh\necho 'a\n```",
        "```powershell\necho 'a\n```",
        "```bash\nkubectl logs <pod> 'a\n```", "```bash\nfor x in 1 2; do\n  ...\n```", "```\necho 'a --b\n```",
        "```bash\n```", "```bash\n# don't\n\n```", "```fish\nif a\n  b\nend\n```", "```bash\nls !(a|b) 'c\n```",
    ])
    func whatIsNoScript(block: String) throws {
        try expectSilence(of: .commandSyntax, in: "# Plan\n\n\(block)\n")
    }
}
