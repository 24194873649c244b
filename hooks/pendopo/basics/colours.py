"""Colour contrast as defined by WCAG 2.2, and tints that stay readable.

Relative luminance and contrast ratio: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

WHITE = "#ffffff"
LIGHT = "#f4f6f8"
DARK = "#1e232a"
READABLE = 4.5
"""Minimum contrast ratio of text in WCAG 2.2 AA (1.4.3).

`LIGHT` and `DARK` are the backgrounds in `assets/pendopo.css` with the least contrast to text:
text that is readable on them is readable everywhere on the page.
"""


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two `#rrggbb` colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def tint(colour: str, background: str) -> str:
    """Mixes `colour` with just enough white to be readable as text on a dark `background`."""
    red, green, blue = _channels(colour)
    for step in range(21):
        share = step / 20
        mixed = [round(c + (255 - c) * share) for c in (red, green, blue)]
        candidate = "#{:02x}{:02x}{:02x}".format(*mixed)
        if contrast(candidate, background) >= READABLE:
            return candidate
    return WHITE


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(c / 255) for c in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
