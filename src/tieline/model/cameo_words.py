"""CAMEO codes in a few plain words each, for lists of acts; a code of four digits has the words of its first three if none of its own."""

from __future__ import annotations

from typing import Final

_WORDS: Final = {
    "01": "statement", "017": "symbolic act",
    "02": "appeal", "021": "appeal for material cooperation", "022": "appeal for diplomatic cooperation", "023": "appeal for aid",
    "024": "appeal for reform", "025": "appeal to yield", "026": "appeal for talks", "027": "appeal to settle", "028": "appeal for mediation",
    "03": "intent to cooperate", "031": "intent of material cooperation", "032": "intent of diplomatic cooperation", "033": "promise of aid",
    "034": "promise of reform", "035": "promise to yield", "036": "intent to meet", "037": "intent to settle", "038": "intent to accept mediation",
    "039": "intent to mediate",
    "04": "consultation", "041": "phone call", "042": "visit made", "043": "visit received", "044": "meeting in a third place", "045": "mediation", "046": "negotiation",
    "05": "diplomatic cooperation", "051": "praise or endorsement", "052": "verbal defence", "053": "rallying support", "054": "diplomatic recognition",
    "055": "apology", "056": "forgiveness", "057": "agreement signed",
    "06": "material cooperation", "061": "economic cooperation", "062": "military cooperation", "063": "judicial cooperation", "064": "intelligence shared",
    "07": "aid", "071": "economic aid", "072": "military aid", "073": "humanitarian aid", "074": "peacekeepers or military protection", "075": "asylum granted",
    "08": "concession", "081": "administrative sanctions eased", "082": "dissent eased", "083": "demand for reform met", "084": "return or release",
    "0841": "people released", "0842": "property returned", "085": "economic sanctions eased", "086": "outside involvement allowed", "087": "military de-escalation",
    "0871": "ceasefire", "0872": "blockade eased", "0873": "forces demobilised", "0874": "military withdrawal",
    "09": "investigation", "092": "investigation of human rights", "093": "investigation of military action", "094": "investigation of war crimes",
    "10": "demand", "101": "demand for material cooperation", "102": "demand for diplomatic cooperation", "103": "demand for aid", "104": "demand for reform",
    "105": "demand to yield", "106": "demand for talks", "107": "demand to settle", "108": "demand for mediation",
    "11": "disapproval", "111": "criticism", "112": "accusation", "113": "rallying opposition", "114": "official complaint", "115": "lawsuit", "116": "finding of guilt",
    "12": "rejection", "121": "cooperation refused", "122": "request for aid refused", "123": "demand for reform refused", "124": "refusal to yield",
    "125": "talks refused", "126": "mediation refused", "127": "settlement refused", "128": "norms defied", "129": "veto",
    "13": "threat", "131": "threat short of force", "132": "threat of administrative sanctions", "133": "threat of protest", "134": "threat to halt talks",
    "135": "threat to halt mediation", "136": "threat to halt outside involvement", "137": "threat of repression", "138": "threat of force", "139": "ultimatum",
    "14": "protest", "141": "demonstration", "142": "hunger strike", "143": "strike or boycott", "144": "obstruction", "145": "riot",
    "15": "show of force", "151": "police alert", "152": "military alert", "153": "police mobilised", "154": "armed forces mobilised", "155": "cyber forces mobilised",
    "16": "relations reduced", "161": "diplomatic relations reduced or broken off", "162": "aid reduced or stopped", "163": "sanctions, embargo or boycott",
    "164": "talks halted", "165": "mediation halted", "166": "expulsion or withdrawal of people",
    "17": "coercion", "171": "property seized or damaged", "172": "administrative sanctions", "173": "arrest", "174": "expulsion of people", "175": "repression", "176": "cyber attack",
    "18": "unconventional violence", "181": "abduction", "182": "physical assault", "183": "bombing", "184": "human shield", "185": "attempt on a life", "186": "assassination",
    "19": "use of force", "191": "blockade", "192": "occupation", "193": "fight with small arms", "194": "fight with artillery and tanks", "195": "air attack", "196": "breach of a ceasefire",
    "20": "mass violence", "201": "mass expulsion", "202": "mass killing", "203": "ethnic cleansing", "204": "weapons of mass destruction used",
}  # fmt: skip


def cameo_words(code: str) -> str | None:
    """What a CAMEO code stands for; None for what is no code.

    >>> cameo_words("036"), cameo_words("0841"), cameo_words("1823"), cameo_words("010"), cameo_words("x")
    ('intent to meet', 'people released', 'physical assault', 'statement', None)
    """
    plain = code.strip()
    return next((_WORDS[plain[:long]] for long in (4, 3, 2) if len(plain) >= long and plain[:long] in _WORDS), None)
