"""How a summary words what fills a role."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from eventx.merging.lexicon import english
from eventx.merging.numbers import count_in
from eventx.merging.prose import inside, listed, within
from eventx.merging.stems import stem
from eventx.model import ArticleInfo, Event, EventArgument
from eventx.schema import EventType

# More names than this in one role read badly.
MOST_NAMES = 3

LONGEST_GIST = 70

# Who states less than this part of what another states does not count the same.
PART = 3

_SETTLEMENT = re.compile(
    r"(?:the\s+)?(?:\w+\s+){0,2}(?:city|town|village|port|district|province|suburb)\s+of\s+(?=[A-Z])"
)
_RELATIVE = frozenset(("whose", "which"))
_OWNED = frozenset(("its", "their", "his", "her", "our", "my"))
_TAIL = re.compile(r"(?<=\w\s)(?:in|on|at|from|near|who|that|when|after|during|inside|outside|aboard)\s.*", re.DOTALL)
_NOWHERE = frozenset(("here", "there", "where"))
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# Words that tell no place from another.
_SMALL = frozenset(("the", "a", "an", "in", "of", "at", "on", "near"))


class Wording:
    """Words the fillers of one event.

    Args:
        event: The event.
        event_type: Its type, None if it is not known.
        articles: By id, for the publishers that state different numbers.
        about: What the event is about: tells which claim "the charge" is.
    """

    def __init__(
        self,
        event: Event,
        event_type: EventType | None,
        articles: Mapping[str, ArticleInfo],
        about: Event | None = None,
        about_type: EventType | None = None,
    ) -> None:
        self._event, self._articles = event, articles
        self._kinds = {role.name: role.filler for role in event_type.roles} if event_type else {}
        self._about = Wording(about, about_type, articles) if about is not None else None
        self._articled = _articled(event)
        self._found = {role: self._telling(role) for role in event.arguments.roles}

    def says(self, role: str) -> bool:
        """Whether the text says what fills a role: a pronoun of unknown reference says nothing."""
        return bool(self._found.get(role))

    def text(self, role: str, longest: int) -> str:
        """What fills a role, in words; a word for somebody or something where nothing does."""
        found, kind = self._found.get(role), self._kinds.get(role, "phrase")
        if not found:
            missing = english().missing
            return missing.get(role) or missing.get(kind, "something")
        if kind == "number":
            return self._number(role, found, longest)
        if kind in {"clause", "phrase"}:
            return self._explained(inside(found[0].name, longest))
        if kind == "place":
            return inside(_SETTLEMENT.sub("", self._with_article(found[0].name)), longest)
        names = [inside(self._with_article(argument.name), longest) for argument in found]
        if len(names) > MOST_NAMES:
            names = [*names[: MOST_NAMES - 1], "others"]
        return listed(names)

    def repeats(self, role: str, sentence: str) -> bool:
        """Whether a sentence names already what fills a role."""
        kind, text = self._kinds.get(role), self.text(role, len(sentence) + 1)
        if kind == "place" and _content(text) <= _content(sentence):
            return True  # "the ferry terminal in Alta" after "the Alta ferry terminal"
        return kind != "number" and within(text, sentence)

    def _telling(self, role: str) -> Sequence[EventArgument]:
        """Of all that fills a role what is worth telling, the best supported first."""
        found = self._event.arguments.all(role)
        kind = self._kinds.get(role, "phrase")
        if kind == "number":
            return found
        found = tuple(one for one in found if not _is_pronoun(one.name))
        if kind == "place":
            found = tuple(one for one in found if one.name.partition(" ")[0].lower() not in _OWNED)
        if kind in {"clause", "phrase"}:
            return found
        if kind == "entity":
            found = tuple(one for one in found if not self._is_other_side(role, one))
        found = _supported(found)
        if kind == "entity":
            found = tuple(one for one in found if not self._is_count_of_victims(one))
        named: list[EventArgument] = []
        seen: set[str] = set()
        for one in found:
            words = {stem(word.lower()) for word in _WORD.findall(one.name) if word[0].isupper()}
            if words and not words & seen and not _is_vague(one.name):
                named.append(one)
                seen |= words
        described = [one for one in found if not _is_vague(one.name)]
        return named or described[:1] or found[:1]

    def _is_count_of_victims(self, one: EventArgument) -> bool:
        """Whether somebody is no more than a number that is told anyway: "killed three guards", "five were wounded"."""
        count = count_in(one.name)
        if count is None:
            return False
        return _counted(one.name) == one.name or any(
            told is not None and told.stated == count.stated
            for other in self._event.arguments
            if self._kinds.get(other.role) == "number"
            for told in (count_in(other.name),)
        )

    def _is_other_side(self, role: str, one: EventArgument) -> bool:
        """Whether as many mentions put the same in a role that comes first and excludes this one, or more do."""
        order = list(self._kinds)
        for mine, theirs in english().sides:
            if mine != role:
                continue
            for other in self._event.arguments.all(theirs):
                if other.entity_id != one.entity_id if one.entity_id else other.name.lower() != one.name.lower():
                    continue
                support = len(other.mentions) - len(one.mentions)
                first = self._kinds.get(theirs) == "place" or order.index(theirs) < order.index(role)
                if support > 0 or (support == 0 and first):
                    return True
        return False

    def _with_article(self, name: str) -> str:
        if name in self._articled:
            return f"{self._articled[name]} {name}"
        return f"the {name}" if name[:1].isupper() and name.lower() in english().the_places else name

    def _explained(self, text: str) -> str:
        """A claim with what it says: "the charge" alone tells a reader nothing."""
        words = _WORD.findall(text.lower())
        if self._about is None or len(words) > 2 or not words or not _is_claim(words[-1]):
            return text
        return text + self._about.gist()

    def gist(self) -> str:
        """What tells a reader which event this is, to stand behind a word for it; empty if there is nothing."""
        for role, found in self._found.items():
            if found and not _is_bare(found[0].name):
                if self._kinds.get(role) == "clause":
                    return f" ({self.text(role, LONGEST_GIST)})"
                if self._kinds.get(role) == "place":
                    return f" in {self.text(role, LONGEST_GIST)}"
        return ""

    def _number(self, role: str, found: Sequence[EventArgument], longest: int) -> str:
        """``17``, or ``17 to 24 (AFP, Guardian)`` where those who count disagree.

        What counts is the most that each article states: the same article may count parts of the whole.
        """
        most: dict[str, tuple[int, str]] = {}
        for argument in found:
            count = count_in(argument.name)
            if count is None or not count.exact:
                continue
            for mention_id in argument.mentions:
                article_id = mention_id.rpartition("#")[0]
                most[article_id] = max(most.get(article_id, (-1, "")), (count.stated, argument.name))
        if not most:
            return self._victims(inside(_TAIL.sub("", found[0].name), longest))
        greatest = max(most.values())
        # Far fewer are part of the whole, whatever else the article leaves out.
        most = {article_id: one for article_id, one in most.items() if PART * one[0] >= greatest[0]}
        least = min(most.values())
        if least[0] == greatest[0]:
            return self._victims(inside(_TAIL.sub("", greatest[1]), longest))
        sources = {info.source for article_id in most if (info := self._articles.get(article_id)) and info.source}
        spread = f"{least[0]:,} to {greatest[0]:,}"
        return f"{spread} ({', '.join(sorted(sources))})" if sources else spread

    def _victims(self, text: str) -> str:
        """A number with its noun, without where an actor is called the same.

        "Attack on three guards, killing three guards" says it twice.
        """
        actors = (one.name for role, told in self._found.items() if self._kinds.get(role) == "entity" for one in told)
        return _counted(text) if any(name.lower() == text.lower() for name in actors) else text


def _articled(event: Event) -> Mapping[str, str]:
    """The article that names and descriptions have in the text, where they mostly have one."""
    found: dict[str, Counter[str]] = {}
    for mention in event.mentions:
        for argument in mention.arguments:
            article, _, bare = argument.text.partition(" ")
            if article.lower() not in {"the", "a", "an"}:
                article, bare = "", argument.text
            found.setdefault(bare, Counter())[article.lower()] += 1
    out = {}
    for name, articles in found.items():
        # At the beginning of a sentence, in a headline and before another noun there is none.
        most = max(sorted(articles), key=lambda article: (articles[article], article != ""))
        if most:
            out[name] = most
    return out


def _supported(found: tuple[EventArgument, ...]) -> tuple[EventArgument, ...]:
    """What the texts mostly say: not what few mentions say against many, and of what each says once the first."""
    if not found:
        return found
    best = max(found, key=lambda one: len(one.mentions))
    most, side_by_side = len(best.mentions), set(best.mentions)
    return tuple(
        one
        for one in found
        if one is best or not most or (most > 1 and 2 * len(one.mentions) >= most) or side_by_side & set(one.mentions)
    )


def _counted(text: str) -> str:
    """A phrase up to its count: "at least three" of "at least three guards"."""
    words = text.split()
    starts = (" ".join(words[:length]) for length in range(1, len(words)))
    return next((start for start in starts if count_in(start) == count_in(text)), text)


def _is_claim(word: str) -> bool:
    lexicon = english()
    return stem(word) in lexicon.claims or word in lexicon.anaphors


def _content(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)} - _SMALL


def _is_pronoun(name: str) -> bool:
    words = _WORD.findall(name.lower())
    return (
        not words
        or words[0] in _RELATIVE
        or name.lower() in english().untold
        or (len(words) < 3 and words[-1] in _NOWHERE)
        or (len(words) == 1 and words[0] in english().pronouns)
    )


def _is_bare(name: str) -> bool:
    """Whether a phrase is no more than "the attack", "it" or "the charge"."""
    words = _WORD.findall(name.lower())
    return not words or words[-1] in english().pronouns or (len(words) < 3 and _is_claim(words[-1]))


def _is_vague(name: str) -> bool:
    words = name.lower().split()
    return bool(words) and (words[-1] in english().pronouns or (len(words) < 3 and words[-1] in english().vague))
