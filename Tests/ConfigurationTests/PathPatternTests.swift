import Configuration
import Testing

@Suite struct PathPatternTests {
    @Test(arguments: [
        ("*.md", "plan.md"), ("plan.md", "plan.md"), ("./plan.md", "plan.md"), ("archive/**", "archive/2024/q1/old.md"),
        ("archive/", "archive/old.md"), ("archive/", "archive/2024/old.md"), ("**/rollback*.md", "rollback.md"),
        ("**/rollback*.md", "a/b/rollback-db.md"), ("a/**/z.md", "a/z.md"), ("a/**/z.md", "a/b/c/z.md"),
        ("?.md", "ä.md"), ("a*b*c.md", "aXbYbZc.md"), ("a/*/c.md", "a/b/c.md"), ("/srv/plans/x.md", "x.md"),
        ("../plans/x.md", "x.md"), ("**", "any/thing.md"), ("a[1].md", "a[1].md"), ("**/a/**/b.md", "x/a/y/a/b.md"),
    ])
    func matches(pattern: String, path: String) {
        #expect(PathPattern(pattern).matches("/srv/plans/\(path)", from: "/srv/plans"))
    }

    @Test(arguments: [
        ("*.md", "a/plan.md"), ("plan.md", "a/plan.md"), ("archive/**", "archived/old.md"), ("archive/", "archive.md"),
        ("a*b", "acd"), ("?.md", "ab.md"), ("a/*/c.md", "a/b/b/c.md"), ("../x.md", "x.md"), ("", "x.md"),
        ("*.MD", "x.md"), ("a[12].md", "a1.md"),
    ])
    func differs(pattern: String, path: String) {
        #expect(!PathPattern(pattern).matches("/srv/plans/\(path)", from: "/srv/plans"))
    }

    @Test func aPatternLeavesItsFolderOnlyByName() {
        #expect(PathPattern("../shared/*.md").matches("/srv/shared/a.md", from: "/srv/plans"))
        #expect(!PathPattern("*.md").matches("/srv/a.md", from: "/srv/plans"))
        #expect(PathPattern("../../../../etc/*").matches("/etc/passwd", from: "/srv/plans"))
        #expect(PathPattern("*.md").matches("/a.md", from: "/"))
        #expect(PathPattern("../shared/../docs/**").matches("/srv/docs/a.md", from: "/srv/team"))
        // A folder may be called what means something in a pattern.
        #expect(PathPattern("*.md").matches("/srv/*/a.md", from: "/srv/*"))
        #expect(!PathPattern("*.md").matches("/srv/b/a.md", from: "/srv/*"))
    }

    /// A matcher that tries every way would not come back.
    @Test func starsDoNotMultiply() {
        let stars = String(repeating: "*a", count: 2000) + "b"
        #expect(!PathPattern(stars).matches("/" + String(repeating: "a", count: 4000), from: "/"))
        let folders = String(repeating: "**/a/", count: 500) + "b"
        #expect(!PathPattern(folders).matches(String(repeating: "/a", count: 2000), from: "/"))
    }
}
