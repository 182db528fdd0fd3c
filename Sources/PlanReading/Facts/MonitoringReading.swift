import DataNotations
import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// What the document says of how the plan is watched, beside the limits of its measures.
    func readMonitoring(_ data: [CodeData], _ limits: StatedLimits) -> Monitoring {
        var monitoring = Monitoring()
        monitoring.alerts = limits.alerts
        monitoring.unsetLimits = limits.unsetLimits
        for section in planSections {
            monitoring.escalations += toldEscalations(section)
            monitoring.refreshes += toldRefreshes(section)
        }
        monitoring.escalations.sort { $0.after.span < $1.after.span }
        monitoring.channels = readChannels(data)
        monitoring.automations = forPreview { readAutomations() }
        monitoring.settings = forPreview { readBoundedSettings(data) }
        monitoring.approvals = forPreview { readApprovals() }
        return monitoring
    }
}
