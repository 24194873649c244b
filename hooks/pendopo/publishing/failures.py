"""Why nothing, or not all, was published: a sentence that says how to mend it."""

from pendopo.basics.translations import N_, Translate

NOT_INSTALLED = N_(
    "{address} needs packages that are not installed. Install them: python -m pip install s3fs"
)
OTHER_PACKAGE = N_("{address} needs a package that is not installed: {reason}.")
NO_ADDRESS = N_(
    "{address} is no address to publish to. Write one such as s3://BUCKET/FOLDER or "
    "file:///srv/www/site"
)
NO_CREDENTIALS = N_(
    "{address}: no credentials were found ({reason}). Set AWS_ACCESS_KEY_ID and "
    "AWS_SECRET_ACCESS_KEY, or name a profile in AWS_PROFILE."
)
NO_BUCKET = N_(
    "{address} does not exist ({reason}). Create the bucket first, or correct the address."
)
REFUSED = N_(
    "{address} refuses {path}: {reason}. Let the key list, read, write and delete there, then run "
    "the command again."
)
UNREACHABLE = N_(
    "{address} cannot be reached: {reason}. Check AWS_ENDPOINT_URL and the network, then run the "
    "command again: it goes on where it stopped."
)
FAILED = N_(
    "{address} failed at {path}: {reason}. Run the command again: it goes on where it stopped."
)
NO_SITE = N_("There is no site in {folder}. Build it first: pendopo build")
NOT_OURS = N_(
    "{folder} was not made by pendopo build: {file} is missing. Name the folder of a site with "
    "--site."
)
WITHIN = N_("{address} and {folder} lie in each other. Choose another folder.")
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


class PublishingError(Exception):
    """One of the sentences of this module, with what stands in its gaps."""

    def __init__(self, said: str, **gaps: object) -> None:
        super().__init__(said)
        self.said, self.gaps = said, gaps

    def told(self, translate: Translate) -> str:
        """The sentence in the language of `translate`."""
        return translate(self.said).format(**self.gaps)
