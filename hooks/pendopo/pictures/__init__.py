"""Pictures as they are published: renditions in several widths, and cards for shared links."""
