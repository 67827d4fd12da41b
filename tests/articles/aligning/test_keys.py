from articles.aligning.keys import Continued, continue_keys

SALT = "Salt was carried over the mountains by mule, for weeks. It was worth its weight in cloth."
CLOTH = "Cloth came up the river on flat boats, and on them went home the salt."
GLASS = (
    "Glass was made here in the woods, where there was sand and more wood than anyone could burn."
)
OLD = [("a", "Trade"), ("b", SALT), ("c", CLOTH), ("d", "Crafts"), ("e", GLASS)]


def keys(new: list[str], old: list[tuple[str, str]] = OLD) -> list[str | None]:
    return [continued.key for continued in continue_keys(old, new)]


def test_unchanged_blocks_keep_their_keys() -> None:
    assert keys([text for _, text in OLD]) == ["a", "b", "c", "d", "e"]


def test_edited_and_moved_blocks_keep_their_keys_and_new_ones_have_none() -> None:
    new = ["Crafts", GLASS.replace("sand", "fine sand"), "All of it is gone.", "Trade", CLOTH, SALT]

    assert keys(new) == ["d", "e", None, "a", "c", "b"]


def test_the_larger_part_of_a_split_keeps_the_key() -> None:
    small, large = SALT.split(". ")[1], SALT.split(". ")[0] + "."

    assert keys(["Trade", small, large, CLOTH, "Crafts", GLASS]) == ["a", None, "b", "c", "d", "e"]


def test_the_survivor_of_a_merge_carries_the_absorbed_keys() -> None:
    found = continue_keys(OLD, ["Trade", f"{SALT} {CLOTH}", "Crafts", GLASS])

    assert found[1] == Continued("b", ("c",))


def test_a_heading_spelt_otherwise_keeps_its_key() -> None:
    assert keys(["Trades", SALT, CLOTH, "Craft", GLASS]) == ["a", "b", "c", "d", "e"]


def test_a_deleted_blocks_key_goes_to_no_lookalike() -> None:
    other = (
        "Glass was made there in the hills, where there was sand and less wood than one could burn."
    )

    assert keys(["Trade", GLASS], [("a", "Trade"), ("x", other), ("e", GLASS)]) == ["a", "e"]


def test_rolling_back_restores_keys() -> None:
    present = [("a", "Trade"), ("n", "Nothing of it is left today, and nobody asks.")]
    earlier = [("c", "Cloth came up the river."), *OLD]

    found = continue_keys(present, [text for _, text in OLD], earlier)

    assert [continued.key for continued in found] == ["a", "b", "c", "d", "e"]


def test_no_key_is_given_twice() -> None:
    new = ["To be decided."] * 4

    found = keys(new, [("a", "To be decided."), ("b", "To be decided.")])

    assert sorted(key for key in found if key) == ["a", "b"]


def test_blocks_may_hold_line_feeds_and_be_empty() -> None:
    old = [("a", "One\ntwo"), ("b", ""), ("c", "Three\nfour")]

    assert keys(["Three\nfour", "One\ntwo", ""], old) == ["c", "a", "b"]


def test_many_equal_blocks() -> None:
    old = [(str(number), "The same.") for number in range(20_000)]

    assert keys(["The same."] * 19_000, old)[:3] == ["0", "1", "2"]
