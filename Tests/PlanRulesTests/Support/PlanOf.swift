import Plan
import PlanReading
import SourceText

/// The plan that documents make when they are all there is.
func planOf(_ files: [SourceFile], forPreview: Bool = true) -> Plan {
    Plan(joining: files.map { DocumentFacts($0, forPreview: forPreview) })
}
