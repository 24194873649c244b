"""A store of objects on this machine that answers as S3 does, and fails where a test wants it."""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from typing import Any, NamedTuple

import pytest
from botocore.session import get_session
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

FAULT = """<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>{code}</Code><Message>{message}</Message></Error>"""
KEYS = {
    "AWS_ACCESS_KEY_ID": "kunci",
    "AWS_SECRET_ACCESS_KEY": "sangat-rahasia",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_CONFIG_FILE": "/dev/null",
    "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
}


NUMBERS = count(1)


class Request(NamedTuple):
    """A request by its method, and the key of its object; the bucket comes first."""

    method: str
    key: str


class Fault(NamedTuple):
    """An answer instead of the store's."""

    status: int
    code: str
    message: str = "Sengaja."


Judge = Callable[[Request], Fault | None]


class Objects:
    """The store: its address, the requests since the last `forget`, and what is done at each."""

    def __init__(self) -> None:
        self.app: Any = DomainDispatcherApplication(create_backend_app)
        self.requests: list[Request] = []
        self.judge: Judge = lambda request: None
        self.port = 0
        self.lock = threading.Lock()

    @property
    def environment(self) -> dict[str, str]:
        """What a publisher sets."""
        return {**KEYS, "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.port}"}

    def begin(self, patch: pytest.MonkeyPatch) -> "Objects":
        """Has a test use the store as a publisher does, without long waits for what fails."""
        for name, value in self.environment.items():
            patch.setenv(name, value)
        # What botocore tries again takes seconds; the library above it tries again all the same.
        patch.setenv("AWS_MAX_ATTEMPTS", "1")
        self.forget()
        return self

    def bucket(self) -> str:
        """The name of a new bucket."""
        name = f"wadah-{next(NUMBERS)}"
        self.client().create_bucket(Bucket=name)
        self.forget()
        return name

    def forget(self) -> None:
        """Begins a new list of requests, at which nothing happens."""
        self.requests, self.judge = [], lambda request: None

    def puts(self) -> list[str]:
        """The keys that were written, without those of Pendopo's records."""
        keys = [each.key for each in self.requests if each.method == "PUT"]
        return [key for key in keys if "/.pendopo/" not in key]

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        # One after the other: the store behind keeps its objects in plain dictionaries.
        with self.lock:
            request = Request(environ["REQUEST_METHOD"], environ["PATH_INFO"].lstrip("/"))
            self.requests.append(request)
            if fault := self.judge(request):
                # The stream of this server has no end of its own.
                environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
                text = FAULT.format(code=fault.code, message=fault.message).encode()
                start(f"{fault.status} X", [("Content-Type", "application/xml")])
                # A body after HEAD would be taken for the next answer.
                return [b"" if request.method == "HEAD" else text]
            found: Iterable[bytes] = [*self.app(environ, start)]
            return found

    def client(self) -> Any:
        """A client that sees the bucket as anybody's program would."""
        return get_session().create_client(
            "s3",
            region_name="us-east-1",
            endpoint_url=self.environment["AWS_ENDPOINT_URL"],
            aws_access_key_id="lain",
            aws_secret_access_key="lain",
        )

    def held(self, bucket: str, folder: str) -> dict[str, bytes]:
        """All files below a folder of a bucket."""
        client, found = self.client(), {}
        for listed in client.get_paginator("list_objects_v2").paginate(Bucket=bucket):
            for each in listed.get("Contents", []):
                path = each["Key"].removeprefix(f"{folder}/")
                with client.get_object(Bucket=bucket, Key=each["Key"])["Body"] as body:
                    found[path] = body.read()
        return found

    def headers(self, bucket: str, key: str) -> Mapping[str, str]:
        """The headers with which an object is answered."""
        answer = self.client().head_object(Bucket=bucket, Key=key)
        found: Mapping[str, str] = answer["ResponseMetadata"]["HTTPHeaders"]
        return found


@contextmanager
def serving() -> Iterator[Objects]:
    """The store, until the end of the block."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    objects = Objects()
    server = make_server("127.0.0.1", 0, objects, threaded=True)
    objects.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield objects
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
