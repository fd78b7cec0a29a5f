"""Line plots as SVG, both axes logarithmic.

    write(path, Plot(title=("…", "…"), x="claims", y="claims/s"), {"1 thread": [(1000, 52000), …], …})
"""

import dataclasses
import html
import math

WIDTH, HEIGHT = 640, 400
LEFT, RIGHT, TOP, BOTTOM = 80, 40, 70, 55
NAME_ROW = 18
COLOURS = ("#0b6e99", "#c4421a", "#4f7a1d", "#7a3e9d")
GRID, INK = "#d8d8d8", "#222222"


@dataclasses.dataclass
class Plot:
    title: tuple[str, str]
    """Chinese, English."""
    x: str
    y: str
    decades: int = 1
    """How many powers of ten the vertical axis shows at least: a flat line shall look flat."""


class Axis:
    """Places of values between two powers of ten."""

    def __init__(self, values, begin, end, decades=1):
        self.low, self.high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        while self.high - self.low < decades:
            self.high += 1
        self.begin, self.end = begin, end

    def place(self, value):
        return self.begin + (self.end - self.begin) * (math.log10(value) - self.low) / (self.high - self.low)

    def powers(self):
        return [10.0**power for power in range(self.low, self.high + 1)]

    def between(self):
        """2 to 9 times each power: fine lines, so that one sees that the axis is logarithmic."""
        return [factor * 10.0**power for power in range(self.low, self.high) for factor in range(2, 10)]


def number(value):
    """1000 → 1 000, 0.01 → 0.01."""
    return f"{value:,.0f}".replace(",", "\u202f") if value >= 1 else f"{value:g}"


def text(x, y, words, size=12, anchor="middle", more=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}"{more}>{html.escape(words)}</text>'


def line(x1, y1, x2, y2, colour, width):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-width="{width}"/>'


def grid(across, up):
    yield from (line(across.place(x), up.begin, across.place(x), up.end, GRID, 0.3) for x in across.between())
    yield from (line(across.begin, up.place(y), across.end, up.place(y), GRID, 0.3) for y in up.between())
    for x in across.powers():
        yield line(across.place(x), up.begin, across.place(x), up.end, GRID, 1)
        yield text(across.place(x), up.begin + 18, number(x))
    for y in up.powers():
        yield line(across.begin, up.place(y), across.end, up.place(y), GRID, 1)
        yield text(across.begin - 8, up.place(y) + 4, number(y), anchor="end")


def curve(points, across, up, colour):
    places = [(across.place(x), up.place(y)) for x, y in points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    for (x, y), (count, value) in zip(places, points):
        told = f"{number(count)}: {value:,.3g}" if value < 100 else f"{number(count)}: {number(value)}"
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"><title>{html.escape(told)}</title></circle>'


def name_places(series):
    """Where each series' name begins: how far to the right, and in which row."""
    x, row = LEFT, 0
    for name in series:
        # A line of its colour before it. Chinese characters are about twice as wide as the others.
        width = 50 + sum(12 if ord(character) > 0x2E80 else 6.5 for character in name)
        if x > LEFT and x + width > WIDTH:
            x, row = LEFT, row + 1
        yield x, row
        x += width


def names(series):
    """The series' names beside their colours, in rows above the plot."""
    for name, colour, (x, row) in zip(series, COLOURS, name_places(series)):
        y = TOP - 14 + row * NAME_ROW
        yield line(x, y, x + 18, y, colour, 3)
        yield text(x + 24, y + 4, name, anchor="start")


def drawn(plot, series):
    points = [point for curve_points in series.values() for point in curve_points]
    across = Axis([x for x, _ in points], LEFT, WIDTH - RIGHT)
    top = TOP + max(row for _, row in name_places(series)) * NAME_ROW
    up = Axis([y for _, y in points], HEIGHT - BOTTOM, top, plot.decades)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="sans-serif" fill="{INK}" role="img">'
    )
    yield f"<title>{html.escape(' · '.join(plot.title))}</title>"
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    yield text(WIDTH / 2, 20, plot.title[0], size=15)
    yield text(WIDTH / 2, 38, plot.title[1], size=13)
    yield from grid(across, up)
    yield text((across.begin + across.end) / 2, HEIGHT - 12, plot.x)
    yield text(16, (up.begin + up.end) / 2, plot.y, more=f' transform="rotate(-90 16 {(up.begin + up.end) / 2:.0f})"')
    for points, colour in zip(series.values(), COLOURS):
        yield from curve(points, across, up, colour)
    yield from names(series)
    yield "</svg>"


def write(path, plot, series):
    path.write_text("\n".join(drawn(plot, series)) + "\n", encoding="utf-8")
