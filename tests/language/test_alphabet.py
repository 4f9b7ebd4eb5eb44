"""The Welsh order of words."""

from gweithdy.language.alphabet import sort_key


def test_digraphs_are_letters_in_welsh() -> None:
    words = ["lwc", "chi", "dwy", "cwch", "llan", "ddim", "lamp", "cath", "dafad"]
    assert sorted(words, key=lambda w: sort_key(w, "cy")) == [
        "cath", "cwch", "chi", "dafad", "dwy", "ddim", "lamp", "lwc", "llan",
    ]  # fmt: skip


def test_english_keeps_its_own_order() -> None:
    assert sorted(["dwy", "ddim"], key=lambda w: sort_key(w, "en")) == ["ddim", "dwy"]


def test_n_and_g_side_by_side_are_two_letters() -> None:
    assert sort_key("Bangor", "cy") > sort_key("Bancffosfelen", "cy")
    assert sort_key("Llangollen", "cy") > sort_key("Llanelli", "cy")
    assert sort_key("llong", "cy") < sort_key("llongyfarch", "cy")


def test_accents_and_capitals_decide_last() -> None:
    names = ["Ŵyl", "tŷ", "wyl", "ty", "tywydd", "Ty"]
    expected = ["ty", "Ty", "tŷ", "tywydd", "wyl", "Ŵyl"]
    assert sorted(names, key=lambda w: sort_key(w, "cy")) == expected


def test_digits_come_before_letters_and_nothing_fails() -> None:
    assert sort_key("P-02", "cy") < sort_key("P-10", "cy") < sort_key("Pa", "cy")
    assert sort_key("", "cy") < sort_key("a", "cy") < sort_key("ж", "cy")
