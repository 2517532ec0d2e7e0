"""The files that `trees translate` writes: nothing is lost, and what is stale is marked."""

from hypothesis import given
from hypothesis import strategies as st

from trees.authoring.source import File, Limits, parse
from trees.authoring.source.readable import first_unreadable
from trees.authoring.translation.overlay import read_overlay
from trees.authoring.translation.writing import written

from .pseudo import LANGUAGE, MARK, begun, filled, translated
from .test_loading import PARCEL, codes, parcel

PATH = f"{LANGUAGE}/parcel.yaml"
TEXTS = st.text(min_size=1, max_size=80).filter(
    lambda text: text.strip() and first_unreadable(text) is None and "\r" not in text
)


def overlay_of(text, texts):
    return read_overlay(File("es/x.yaml", text), "es", texts, [], Limits(), parse)


def changed(old, new):
    return {**PARCEL, "parcel.yaml": PARCEL["parcel.yaml"].replace(old, new)}


@given(TEXTS, TEXTS)
def test_any_text__written_and_read_again__is_the_same(original, said):
    texts = {("title",): original}
    file = written("x", texts, overlay_of("", texts), {" ".join(original.split()): said})
    entry = overlay_of(file.text, texts).entries["title",]
    assert entry.original.value.strip() == original.strip()
    assert entry.said.value.strip() == said.strip()


def test_a_file__written_twice__stays_as_it_is():
    once = translated(PARCEL)
    assert begun(PARCEL, LANGUAGE, once) == once


def test_a_step_before_others__added__takes_no_translation_from_them():
    steps = "    reason: It is there. [@known]\n    steps:\n      - Look.\n"
    before = changed("    reason: It is there. [@known]\n", steps)
    after = {
        **PARCEL,
        "parcel.yaml": before["parcel.yaml"].replace("      - Look", "      - Wait.\n      - Look"),
    }
    file = begun(after, LANGUAGE, translated(before))[PATH]
    assert f"      1:\n        en: Wait.\n        {LANGUAGE}:\n" in file
    assert f"      2:\n        en: Look.\n        {LANGUAGE}: {MARK}Look.\n" in file
    assert codes(parcel(file, after)) == ["missing-translation"]


def test_a_question__renamed__keeps_its_translation():
    renamed = changed("  lost:\n", "  gone:\n")
    assert codes(parcel(begun(renamed, LANGUAGE, translated(PARCEL))[PATH], renamed)) == []


def test_a_text__changed__shows_what_its_translation_was_made_from():
    after = changed("title: Nothing to do", "title: Go home")
    file = begun(after, LANGUAGE, translated(PARCEL))[PATH]
    shown = f"      en: Go home\n      was: Nothing to do\n      {LANGUAGE}: {MARK}Nothing to do\n"
    assert shown in file
    assert codes(parcel(file, after)) == ["stale-translation"]
    assert begun(after, LANGUAGE, {PATH: file})[PATH] == file
    mended = file.replace("      was: Nothing to do\n", "")
    assert codes(parcel(mended, after)) == []


def test_a_text__changed_back__is_fresh_again():
    after = changed("title: Nothing to do", "title: Go home")
    once = translated(PARCEL)
    assert begun(PARCEL, LANGUAGE, begun(after, LANGUAGE, once))[PATH] == once[PATH]


def with_unit(unit):
    value = f"  gone: {{is: days_since(sent_on), unit: {unit}}}\n"
    return changed("  due: sent_on + days(30)\n", f"  due: sent_on + days(30)\n{value}")


def test_a_unit__given_another_form_after_one__keeps_its_translation_and_wants_one_more():
    before = translated(with_unit("working days"))
    flat = f"    unit:\n      en: working days\n      {LANGUAGE}: {MARK}working days\n"
    assert flat in before[PATH]
    after = with_unit("{one: working day, other: working days}")
    file = begun(after, LANGUAGE, before)
    assert codes(parcel(file[PATH], after)) == ["missing-translation"]
    whole = filled(file)[PATH]
    assert codes(parcel(whole, after)) == []
    document = parcel(whole, after).translations[LANGUAGE].documents["parcel"]
    forms = {"one": f"{MARK}working day", "other": f"{MARK}working days"}
    assert document.tree.values["gone"].unit == forms


def test_a_unit_that_browsers_know__in_two_forms__is_not_to_be_translated():
    assert "unit:" not in translated(with_unit("{one: day, other: days}"))[PATH]


def test_comments_of_a_translator__written_anew__stay_where_they_are():
    file = translated(PARCEL)[PATH]
    noted = "# Ours.\n\n" + file.replace("  lost:\n", "  # Not: “perdido”.\n  lost:\n")
    again = begun(PARCEL, LANGUAGE, {PATH: noted})[PATH]
    assert again.startswith("# Ours.\n")
    assert "  # Not: “perdido”.\n  lost:\n" in again
