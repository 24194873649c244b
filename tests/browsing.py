"""A folder served as GitHub Pages serves it, and the machine's Chromium to look at it."""

import functools
import gzip
import http.server
import io
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import material
from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word, those of text compressed."""

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.endswith("/"):
            path /= "index.html"
        accepted = "gzip" in self.headers.get("Accept-Encoding", "")
        if not accepted or path.suffix not in COMPRESSED or not path.is_file():
            return super().send_head()
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of a page that was left before all of it had been sent."""

    request_queue_size = 128  # where it is full, a browser tries again only after a second

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(root: Path) -> Iterator[str]:
    """A folder served on this machine."""
    handler = functools.partial(Handler, directory=str(root))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def chromium() -> str:
    """The path of the machine's Chromium; that there is none is an error, no reason to skip."""
    script = Path(__file__).parent / "find-browser"
    return subprocess.run([script], check=True, capture_output=True, text=True).stdout.strip()


@contextmanager
def opened() -> Iterator[Browser]:
    """Chromium without a window, that asks nothing of anybody by itself."""
    with sync_playwright() as playwright:
        flags = [*FLAGS, "--disable-sync"]
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags)
        yield browser
        browser.close()


def settled(page: Page) -> None:
    """Waits until a page is painted as it is now, and its scripts know the sizes of its parts.

    Where an address leads to a part of the page, the keyboard goes on from there only then.
    """
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )


CONTRAST = """
() => {
  const linear = share => share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  const channel = value => linear(value / 255);
  const parse = text => text.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const over = (top, below) => {
    const alpha = top[3] ?? 1;
    return [0, 1, 2].map(i => top[i] * alpha + below[i] * (1 - alpha));
  };
  const known = new Map([[null, [255, 255, 255]]]);
  const background = element => {
    if (!known.has(element)) {
      const layer = parse(getComputedStyle(element).backgroundColor);
      known.set(element, over(layer, background(element.parentElement)));
    }
    return known.get(element);
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const element = node.parentElement;
    const drawn = element.checkVisibility() && !element.closest("svg, .visually-hidden");
    if (!drawn || !node.data.trim()) continue;
    const back = background(element);
    const front = over(parse(getComputedStyle(element).color), back);
    const [dark, light] = [luminance(back), luminance(front)].sort((a, b) => a - b);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${element.className}: ${node.data.trim()}`);
  }
  return faint;
}
"""
"""Texts with less contrast than WCAG 2.2 wants, as a script finds them."""


SHIFTS = """
window.shifts = [];
window.observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
observer.observe({ type: "layout-shift", buffered: true });
"""
SHIFTED = "[...shifts, ...observer.takeRecords()].map((each) => each.value)"
"""How far parts of a page have moved since `SHIFTS` began to watch."""


_STYLESHEETS = Path(material.__file__).parent / "templates/assets/stylesheets"
(THEME,) = _STYLESHEETS.glob("main.*.min.css")
"""The stylesheet of Material."""
