"""Reads the Markdown of a site as GitHub does. Usage: check_markdown.py SITE

No raw HTML, no link to elsewhere, nothing that calls people or issues, room in a comment, and every cell, line and
paragraph of a report is on its page too.
"""

import html.parser
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

site = pathlib.Path(sys.argv[1])
faults = []


class Words(html.parser.HTMLParser):
    """The letters and digits that a page shows, in one piece."""

    def __init__(self):
        super().__init__()
        self.text, self.hidden = [], 0

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("style", "script")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("style", "script")

    def handle_data(self, data):
        if not self.hidden:
            self.text.append(data)


def letters(text):
    return "".join(character for character in text if character.isalnum())


def name(node):
    return node.tag.rsplit("}", 1)[-1]


for path in sorted(site.rglob("*.md")):
    source = path.read_bytes()
    told = path.relative_to(site)
    extensions = [part for word in ("table", "tasklist", "autolink", "strikethrough") for part in ("-e", word)]
    made = subprocess.run(["cmark-gfm", "-t", "xml", *extensions], input=source, capture_output=True, check=True)
    tree = ElementTree.fromstring(made.stdout)
    if len(source) > 60_000:
        faults.append(f"{told}: {len(source)} bytes are too long for a comment")
    for node in tree.iter():
        kind = name(node)
        # The one code block is the chart that GitHub and GitLab draw.
        is_chart = kind == "code_block" and node.get("info") == "mermaid"
        if kind in ("html_block", "html_inline", "image", "code_block") and not is_chart:
            faults.append(f"{told}: {kind}: {''.join(node.itertext())[:60]!r}")
        if kind == "link" and not re.fullmatch(r"[\w./-]+\.html", node.get("destination", "")):
            faults.append(f"{told}: leads to {node.get('destination')!r}")
    shown = "".join(tree.itertext())
    for found in re.findall(r"(?:@|#|!|\bGH-)(?=\w)\S{0,20}|https?://\S+|www\.\S+", shown):
        if re.match(r"@\w|[#!]\d|GH-\d|http|www", found):
            faults.append(f"{told}: {found!r} could become a link or a notice")
    page = path.with_suffix(".html")
    if path.parent.name != "reports" or not page.exists():
        continue
    words = Words()
    words.feed(page.read_text())
    whole = letters("".join(words.text))
    blocks = [node for node in tree.iter() if name(node) in ("table_cell", "paragraph")]
    if not blocks:
        faults.append(f"{told}: says nothing")
    for block in blocks:
        text = "".join(block.itertext())
        if letters(text) not in whole:
            faults.append(f"{told}: {text[:80]!r} is not on its page")

print("\n".join(faults))
sys.exit(1 if faults else 0)
