"""Words that may tell which way something goes, in the widest sense: hints to be weighed beside others, by `tieline.read.trends.untold`.

What rules take for a movement by itself is in `trade`; most words here move only what stands beside them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tieline.read.words.trade import DOWN_ADJ, DOWN_NOUNS, DOWN_VERBS, FLAT_WORDS, UP_ADJ, UP_NOUNS, UP_VERBS, words

_WAYS: Final = {
    "up": UP_VERBS | UP_NOUNS | words(
        "swell gain thrive boom flourish revive rally mend warm thaw soften deepen tighten widen broaden pick resume return rediscover "
        "bounce rekindle restore upswing upturn growth increase boost expansion influx flood pour mushroom multiply intensify accelerate quicken "
        "advance progress strengthen improve heighten enlarge extend reopen bloom blossom surge soar rocket skyrocket balloon leap jump spurt spike "
        "upsurge uptick rebound recovery revival upward better lift rise climb mount escalate outgrow double triple treble quadruple benefit succeed "
        "replace fill attract flock throng snap switch turn embrace catch burgeon prosper develop build friendlier closer warmer stronger bumper brisk buoyant robust "
        "vibrant heavy strong healthy dynamic rapid blessing"
    ),
    "down": DOWN_VERBS | DOWN_NOUNS | words(
        "wither dwindle trickle vanish disappear evaporate dry fade wane ebb subside recede retreat suffer slacken falter stumble crumble implode "
        "collapse crash tumble plunge plummet nosedive slump sag dip slip slide drop fall sink lose shed shrink narrow contract cool chill sour strain "
        "fray worsen deteriorate weaken erode dent hit hurt harm halt cease stop suspend freeze stall disrupt interrupt cut slash trim curb curtail reduce "
        "lessen diminish decline decrease downturn downswing slowdown setback loss slack sluggish poor weak feeble meagre thin scarce bad worse tense frosty "
        "icy cold distant hostile bitter rift rupture estrangement crisis crackdown shy desert abandon forsake shun avoid ditch drift shortfall shortage dearth "
        "drought exodus close shut end snub tarnish sever nil"
    ),
    "flat": FLAT_WORDS | words(
        "flat unchanged steady same stable stagnate stagnant stagnation static level plateau budge stir hover sideways equal constant similar alike even still "
        "move maintain remain stay hold keep unmoved change identical match"
    ),
    "most": words("record peak high height highest largest biggest most best greatest strongest unprecedented ever never milestone summit zenith top historic first"),
    "least": words("lowest smallest least fewest worst weakest poorest low bottom trough nadir"),
    "more": UP_ADJ | words("more larger bigger higher greater further additional extra above over exceed surpass top outstrip outpace overtake"),
    "less": DOWN_ADJ | words("less fewer smaller lower lesser below under behind short"),
}  # fmt: skip


@lru_cache(maxsize=20_000)
def ways_of(word: str, lemma: str) -> tuple[str, ...]:
    """The ways that a word may tell, by its form or its lemma.

    >>> ways_of("dwindled", "dwindle"), ways_of("fewest", "few"), ways_of("table", "table")
    (('down',), ('least',), ())
    """
    return tuple(way for way, known in _WAYS.items() if word in known or lemma in known)
