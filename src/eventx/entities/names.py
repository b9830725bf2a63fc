"""Names in raw text: runs of capitals cut into titles, nationality and name. No parse, one pass, linear time."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from attrs import evolve

from eventx.entities.capitals import Word, fold, runs, straight
from eventx.entities.gazetteer import Gazetteer, Known
from eventx.entities.kinds import Name, gender_of, kind_of
from eventx.entities.lexicon import Lexicon
from eventx.entities.lexicon import words as words_of
from eventx.entities.offices import with_lower_titles
from eventx.model import Span

_SUFFIXES = words_of("suffixes")
# Small words that stay inside a person's name ("Dominique de Villepin"), and those that tie an organisation's.
_PERSONAL_LINKS = words_of("personal_links")
_TITLE_LINKS = words_of("title_links")
_TAIL = re.compile(r"[a-z]+")
TAIL_WORDS, TITLE_WORDS = 2, 6


class NameScanner:
    """Finds the names of a text.

    Args:
        gazetteer: The names known beforehand.
        lexicon: Titles, first names, common words.
    """

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._gazetteer, self._lexicon = gazetteer, lexicon

    def scan(self, text: str, sentences: Sequence[Span]) -> list[Name]:
        """Find the names in ``text``, in text order, none overlapping another."""
        starts = [span.start for span in sentences]
        names: list[Name] = []
        for run in runs(text):
            index = bisect.bisect_right(starts, run[0].start) - 1
            inside = index >= 0 and run[0].start < sentences[index].end
            initial = inside and not any(character.isalnum() for character in text[starts[index] : run[0].start][:40])
            found = self._cut(text, self._with_tail(text, run), initial)
            if found and found[0].titles == () and found[0].core == run[0].start:
                found[0] = with_lower_titles(text, found[0], names[-1] if names else None, self._lexicon)
            for name in found:
                names.append(evolve(name, sentence=index if inside else -1))
        return names

    def _with_tail(self, text: str, words: list[Word]) -> list[Word]:
        """The run with the words in lower case behind it that end a known name ("Haqqani network")."""
        if not any(self._gazetteer.longest(straight(word.text)) > 1 for word in words):
            return words
        tail = [Word(m[0], m.start(), m.end()) for m in _TAIL.finditer(text, words[-1].end, words[-1].end + 40)]
        taken: list[Word] = []
        end = words[-1].end
        for word in tail[:TAIL_WORDS]:
            if word.start != end + 1:
                break
            taken.append(word)
            end = word.end
        return [*words, *taken]

    def _cut(self, text: str, words: list[Word], initial: bool) -> list[Name]:
        """Cut a run of capitals into names."""
        words = self._with_namesakes(words)
        names: list[Name] = []
        at = 0
        begins = initial
        while at < len(words):
            word = words[at]
            if (
                not word.is_capital
                or self._is_contraction(word)
                or self._is_participle(words, at, begins)
                or (
                    word.lower in self._lexicon.common
                    and not (at + 1 < len(words) and word.lower in self._lexicon.titles)
                    and self._longest_known(words, at)[0] is None
                    and not (word.text in self._lexicon.first_names and not begins)
                )
            ):
                at += 1
                continue
            owned = at > 0 and words[at - 1].text in ("'s", "’s")
            name, at = self._read(text, words, at, begins)
            begins = False
            if name is None:
                continue
            if owned and names and name.titles and name.country is None:
                # "Norway's Prime Minister Maren".
                name = evolve(name, country=names[-1].country)
            names.append(name)
        return names

    def _with_namesakes(self, words: list[Word]) -> list[Word]:
        """The run with whom a body is named for as one word: "People's" Front, St. "Mary's" Hospital."""
        joined: list[Word] = []
        for at, word in enumerate(words):
            named_for = (
                word.text in ("'s", "’s")
                and joined
                and at + 1 < len(words)
                and words[at + 1].is_capital
                and (
                    joined[-1].lower in words_of("namesakes")
                    or (len(joined) > 1 and joined[-2].lower in words_of("saints"))
                )
                and self._longest_known(words, at - 1)[0] is None
            )
            if named_for:
                word = Word(joined[-1].text + word.text, joined.pop().start, word.end)
            joined.append(word)
        return joined

    def _is_contraction(self, word: Word) -> bool:
        before, apostrophe, after = straight(word.lower).partition("'")
        return bool(apostrophe) and before in words_of("contracted") and after in words_of("contractions")

    def _is_participle(self, words: Sequence[Word], at: int, begins: bool) -> bool:
        """Whether a capital that begins a sentence is a participle before a name: "Citing Maren Lidow, …"."""
        word = words[at]
        return (
            begins
            and at + 1 < len(words)
            and word.lower.endswith(("ing", "ed"))
            and word.text not in self._lexicon.first_names
            and word.lower not in self._lexicon.titles
            and words[at + 1].is_capital
            and self._longest_known(words, at)[0] is None
        )

    def _longest_known(self, words: Sequence[Word], at: int) -> tuple[Known | None, int]:
        longest = self._gazetteer.longest(straight(words[at].text))
        if not longest and words[at].text.isupper() and len(words[at].text) > 3:
            longest = self._gazetteer.longest(words[at].text.title())
        for length in range(min(longest, len(words) - at), 0, -1):
            key = " ".join(word.text for word in words[at : at + length])
            known = self._gazetteer.get(key) or self._gazetteer.get(straight(key))
            if known is None and key.isupper() and len(key) > 3:
                known = self._gazetteer.get(key.title())
            if known is not None:
                return known, length
        return None, 0

    def _read(self, text: str, words: Sequence[Word], at: int, begins: bool) -> tuple[Name | None, int]:
        """Read one name: nationality, titles, then the name itself."""
        first = at
        country: str | None = None
        affiliation: Known | None = None
        titles: list[str] = []
        while at < len(words):
            word = words[at]
            known, length = self._longest_known(words, at)
            follows = words[at + length] if known and at + length < len(words) else None
            if known and follows and follows.is_capital and not self._swallows(known, length, words, at):
                # "Pakistani Foreign Minister Khar", "Taliban Commander Omar": says whose, is not the name.
                country = known.country or country
                affiliation = known if known.kind == "organisation" else affiliation
                at += length
                continue
            if known and length > 1:
                break
            if word.lower.rstrip(".") in self._lexicon.titles or word.lower in self._lexicon.titles:
                if known and known.kind != "people":
                    break
                if self._leads_to_body(words, at):
                    break
                titles.append(word.lower)
                at += 1
                while at + 1 < len(words) and words[at].lower in _TITLE_LINKS and self._continues_title(words, at):
                    titles.append(words[at].lower)
                    at += 1
                continue
            break
        if at >= len(words) or not words[at].is_capital:
            # A title without a name, as in "the Foreign Minister", is none.
            return None, max(at, first + 1)
        return self._core(text, words, first, at, tuple(titles), country, affiliation, begins)

    def _swallows(self, known: Known, length: int, words: Sequence[Word], at: int) -> bool:
        """Whether the words after a known name belong to one longer name, as in "British Airways"."""
        after = words[at + length]
        if self._is_first_name(known, words, at):
            return True
        if after.lower in self._lexicon.titles or after.text in self._lexicon.first_names:
            return False
        nested, _ = self._longest_known(words, at + length)
        return not (nested or (known.kind == "people" and after.lower not in self._lexicon.organisations))

    def _is_first_name(self, known: Known, words: Sequence[Word], at: int) -> bool:
        """Whether what could be a place is a person's first name ("Florence Lidow"), which tells of no country."""
        if known.kind not in ("place", "capital", "country") or at + 1 >= len(words):
            return False
        lexicon, after = self._lexicon, words[at + 1]
        return (
            words[at].text in lexicon.first_names
            and after.is_capital
            and not after.text.isupper()
            and not any(
                after.lower in some
                for some in (lexicon.titles, lexicon.organisations, lexicon.landmarks, lexicon.common, lexicon.nouns)
            )
            and after.lower not in words_of("place_types")
            and self._longest_known(words, at)[1] == 1
            and self._longest_known(words, at + 1)[0] is None
        )

    def _leads_to_body(self, words: Sequence[Word], at: int) -> bool:
        """Whether titles only begin the name of a body, as in "Foreign Ministry" and "Supreme Court"."""
        last = min(at + TITLE_WORDS, len(words))
        while at < last and words[at].lower in self._lexicon.titles:
            at += 1
        return at < len(words) and words[at].is_capital and words[at].lower in self._lexicon.organisations

    def _continues_title(self, words: Sequence[Word], at: int) -> bool:
        """Whether "of" or "for" after a title leads to more of the title ("Secretary of State")."""
        following = next((word for word in words[at + 1 : at + 4] if word.is_capital), None)
        return following is not None and following.lower in self._lexicon.titles

    def _core(
        self,
        text: str,
        words: Sequence[Word],
        first: int,
        at: int,
        titles: tuple[str, ...],
        country: str | None,
        affiliation: Known | None,
        begins: bool,
    ) -> tuple[Name | None, int]:
        known, length = self._longest_known(words, at)
        end = at + length
        if known is None or (end < len(words) and self._joined(words, at, end)):
            known_whole = known
            known, end = None, at
            while end < len(words) and (end == at or self._joined(words, at, end)):
                end += 1
            while not words[end - 1].is_capital:
                end -= 1
            if known_whole and end - at <= length:
                known = known_whole
            elif known_whole and not self._is_first_name(known_whole, words, at):
                country = country or known_whole.country
                if end == at + length + 1 and words[at + length].lower in words_of("place_types"):
                    known = known_whole if known_whole.kind in ("place", "capital") else None
        core = words[at:end]
        start, last = words[first].start, core[-1].end
        name = fold(text[core[0].start : last])
        if name.isupper() and len(name) > 5 and " " in name:
            name = name.title()
        kind = kind_of(text, core, titles, known, last, self._lexicon)
        sure = not begins or bool(titles) or known is not None or len(core) > 1
        if len(core) == 1 and core[0].lower in self._lexicon.nouns and known is None and not titles:
            sure = False
        gender = gender_of(core, titles, self._lexicon) if kind in ("person", "unknown") else None
        inner = core[0].start
        if kind == "organisation" and start < inner and not titles and (known is None or known.country != country):
            # "the Russian Security Council" is not the one of the United Nations.
            inner, known, name = start, None, fold(text[start:last])
        result = Name(
            start=start,
            core=inner,
            end=last,
            text=name,
            titles=titles,
            kind=kind,
            gender=gender,
            known=known,
            country=country or (known.country if known else None),
            affiliation=affiliation,
            initial=begins,
            sure=sure,
        )
        return result, end

    def _joined(self, words: Sequence[Word], at: int, end: int) -> bool:
        """Whether the word at ``end`` goes on with the name that began at ``at``."""
        word, before = words[end], words[end - 1]
        if word.is_capital:
            if not before.is_capital:
                return True
            if word.text in _SUFFIXES:
                return True
            # "Kabul Monday", "Baghdad President …": a day or a title begins something else.
            if word.lower in self._lexicon.common and word.lower not in self._lexicon.organisations:
                return end - at == 1 and before.text in self._lexicon.first_names and word.lower not in words_of("days")
            is_title = word.lower in self._lexicon.titles
            return not is_title or word.lower in self._lexicon.organisations or end == len(words) - 1
        after = next((later for later in words[end + 1 : end + 3] if later.is_capital), None)
        if after is None:
            return False
        if word.lower in _PERSONAL_LINKS:
            return before.is_capital or before.lower in _PERSONAL_LINKS
        if word.lower == "of":
            return before.lower in self._lexicon.organisations or before.lower in words_of("body_heads")
        if word.lower == "the":
            return before.lower == "of" and not before.is_capital
        return word.lower == "and" and before.lower in ("foreign", "women", "trade")
