"""Cutting at marks loses nothing, whatever the marks."""

from hypothesis import given
from hypothesis import strategies as st

from eventx.model.marks import Mark, Marked, mark_text

LENGTH = 30
MARKS = st.lists(
    st.tuples(
        st.integers(-5, LENGTH + 5),
        st.integers(1, 12),
        st.sampled_from(["trigger", "argument", "source"]),
        st.text("xyz", max_size=1),
    ).map(lambda made: Mark(made[0], made[0] + made[1], made[2], made[3])),
    max_size=12,
)


def flat(pieces, kinds=()):
    for piece in pieces:
        if isinstance(piece, Marked):
            yield from flat(piece.pieces, (*kinds, (piece.kind, piece.label)))
        else:
            yield from ((character, kinds) for character in piece)


@given(st.text(min_size=LENGTH, max_size=LENGTH), MARKS)
def test_pieces_put_together_are_the_text_and_every_character_has_its_marks(text, marks):
    found = list(flat(mark_text(text, marks)))
    assert "".join(character for character, _ in found) == text
    for position, (_, kinds) in enumerate(found):
        assert set(kinds) == {(mark.kind, mark.label) for mark in marks if mark.start <= position < mark.end}
