"""Rows of painting: what Chromium itself says of the main pages, with script and without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bench.report import Table, amount
from bench.scene import inside, main_pages
from bench.subjects import Laws
from tests.support.browser import ABSENT, find_chromium, launched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COLUMNS = (
    "page", "first paint", "largest contentful paint", "cumulative layout shift", "transferred", "of it the page",
    "first paint, script off",
)  # fmt: skip
HOW = (
    "Headless Chromium on this machine, a visitor in Russian with nothing in the browser's cache, 1024 × 768, the "
    "service warm; the middle of three openings each. Nothing is compressed: that is left to the proxy in front."
)
ROUNDS = 3
WIDTH, HEIGHT = 1024, 768
_SETTLED = 300  # milliseconds after loading in which something might still move
_FIGURES = """() => new Promise(done => {
  const entries = {};
  const watch = type => new PerformanceObserver(list => { entries[type] = list.getEntries(); })
    .observe({type, buffered: true});
  watch("largest-contentful-paint");
  watch("layout-shift");
  setTimeout(() => {
    const page = performance.getEntriesByType("navigation")[0];
    const rest = performance.getEntriesByType("resource");
    done({
      first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
      largest: entries["largest-contentful-paint"]?.at(-1)?.startTime ?? null,
      shift: (entries["layout-shift"] ?? []).reduce((sum, one) => sum + one.value, 0),
      page: page.transferSize,
      all: rest.reduce((sum, one) => sum + one.transferSize, page.transferSize),
    });
  }, 100);
})"""
_FIRST = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"


def painting(laws: Laws) -> Table:
    """Six pages. Without Chromium a table that says so."""
    table = Table("Painting of the main pages, by Chromium", COLUMNS)
    executable = find_chromium()
    if executable is None:
        table.remarks.append(ABSENT)
        return table
    with inside(laws) as (scene, _app), launched(executable) as browser:
        for name, path in main_pages(scene).items():
            table.rows.append(_row(browser, name, f"{scene.address}/ru{path}"))
    table.remarks.append(HOW)
    return table


def _row(browser: Browser, name: str, address: str) -> tuple[str, ...]:
    _figures(browser, address, script=True)  # warms the service
    found = [_figures(browser, address, script=True) for _ in range(ROUNDS)]
    plain = [_figures(browser, address, script=False) for _ in range(ROUNDS)]
    return (
        name,
        amount(_middle(found, "first")),
        amount(_middle(found, "largest")),
        f"{max(one['shift'] for one in found):.3f}",
        amount((_middle(found, "all") or 0) / 1024, "KB"),
        amount((_middle(found, "page") or 0) / 1024, "KB"),
        amount(_middle(plain, "first")),
    )


def _figures(browser: Browser, address: str, *, script: bool) -> dict[str, Any]:
    """What Chromium says of one opening in a context of its own."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, java_script_enabled=script)
    try:
        page = context.new_page()
        page.goto(address, wait_until="load")
        page.wait_for_timeout(_SETTLED)
        found: dict[str, Any] = page.evaluate(_FIGURES) if script else {"first": page.evaluate(_FIRST)}
        return found
    finally:
        context.close()


def _middle(found: list[dict[str, Any]], name: str) -> float | None:
    values = sorted(one[name] for one in found if one[name] is not None)
    return values[len(values) // 2] if values else None
