/// Renders a page for each rule, `RULE.html`, and the list of all of them, `index.html`, last.
package func renderRules(_ reference: RuleReference, templates: Templates) throws -> [RenderedFile] {
    try reference.rules.map { rule in
        RenderedFile(path: "\(rule.id).html", text: try renderRule(rule, of: reference, templates: templates))
    } + [RenderedFile(path: "index.html", text: try renderRuleIndex(reference, templates: templates))]
}

/// The page that lists all rules by subject.
package func renderRuleIndex(_ reference: RuleReference, templates: Templates) throws -> String {
    let page = RuleIndexPage(reference: reference, assets: assets(templates))
    return ContentSecurityPolicy.apply(
        to: try templates.render(TemplatePage.rulesHTML, page), trusted: templates.trusted)
}

/// The page of one rule, with links to the rules beside it.
package func renderRule(
    _ rule: RuleReference.Rule, of reference: RuleReference, templates: Templates
) throws -> String {
    let rules = reference.rules
    let index = rules.firstIndex { $0.id == rule.id } ?? 0
    let page = RulePage(
        rule: rule, subject: reference.subjects.first { $0.rules.contains { $0.id == rule.id } }?.name ?? "",
        previous: index > 0 ? rules[index - 1] : nil, next: index + 1 < rules.count ? rules[index + 1] : nil,
        toolVersion: reference.toolVersion, assets: assets(templates))
    return ContentSecurityPolicy.apply(
        to: try templates.render(TemplatePage.ruleHTML, page), trusted: templates.trusted)
}

private func assets(_ templates: Templates) -> PageAssets { PageAssets(style: templates.rulesStyle, script: "") }
