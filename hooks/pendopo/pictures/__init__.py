"""Published pictures: renditions in several widths, and cards for shared links."""
