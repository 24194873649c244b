"""Tells what a change of a data folder does, from two of its states and before any build.

`states` reads both, `records` pairs what is the same in them, `models` and `marks` compare it,
`pages` finds what addresses become of, and `told` puts all of it into sentences.
"""
