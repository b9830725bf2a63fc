"""The constructions that decide how an event is presented, each with a sentence of its own."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest
from eventx_rules.modality.finding import ModalityFinding, find_modality

from eventx import Article
from eventx.analysis import Analyser

CASES = [
    # Told outright, or by a source
    ("Gunmen attacked a customs post near the lake.", "attacked", "asserted"),
    ("The mayor said gunmen had attacked the customs post.", "attacked", "asserted"),
    ("The brothers were accused of attacking the customs post.", "attacking", "asserted"),
    ("The guild denied involvement in the attack on the customs post.", "attack", "asserted"),
    ("The ministry will investigate the attack on the customs post.", "attack", "asserted"),
    ("If the court convicts him of the attack, he will appeal.", "attack", "asserted"),
    ("Rebels tried to storm the radio station before dawn.", "storm", "asserted"),
    ("Villagers foiled an attempt to burn the granary.", "burn", "asserted"),
    ("Two deserters managed to kill the ferryman.", "kill", "asserted"),
    ("She did not regret visiting the front line.", "visiting", "asserted"),
    ("The envoy flew to Oslo to visit the foundation.", "visit", "asserted"),
    ("The raiders not only bombed the bridge but looted the depot.", "bombed", "asserted"),
    ("It was a well-planned attack on the mint.", "attack", "asserted"),
    ("The council urged both clans to stop the fighting.", "fighting", "asserted"),
    ("The blast was not an accident.", "blast", "asserted"),
    ("Deputies answered a call about a shooting.", "shooting", "asserted"),
    ("There were calls for calm after an attack on the mint.", "attack", "asserted"),
    ("The demand followed threats after a raid.", "raid", "asserted"),
    ("The army took the city with support from Danish raids.", "raids", "asserted"),
    ("They fled to a valley far from the fighting.", "fighting", "asserted"),
    ("Far from attacking the fort, the rebels fled.", "attacking", "negated"),
    ("Blasts could be heard near the port.", "Blasts", "asserted"),
    ("Recent raids suggest that the clan could be changing its ways.", "raids", "asserted"),
    ("The guards shouted before the assault.", "assault", "asserted"),
    ("The victims of the Laxford attack will sue the bank.", "attack", "asserted"),
    ("He does not seem to hold anything when he is shot.", "shot", "asserted"),
    ("The council asked the office to audit a recent trip by the mayor.", "trip", "asserted"),
    ("It was a pre-planned execution of eight villagers.", "execution", "asserted"),
    ("Raids by rebels of the north in Mali include two bombings.", "Raids", "asserted"),
    ("The premier announced a visit to Cuba next month.", "visit", "planned"),
    ("The office has enough evidence to charge six clerks.", "charge", "hypothetical"),
    ("The bill would let judges extradite people accused of crimes.", "accused", "generic"),
    ("The police held people accused of the raid.", "accused", "asserted"),
    ("A visit to Oslo would crown the year.", "visit", "hypothetical"),
    ("A visit to Oslo will crown the year.", "visit", "planned"),
    ("The news has stirred the town before the premier sets foot in it.", "sets", "planned"),
    ("The bishop called for an end to raids on clinics.", "raids", "generic"),
    ("He has praised attacks and mocked the dead.", "attacks", "generic"),
    ("He was believed to have ordered the bombing.", "bombing", "asserted"),
    ("Police did not say whether the attack was political.", "attack", "asserted"),
    ("He is suspected of planning the attack.", "attack", "asserted"),
    ("None of the passengers was hurt in the attack.", "attack", "asserted"),
    ("The minister was the first to visit the island.", "visit", "asserted"),
    ("Why did the navy shell the harbour?", "shell", "asserted"),
    ("If the charges against the broker are true, he will resign.", "charges", "asserted"),
    ("The broker denied any allegations of fraud.", "allegations", "asserted"),
    ("The broker will not resign, denying the charges.", "denying", "asserted"),
    ("They got life without a chance of parole for killing the ferryman.", "killing", "asserted"),
    ("He lost a plan that was announced during his visit to Lisbon.", "visit", "asserted"),
    ("A court was asked to dismiss charges of fraud against the broker.", "charges", "asserted"),
    ("It is unclear whether the ferryman was shot by a guard or a thief.", "shot", "asserted"),
    ("A gap in the fence allowed the wolves to attack the flock.", "attack", "asserted"),
    ("The envoy condemned raids by rebels on Lisbon.", "raids", "asserted"),
    ("The clan continues to launch attacks.", "attacks", "asserted"),
    # Planned
    ("The chancellor will stop in Lisbon before going on to Faro.", "going", "planned"),
    ("The chancellor arrives in Lisbon later in the day.", "arrives", "planned"),
    ("A visit to Lisbon by the chancellor has been agreed.", "visit", "planned"),
    ("The chancellor will visit Lisbon on Monday.", "visit", "planned"),
    ("The chancellor said she would visit Lisbon.", "visit", "planned"),
    ("The chancellor is to visit Lisbon on Monday.", "visit", "planned"),
    ("Chancellor to visit Lisbon in May", "visit", "planned"),
    ("The chancellor is due to arrive in Lisbon on Monday.", "arrive", "planned"),
    ("The chancellor is scheduled to arrive in Lisbon on Monday.", "arrive", "planned"),
    ("The chancellor plans to visit Lisbon.", "visit", "planned"),
    ("The chancellor agreed to visit Lisbon.", "visit", "planned"),
    ("The chancellor announced plans to visit Lisbon.", "visit", "planned"),
    ("The chancellor is planning a visit to Lisbon.", "visit", "planned"),
    ("The chancellor will pay a visit to Lisbon.", "visit", "planned"),
    ("Talks opened ahead of a visit by the chancellor.", "visit", "planned"),
    ("The chancellor will meet investors during her visit to Lisbon.", "visit", "planned"),
    ("They discussed the chancellor's upcoming visit to Lisbon.", "visit", "planned"),
    ("Lisbon is preparing for the chancellor's visit.", "visit", "planned"),
    ("The visit will take place in May.", "visit", "planned"),
    ("Lisbon is tidying its parks for next week's visit.", "visit", "planned"),
    ("The chancellor's visit was postponed until May.", "visit", "planned"),
    ("The warlord threatened to shell the harbour.", "shell", "hypothetical"),
    ("The chancellor will visit Lisbon and tour the docks.", "tour", "planned"),
    ("The chancellor will rest before she travels to Lisbon.", "travels", "planned"),
    ("The chancellor arrives in Lisbon on Monday.", "arrives", "planned"),
    ("The chancellor is visiting Lisbon next week.", "visiting", "planned"),
    ("The chancellor was going to visit Lisbon.", "visit", "planned"),
    ("A visit to Lisbon is planned for May.", "visit", "planned"),
    ("The visit was put off until June.", "visit", "planned"),
    # Supposed
    ("If the rebels attack the harbour, the fleet will answer.", "attack", "hypothetical"),
    ("The rebels may attack the harbour.", "attack", "hypothetical"),
    ("The rebels could have attacked the harbour.", "attacked", "hypothetical"),
    ("The rebels would attack the harbour if the truce collapsed.", "attack", "hypothetical"),
    ("Fishermen fear that the rebels will attack the harbour.", "attack", "hypothetical"),
    ("Fishermen fear an attack on the harbour.", "attack", "hypothetical"),
    ("The port closed amid fears of an attack.", "attack", "hypothetical"),
    ("The harbour master warned of a possible attack.", "attack", "hypothetical"),
    ("Hardliners called for an attack on the harbour.", "attack", "hypothetical"),
    ("Hardliners called on the navy to attack the harbour.", "attack", "hypothetical"),
    ("Walls were raised to prevent attacks on the harbour.", "attacks", "hypothetical"),
    ("The guards are there to protect the harbour from attacks.", "attacks", "hypothetical"),
    ("The threat of attack keeps the ferries away.", "attack", "hypothetical"),
    ("A blockade might lead to an attack on the harbour.", "attack", "hypothetical"),
    ("The men were jailed for a plot to bomb the harbour.", "bomb", "hypothetical"),
    ("The rebels may be planning to attack the harbour.", "attack", "hypothetical"),
    ("Prosecutors recommended that the broker be charged.", "charged", "hypothetical"),
    ("The general wants to destroy the harbour.", "destroy", "hypothetical"),
    ("In the event of an attack the gates are shut.", "attack", "hypothetical"),
    ("It is unclear whether the rebels attacked the harbour.", "attacked", "hypothetical"),
    ("The army has the right to attack the harbour.", "attack", "hypothetical"),
    ("Had the mine exploded, the ferry would have sunk.", "exploded", "hypothetical"),
    ("Should the rebels attack, the fleet will answer.", "attack", "hypothetical"),
    ("Did the navy shell the harbour?", "shell", "hypothetical"),
    ("An attack on the harbour would be a mistake.", "attack", "hypothetical"),
    ("Attacking the harbour would be a mistake.", "Attacking", "hypothetical"),
    ("It would be a mistake to attack the harbour.", "attack", "hypothetical"),
    ("An attack on the harbour is imminent.", "attack", "hypothetical"),
    ("The navy has not ruled out an attack on the harbour.", "attack", "hypothetical"),
    ("Ten sailors were feared killed.", "killed", "hypothetical"),
    ("He wanted the ferryman killed.", "killed", "hypothetical"),
    ("The drill simulated an attack on the harbour.", "attack", "hypothetical"),
    ("If attacked, the fleet will answer.", "attacked", "hypothetical"),
    ("The envoys urged the chancellor not to visit Lisbon.", "visit", "hypothetical"),
    ("The sailors expect to be bombed.", "bombed", "hypothetical"),
    ("The chancellor is interested in visiting Lisbon.", "visiting", "hypothetical"),
    # Negated
    ("The chancellor was to have visited Lisbon.", "visited", "negated"),
    ("The chancellor did not want to visit Lisbon.", "visit", "negated"),
    ("The guards made no attempt to kill the ferryman.", "kill", "negated"),
    ("It is too early to blame the navy.", "blame", "negated"),
    ("The chancellor pulled out of a trip to Lisbon.", "trip", "negated"),
    ("They laughed at the chancellor's abortive trip to Lisbon.", "trip", "negated"),
    ("The rebels did not attack the harbour.", "attack", "negated"),
    ("The rebels never attacked the harbour.", "attacked", "negated"),
    ("The chancellor will not visit Lisbon.", "visit", "negated"),
    ("The chancellor has no plans to visit Lisbon.", "visit", "negated"),
    ("The chancellor refused to visit Lisbon.", "visit", "negated"),
    ("The chancellor failed to visit Lisbon.", "visit", "negated"),
    ("The chancellor cancelled a visit to Lisbon.", "visit", "negated"),
    ("The chancellor's visit to Lisbon was called off.", "visit", "negated"),
    ("The rebels denied attacking the harbour.", "attacking", "negated"),
    ("The rebels denied that they had attacked the harbour.", "attacked", "negated"),
    ("The rebels dismissed reports that they had attacked the harbour.", "attacked", "negated"),
    ("The ship passed without an attack.", "attack", "negated"),
    ("No attack was reported from the harbour.", "attack", "negated"),
    ("There were no attacks on the harbour.", "attacks", "negated"),
    ("Nobody was killed in the harbour.", "killed", "negated"),
    ("No one was killed in the harbour.", "killed", "negated"),
    ("The broker was neither charged nor questioned.", "charged", "negated"),
    ("The broker was neither questioned nor charged.", "charged", "negated"),
    ("Police prevented an attack on the harbour last night.", "attack", "negated"),
    ("It did not appear that anyone was killed.", "killed", "negated"),
    ("The chancellor was unable to visit Lisbon.", "visit", "negated"),
    ("The broker will no longer be prosecuted.", "prosecuted", "negated"),
    ("The chancellor has yet to visit Lisbon.", "visit", "negated"),
    ("The chancellor decided not to visit Lisbon.", "visit", "negated"),
    ("The chancellor turned down an invitation to visit Lisbon.", "visit", "negated"),
    ("The chancellor shelved plans to visit Lisbon.", "visit", "negated"),
    ("The judge stopped short of blaming the harbour master.", "blaming", "negated"),
    ("There was no evidence that the rebels attacked the harbour.", "attacked", "negated"),
    ("Instead of attacking, the rebels withdrew.", "attacking", "negated"),
    ("Parliament voted against air strikes.", "strikes", "negated"),
    ("Officials would not confirm or deny the report.", "deny", "negated"),
    # Kinds of events
    ("They were accused of planning and executing attacks.", "attacks", "generic"),
    ("Suicide bombings are a weapon of the weak.", "bombings", "generic"),
    ("We condemn attacks on fishermen.", "attacks", "generic"),
    ("The shelter is for women who have been assaulted.", "assaulted", "generic"),
    ("Murder has fallen by a third.", "Murder", "generic"),
    ("Mass shootings have become common.", "shootings", "generic"),
    ("Arrests are made in most murder cases.", "murder", "generic"),
    (
        "Grief grows as raids, kidnappings and killings claim dozens of lives weekly.",
        "killings",
        "generic",
    ),
    ("The hall is a regular stop for visiting ministers.", "visiting", "generic"),
    ("Poachers routinely target the guards.", "target", "generic"),
    ("Take a map when visiting the marshes.", "visiting", "generic"),
]


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


def finding(analyser: Analyser, text: str, word: str) -> ModalityFinding:
    sentence = analyser.analyse(Article.of(text)).parse(0)
    assert sentence is not None
    token = sentence.token_at(text.index(word))
    assert token is not None
    return find_modality(sentence, (token, token + 1))


@pytest.mark.parametrize(("text", "word", "modality"), CASES, ids=[f"{c[2]}: {c[0]}" for c in CASES])
def test_modality_follows_the_construction(analyser: Analyser, text: str, word: str, modality: str) -> None:
    found = finding(analyser, text, word)
    assert found.modality == modality, found.reason


def test_reason_names_the_deciding_word(analyser: Analyser) -> None:
    found = finding(analyser, "The chancellor will visit Lisbon.", "visit")
    assert found.reason == "future auxiliary 'will'"


def test_negation_inside_the_trigger_is_part_of_it(analyser: Analyser) -> None:
    text = "He is not responsible for the fire."
    sentence = analyser.analyse(Article.of(text)).parse(0)
    assert sentence is not None
    assert find_modality(sentence, (2, 4)).modality == "asserted"
    assert find_modality(sentence, (3, 4)).modality == "negated"


def test_no_word_of_a_list_says_two_things() -> None:
    text = resources.files("eventx_rules.data").joinpath("modality.toml").read_text(encoding="utf-8")
    for section in (data := tomllib.loads(text)):
        for kind, lists in data[section].items():
            if isinstance(lists, dict):
                words = [word for words in lists.values() for word in words]
                assert sorted(set(words)) == sorted(words), f"{section}.{kind}"
