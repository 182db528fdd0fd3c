"""Opens the pages about the rules in Chromium and follows their links. Usage: check_rules.py CHROMIUM FOLDER"""

import pathlib
import sys

from playwright.sync_api import sync_playwright

chromium, folder = sys.argv[1], pathlib.Path(sys.argv[2])
PROBE = (pathlib.Path(__file__).parent / "probe.js").read_text()
index = folder / "index.html"
pages = sorted(folder.glob("*.html"))
faults = []
anchors, links = {}, {}

with sync_playwright() as play:
    browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    for width, scheme in [(320, "light"), (390, "dark"), (1280, "light"), (2560, "dark")]:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page = context.new_page()
        page.on("console", lambda message: faults.append(f"{page.url}: console: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        # Every page at one width of a phone and one of a desk, the list of all at each.
        for path in pages if width in (390, 1280) else [index]:
            name = f"{path.name} at {width} px, {scheme}"
            page.goto(path.as_uri())
            faults += [f"{name}: {fault}" for fault in page.evaluate(PROBE)]
            if page.locator("script, img, link, iframe, [onclick], [style]").count():
                faults.append(f"{name}: holds what its policy forbids")
            if page.evaluate("getComputedStyle(document.body).margin") != "0px":
                faults.append(f"{name}: its style does not act")
            anchors[path.name] = set(page.eval_on_selector_all("[id]", "all => all.map(e => e.id)"))
            links[path.name] = page.eval_on_selector_all("a[href]", "all => all.map(e => e.getAttribute('href'))")
        context.close()
    browser.close()
for source, targets in links.items():
    for target in targets:
        name, _, anchor = target.partition("#")
        if (name or source) not in anchors or anchor and anchor not in anchors[name or source]:
            faults.append(f"{source}: the link {target} leads nowhere")
for path in pages:
    if path != index and path.name not in links["index.html"]:
        faults.append(f"{path.name} is not on the list")
if len(pages) < 2:
    faults.append("there are no pages")
if faults:
    sys.exit("\n".join(dict.fromkeys(faults)))
