"""Publishing a site in a store of objects, or in any other place that fsspec can write to.

A record in the store, `.pendopo/published.json.gz`, tells what Pendopo has put there, so that only
what differs goes up and nothing of others is deleted. What pages refer to goes first, then pages,
then what lists them; then the record is written, and last what is no longer there is deleted. So
readers never see a page whose files are missing.

Before the first upload a second record, `unfinished.json.gz`, names all that a run may change. It
is renewed every few seconds with what is done. A run that was broken off leaves it behind, and the
next one goes on from there: files that are certainly up are kept, others are written again.
"""
