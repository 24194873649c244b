"""Puts differences between records into sentences, by the titles that staff know fields by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pendopo.basics.translations import N_, Translate, translations
from pendopo.difference.marks import marks
from pendopo.difference.models import Difference, Trail
from pendopo.difference.values import NOTHING, excerpts, is_short, listed, shown
from pendopo.reading.fields import Email, Phone
from pendopo.reading.values import is_checked
from pendopo.site.changes import Change, Harm
from pendopo.site.kind import Kind

CONTACTS = (get_args(Email)[-1], get_args(Phone)[-1])
"""The validators that fields with contacts have and others have not."""
HELD: Mapping[Harm, str] = {
    "contact": N_("{where}: telephone numbers or e-mail addresses in it: {before} → {after}"),
    "account": N_("{where}: numbers in it like those of accounts: {before} → {after}"),
    "link": N_("{where}: links in it lead to other hosts: {before} → {after}"),
}


@dataclass(frozen=True)
class Teller:
    """Tells differences between records of a kind in a language."""

    language: str
    kind: Kind

    @property
    def translate(self) -> Translate:
        """The translation of what is said."""
        return translations(self.language).gettext

    def where(self, trail: Trail) -> str:
        """The way to a place in a record, from the last part with a name: `Unit “A” › Duties`."""
        named = [at for at, each in enumerate(trail) if each.name]
        steps = trail[named[-1] :] if named else trail
        return " › ".join(self._step(*each) for each in steps)

    def told(self, each: Difference) -> Iterator[Change]:
        """Yield what a difference does, in one sentence or in several."""
        where = self.where(each.trail)
        before, after = self._shown(each.before), self._shown(each.after)
        whole = is_short(each.before) and is_short(each.after)
        held, harm = [*_held(each)], self._harm(each)
        if held and whole:
            harm, held = harm or held[0][0], []
        yield Change(self._sentence(each, where), harm or "", before, after)
        for category, one, two in held:
            values = {"before": listed(one), "after": listed(two)}
            said = self.translate(HELD[category]).format(where=where, **values)
            yield Change(said, category, **values)

    def new(self, record: BaseModel, where: str) -> Iterator[Change]:
        """Yield what may do harm in a record that is new."""
        held = marks(record)
        found: tuple[tuple[Harm, frozenset[str]], ...] = (
            ("contact", held.contacts.union(_contacts(record))),
            ("account", held.accounts),
        )
        for harm, texts_of_it in found:
            if texts_of_it:
                values = {"before": NOTHING, "after": listed(texts_of_it)}
                said = self.translate(HELD[harm]).format(where=where, **values)
                yield Change(said, harm, **values)

    def _step(self, title: str, name: str) -> str:
        said = self.translate(title)
        return f"{said} “{name}”" if name else said

    def _harm(self, each: Difference) -> Harm | None:
        """The harm that any change of this field, or the loss of this part, may do."""
        if each.after is None and not each.moved:
            for one in self.kind.compared:
                if one.lost and _contains(each.before, one.part):
                    return one.lost
        known = (self.kind.watched[key] for key in each.keys if key in self.kind.watched)
        return next(known, "contact" if _is_contact(each.info) else None)

    def _sentence(self, each: Difference, where: str) -> str:
        _, before, after = self.translate, each.before, each.after
        if each.moved:
            return _("{where}: another order").format(where=where)
        if before is None:
            return _("{where}: added: {value}").format(where=where, value=self._shown(after))
        if after is None:
            return _("{where}: removed: {value}").format(where=where, value=self._shown(before))
        one, two = self._shown(before), self._shown(after)
        if isinstance(before, str) and isinstance(after, str) and not (
            is_short(before) and is_short(after)
        ):  # fmt: skip
            one, two = (f"“{each}”" for each in excerpts(before, after))
        return f"{where}: {one} → {two}"

    def _shown(self, value: Any) -> str:
        return shown(value, self.language)


def _held(each: Difference) -> Iterator[tuple[Harm, frozenset[str], frozenset[str]]]:
    """Yield what texts of a value hold and may do harm, where that differs."""
    checked = is_checked(each.info)
    before, after = marks(each.before, checked=checked), marks(each.after, checked=checked)
    categories: tuple[tuple[Harm, str], ...] = (
        *(("contact", "contacts"), ("account", "accounts"), ("link", "hosts")),
    )
    for harm, name in categories:
        one, two = getattr(before, name), getattr(after, name)
        # A link to a host that is new in what was there; one fewer leads nobody astray.
        if one != two and (harm != "link" or (each.before is not None and two - one)):
            yield harm, one - two, two - one


def _contains(value: Any, part: type[BaseModel]) -> bool:
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        inner = (getattr(value, name) for name in fields)
        return isinstance(value, part) or any(_contains(each, part) for each in inner)
    return isinstance(value, tuple | list) and any(_contains(each, part) for each in value)


def _contacts(value: Any) -> Iterator[str]:
    """Yield the telephone numbers and addresses that have fields of their own, however deep."""
    if isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            inner = getattr(value, name)
            if _is_contact(info):
                several = inner if isinstance(inner, tuple) else (inner,)
                yield from (each for each in several if isinstance(each, str))
            yield from _contacts(inner)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _contacts(each)


def _is_contact(info: FieldInfo | None) -> bool:
    return info is not None and (
        any(each in CONTACTS for each in info.metadata) or _has_contact(info.annotation)
    )


def _has_contact(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return False
    metadata = getattr(annotation, "__metadata__", ())
    return any(each in CONTACTS for each in metadata) or any(
        map(_has_contact, get_args(annotation))
    )
