/// What a plan says of people who have to agree before it goes on.
package struct ApprovalStatement: Sendable {
    package enum Kind: Sendable {
        /// A stage waits for somebody's approval.
        case required
        /// The rollout is said to go on without anybody's.
        case excluded
    }
    package let kind: Kind
    package let text: Claim<String>

    package init(kind: Kind, text: Claim<String>) {
        self.kind = kind
        self.text = text
    }
}
