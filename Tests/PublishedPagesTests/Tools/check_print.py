"""Prints pages with Chromium and WeasyPrint and reads the paper.

Usage: check_print.py CHROMIUM SITE FOLDER a4|letter
"""

import json
import logging
import pathlib
import re
import subprocess
import sys

from lxml import etree, html
from playwright.sync_api import sync_playwright
from weasyprint import HTML

chromium, site, folder, paper = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), sys.argv[4]
WIDTH, HEIGHT = (595.3, 841.9) if paper == "a4" else (612, 792)
MARGIN = 12 / 25.4 * 72
kpis = [kpi["name"] for kpi in json.loads((site / "status.json").read_text())["kpis"]]
faults = []
# What WeasyPrint leaves out of a style for screens is no fault of the paper.
logging.getLogger("weasyprint").setLevel(logging.CRITICAL)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def flat(text):
    return "".join(text.split())


class Sheet:
    """A printed page: its words with their places."""

    def __init__(self, page):
        self.width, self.height = float(page.get("width")), float(page.get("height"))
        words = [(w.text or "", float(w.get("xMin")), float(w.get("yMin")), float(w.get("xMax")), float(w.get("yMax")))
                 for w in page.iter("{*}word")]
        foot = self.height - 17 / 25.4 * 72
        self.foot = flat("".join(w[0] for w in words if w[2] >= foot))
        self.words = [w for w in words if w[2] < foot]
        self.flat = flat("".join(w[0] for w in self.words))

    def columns(self, heads, index):
        """What stands below each word like a head up to the next head's left edge; two tables may have heads alike."""
        for _, x, y, _, bottom in (word for word in self.words if word[0] == heads[index]):
            after = [w[1] for w in self.words if index + 1 < len(heads) and w[0] == heads[index + 1] and abs(w[2] - y) < 3]
            if index + 1 < len(heads) and not after:
                continue
            right = (after[0] if after else self.width) - 2
            column = [w for w in self.words if x - 3 <= w[1] < right and w[2] > y]
            yield flat("".join(w[0] for w in sorted(column, key=lambda w: (round(w[2]), w[1]))))

    def last_line(self):
        if not self.words:
            return ""
        bottom = max(w[4] for w in self.words)
        line = [w for w in self.words if w[4] > bottom - 4]
        return flat("".join(w[0] for w in sorted(line, key=lambda w: w[1])))


def sheets_of(pdf):
    bbox = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", run("pdftotext", "-bbox", str(pdf), "-"))
    return [Sheet(page) for page in etree.fromstring(bbox.encode(), etree.XMLParser(recover=True)).iter("{*}page")]


def is_plain(text):
    """Whether the letters come back as they were: none of a script that is shaped or turned around."""
    return all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2900 for c in text)


def check(name, engine, sheets, page):
    def fault(text):
        faults.append(f"{name} ({engine}, {paper}): {text}")

    digest = re.search(r"Documents ([0-9a-f]{12})", page.xpath("string(//style[last()])"))
    headings = {flat(h.text_content()) for h in page.xpath("//main//h2 | //main//h3")
                # Below some there are empty lines to write on.
                if not h.xpath("following-sibling::*[1][self::ul[@class='blanks']]")}
    for number, sheet in enumerate(sheets, 1):
        if abs(sheet.width - WIDTH) > 1 or abs(sheet.height - HEIGHT) > 1:
            fault(f"page {number} is {sheet.width} x {sheet.height}")
        if f"Page{number}of{len(sheets)}" not in sheet.foot:
            fault(f"page {number} does not say which it is: {sheet.foot!r}")
        if not digest or digest[1] not in sheet.foot:
            fault(f"page {number} does not say of which documents: {sheet.foot!r}")
        if len(sheet.flat) < 10:
            fault(f"page {number} of {len(sheets)} is empty")
        wide = [w[0] for w in sheet.words if w[3] > sheet.width - MARGIN + 3]
        if wide:
            fault(f"page {number}: {wide[:3]} run over the margin")
        if number < len(sheets) and sheet.last_line() in headings:
            fault(f"page {number} ends with the heading {sheet.last_line()!r}")
    for table in page.xpath("//main//table[.//td]") if name != "index.html" else []:
        heads = [cell.text_content().split()[0] for cell in table.xpath("thead/tr/th")]
        for row in table.xpath("tbody/tr"):
            cells = [flat(cell.text_content()) for cell in row.xpath("td | th")]
            widest = max(range(len(cells)), key=lambda index: len(cells[index]))
            # A row that is longer than a page may go on, and a word that fills a line is cut anywhere.
            if not is_plain(cells[widest]) or len(cells[widest]) > 1500:
                continue
            if not any(cells[widest] in text for sheet in sheets for text in sheet.columns(heads, widest)):
                fault(f"the row {cells[widest][:60]!r} is torn, or has no head over it")
    if name == "index.html":
        everything = "".join(sheet.flat for sheet in sheets)
        for kpi in kpis:
            if is_plain(kpi) and flat(kpi) not in everything:
                fault(f"the printed page lacks {kpi!r}")
    for block in page.xpath("//main//pre"):
        code = flat(block.text_content())
        everything = "".join(sheet.flat for sheet in sheets)
        if is_plain(code) and code not in everything and len(code) < 1500:
            fault(f"the commands {code[:50]!r} are cut")


printed = ["index.html", "rollback.html", "checklists.html"]
printed += sorted(f"checklists/{p.name}" for p in (site / "checklists").glob("*.html"))[:6]
with sync_playwright() as play:
    browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    page = browser.new_page()
    for name in printed:
        source = site / name
        tree = html.fromstring(source.read_bytes())
        stem = name.replace("/", "-").removesuffix(".html")
        target = folder / f"{stem}-chromium.pdf"
        page.goto(source.as_uri())
        page.pdf(path=str(target), prefer_css_page_size=True)
        check(name, "Chromium", sheets_of(target), tree)
        # The first screen is laid out for screens and Chromium; sheets and procedures are for any printer.
        if name != "index.html":
            target = folder / f"{stem}-weasyprint.pdf"
            HTML(filename=str(source)).write_pdf(str(target))
            check(name, "WeasyPrint", sheets_of(target), tree)
    browser.close()
for made in sorted((site / "pdf").glob("*.pdf")) if (site / "pdf").exists() else []:
    facts = run("pdfinfo", str(made))
    for wanted in (r"Title: +\S", r"Tagged: +yes", r"CreationDate: +Mon Nov 30 .*2026"):
        if not re.search(wanted, facts):
            faults.append(f"{made.name}: no {wanted!r} in {facts}")
    name = re.sub("^(checklist|report)-", r"\1s/", made.stem) + ".html"
    check(name, "build --pdf", sheets_of(made), html.fromstring((site / name).read_bytes()))
if faults:
    sys.exit("\n".join(faults[:40]))
