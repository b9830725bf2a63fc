"""Finding the trigger words of a sentence, each in its sense."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from eventx_rules.arguments.slots import Slots, slots_of
from eventx_rules.arguments.voice import is_nominal, is_passive
from eventx_rules.lexicon.entries import Lexicon, Trigger
from eventx_rules.tree import Tree


@frozen(kw_only=True)
class Match:
    """A trigger of the lexicon found in a sentence.

    Attributes:
        trigger: The lexicon's entry.
        tokens: Its tokens, the head first.
        slots: The slots of all of them.
        construction: ``active``, ``passive``, ``participle``, ``infinitive``, ``gerund``, ``noun`` or ``adjective``.
    """

    trigger: Trigger
    tokens: tuple[int, ...]
    slots: Slots = field(repr=False)
    construction: str

    @property
    def head(self) -> int:
        """The token that the slots hang on."""
        return self.tokens[0]


def find_triggers(tree: Tree, lexicon: Lexicon) -> Iterator[Match]:
    """The triggers of a sentence: at most one of a type at a token, phrases before the single words in them."""
    found: list[Match] = []
    for i, word in enumerate(tree.lower):
        done: set[str] = set()
        for trigger in lexicon.triggers.get(word, ()):
            if trigger.type in done:
                continue
            match = _match(tree, i, trigger)
            if match is not None:
                done.add(trigger.type)
                found.append(match)
    for match in found:
        if not any(_inside(match, other) for other in found if other is not match):
            yield match


def _inside(match: Match, other: Match) -> bool:
    return match.trigger.type == other.trigger.type and set(match.tokens) < set(other.tokens)


def find_refusals(tree: Tree, lexicon: Lexicon) -> Iterator[tuple[int, Trigger, str]]:
    """The trigger words of a sentence that are none in it: the token, the trigger, and why it was turned down."""
    taken = {(token, match.trigger.type) for match in find_triggers(tree, lexicon) for token in match.tokens}
    for i, word in enumerate(tree.lower):
        for trigger in lexicon.triggers.get(word, ()):
            if (i, trigger.type) in taken:
                continue
            tokens = match_words(tree, i, trigger)
            if tokens is not None:
                yield (
                    i,
                    trigger,
                    _unmet(tree, tokens, _slots(tree, tokens, trigger), trigger) or "inside another trigger",
                )
            elif not trigger.words:
                yield i, trigger, f"not used as a {trigger.kind}"


def _match(tree: Tree, i: int, trigger: Trigger) -> Match | None:
    tokens = match_words(tree, i, trigger)
    if tokens is None:
        return None
    slots = _slots(tree, tokens, trigger)
    if _unmet(tree, tokens, slots, trigger) is not None:
        return None
    return Match(trigger=trigger, tokens=tokens, slots=slots, construction=_construction(tree, i, trigger))


def _slots(tree: Tree, tokens: tuple[int, ...], trigger: Trigger) -> Slots:
    """The slots of a trigger's tokens taken together."""
    i = tokens[0]
    slots = slots_of(tree, i)
    for token in tokens[1:]:
        further = slots_of(tree, token)
        if further:
            # "were beaten to death": who was beaten is no subject of the death.
            more = {name: fillers for name, fillers in further.items() if name not in slots and name != "subject"}
            slots = {**slots, **more}
    if len(tokens) > 1:
        # "opened fire": "fire" is no object but part of the trigger.
        slots = {name: kept for name, fillers in slots.items() if (kept := [f for f in fillers if f not in tokens])}
    if "itself" in trigger.frame:
        slots = {**slots, "itself": [i]}
    if trigger.kind == "adjective" and "subject" not in slots and "object" in slots and is_passive(tree, i):
        # "the reports are fabricated", "called it politically motivated"
        slots = {**slots, "subject": slots["object"]}
    if trigger.kind == "verb" and not tree.is_verb(i) and "object" not in slots:
        # "the alleged bribe", where the parser saw an adjective.
        slots = {("object" if name == "subject" else name): fillers for name, fillers in slots.items()}
    if trigger.transitive and "object" not in slots and _may_be_participle(tree, i, trigger):
        slots = {("object" if name == "subject" else name): fillers for name, fillers in slots.items()}
    return slots


def _unmet(tree: Tree, tokens: tuple[int, ...], slots: Slots, trigger: Trigger) -> str | None:
    """The condition that keeps these tokens from being the trigger, or None."""
    for ways in trigger.require:
        if not any(condition.holds(tree, tokens, slots) for condition in ways):
            return f"requires {' | '.join(condition.text for condition in ways)}"
    for ways in trigger.forbid:
        for condition in ways:
            if condition.holds(tree, tokens, slots):
                return f"forbids {condition.text}"
    return None


def _may_be_participle(tree: Tree, verb: int, trigger: Trigger) -> bool:
    """Whether a form without an object may be passive: "Two killed in raid", but "when the army invaded"."""
    if any(tree.deps[c] == "aux" for c in tree.children[verb]):
        return False
    if tree.tags[verb] == "VBD" and tree.deps[verb] == "acl":
        # "a man fatally shot at a clinic" is often tagged as a past.
        return True
    return tree.tags[verb] == "VBN" or (tree.tags[verb] == "VBD" and (bool(trigger.part) or trigger.speech))


def match_words(tree: Tree, i: int, trigger: Trigger) -> tuple[int, ...] | None:
    """The tokens of a trigger whose head is token ``i``, or None where it is not there in that part of speech."""
    if not _is_kind(tree, i, trigger.kind):
        return None
    if not trigger.words:
        return (i,)
    return after(tree, i, trigger.words) if trigger.kind == "verb" else _before(tree, i, trigger.words)


def _is_kind(tree: Tree, i: int, kind: str) -> bool:
    tag, label = tree.tags[i], tree.deps[i]
    if kind == "verb":
        if label in ("aux", "auxpass"):
            return False
        if tag[:2] == "VB":
            return not (tag == "VBG" and is_nominal(tree, i))
        return tag == "JJ" and tree.lower[i].endswith(("ed", "ing", "en"))
    if kind == "noun":
        return (tag[:2] == "NN" or is_nominal(tree, i)) and not _compared(tree, i)
    return tag[:2] in ("JJ", "IN", "RB", "VB", "NN")


def _compared(tree: Tree, i: int) -> bool:
    """Whether a noun only says what something is like: an "assault-style" rifle."""
    return i + 2 < len(tree) and tree.lower[i + 1] == "-" and tree.lower[i + 2] in ("style", "type", "like")


def after(tree: Tree, i: int, words: tuple[frozenset[str], ...]) -> tuple[int, ...] | None:
    """A verb with the further words of its phrase: each next to the last one, or below one of those before it."""
    tokens = [i]
    for alternatives in words:
        following = tokens[-1] + 1
        if following < len(tree) and tree.lower[following] in alternatives:
            tokens.append(following)
            continue
        below = [c for token in tokens for c in tree.children[token] if not _tells_apart(tree, c)]
        # "held the firm responsible": often parsed as an adjective of the firm.
        below += [
            g
            for c in below
            if c > i and tree.deps[c] not in _OTHER_VERBS
            for g in tree.children[c]
            if g > c and tree.deps[g] != "neg"
        ]
        found = next((c for c in below if tree.lower[c] in alternatives), None)
        if found is None:
            return None
        tokens.append(found)
    return tuple(tokens)


def _tells_apart(tree: Tree, token: int) -> bool:
    """Whether a verb tells of something else: nobody stands accused in "he stood by her after she was accused"."""
    return tree.deps[token] in ("advcl", "ccomp") and tree.has_subject(token)


_OTHER_VERBS = frozenset(("conj", "advcl", "ccomp", "parataxis", "relcl"))


def _before(tree: Tree, i: int, words: tuple[frozenset[str], ...]) -> tuple[int, ...] | None:
    tokens, at = [i], i
    for alternatives in reversed(words):
        at -= 1
        if at >= 0 and tree.lower[at] == "-":
            at -= 1
        if at < 0 or tree.lower[at] not in alternatives:
            return None
        tokens.append(at)
    return tuple(tokens)


def _construction(tree: Tree, i: int, trigger: Trigger) -> str:
    if trigger.kind != "verb":
        return trigger.kind
    label = tree.deps[i]
    if label in ("acl", "amod") and tree.tags[i] in ("VBN", "VBD", "VBG", "JJ"):
        return "participle"
    if is_passive(tree, i):
        return "passive" if label != "advcl" or tree.child(i, "auxpass") is not None else "participle"
    if tree.tags[i] == "VBG" and tree.child(i, "aux") is None:
        return "participle" if label == "advcl" else "gerund"
    if any(tree.tags[c] == "TO" for c in tree.children[i]):
        return "infinitive"
    return "active"
