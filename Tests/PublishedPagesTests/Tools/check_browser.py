"""Opens pages in Chromium at many widths. Usage: check_browser.py CHROMIUM SITE [MAIL.html]"""

import datetime
import json
import pathlib
import sys

from playwright.sync_api import sync_playwright

chromium, site = sys.argv[1], pathlib.Path(sys.argv[2])
mail = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
PROBE = (pathlib.Path(__file__).parent / "probe.js").read_text()
status = site / "index.html"
faults = []


def opened(browser, path, name, width, scheme="light", at=None, script=True):
    """A page whose console and requests are watched, at a moment of its own clock."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script
    )
    if at:
        context.clock.set_fixed_time(at)
    page = context.new_page()
    page.on("console", lambda message: faults.append(f"{name}: console: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"{name}: {error}"))
    page.on(
        "request",
        lambda request: None if request.url == path.as_uri() else faults.append(f"{name}: asks for {request.url}"),
    )
    page.goto(path.as_uri())
    return context, page


with sync_playwright() as play:
    browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    context, page = opened(browser, status, "times", 1280)
    times = page.eval_on_selector("#stale", "e => [e.dataset.due, e.dataset.until]")
    context.close()
    due, until = (datetime.datetime.fromisoformat(time) for time in times)
    minute = datetime.timedelta(minutes=1)
    moments = {"fresh": due - minute, "late": due + minute, "expired": until + minute}

    # Of the reports those that differ in what they are made of.
    reports = [site / "reports" / f"{name}.html" for name in ("hourly-operations", "end-of-day-business", "lessons")]
    others = [site / "reports.html", site / "findings.html", *reports, *sorted((site / "checklists").glob("*.html"))]
    for path in [status, *others]:
        for width in (320, 390, 768, 1280, 2560):
            for scheme in ("light", "dark"):
                for moment in ("fresh", "late") if path == status else ("fresh",):
                    name = f"{path.name} at {width} px, {scheme}, {moment}"
                    context, page = opened(browser, path, name, width, scheme, moments[moment])
                    faults += [f"{name}: {fault}" for fault in page.evaluate(PROBE)]
                    context.close()

    for moment, (banner, expired) in {
        "fresh": (False, False), "late": (True, False), "expired": (True, True)
    }.items():
        context, page = opened(browser, status, moment, 1280, at=moments[moment])
        if page.is_visible("#stale") != banner:
            faults.append(f"{moment}: the banner is {'hidden' if banner else 'shown'}")
        if page.evaluate("document.documentElement.classList.contains('expired')") != expired:
            faults.append(f"{moment}: the page is {'not ' if expired else ''}marked as expired")
        context.close()

    context, page = opened(browser, status, "without scripts", 1280, script=False)
    said = page.inner_text("body")
    headline = page.inner_text("#headline")
    for text in [headline, *(kpi["name"] for kpi in json.loads((site / "status.json").read_text())["kpis"])]:
        if " ".join(text.split()) not in " ".join(said.split()):
            faults.append(f"without scripts: the page does not say {text!r}")
    if page.is_visible("#stale"):
        faults.append("without scripts: the page says that it is late, which it cannot know")
    context.close()

    for width in (600, 360) if mail else ():
        name = f"mail at {width} px"
        context, page = opened(browser, mail, name, width)
        faults += [f"{name}: {fault}" for fault in page.evaluate(PROBE)]
        if page.locator("img, link, script, [src]").count():
            faults.append(f"{name}: refers to something outside itself")
        context.close()
    browser.close()
if faults:
    sys.exit("\n".join(dict.fromkeys(faults)))
