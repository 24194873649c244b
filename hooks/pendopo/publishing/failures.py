"""Why nothing, or not all, was published: a sentence that says how to mend it."""

from pendopo.basics.translations import N_
from pendopo.stores.failures import StoreError

NO_SITE = N_("There is no site in {folder}. Build it first: pendopo build")
NOT_OURS = N_(
    "{folder} was not made by pendopo build: {file} is missing. Name the folder of a site with "
    "--site."
)
CHANGED = N_("{file} was changed meanwhile. Run the command again when the build has ended.")
TAKEN = N_(
    "{address} has files of the same names that Pendopo has not put there ({count}), such as "
    "{file}. Choose another address, or let them be replaced with --take-over."
)
ANOTHER_SITE = N_(
    "{address} holds another site: {gone} of its {count} files would be deleted. Choose another "
    "address, or replace that site with --take-over."
)
DAMAGED = N_(
    "{path} in {address} cannot be read: it is damaged, or of a newer Pendopo. Use the newer one, "
    "or delete that file and run the command again with --take-over."
)
MEANWHILE = N_(
    "Somebody else has published to {address} meanwhile. Run the command again, one at a time."
)
NOT_PACKED = N_("--gzip is for s3:// alone: {address} cannot tell browsers that a file is packed.")


class PublishingError(StoreError):
    """One of the sentences of this module."""
