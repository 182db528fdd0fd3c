import DataNotations
import SourceText
import Testing

@Suite struct ScriptReadingTests {
    @Test(arguments: [
        ("{ a: 1 }", "- = {a: 1}"),
        ("const A = { b: 'x', \"c\": \"y\", `d`: 1, e: `z` };", "A = {b: 'x', c: 'y', e: 'z'}"),
        (
            "export const A: Record<string, Flag> = {x: {rollout: 20, day: 6}} as const;",
            "A = {x: {rollout: 20, day: 6}}"
        ),
        ("const A = { b: 1 } satisfies Config", "A = {b: 1}"),
        ("let a = -1.5, b = +2", "a = -1.5|b = 2"),
        ("const a = 5 * 60 * 1000;", "a = 300000"),
        ("const a = (2 + 4) / 4 - 1", "a = 0.5"),
        ("const a = { b: 60 * minute }", "a = {b: <60 * minute>}"),
        ("const a = 1_000_000", "a = 1000000"),
        ("const a = [0xff, 0b11, 0o17, .5, 5., 1e3, 2E-1, 7n]", "a = [255, 3, 15, 0.5, 5, 1000, 0.2, 7]"),
        ("const a = 1e999", "a = <1e999>"),
        ("const a = 1 / 0", "a = <1 / 0>"),
        ("const a = [true, false, null, undefined, NaN,,]", "a = [true, false, null, null, <NaN>]"),
        ("const a = 'it\\'s \\u00e9\\x41\\n\\u{1F600}\\uD83D\\uDE00\\ud800'", "a = 'it's éA\n😀😀\u{FFFD}'"),
        ("const a = `all ${users}`", "a = <`all ${users}`>"),
        ("const a = `x ${f({b: `y`})} z`\nconst c = 1", "a = <`x ${f({b: `y`})} z`>|c = 1"),
        ("const m = new Map([['a', 1]]);", "m = <new Map([['a', 1]])>"),
        (
            "const m = new Map<string, number>([['a', 1]]); const b = 2",
            "m = <new Map<string, number>([['a', 1]])>|b = 2"
        ),
        ("export default { a: 1 };", "- = {a: 1}"),
        ("export default defineConfig({ a: 1, });", "- = {a: 1}"),
        ("module.exports = { a: 1 }", "module.exports = {a: 1}"),
        ("const A = Object.freeze({ b: 1 } as const)", "A = {b: 1}"),
        ("FLAGS.x.pct = 5;\nFLAGS['y-z'].pct = 10", "FLAGS.x.pct = 5|FLAGS.y-z.pct = 10"),
        ("NAME: Type = { a: 1 }", "NAME = {a: 1}"),
        ("flagA: { rollout: 20 },\n'flag-b': { rollout: 40 }", "flagA = {rollout: 20}|flag-b = {rollout: 40}"),
        ("const a = { ...base, b, c() { return 1 }, get d() { return 2 }, async e() {}, f: 3 }", "a = {b: <b>, f: 3}"),
        ("const a = { [FLAGS.X]: 1, ['y']: 2, 3: 4 }", "a = {FLAGS.X: 1, y: 2, 3: 4}"),
        ("const a = { b: { c: [ { d: 1 }, { d: 2 } ] } }", "a = {b: {c: [{d: 1}, {d: 2}]}}"),
        ("const a = {\n  b: 1\n  c: 2;\n  d: 3\n}", "a = {b: 1, c: 2, d: 3}"),
        (
            "const a = { b: cond ? 1 : 2, c: x => ({ y: 1 }), d: 4 }",
            "a = {b: <cond ? 1 : 2>, c: <x => ({ y: 1 })>, d: 4}"
        ),
        ("const a = /[/'\"`{]/g; const b = 1", "a = </[/'\"`{]/g>|b = 1"),
        ("const a = { b: 1, b: 2 }", "a = {b: 1, b: 2}"),
        ("const größe = { 'é': 'ß' }", "größe = {é: 'ß'}"),
        ("const a = {\r\n  b: 1,\r\n  c: 2\r\n};\r\n", "a = {b: 1, c: 2}"),
        ("setFlags({ a: { rollout: 5 } });", "- = {a: {rollout: 5}}"),
        ("[{ name: 'a' }, { name: 'b' }]", "- = [{name: 'a'}, {name: 'b'}]"),
    ])
    func readsLiterals(_ text: String, _ expected: String) {
        #expect(read(text) == expected.split(separator: "|").map(String.init))
    }

    @Test func readsWhatStandsInsideOfBlocks() {
        let text = """
            import { a as b } from 'x';
            import y from "y"
            export { z };
            type Flags = { rollout: number; day: number }
            interface Config { kind: 'a'; limit: 5 }
            enum Level { low = 1, high = 2 }
            class Store {
              static readonly LIMITS: Limits = { slow: 100 };
              private count = 0;
              constructor(private x: number = 5) {}
            }
            export function useFlags({ a: b }: Props): Flags {
              const { c, d } = useState({ e: 1 });
              if (c) { FLAGS.f = 2; }
              switch (d) { default: break; case 'x': run({ g: 3 }); }
              return { h: 4 };
            }
            const run = async (x = { no: 1 }) => { const i = 5; };
            """
        #expect(
            read(text) == [
                "LIMITS = {slow: 100}", "count = 0", "- = {e: 1}", "FLAGS.f = 2", "- = {g: 3}", "- = {h: 4}",
                "run = <async (x = { no: 1 }) => { const i = 5; }>", "i = 5",
            ])
    }

    @Test func keepsCommentsApart() {
        let text = """
            // how far each one is
            export const FLAGS = { // by day
              // Core
              // system flags
              a: 5000, // 5 seconds
              b: { c: 5 /* minutes */, /* of day */ d: 6 },

              // about nothing

              e: /* ms */ 7,
              /**
               * Two lines,
               * one comment.
               */
              f: 8 // last
            }; // end
            """
        #expect(
            read(text) == [
                "^how far each one is^ FLAGS = {^Core\nsystem flags^ a: 5000 #5 seconds, "
                    + "b: {c: 5 #minutes, ^of day^ d: 6}, ^ms^ e: 7, ^Two lines,\none comment.^ f: 8 #last} #end"
            ])
    }

    @Test func aCommentBehindTheOpeningBraceSpeaksOfTheObject() {
        #expect(
            read("x = {\n  escalation: { // minutes\n    warning: 5\n  }\n}") == [
                "x = {escalation: {warning: 5} #minutes}"
            ])
    }

    @Test func jsonIsReadAsPeopleWriteIt() {
        let text = "// settings\n{\n  \"a\": 1, # not JSON\n  # above b\n  'b': [1, 2,],\n}\n"
        #expect(read(text, as: .json) == ["^settings^ - = {a: 1, ^above b^ b: [1, 2]}"])
        #expect(read("\"a\": { \"b\": 1 },\n\"c\": 2", as: .json) == ["a = {b: 1}", "c = 2"])
        #expect(read("{\"a\":1}\n{\"a\":2}\n", as: .json) == ["- = {a: 1}", "- = {a: 2}"])
    }

    @Test(arguments: [
        "", "}", "{", "{{{", "const", "const a =", "const a = ;", "a.", "{ a", "{ a:", "{ a: 1", "[", "'", "\"a", "`",
        "/",
        "/*", "//", "a = {b: 'c\n}", "x: : :", "= = =", ") ] }", "{ [ ] }", "a[", "a['", "export", "import", "type A",
        "class A", "enum A", "interface A", "0x", "1e", "\\u", "'\\u{", "{ a: 'b\\", "\u{0}", "f(", "f({", "...",
        "a = `${",
    ])
    func brokenTextIsPassedOver(_ text: String) {
        let read = readNotation(NotationInput(file: file(text)), as: .javascript)
        #expect(read.findings.isEmpty)
        #expect(read.bindings.allSatisfy { $0.value.span.range.upperBound <= text.utf8.count })
    }

    @Test func whatIsReadBeforeAndAfterABrokenPartStays() {
        #expect(read("a = { b: 1, c: 'oops, d: 2 }\nx = 3") == ["a = {b: 1, c: <'oops, d: 2 }\nx = 3>}"])
        #expect(read("a = { b: [1, 2 }\nx = 3") == ["a = {b: [1, 2]}", "x = 3"])
    }

    @Test func nestingIsBounded() {
        let deepest = String(repeating: "[", count: 63) + "1" + String(repeating: "]", count: 63)
        #expect(readNotation(NotationInput(file: file("a = {b: \(deepest)}")), as: .javascript).findings.isEmpty)
        for open in ["[", "{a:", "(", "{"] {
            let text = String(repeating: open, count: 200_000)
            for notation in [Notation.json, .javascript] {
                let read = readNotation(NotationInput(file: file(text)), as: notation)
                #expect(read.findings.map(\.rule) == ["document-too-complex"])
            }
        }
    }
}
