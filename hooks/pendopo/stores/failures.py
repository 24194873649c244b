"""Why a store cannot be used: a sentence that says how to mend it."""

from functools import partial

from pendopo.basics.translations import N_, Translate

NOT_INSTALLED = N_(
    "{address} needs packages that are not installed. Install them: python -m pip install s3fs"
)
OTHER_PACKAGE = N_("{address} needs a package that is not installed: {reason}.")
NO_ADDRESS = N_(
    "{address} is no address of a store. Write one such as s3://BUCKET/FOLDER or "
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
    "command again."
)
FAILED = N_("{address} failed at {path}: {reason}. Run the command again.")
WITHIN = N_("{address} and {folder} lie in each other. Choose another folder.")


class StoreError(Exception):
    """A sentence, with what stands in its gaps."""

    def __init__(self, said: str, **gaps: object) -> None:
        super().__init__(said)
        self.said, self.gaps = said, gaps

    def __reduce__(self) -> tuple[object, ...]:
        return partial(type(self), self.said, **self.gaps), ()

    def told(self, translate: Translate) -> str:
        """The sentence in the language of `translate`."""
        return translate(self.said).format(**self.gaps)
