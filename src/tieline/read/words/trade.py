"""The words by which a sentence says what a figure measures and which way it moves.

Lemmas, lower case.  A word stands here because news from many places uses it, never because one story does.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.movement import CUT, FALL, GOES_DOWN, GOES_UP, RAISE, RISE
from tieline.model.vocabulary import Indicator


def words(text: str) -> frozenset[str]:
    """The words of a list written as one line."""
    return frozenset(text.split())


UP_VERBS: Final = RISE | RAISE | words("exceed outstrip outpace")
DOWN_VERBS: Final = FALL | CUT
UP_NOUNS: Final = words(
    "rise growth increase jump surge gain expansion upturn climb boom leap rebound recovery improvement advance upsurge uptick spurt boost doubling tripling upswing hike plus"
)
DOWN_NOUNS: Final = words(
    "fall drop decline decrease slide plunge slump dip contraction reduction collapse downturn cut shrinkage loss setback fall-off slowdown tumble deterioration erosion minus"
)
UP_ADJ: Final = words("more higher greater larger bigger up stronger above")
DOWN_ADJ: Final = words("less lower smaller fewer down weaker below")
MORE_OR_LESS: Final = words("more less fewer")
FLAT_WORDS: Final = words("same flat unchanged steady stable stagnant level static stagnate stagnated")
STRENGTH: Final = words(
    "rapidly sharply strongly steeply dramatically considerably significantly substantially markedly slightly modestly marginally steadily gradually briskly noticeably smartly remarkably hugely vastly fast quickly slowly strong sharp rapid steep dramatic considerable significant substantial marked slight modest marginal steady gradual brisk noticeable remarkable robust huge exponential exponentially vigorously heavily tremendously rapid healthy impressive little somewhat"
)
UP_PARTICLES: Final = {
    *((verb, "up") for verb in GOES_UP),
    ("take", "off"),
    ("scale", "up"),
    ("draw", "close"),
    ("speed", "up"),
    ("ramp", "up"),
    *((verb, way) for verb in ("turn", "trend", "move", "head", "point") for way in ("upward", "upwards", "higher")),
    ("trend", "up"),
}
DOWN_PARTICLES: Final = {
    *((verb, way) for verb in GOES_DOWN for way in ("down", "lower")),
    ("drop", "off"),
    ("fall", "off"),
    ("dry", "up"),
    *((verb, way) for verb in ("turn", "trend", "move", "head", "point") for way in ("downward", "downwards", "lower")),
    ("trend", "down"),
    ("tail", "off"),
    ("fall", "away"),
    ("fall", "back"),
    ("grind", "halt"),
}

TIE_NOUNS: Final = words(
    "tie relation relationship friendship bond cooperation alliance partnership link rapprochement contact"
)
"""What can grow or cool between two countries without a figure."""

NOUN_ANCHORS: Final[dict[str, Indicator]] = {
    "export": "exports", "earning": "exports", "shipment": "exports", "delivery": "exports", "supply": "exports", "sale": "exports", "exportation": "exports",
    "import": "imports", "purchase": "imports", "importation": "imports",
    "trade": "trade", "commerce": "trade", "turnover": "trade", "trading": "trade", "business": "trade", "exchange": "trade", "flow": "trade", "buying": "imports", "selling": "exports", "good": "exports", "order": "exports", "volume": "exports", "intake": "imports", "offtake": "imports", "sanction": "other",
    "traffic": "other", "freight": "other", "remittance": "other", "transfer": "other", "inflow": "other",
    "deficit": "balance", "surplus": "balance", "gap": "balance", "imbalance": "balance", "shortfall": "balance", "balance": "balance",
    "investment": "investment", "fdi": "investment", "project": "investment",
    "aid": "aid", "assistance": "aid", "grant": "aid", "donation": "aid", "package": "aid", "relief": "aid", "contribution": "aid", "pledge": "aid", "commitment": "aid", "support": "aid", "funding": "aid", "financing": "aid",
    "loan": "debt", "credit": "debt", "debt": "debt", "lending": "debt", "borrowing": "debt", "holding": "debt", "arrears": "debt", "arrear": "debt", "repayment": "debt", "deposit": "debt", "tranche": "debt", "instalment": "debt", "installment": "debt", "contract": "investment",
    "tourism": "tourism", "visitor": "tourism", "tourist": "tourism", "arrival": "tourism", "traveller": "tourism", "traveler": "tourism", "holidaymaker": "tourism", "passenger": "tourism", "departure": "tourism", "guest": "tourism", "trip": "tourism", "visit": "tourism", "daytrip": "tourism",
    "consumption": "consumption", "usage": "consumption",
    "tariff": "tariff", "surtax": "tariff", "excise": "tariff", "duty": "tariff", "levy": "tariff", "surcharge": "tariff", "tax": "tariff",
}  # fmt: skip
OWED: Final = words("debt arrears arrear borrowing")
"""What is owed, told by whose it is."""
WEAK_NOUNS: Final = words(
    "borrowing volume intake offtake exchange flow buying selling supply sale business gap balance package relief credit delivery purchase grant assistance arrival visitor tourist traveller duty levy turnover trading repayment usage debt loan shipment project transfer inflow good tax order sanction passenger departure guest trip visit daytrip holding earning deposit tranche instalment installment contribution pledge commitment support funding financing contract traffic freight"
)
"""Nouns that are about trade only with a second country, a product or a figure of the right kind beside them."""

VERB_ANCHORS: Final[dict[str, Indicator]] = {
    "export": "exports", "ship": "exports", "sell": "exports", "supply": "exports", "deliver": "exports", "reexport": "exports",
    "take": "imports", "pick": "imports", "snap": "imports", "scoop": "imports", "let": "imports", "get": "imports", "lift": "imports", "travel": "tourism", "pay": "imports", "absorb": "imports", "import": "imports", "buy": "imports", "purchase": "imports", "source": "imports", "procure": "imports",
    "trade": "trade", "exchange": "trade", "spend": "imports", "put": "investment", "register": "investment", "inject": "investment", "commit": "investment", "hold": "investment", "own": "investment", "hand": "aid", "send": "other", "remit": "other",
    "bring": "exports", "earn": "exports", "fetch": "exports", "smuggle": "exports", "cost": "imports",
    "invest": "investment", "pour": "investment", "plough": "investment", "pump": "investment", "give": "aid", "pledge": "aid", "announce": "aid", "allocate": "aid", "earmark": "aid", "contribute": "aid", "deposit": "debt", "place": "debt", "park": "debt", "present": "aid", "provide": "aid", "grant": "aid", "lend": "debt", "loan": "debt", "owe": "debt", "donate": "aid", "disburse": "aid",
    "leave": "exports", "enter": "imports", "come": "imports", "arrive": "imports", "cross": "tourism", "go": "exports",
    "promise": "aid", "offer": "aid", "release": "aid", "approve": "aid", "transfer": "aid", "wire": "aid", "finance": "aid", "fund": "aid", "support": "aid", "help": "aid", "assist": "aid",
    "forgive": "debt", "cancel": "debt", "waive": "debt", "restructure": "debt", "reschedule": "debt", "refinance": "debt", "write": "debt", "roll": "debt", "convert": "debt", "borrow": "debt", "repay": "debt", "flow": "other", "move": "other", "obtain": "aid", "secure": "aid",
    "consume": "consumption", "levy": "tariff", "reach": "exports", "receive": "tourism", "welcome": "tourism", "visit": "tourism",
}  # fmt: skip
EARNING_VERBS: Final[dict[str, Indicator]] = {"make": "exports"}
"""Verbs of trade only where a country makes money from a good that it sells."""
CONDITIONAL_VERBS: Final = words(
    "pledge announce allocate earmark contribute deposit place park pick snap scoop leave enter come arrive cross go exchange take let get lift travel pay absorb pour plough pump give present provide grant reach receive welcome visit trade source levy spend put hold own register inject commit hand send remit bring make earn fetch cost smuggle ship supply deliver sell buy purchase consume lend loan owe promise offer release approve transfer wire finance fund support help assist forgive cancel waive restructure reschedule refinance write roll convert borrow repay flow move obtain secure"
)

AGGREGATES: Final = words(
    "destination direction total value volume amount worth figure sum number level share percentage percent pct quantity export import trade shipment sale purchase good product commodity merchandise item delivery supply surplus deficit balance turnover growth rise fall increase decrease decline drop part rest bulk majority most half third quarter year month quarter record result rate pace rise trade partner market country output exchange dollar cent cargo load tonne ton barrel consignment exporter importer remainder month demand fact case people company firm less more fewer way time interest account economy basis cost price flow bill traffic flows buyer customer consumer trader supplier exporter calendar business ware stuff much lot everything all anything stock receipt something market slice order period stretch season ratio agreement accord pact protocol deal contract"
)
"""Nouns that never name a product by themselves."""

DESCRIBED: Final[dict[str, frozenset[str]]] = {
    "island": words(
        "TWN LKA CUB JPN FJI MLT CYP ISL IRL MDG MUS JAM HTI DOM PRI BRB TTO BHR SGP GBR NZL MDV SYC COM CPV WSM TON VUT SLB PNG TLS PHL IDN GRL"
    ),
    "archipelago": words("IDN PHL MDV JPN FJI BHS SYC TON VUT SLB CPV COM MHL"),
    "kingdom": words("SAU THA JOR MAR BHR BTN KHM GBR ESP NLD BEL DNK NOR SWE TON LSO SWZ"),
    "emirate": words("QAT KWT ARE"),
    "sheikhdom": words("QAT KWT ARE BHR"),
    "sultanate": words("OMN BRN"),
    "bloc": words("EU ASEAN GCC"),
    "republic": frozenset(),
}
"""What a description tells of a country: an island, a kingdom; an empty set tells nothing."""

FORECAST_WORDS: Final = words("forecast project predict expect estimate foresee likely anticipate predicted projected")
TARGET_WORDS: Final = words(
    "target aim goal hope pledge plan seek vow intend objective ambition want commit ceiling quota allow"
)
ESTIMATE_WORDS: Final = words("estimate estimated reckon believed thought preliminary provisional")

DOMESTIC: Final = re.compile(
    r"\b(?:gdp|gross (?:domestic|national) product|inflation|unemployment|jobs?|population|per capita|interest rates?|share price|shares (?:price|fell|rose)|stock|bond|tax(?:es)?|wages?|budget(?!(?:ary)? (?:support|aid|assistance|papers?|documents?|office|statement|years?))|reserves?|salar(?:y|ies)|voters?|poll|percent of (?:voters|respondents|the vote)|net (?:profit|income|loss)|per share|dividend|troops|soldiers|killed|wounded|electorate|kilomet(?:re|er)s?|miles|exchange rate|appreciat\w*|depreciat\w*|devalu\w*|revalu\w*|money supply|discount rate|payments(?! (?:surplus|deficit|gap|balance|imbalance)))\b",
    re.IGNORECASE,
)
"""Words of a matter inside one country: a figure behind them is no measure of trade."""
