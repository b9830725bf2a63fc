"""What an argument's phrase is: a name, a pronoun, a description, or several of them coordinated."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from typing import Literal

from attrs import field, frozen

from eventx.entities.capitals import fold
from eventx.entities.kinds import DRAFT_KINDS, Name
from eventx.entities.lexicon import Gender, Kind, Lexicon, is_plural, pronouns, singular, words

Form = Literal["name", "pronoun", "definite", "indefinite", "coordination"]

_TOKEN = re.compile(r"[^\W_](?:[\w.]*\w)?(?:[-’'](?!s\b)\w+)*|['’]s?|[^\w\s]")
_QUANTITY = words("quantities")
_DEFINITE = words("definite")
_MANY = words("plural_quantities")
_BREAKS = words("breaks")
_SPLIT = re.compile(
    r",\s+(?:(?:and|as well as|or)\s+)?|\s+and\s+(?:also\s+)?|\s+(?:as well as|along with|together with|or)\s+"
)
_PARTICIPLE = re.compile(r"[a-z]+(?:ed|ing|wn|ught|lled|ld)\Z")
_OF_MANY = re.compile(r"\A of (?:[a-z]+ )*(?:\d+|[a-z]+s|men|women|people)\b")
_NUMBER = re.compile(r"(?:(?:between|from) )?[\d.,]+")
# "US-backed rebels" are not American, "US-based rebels" are.
_LEANS = re.compile(r"-(?!based|born|registered|flagged|owned|run|made)[a-z]")
_AGED = re.compile(r"-year-old\Z")
_ARTICLE = re.compile(r"\A(?:the|an?)\s(?=\S)", re.IGNORECASE)


@frozen(kw_only=True)
class Phrase:
    """A phrase taken apart.

    Attributes:
        start: Offset of its first character in the article.
        end: Offset after its last character.
        form: ``name`` where a name is its head.
        text: Its core: without determiner and without what follows the head, blanks folded.
        full: The whole phrase without a leading article, blanks folded.
        head: The head noun or pronoun in lower case, or the name as written.
        name: Index of the name that is its head, or None.
        modifiers: Indices of names before the head ("Pakistani police").
        kind: What the head stands for, if known; of pronouns ``person``, ``thing``, ``plural``, ``speaker``, ….
        gender: As the head tells.
        plural: Whether the head is plural.
        parts: The conjuncts of a coordination.
    """

    start: int
    end: int
    form: Form
    text: str
    head: str
    full: str = ""
    name: int | None = None
    modifiers: tuple[int, ...] = ()
    kind: Kind | str | None = None
    gender: Gender | None = None
    plural: bool = False
    parts: tuple[Phrase, ...] = field(default=(), repr=False)


class PhraseReader:
    """Takes phrases of one article apart.

    Args:
        text: The article's text.
        names: Its names in text order.
        lexicon: What is known of nouns.
    """

    def __init__(self, text: str, names: Sequence[Name], lexicon: Lexicon) -> None:
        self._text, self._names, self._lexicon = text, names, lexicon
        self._starts = [name.start for name in names]

    def read(self, start: int, end: int, members: Sequence[tuple[int, int]] = ()) -> Phrase:
        """Take the phrase ``[start, end)`` apart.

        Args:
            start: Offset of its first character.
            end: Offset after its last character.
            members: Its conjuncts where somebody has told them already.
        """
        text = self._text[start:end]
        pronoun = pronouns().get(" ".join(text.lower().split()))
        if pronoun is not None and not (text.isupper() and len(text) > 1):
            kind, gender = pronoun
            return Phrase(start=start, end=end, form="pronoun", text=text, head=text.lower(), kind=kind, gender=gender)
        parts = members if len(members) > 1 else self._conjuncts(start, end)
        if len(parts) > 1:
            return self._coordination(start, end, parts)
        return self._simple(start, end)

    def names_in(self, start: int, end: int) -> list[int]:
        """Indices of the names that lie inside ``[start, end)``, or reach into it."""
        first = max(bisect.bisect_right(self._starts, start) - 1, 0)
        found = []
        for index in range(first, len(self._names)):
            name = self._names[index]
            if name.start >= end:
                break
            if name.core >= start and name.end <= end + 1 and not _LEANS.match(self._text, name.end):
                found.append(index)
        return found

    def _coordination(self, start: int, end: int, parts: Sequence[tuple[int, int]]) -> Phrase:
        phrases = tuple(self.read(*part) for part in parts)
        return Phrase(
            start=start,
            end=end,
            form="coordination",
            text=fold(self._text[start:end]),
            head=phrases[0].head,
            kind="person" if all(phrase.kind == "person" for phrase in phrases) else phrases[0].kind,
            plural=True,
            parts=phrases,
        )

    def _conjuncts(self, start: int, end: int) -> list[tuple[int, int]]:
        text = self._text[start:end]
        if not re.search(r"\b(?:and|as well as|along with|together with)\b", text):
            return [(start, end)]
        names = [self._names[index] for index in self.names_in(start, end)]
        found = ((start + match.start(), start + match.end()) for match in _SPLIT.finditer(text))
        cuts = [(low, high) for low, high in found if not any(n.start < low and high < n.end for n in names)]
        pieces, at = [], start
        for low, high in (*cuts, (end, end)):
            if low > at:
                pieces.append((at, low))
            at = high
        if len(pieces) < 2 or not self._coordinates(pieces):
            return [(start, end)]
        return pieces

    def _coordinates(self, pieces: Sequence[tuple[int, int]]) -> bool:
        """Whether the pieces are things of their own, and not "US and British troops" or "of Laos and Vietnam"."""
        texts = [self._text[low:high] for low, high in pieces]
        if any(_NUMBER.fullmatch(text.strip()) for text in texts):
            return False
        if any(set(text.lower().split()[:1]) & (_BREAKS - {"that"}) for text in texts[1:]):
            return False
        first = texts[0].lower().split()
        if set(first[1:]) & {"of", "between", "from", "in", "for", "with", "against"}:
            leads = texts[-1].split()[0]
            named = any(self._names[i].titles for i in self.names_in(*pieces[-1]))
            return leads.lower() in _QUANTITY or leads.isdigit() or named
        last = self._simple(*pieces[-1])
        return not (last.form != "name" and last.modifiers and any(self._is_adjective(*piece) for piece in pieces[:-1]))

    def _is_adjective(self, start: int, end: int) -> bool:
        """Whether a conjunct is only an adjective of what follows: "US and British troops"."""
        name = next((self._names[index] for index in self.names_in(start, end)), None)
        if name is None or (name.core, name.end) != (start, end):
            return False
        return name.text.replace(".", "").isupper() or (name.kind == "people" and not name.text.endswith(("s", "men")))

    def _simple(self, start: int, end: int) -> Phrase:
        tokens = [(m[0], start + m.start(), start + m.end()) for m in _TOKEN.finditer(self._text[start:end])]
        inside = self.names_in(start, end)
        by_start = {max(self._names[index].start, start): index for index in inside}
        at, definite, many = 0, False, False
        while at < len(tokens) and (tokens[at][0].lower() in _QUANTITY or tokens[at][0].isdigit()):
            word = tokens[at][0].lower()
            if tokens[at][1] in by_start or at + 1 == len(tokens):
                break
            definite = definite or word in _DEFINITE
            many = many or word in _MANY or (word.isdigit() and word.lstrip("0") != "1")
            at += 1
        core = tokens[at][1] if at < len(tokens) else start
        stop, last_name = self._head_end(tokens, at, by_start)
        if last_name is None:
            last_name = self._place_called(tokens, stop, by_start)
        names = [index for index in inside if self._names[index].core < stop]
        if last_name is not None and self._names[last_name].kind == "people":
            # "two Pakistanis" are described, not named.
            last_name = None
        if last_name is not None:
            name = self._names[last_name]
            return Phrase(
                start=start,
                end=end,
                form="name",
                text=name.text,
                head=name.text,
                name=last_name,
                modifiers=tuple(index for index in names if index != last_name),
                kind=DRAFT_KINDS.get(name.kind),
                gender=name.gender,
            )
        text = fold(self._text[core:stop]) or fold(self._text[start:end])
        if not names and text.lower() in _MANY | words("headless") and stop < end:
            text = fold(self._text[start:end])
        head = text.lower().split()[-1].strip(".,'’\"”)") if text.split() else text.lower()
        kind = self._lexicon.kinds.get(head) or self._lexicon.kinds.get(singular(head))
        return Phrase(
            start=start,
            end=end,
            form="definite" if definite else "indefinite",
            text=text,
            head=head,
            full=_ARTICLE.sub("", fold(self._text[start:end])),
            modifiers=tuple(names),
            kind=kind or ("person" if _AGED.search(head) else self._people(names, stop)),
            gender=self._lexicon.genders.get(singular(head)),
            plural=(is_plural(head) if not head.isdigit() else many)
            or (many and kind is None)
            or (kind == "group" and _OF_MANY.search(self._text[stop:end]) is not None),
        )

    def _head_end(
        self, tokens: Sequence[tuple[str, int, int]], at: int, by_start: dict[int, int]
    ) -> tuple[int, int | None]:
        """Where the noun phrase proper ends, and the name that ends it, if one does."""
        last_name: int | None = None
        stop = tokens[-1][2] if tokens else 0
        index = at
        previous_end = tokens[at][1] if at < len(tokens) else stop
        while index < len(tokens):
            word, low, high = tokens[index]
            name = by_start.get(low)
            if name is not None:
                last_name = name if self._heads(name) else None
                previous_end = self._names[name].end
                while index < len(tokens) and tokens[index][1] < previous_end:
                    index += 1
                continue
            lower = word.lower()
            if index > at and (lower in _BREAKS or word in (",", "(", ";", ":", "-", "–", "—", "[")):
                if word == "," and last_name is None:
                    # "the prime minister, Tony Blair": what follows the comma is the name.
                    after = tokens[index + 1][1] if index + 1 < len(tokens) else -1
                    apposed = next((i for low_, i in by_start.items() if self._names[i].start == after), None)
                    if apposed is not None and self._names[apposed].end >= tokens[-1][1]:
                        return self._names[apposed].end, apposed
                return previous_end, last_name
            if index > at and _PARTICIPLE.match(word) and index + 1 < len(tokens):
                following = tokens[index + 1][0].lower()
                if following in _BREAKS and tokens[index - 1][0].lower() not in _QUANTITY:
                    return previous_end, last_name
            if word in ("'s", "’s", "'", "’") or word.isalnum() or len(word) > 1:
                last_name = None
            previous_end = high
            index += 1
        return previous_end, last_name

    def _place_called(self, tokens: Sequence[tuple[str, int, int]], stop: int, by_start: dict[int, int]) -> int | None:
        """The name in "the city of Dorvik"."""
        after = next((index for index, token in enumerate(tokens) if token[1] >= stop), len(tokens))
        if not 0 < after < len(tokens) - 1 or tokens[after][0] != "of":
            return None
        name = by_start.get(tokens[after + 1][1])
        if tokens[after - 1][0].lower() not in words("place_types") or name is None:
            return None
        return name if self._names[name].kind in ("place", "country", "unknown") else None

    def _people(self, names: Sequence[int], stop: int) -> str | None:
        last = self._names[names[-1]] if names else None
        return "people" if last is not None and last.kind == "people" and last.end == stop else None

    def _heads(self, name: int) -> bool:
        return self._names[name].kind != "people" or self._names[name].text.endswith(("s", "men", "ese", "ish", "ch"))
