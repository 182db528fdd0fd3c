package import SourceText

/// What the plan has typed, and what it says of that.
package struct PlanCommands: Sendable {
    /// Blocks of commands and code spans that hold one, in reading order of each document.
    package var blocks: [ShellBlock]
    package var secrets: [Secret]
    /// What makes a command safer, wherever the plan says it.
    package var precautions: [Precaution]
    package var variables: [VariableMention]
    /// Lines that speak of deploying, in documents that name a host which hands settings to new deployments only.
    package var deployments: [DeploymentMention]

    package init(
        blocks: [ShellBlock] = [], secrets: [Secret] = [], precautions: [Precaution] = [],
        variables: [VariableMention] = [], deployments: [DeploymentMention] = []
    ) {
        self.blocks = blocks
        self.secrets = secrets
        self.precautions = precautions
        self.variables = variables
        self.deployments = deployments
    }
}

/// A credential that stands in a document.
package struct Secret: Sendable {
    /// `GitHub token`, `password`.
    package let kind: String
    /// The variable, option or user that it belongs to; nil for a bare one.
    package let name: String?
    /// What may be shown: the name or the credential's known first letters.
    package let span: SourceSpan
    /// What may not.
    package let value: SourceSpan

    package init(kind: String, name: String?, span: SourceSpan, value: SourceSpan) {
        self.kind = kind
        self.name = name
        self.span = span
        self.value = value
    }
}

/// A line that tells of a copy that is kept, of bringing one back, or of a look before the leap.
package struct Precaution: Sendable {
    package enum Kind: Sendable {
        /// A backup, dump or snapshot is made or looked at.
        case copy
        /// One is brought back.
        case restoring
        /// Somebody confirms, approves, or tries without effect.
        case confirmation
        /// What calls for a rollback, in a list of such.
        case occasion
    }
    package let kind: Kind
    package let text: String
    package let span: SourceSpan

    package init(kind: Kind, text: String, span: SourceSpan) {
        self.kind = kind
        self.text = text
        self.span = span
    }
}

/// A variable that a step tells of by its name.
package struct VariableMention: Sendable {
    package enum Role: Sendable {
        /// It must have its value here.
        case required
        /// What its value comes from is made here.
        case made
        /// It stands in a list of the variables that there are, under a title that says so.
        case listed
        /// A step gives it a value.
        case set
    }
    /// `STRIPE_WEBHOOK_SECRET`.
    package let name: String
    package let role: Role
    /// Where the step stands among those of its document: from the outermost heading to the item of a numbered list.
    package let order: [StepPlace]
    package let span: SourceSpan
    package let reading: Reading

    package init(name: String, role: Role, order: [StepPlace], span: SourceSpan, reading: Reading) {
        self.name = name
        self.role = role
        self.order = order
        self.span = span
        self.reading = reading
    }
}

/// A line that speaks of deploying.
package struct DeploymentMention: Sendable {
    /// Whether the line begins with it, as a step does: `Deploy the shop`.
    package let isStep: Bool
    /// `Vercel`, as the document writes it.
    package let host: String
    package let span: SourceSpan
    package let reading: Reading

    package init(isStep: Bool, host: String, span: SourceSpan, reading: Reading) {
        self.isStep = isStep
        self.host = host
        self.span = span
        self.reading = reading
    }
}

/// One of several steps that follow each other: a heading under another, or an item of a list.
package struct StepPlace: Sendable, Hashable {
    /// What holds the steps: the byte offset of the section or list.
    package let parent: Int
    /// Where the step itself begins.
    package let start: Int
    /// `Phase 2`, `step 3`.
    package let name: String
    /// What its name says of when it is done; nil where it says nothing.
    package let moment: Moment?

    package enum Moment: Sendable {
        /// Ahead of the launch: `T-3 days`, `Pre-launch`.
        case ahead
        /// By a phase, a day, a time or its number among others.
        case counted
        /// `Go-live`, `Deployment`.
        case launch
    }

    package init(parent: Int, start: Int, name: String, moment: Moment?) {
        self.parent = parent
        self.start = start
        self.name = name
        self.moment = moment
    }
}
