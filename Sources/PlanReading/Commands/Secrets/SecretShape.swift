/// What the credentials of a well-known service look like, from their documentation.
struct SecretShape: Sendable {
    let kind: String
    let prefix: [UInt8]
    /// Of what follows the prefix.
    let lengths: ClosedRange<Int>
    private let alphabet: Alphabet

    private enum Alphabet: Sendable { case capitals, letters, dashed, dotted, hexadecimal }

    private init(_ kind: String, _ prefix: String, _ lengths: ClosedRange<Int>, _ alphabet: Alphabet = .letters) {
        self.kind = kind
        self.prefix = Array(prefix.utf8)
        self.lengths = lengths
        self.alphabet = alphabet
    }

    func holds(_ byte: UInt8) -> Bool {
        switch alphabet {
        case .capitals: (0x41...0x5a).contains(byte) || (0x30...0x39).contains(byte)
        case .letters: byte.isNamePart
        case .dashed: byte.isNamePart || byte == UInt8(ascii: "-")
        case .dotted: byte.isNamePart || "-./".utf8.contains(byte)
        case .hexadecimal: (0x61...0x66).contains(byte) || (0x30...0x39).contains(byte)
        }
    }

    static let all: [SecretShape] = [
        // docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
        SecretShape("AWS access key", "AKIA", 16...16, .capitals),
        SecretShape("AWS access key", "ASIA", 16...16, .capitals),
        // github.blog/2021-04-05-behind-githubs-new-authentication-token-formats
        SecretShape("GitHub token", "ghp_", 36...36), SecretShape("GitHub token", "gho_", 36...36),
        SecretShape("GitHub token", "ghu_", 36...36), SecretShape("GitHub token", "ghs_", 36...36),
        SecretShape("GitHub token", "ghr_", 36...76), SecretShape("GitHub token", "github_pat_", 50...100),
        // docs.gitlab.com/security/tokens
        SecretShape("GitLab token", "glpat-", 20...60, .dotted),
        // api.slack.com/authentication/token-types
        SecretShape("Slack token", "xoxb-", 20...90, .dashed), SecretShape("Slack token", "xoxp-", 20...90, .dashed),
        SecretShape("Slack token", "xoxa-", 20...90, .dashed), SecretShape("Slack token", "xoxs-", 20...90, .dashed),
        SecretShape("Slack token", "xapp-", 20...120, .dashed),
        SecretShape("Slack webhook", "hooks.slack.com/services/", 30...60, .dotted),
        // docs.stripe.com/keys and docs.stripe.com/webhooks
        SecretShape("Stripe key", "sk_live_", 16...120), SecretShape("Stripe key", "rk_live_", 16...120),
        SecretShape("Stripe signing secret", "whsec_", 24...80),
        // cloud.google.com/docs/authentication/api-keys
        SecretShape("Google API key", "AIza", 35...35, .dashed),
        // docs.npmjs.com/about-access-tokens, pypi.org/help/#apitoken
        SecretShape("npm token", "npm_", 36...36), SecretShape("PyPI token", "pypi-", 80...300, .dashed),
        // docs.sendgrid.com/ui/account-and-settings/api-keys
        SecretShape("SendGrid key", "SG.", 60...75, .dotted),
        SecretShape("OpenAI key", "sk-proj-", 40...200, .dashed),
        SecretShape("Anthropic key", "sk-ant-", 40...200, .dashed),
        SecretShape("DigitalOcean token", "dop_v1_", 64...64, .hexadecimal),
    ]
}

extension UInt8 {
    /// A letter or digit of ASCII, or `_`.
    var isNamePart: Bool {
        (0x61...0x7a).contains(self) || (0x41...0x5a).contains(self) || (0x30...0x39).contains(self)
            || self == UInt8(ascii: "_")
    }
}
