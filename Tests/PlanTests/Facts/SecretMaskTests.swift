import Plan
import SourceText
import Testing

struct SecretMaskTests {
    private func mask(_ values: String...) -> SecretMask {
        SecretMask(
            values.map { value in
                let file = SourceFile(path: "plan.md", text: value)
                let span = SourceSpan(file: file, range: 0..<file.bytes.count)
                return Secret(kind: "password", name: nil, span: span, value: span)
            })
    }

    @Test(arguments: [
        ("", ""), ("no credential, nothing…", "no credential, nothing…"), ("Gr4velpit", "*********"),
        ("a=Gr4velpit b=Gr4velpit", "a=********* b=*********"), ("Gr4velpit-7719", "**************"),
        ("Gr4velpit-7718", "*********-7718"), ("Mühl: Gr4velpit → Gr4velpi", "Mühl: ********* → Gr4velpi"),
        ("export P=Gr4v…", "export P=****…"),
        ("'Gr…' is too short to tell anything", "'Gr…' is too short to tell anything"),
        ("one Gr4ve… → Br4ch… two", "one *****… → *****… two"), ("Gr4", "Gr4"),
    ])
    func credentialsAreHidden(_ text: String, _ expected: String) {
        #expect(mask("Gr4velpit", "Gr4velpit-7719", "Br4chvogel-308").text(text) == expected)
    }

    @Test func keyBlockIsHiddenLineByLine() {
        let mask = mask("\nMz8Qk1vT2xWb9Lp\r\n  RyC4nJhF7sGdE1a\n==\n")
        #expect(mask.text("Mz8Qk1vT2xWb9Lp ⏎ RyC4nJhF7sGdE1a ⏎ ==") == "*************** ⏎ *************** ⏎ ==")
    }

    @Test func withoutCredentialsNothingIsHidden() {
        #expect(mask().text("Gr4velpit…") == "Gr4velpit…")
        #expect(mask("short").text("short") == "short")
    }
}
