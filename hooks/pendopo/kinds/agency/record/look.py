"""Parts of agency.yml that say what the agency's pages look like: emblem, cover, colours."""

from pendopo.reading.fields import Colour, CoverName, EmblemName, Line, described
from pendopo.reading.record import Model, Picture


class Emblem(Model):
    """The agency's emblem."""

    file: EmblemName = described("File", "Name of the picture in the folder media.", "lambang.png")
    alt: Line = described(
        "Alternative text", "What the emblem shows.", "Lambang Kota Binjai: perisai hijau"
    )


class Cover(Picture):
    """The wide picture at the top of the agency's first page."""

    file: CoverName = described("File", "Name of the picture in the folder media.", "balai.jpg")


class Colours(Model):
    """The colours of the agency's pages; the default is the colours of the agency above."""

    primary: Colour = described("Primary", "Background of the page's head.", "#1b5e20")
    accent: Colour | None = described(
        "Accent", "Lines and marks; the primary colour if left out.", "#0f5e9c", None
    )
