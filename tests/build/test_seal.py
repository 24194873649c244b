"""The seal of a manifest: by a key of this machine, which no repository can bring along."""

import json
from pathlib import Path

import pytest

from pendopo.build.seal import KEY_SIZE, key_file, sealed, unsealed

TEXT = b'{"a":1}'


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of a user who has not built yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def opens(content: bytes) -> bool:
    try:
        return unsealed(content) == TEXT
    except ValueError:
        return False


def test_what_is_sealed_is_json_and_opens_again() -> None:
    assert json.loads(sealed(TEXT)) == {"seal": json.loads(sealed(TEXT))["seal"], "a": 1}
    assert unsealed(sealed(TEXT)) == TEXT


def test_the_key_is_made_once_and_only_its_owner_may_read_it(home: Path) -> None:
    first = sealed(TEXT)
    key = home / "pendopo/key"
    assert key == key_file()
    assert key.stat().st_mode & 0o777 == 0o600
    assert len(key.read_bytes()) == KEY_SIZE
    assert sealed(TEXT) == first
    assert [each.name for each in key.parent.iterdir()] == ["key"]


def test_what_another_key_has_sealed_does_not_open(home: Path) -> None:
    content = sealed(TEXT)
    (home / "pendopo/key").write_bytes(bytes(KEY_SIZE))
    assert not opens(content)
    assert opens(sealed(TEXT))


@pytest.mark.parametrize("at", [*range(10), 50, 72, 73, 74, 75, 76, -1])
def test_no_byte_may_change(at: int) -> None:
    content = bytearray(sealed(TEXT))
    content[at] ^= 1
    assert not opens(bytes(content))


@pytest.mark.parametrize("key", [b"", b"short", bytes(KEY_SIZE + 1)])
def test_a_key_that_is_none_is_replaced(home: Path, key: bytes) -> None:
    (home / "pendopo").mkdir(parents=True)
    (home / "pendopo/key").write_bytes(key)
    assert opens(sealed(TEXT))
    assert len((home / "pendopo/key").read_bytes()) == KEY_SIZE


def test_where_no_key_can_be_kept_a_process_believes_itself(home: Path) -> None:
    home.write_text("a file in the place of the folder")
    assert opens(sealed(TEXT))


def test_without_a_home_a_process_believes_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setattr(Path, "home", homeless)
    assert opens(sealed(TEXT))
    assert not Path("relative").exists()
