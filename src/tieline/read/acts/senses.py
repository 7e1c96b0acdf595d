"""What only sounds like an act: figures of trade and cargoes, offensives in words, markets that are invaded, plans that one joins."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tieline.model.english import DAY_NAMES, MONTH_NAMES
from tieline.model.products import product_of
from tieline.read.acts.accounts import MADE_KNOWN, SENT_BY_PEOPLE, is_of_accounts, is_throng, is_worth_of_goods
from tieline.read.acts.grammar import counted, domain, joined, object_of, prepositions
from tieline.read.acts.rebels import for_rebels
from tieline.read.acts.resolutions import TEXTS
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import MISFORTUNES
from tieline.read.words.acts import CLASSES
from tieline.read.words.rule import Rule

GROWN = (
    CLASSES["TIES"]
    | CLASSES["AGREEMENT"]
    | frozenset(["cooperation", "co-operation", "partnership", "friendship", "trade"])
)
_ATTACKED_IN_WORDS = frozenset(
    "plan policy decision remark statement law bill proposal move record budget approach role stance position programme program "
    "suggestion idea comment speech deal agreement handling tactic practice".split()
)
_NO_VICTIMS = frozenset(
    "market economy industry currency record problem issue inflation poverty disease price rate deficit privacy".split()
)
"""What is attacked or invaded without anybody being hurt."""
_NOTHING_GIVEN = frozenset(
    "prospect hope chance clue glimpse explanation view comment detail criticism answer account version reason opinion analysis excuse".split()
)
"""What is offered without promising anything to anybody."""
_RESPECTED = frozenset(
    "right decision sovereignty rule choice wish need law treaty agreement view position border".split()
)
"""What one respects without praising anybody."""
_HEARERS = frozenset("guests reporters journalists newsmen audience students participants viewers".split())
_DISPUTED = frozenset("trade price subsidy budget debt rule policy plan proposal reform wording text bill".split())
_TRADED = frozenset("turnover volume export import level duty tariff price tax value sale share".split())
_GIVING = frozenset(
    "aid relief emergency humanitarian free donated assistance refugees famine victims food medicine".split()
)
_SENT = (CLASSES["AID"] | frozenset("aircraft vessel tank missile drone".split())) - frozenset(
    "million billion dollar euro".split()
)
"""What goes to a country by being given; money goes by being paid or sent home too."""
_MONEY = frozenset("dollars dollar euros euro yen pounds $ usd loans grants credit funds".split())
_DATED = frozenset({*DAY_NAMES, *MONTH_NAMES})
_TIMES = frozenset({"night", "morning", "evening", "afternoon", "weekend", "eve", "anniversary", "day"})

_CARGOES = frozenset("goods products produce cargo shipment shipments consignment consignments cargoes chicks".split())


@lru_cache(maxsize=2_000)
def is_good(word: str) -> bool:
    """What is traded, by its name or as a cargo."""
    return word.lower() in _CARGOES or product_of(word) is not None


def _dangles(token: Token) -> bool:
    """A participle of a noun before it that the parse joins to a verb ahead: "would resume aid to Jordan, cut off after the war"."""
    head = token.head
    if token.tag != "VBD" or token.dep != "conj" or head.tag != "VB" or token.nbor(-1).text != ",":
        return False
    return any(c.tag == "MD" for c in head.children) and not any(c.dep == "cc" for c in head.children)


_PARTS = frozenset({"third", "two-third", "two-thirds", "quarter", "half", "percent", "cent", "%"})
_SHARES_OF = frozenset({"most", "half", "much", "bulk", "share", "part", "all", "majority", "rest"})
_WEIGHED_OUT = frozenset("ton tonne million billion barrel dollar euro yen pound franc rupee sum money".split())
_GIVEN = frozenset(
    "aid assistance help relief grant loan donation gift credit fund funding financing support food budget project programme program".split()
)

_EXERCISED = frozenset(
    "right power control authority influence option veto restraint caution patience leverage".split()
)
"""What is exercised without a drill."""


def only_sounds(token: Token, rule: Rule, obj: Token | None) -> bool:
    """The verb has another sense here than the rule's."""
    if obj is not None and (_of_trade(token, rule, obj) or _gives_nothing(rule, obj) or _of_no_state(token, rule, obj)):
        return True
    if (
        _dangles(token)
        or is_of_accounts(token, rule, obj)
        or _is_shown(token, rule)
        or _of_business(rule, obj)
        or _has_other_use(token, rule, obj)
        or _is_no_deed(token, rule, obj)
        or (rule.type == "CONSULT" and _is_word_of_mouth(token, rule))
    ):
        return True
    if (token.lemma == "form" and token.tag in {"VBP", "VBZ"}) or _goes_on(token, rule):
        return True  # "Peru, Chile and Mexico form the alliance"
    if rule.type == "AID" and obj is not None and (obj.lower in {"other", "another"} or _is_cargo(token, obj)):
        return True
    if token.lemma in {"speak", "talk"} and any(
        o.lower in _HEARERS for c in token.children if c.lower == "to" for o in c.children
    ):
        return True
    if token.lemma == "hit" and rule.type == "ACCUSE" and token.tag == "VBG" and token.dep == "advcl":
        return True  # "banned food, hitting back at the sanctions"
    if rule.type == "ASSAULT" and token.lemma == "strike" and obj is not None and obj.lemma in CLASSES["AGREEMENT"]:
        return True  # "the pact they struck in Paris"
    if token.lemma == "apply" and rule.type == "REQUEST" and obj is not None:
        return True  # "apply the law to"
    if token.lemma == "value" and any(c.dep == "prep" and c.lower == "at" for c in token.children):
        return True  # "were valued at 78 million"
    if rule.type == "REQUEST" and token.lemma == "push" and any(c.lower in {"out", "into"} for c in token.children):
        return True  # "pushed Chile out of the top ten"
    if rule.mode == "clash" and token.lemma == "clash" and _over_words(token):
        return True
    if rule.type == "ASSAULT" and token.lemma in {"invade", "attack"} and obj is not None and obj.lemma in _NO_VICTIMS:
        return True
    if "deed" in rule.flags and token.lemma == "attack" and _in_words(token, obj):
        return True
    return bool(token.lemma == "respect" and obj is not None and obj.lemma in _RESPECTED)


def _is_no_deed(token: Token, rule: Rule, obj: Token | None) -> bool:
    """A land that is held, regret over a deed, words about doing something, rebels who are pushed toward a border."""
    herded = token.lemma in _HERDING and rule.type in {"MOBILIZE", "ASSAULT"} and _is_herded(obj)
    backed = rule.mode == "back" and (for_rebels(token) or _votes_for_blame(token))
    held = backed or _is_of_an_occupied_land(token) or _rejects_a_thought(rule, obj)
    return herded or held or _regrets_a_deed(rule, obj) or _talks_of_doing(token, rule)


def _votes_for_blame(token: Token) -> bool:
    """Who votes for a text does not back the country that it blames: "voted for a resolution condemning Chad"."""
    texts = (o for _, o in prepositions(token, {"for"}) if o.lemma in TEXTS) if token.lemma == "vote" else ()
    return any(c.dep in {"acl", "relcl"} for o in texts for c in o.children)


def _rejects_a_thought(rule: Rule, obj: Token | None) -> bool:
    """What is turned down is nobody's: "has rejected international law", "rejects violence"."""
    if rule.mode != "reject" or obj is None or obj.lemma not in _THOUGHTS:
        return False
    named = any(c.dep == "poss" or c.text[0].isupper() for c in obj.lefts)
    return not named and not any(c.lower in {"of", "by", "from"} for c in obj.rights)


_THOUGHTS = frozenset(
    "law principle violence terrorism force war democracy peace norm value reality logic truth reason extremism racism".split()
)


def _is_of_an_occupied_land(token: Token) -> bool:
    """A land that is held by others, which the parse takes for a deed: "the boycott on Iraq and occupied Kuwait"."""
    if token.lemma not in {"occupy", "annex", "hold"} or token.dep != "conj" or token.i < 2:
        return False
    after = token.doc[token.i + 1 : token.i + 2]
    before = token.nbor(-2)
    return token.nbor(-1).lower in {"and", "or"} and before.dep == "pobj" and any(t.pos == "PROPN" for t in after)


def _regrets_a_deed(rule: Rule, obj: Token | None) -> bool:
    """Regret over what another has done is no sympathy: "expressed its regret over the visits to the shrine"."""
    if rule.type != "SUPPORT" or obj is None or obj.lemma != "regret" or any(joined(obj)):
        return False
    links = [c for c in (*obj.children, *obj.head.children) if c.dep == "prep" and c.i > obj.i]
    over = [o for c in links if c.lower in {"over", "at", "about"} or _for_a_deed(c) for o in c.children]
    told = any(c.lower in {"to", "for"} and not _for_a_deed(c) for c in links)
    as_others = any(
        c.lower in {"also", "too"} for c in obj.head.children
    )  # "Lima protested. Quito also expressed regret."
    return (
        (bool(over) or as_others)
        and not told
        and not any(t.lemma in MISFORTUNES | _SAD for o in over for t in o.subtree)
    )


def _for_a_deed(link: Token) -> bool:
    """What another has decided is behind a "for": "regret for Quito's refusal to take part"."""
    deeds = (o for o in link.children if o.lemma in _DECIDED)
    return link.lower == "for" and any(c.dep == "poss" and c.pos != "PRON" for o in deeds for c in o.lefts)


_DECIDED = frozenset(
    "decision refusal move failure step choice vote withdrawal absence rejection stance unwillingness".split()
)
_SAD = frozenset({"death", "loss", "killing", "tragedy", "disaster", "casualty", "victim"})


def _talks_of_doing(token: Token, rule: Rule) -> bool:
    """Who speaks of doing something with another does not speak with him: "talked of restoring relations with Chad"."""
    if rule.mode != "talks" or token.lemma not in {"talk", "speak"}:
        return False
    doing = any(c.lower == "of" and any(g.dep == "pcomp" for g in c.children) for c in token.children)
    return doing and not any(c.lower in {"with", "to"} and c.dep == "prep" for c in token.children)


_HERDING = frozenset({"push", "drive", "move", "force", "chase", "herd"})


def _is_herded(obj: Token | None) -> bool:
    """Whoever is driven somewhere is not sent there by his own: rebels, fighters, people."""
    return obj is not None and obj.lemma in _DRIVEN


_DRIVEN = frozenset(
    "rebel militant fighter insurgent guerrilla gunman extremist jihadist terrorist militia refugee migrant people villager civilian separatist smuggler bandit".split()
)


def _has_other_use(token: Token, rule: Rule, obj: Token | None) -> bool:
    """Money that people send home, an appeal to a court, a border that is open, fires that are fought, a sale that is stopped."""
    lemma = token.lemma
    if rule.type == "AID" and lemma == "send" and obj is not None and obj.lemma in _WEIGHED_OUT:
        return any(c.dep == "nsubj" and c.lower in {"they", "who"} for c in token.children)
    if rule.mode == "appeal" and lemma == "appeal":
        return not any(c.dep == "prep" and c.lower in {"to", "for", "on"} for c in token.children)
    if rule.mode == "oppose" and lemma in {"oppose", "opposed"} and obj is None:
        return not any(
            c.lower == "to" or c.dep in {"xcomp", "ccomp", "pcomp"} for c in token.children
        )  # "with Fiji opposed, and Chad abstaining"
    if token.pos == "ADJ" and lemma == "open":
        return rule.type in {"CONCEDE", "COOPERATE"}
    if rule.type == "ASSAULT" and lemma in {"fight", "battle", "combat"}:
        return obj is not None and obj.lemma in _FOUGHT
    return rule.mode == "visit" and lemma == "stop" and object_of(token) is not None


_FOUGHT = frozenset(
    "fire wildfire blaze flame flood disease epidemic outbreak virus pandemic poverty inflation corruption crime storm cyclone hurricane "
    "typhoon drought famine earthquake weather heat sea effect impact aftermath consequence crisis hunger shortage debt cancer cholera ebola covid".split()
)
"""What is fought and is no foe."""


def _goes_on(token: Token, rule: Rule) -> bool:
    """Who goes on doing something goes nowhere: "has gone on backing firms in Chile"."""
    if token.lemma != "go" or rule.mode != "visit":
        return False
    if any(c.lower in {"further", "farther"} for c in token.children):
        return True  # "went further by cutting ties"
    on = [g for c in token.children if c.lower == "on" for g in c.children]
    return any(c.dep in {"xcomp", "pcomp"} and c.tag == "VBG" and c.i > token.i for c in (*token.children, *on))


def _of_no_state(token: Token, rule: Rule, obj: Token) -> bool:
    """Wars of their own, needs that are met, rights that are exercised, goods that are bought, guests who are counted."""
    owned = rule.mode == "clash" and obj.lemma in {"war", "battle"}
    if owned and any(c.lower in {"their", "its"} for c in obj.lefts):
        return True  # "the two, which fought their wars of liberation side by side"
    part = obj.pos == "NUM" or obj.lemma in _PARTS or (rule.mode == "meet" and obj.lemma in {"need", "demand"})
    if (token.lemma == "meet" and part) or (token.lemma == "exercise" and obj.lemma in _EXERCISED):
        return True  # "Chile and Peru meet two-thirds of the need", "is exercising its rights with"
    if rule.mode == "release" and obj.lemma in MADE_KNOWN:
        return True  # "released a joint text"
    if rule.type == "AID" and "turned" in rule.flags and obj.lower in _SHARES_OF:
        return True  # "got most of its arms from the USA"
    if rule.type == "AID" and "turned" in rule.flags and obj.lemma in SENT_BY_PEOPLE:
        return True  # "received remittances from its workers in"
    if rule.type == "AID" and "turned" in rule.flags and obj.lemma in _WEIGHED_OUT:
        return not any(
            t.lemma in _GIVEN for t in (*obj.subtree, *domain(token))
        )  # "gets 9 million tons of beans", "received $2bn from workers in"
    return rule.mode == "visit" and obj.tag == "NNS" and any(c.lower in {"more", "fewer"} for c in obj.lefts)


def _gives_nothing(rule: Rule, obj: Token) -> bool:
    """What is offered in words alone ("little prospect of a change"), what is sold less of."""
    if rule.mode == "sell":
        return any(t.lower in {"fewer", "less"} for t in obj.subtree)
    return rule.mode == "offer" and (obj.lemma in _NOTHING_GIVEN or _is_hostile(obj))


def _is_hostile(package: Any) -> bool:
    """As in "a package of measures including the expulsion of ten diplomats": nothing that is offered."""
    if package.lemma not in _PACKAGES:
        return False
    inside = [t for t in package.doc[package.i + 1 :] if t.lemma in _HOSTILE]
    return any(t.head.lower in _AMONG_IT or any(a.lemma == "include" for a in t.ancestors) for t in inside)


_PACKAGES = frozenset("package set list series raft range string plan bundle response".split())
_AMONG_IT = frozenset({"of", "including", "comprising"})
_HOSTILE = CLASSES["CURBS"] | {"expulsion", "countermeasure", "retaliation", "closure", "counter-measure"}
_PAPERS = frozenset(
    "note memorandum protest letter aide-memoire aide-mémoire memoire demand ultimatum list complaint demarche démarche evidence proof plan proposal credential "
    "invitation bill demands document statement report question fact problem challenge dilemma choice opportunity chance risk threat photo photograph picture image map video footage dossier".split()
)
"""What one presents somebody with and gives him nothing: "presented him with a protest note"."""


def _of_business(rule: Rule, obj: Token | None) -> bool:
    """As in "met business leaders": people of no state."""
    if rule.type != "CONSULT" or obj is None or obj.lemma not in {"leader", "representative", "official", "executive"}:
        return False
    return any(c.dep in {"compound", "amod"} and c.lemma in _WALKS_OF_LIFE for c in obj.lefts)


_WALKS_OF_LIFE = frozenset(
    "business community church religious industry union youth labour labor corporate student tribal".split()
)


def _is_shown(token: Token, rule: Rule) -> bool:
    if rule.mode == "present" and (obj := object_of(token)) is not None and obj.lemma in CLASSES["TALKS"] | _PAPERS:
        return True  # "presented a meeting of the council with photos"
    return rule.mode == "present" and any(o.lemma in _PAPERS for _, o in prepositions(token, {"with"}))


def _is_word_of_mouth(token: Token, rule: Rule) -> bool:
    """Who is called names is not called up ("called his counterpart a clown"); "they spoke" is no talk with each other."""
    if rule.mode == "phone":
        return any(c.dep == "oprd" for c in token.children)
    if rule.mode == "talks" and token.lemma in {"tell", "inform"} and "others" in rule.flags:
        return not _holds_office(object_of(token))
    alone = token.lemma == "speak" and not any(c.dep == "prep" for c in token.children)
    return rule.mode == "talks" and alone and any(c.dep == "nsubj" and c.lower == "they" for c in token.children)


def _holds_office(person: Any) -> bool:
    """Who is told is an official, with his office or by it alone: "told Ethiopia's deputy prime minister"."""
    if person is None or person.tag in {"NNS", "NNPS"}:
        return False
    return any(t.lemma in _OFFICES for t in (person, *(c for c in person.lefts if c.dep == "compound")))


_OFFICES = frozenset("minister president premier chancellor counterpart ambassador envoy king emir secretary".split())


def opens_by_itself(token: Token, subject: Token | None) -> bool:
    """A border that "reopened", trade that "resumed": it is done to the subject, by whoever they are between."""
    if token.lemma == "go" and subject is not None and token.dep != "relcl":
        return subject.lemma in _SENT and any(c.dep == "prep" and c.lower == "to" for c in token.children)
    if token.lemma not in {"reopen", "open", "resume"} or subject is None or object_of(token) is not None:
        return False
    return (
        subject.lemma in CLASSES["BORDER"] | CLASSES["TRADE"] | {"trade", "rail", "ferry"}
        and subject.lemma != "embassy"
    )


def _of_trade(token: Token, rule: Rule, obj: Token) -> bool:
    """A figure of trade or travel that only sounds like an act: "received 261,000 Chileans", "raise trade with", "raised its quota"."""
    if rule.mode == "receive" and obj.lemma in CLASSES["TALKS"]:
        return True  # who hosts a summit receives those who come
    if rule.mode == "receive" or (token.lemma == "welcome" and rule.type == "SUPPORT"):
        return is_throng(obj)
    if rule.mode == "talks" and token.lemma == "raise":
        return obj.lemma in GROWN or obj.lemma in _TRADED
    return (
        rule.type == "SANCTION"
        and obj.lemma == "quota"
        and token.lemma in {"raise", "expand", "extend", "renew", "widen"}
    )


def _over_words(token: Token) -> bool:
    """A clash in a conference or about money, in which nobody is hurt: "clashed over the duties", "at the WTO"."""
    for prep in token.children:
        if prep.dep == "prep" and prep.lower in {"over", "at", "about"}:
            for obj in prep.children:
                if obj.lemma in CLASSES["TALKS"] | CLASSES["CURBS"] | _DISPUTED or obj.text in {"WTO", "UN", "Council"}:
                    return True
    return False


def _is_cargo(token: Token, obj: Token) -> bool:
    """A quantity of goods that is traded, not given: "shipped 60 million barrels", "received a shipment of wheat"."""
    if token.lemma in {"supply", "provide"} and any(
        o.lemma in {"goods", "good", "product"} for c in token.children if c.lower == "with" for o in c.children
    ):
        return True
    goods = [obj, *joined(obj)]
    if token.tag in {"VBZ", "VBP"} and len(goods) > 1 and any(g.lemma not in CLASSES["AID"] for g in goods):
        return bool(token.doc[-1].text == ".")  # what is sold, year after year: "sends medicines, steel and cars to"
    if obj.lemma in {"shipment", "cargo", "delivery", "consignment", "batch"}:
        return not {t.lower for t in (*domain(token), *obj.subtree)} & _GIVING
    if token.lemma not in {"ship", "supply", "deliver", "export"}:
        return False
    words = {t.lower for t in domain(token)}
    if obj.lemma in {"million", "billion"} and not words & _GIVING and is_worth_of_goods(obj):
        return True  # "shipped $5 million of tea"
    if obj.lemma not in {"tonne", "ton", "million", "billion", "barrel"} or counted(obj) is not None:
        return False
    return obj.lemma in {"tonne", "ton", "million", "billion", "barrel"} and not words & (_GIVING | _MONEY)


def of_time(prep: Token) -> bool:
    """A preposition that leads to a day or a date: "on Friday"."""
    return any(
        c.dep == "pobj" and (c.pos == "NUM" or any(t.text in _DATED for t in c.subtree) or c.lemma in _TIMES)
        for c in prep.children
    )


def joins_plan(content: Token) -> bool:
    """What one refuses to join is a plan, not a meeting."""
    return content.lemma == "join" and any(
        c.dep == "dobj" and c.lemma not in CLASSES["TALKS"] for c in content.children
    )


def _in_words(token: Token, obj: Token | None) -> bool:
    """An attack in words: on a plan, a policy or a statesman, "as a racist power", "saying that"."""
    if obj is not None and (obj.lemma in _ATTACKED_IN_WORDS or _holds_office(obj)):
        return True
    called = (c for c in token.children if c.dep == "conj" and c.lemma in {"call", "accuse", "brand", "describe"})
    if any(not any(g.dep == "prep" and g.lower in {"for", "on"} for g in c.children) for c in called):
        return True  # "attacked his counterpart and called him a lackey"; not "and called for calm"
    return any(
        (c.dep == "prep" and c.lower in {"as", "for", "over"} and c.i > token.i)
        or (c.dep == "advcl" and c.lower in {"saying", "calling", "describing", "accusing"})
        for c in token.children
    )
