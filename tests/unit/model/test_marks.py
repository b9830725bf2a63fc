"""Text cut at marks."""

from eventx.model import Argument, Article, EventMention
from eventx.model.marks import Mark, Marked, mark_text, marks_of

ARTICLE = Article.of("Rebels shelled Selby on Friday, police said.", id="a")


def test_marks_of_a_mention_are_what_it_points_to():
    mention = EventMention(
        article_id="a",
        type="ATTACK",
        trigger=ARTICLE.span(7, 14),
        arguments=[Argument(role="attacker", span=ARTICLE.span(0, 6))],
        attribution=ARTICLE.span(32, 38),
    )
    assert set(marks_of(mention)) == {
        Mark(7, 14, "trigger", "ATTACK"),
        Mark(0, 6, "argument", "attacker"),
        Mark(32, 38, "source", "says so"),
    }


def test_mark_inside_another_nests():
    pieces = mark_text("abcdef", [Mark(2, 3, "trigger", "t"), Mark(1, 5, "argument", "r")])
    inner = Marked("trigger", "t", ("c",))
    assert pieces == ("a", Marked("argument", "r", ("b", inner, "de")), "f")


def test_same_stretch_in_two_roles_is_marked_twice():
    (outer,) = mark_text("abc", [Mark(0, 3, "argument", "killed"), Mark(0, 3, "argument", "target")])
    assert outer == Marked("argument", "killed", (Marked("argument", "target", ("abc",)),))


def test_crossing_marks_are_cut():
    pieces = mark_text("abcd", [Mark(0, 3, "argument", "x"), Mark(2, 4, "argument", "y")])
    assert pieces == (
        Marked("argument", "x", ("ab", Marked("argument", "y", ("c",)))),
        Marked("argument", "y", ("d",)),
    )


def test_offset_moves_marks_and_what_lies_outside_is_left_out():
    marks = [Mark(10, 12, "trigger", "t"), Mark(0, 5, "argument", "before"), Mark(40, 50, "argument", "after")]
    assert mark_text("abcd", marks, offset=9) == ("a", Marked("trigger", "t", ("bc",)), "d")
