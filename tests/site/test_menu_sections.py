"""The menu: links in sections, where they are many."""

from pendopo.site.menu import LABELS, MOST, Group, MenuLink, grouped


def links(count: int) -> list[MenuLink]:
    sections = [*LABELS]
    return [MenuLink(f"{n}", f"{n}/", sections[n % len(sections)]) for n in range(count)]  # type: ignore[arg-type]


def test_few_links_stand_side_by_side_in_their_order() -> None:
    few = links(MOST)
    assert grouped(few) == [Group("", tuple(few))]


def test_many_links_stand_in_their_sections_which_have_an_order() -> None:
    many = links(2 * len(LABELS))
    found = grouped(reversed(many))
    assert [each.label for each in found] == [*LABELS.values()]
    assert sorted(link for each in found for link in each.links) == sorted(many)


def test_a_section_of_one_link_needs_no_label() -> None:
    many = links(2 * len(LABELS) - 1)
    alone = [each for each in grouped(many) if len(each.links) == 1]
    assert [(each.label, each.links[0].section) for each in alone] == [("", "information")]
