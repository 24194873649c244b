"""Labels of the search script."""

from pendopo.basics.translations import N_

SEARCH = {
    "results": N_("Search results"),
    "searching": N_("Searching …"),
    "found": N_("Results for “{query}”: {count}"),
    "foundWithin": N_("Results for “{query}” in {place}: {count}"),
    "nothing": N_("Nothing was found for “{query}”."),
    "nothingWithin": N_("Nothing was found for “{query}” in {place}."),
    "failed": N_("The search could not be loaded. Reload this page and try again."),
    "everywhere": N_("Search the whole portal"),
    "rest": N_("Search all pages too (about {size} KB to load)"),
    "partly": N_("So far only the names of agencies and the portal's own pages were searched."),
    "partlyWithin": N_("So far only some of the pages were searched."),
    "open": N_("All results, with filters"),
    "more": N_("Show more"),
    "close": N_("Close the results"),
    "filter": N_("Filter the results"),
    "all": N_("All"),
    "agency": N_("Agency"),
    "type": N_("Type of agency"),
    "kind": N_("Kind of page"),
    "year": N_("Year"),
}
"""Labels by the names that the script knows them by; it gets them with the list of shards."""
