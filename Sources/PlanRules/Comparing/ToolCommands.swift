import Plan

/// The commands that a well-known tool has, from its public reference.
struct ToolCommands: Sendable {
    /// `kubectl rollout`.
    let path: String
    let commands: [String]
    /// Whether plugins and aliases may add to them: then only a slip of a few letters is told.
    let isOpen: Bool
    /// Options with a value of their own that may stand in front of the command.
    let valued: Set<String>

    private init(_ path: String, isOpen: Bool = false, valued: String = "", _ commands: String) {
        self.path = path
        self.commands = commands.split(separator: " ").map(String.init)
        self.isOpen = isOpen
        self.valued = Set(valued.split(separator: " ").map(String.init))
    }

    static let byPath: [String: ToolCommands] = Dictionary(
        all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })

    private static let all: [ToolCommands] = [
        // git-scm.com/docs
        ToolCommands(
            "git", isOpen: true, valued: "-C -c --git-dir --work-tree --namespace",
            """
            add am apply archive bisect blame branch bundle checkout cherry cherry-pick clean clone commit config describe \
            diff difftool fetch format-patch gc grep init log ls-files ls-remote ls-tree merge merge-base mergetool mv notes \
            pull push range-diff rebase reflog remote replace reset restore rev-list rev-parse revert rm shortlog show \
            show-ref sparse-checkout stash status submodule subtree switch symbolic-ref tag update-ref verify-commit \
            verify-tag whatchanged worktree lfs flow help version
            """),
        // docs.docker.com/reference/cli/docker
        ToolCommands(
            "docker", isOpen: true, valued: "-H --host -c --context --config -l --log-level",
            """
            attach build builder buildx checkpoint commit compose config container context cp create debug desktop diff \
            events exec export extension history image images import info init inspect kill load login logout logs \
            manifest mcp model network node pause plugin port ps pull push rename restart rm rmi run save sbom scout search \
            secret service stack start stats stop swarm system tag top trust unpause update version volume wait help
            """),
        // docs.docker.com/reference/cli/docker/compose
        ToolCommands(
            "docker compose",
            valued: "-f --file -p --project-name --profile --env-file --project-directory --ansi --parallel --progress",
            """
            alpha attach bridge build commit config convert cp create down events exec export help images kill logs ls \
            pause port ps publish pull push restart rm run scale start stats stop top unpause up version volumes wait watch
            """),
        // kubernetes.io/docs/reference/kubectl/generated
        ToolCommands(
            "kubectl", isOpen: true,
            valued: "-n --namespace --context --cluster --kubeconfig -s --server --user --as --as-group --token -v",
            """
            alpha annotate api-resources api-versions apply attach auth autoscale certificate cluster-info completion \
            config cordon cp create debug delete describe diff drain edit events exec explain expose get help kuberc \
            kustomize label logs options patch plugin port-forward proxy replace rollout run scale set taint top uncordon \
            version wait
            """),
        ToolCommands("kubectl rollout", valued: "-n --namespace --context", "history pause restart resume status undo"),
        ToolCommands(
            "kubectl set", valued: "-n --namespace --context", "env image resources selector serviceaccount sa subject"),
        ToolCommands(
            "kubectl config",
            """
            current-context delete-cluster delete-context delete-user get-clusters get-contexts get-users rename-context \
            set set-cluster set-context set-credentials unset use use-context view
            """),
        // helm.sh/docs/helm
        ToolCommands(
            "helm", isOpen: true, valued: "-n --namespace --kube-context --kubeconfig",
            """
            completion create dependency dep env get help history hist install lint list ls package plugin pull fetch push \
            registry repo rollback search show inspect status template test uninstall del delete un upgrade verify version
            """),
        // developer.hashicorp.com/terraform/cli/commands
        ToolCommands(
            "terraform",
            """
            apply console destroy env fmt force-unlock get graph import init login logout metadata modules output plan \
            providers query refresh show stacks state taint test untaint validate version workspace push
            """),
        // vercel.com/docs/cli
        ToolCommands(
            "vercel", isOpen: true, valued: "--token -t --scope -S --cwd --local-config -A --team -T",
            """
            alias bisect blob build cache certs curl deploy dev dns domains env git guidance help httpstat init inspect \
            install integration link list ls login logout logs mcp microfrontends open project projects promote pull \
            redeploy redirects remove rm rollback rolling-release target teams telemetry upgrade whoami
            """),
        ToolCommands(
            "vercel env", valued: "--token -t --scope -S --cwd", "add list ls pull remove rm run update"),
        // prisma.io/docs/cli
        ToolCommands("prisma migrate", "dev deploy diff reset resolve status"),
        ToolCommands("prisma db", "execute pull push seed"),
        // freedesktop.org/software/systemd/man/latest/systemctl.html
        ToolCommands(
            "systemctl", isOpen: true,
            """
            add-requires add-wants bind cancel cat clean condreload condrestart condstop daemon-reexec daemon-reload default \
            disable edit emergency enable exit force-reload freeze get-default halt hibernate hybrid-sleep import-environment \
            is-active is-enabled is-failed is-system-running isolate kexec kill link list-automounts list-dependencies \
            list-jobs list-machines list-paths list-sockets list-timers list-unit-files list-units log-level log-target mask \
            mount-image poweroff preset preset-all reboot reenable reload reload-or-restart rescue reset-failed restart revert \
            service-log-level service-log-target service-watchdogs set-default set-environment set-property show \
            show-environment sleep soft-reboot start status stop suspend suspend-then-hibernate switch-root thaw \
            try-reload-or-restart try-restart unmask unset-environment whoami help
            """),
        // docs.npmjs.com/cli/commands
        ToolCommands(
            "npm", isOpen: true, valued: "--prefix -w --workspace",
            """
            access adduser audit bugs cache ci completion config dedupe deprecate diff dist-tag docs doctor edit exec explain \
            explore find-dupes fund help hook init install install-ci-test install-test link login logout ls list org \
            outdated owner pack ping pkg prefix profile prune publish query rebuild repo restart root run run-script sbom \
            search set shrinkwrap star start stop team test token undeprecate uninstall unpublish update version view whoami
            """),
        // supabase.com/docs/reference/cli
        ToolCommands("supabase db", isOpen: true, "advisors diff dump lint pull push query reset schema start test"),
        ToolCommands("supabase migration", isOpen: true, "down fetch list new repair squash up"),
    ]
}
