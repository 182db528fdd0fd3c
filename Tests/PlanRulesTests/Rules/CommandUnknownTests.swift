import Testing

@testable import PlanRules

struct CommandUnknownTests {
    @Test(arguments: [
        ("vercel env ‹1:set› TILL_URL production", "'vercel env' has no command 'set'; it has add,"),
        ("npx prisma migrate ‹1:rollback›", "'prisma migrate' has no command 'rollback'"),
        ("kubectl -n till rollout ‹1:revert› deploy/till", "'kubectl rollout' has no command 'revert'"),
        ("git ‹1:chekout› v1", "did you mean 'checkout'?"),
        ("docker compose -f a.yml ‹1:retsart› app", "did you mean 'restart'?"),
        ("sudo systemctl ‹1:restrat› till", "did you mean 'restart'?"),
        ("terraform ‹1:rollback›", "'terraform' has no command"),
    ])
    func whatTheToolCannotDo(command: String, message: String) throws {
        try expect(.commandUnknown, in: "# Köln\n\n```bash\n\(command)\n```\n", reports: .at(1, message))
        try expect(.commandUnknown, in: "# Köln\r\n\r\n- Dann `\(command)` eingeben\r\n", reports: .at(1, message))
    }

    @Test(arguments: [
        "vercel env add A", "vercel env --foo x set", "kubectl argo rollouts abort a", "git co main", "git lg",
        "kubectl -n till get pods", "kubectl --context $C get pods", "docker compose up -d", "prisma migrate deploy",
        "prisma $X", "helm diff upgrade till .", "tillctl rollbakc", "systemctl --user restart till", "npm run biuld",
        "git",
        "kubectl rollout \"$WHAT\" a", "terraform -chdir=a apply",
    ])
    func whatItCanOrMayBe(command: String) throws {
        try expectSilence(of: .commandUnknown, in: "# Plan\n\n```bash\n\(command)\n```\n\nRun `\(command)`.\n")
    }
}
