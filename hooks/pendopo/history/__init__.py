"""Finds for each agency with faults the newest state in the history that has none.

`search` tries the commits one after the other, which `git` reads; the result is a data folder of
its own, in which the `files` of those agencies are older and all others are as they are now.
"""
