package import Plan

package func planText(_ plan: Plan, width: Int) -> String { "" }
package func planMarkdown(_ plan: Plan) -> String { "" }
