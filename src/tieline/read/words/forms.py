"""What an English word may be a form of, without a parser: "carried" of "carry", "sold" of "sell".

Generous on purpose: it serves questions of the kind "may this be a form of a word of the lexicon", where a form that is
no word does no harm.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

IRREGULAR_FORMS: Final[dict[str, str]] = dict(
    pair.split(":")
    for pair in (
        "am:be are:be is:be was:be were:be been:be had:have has:have bade:bid bidden:bid beaten:beat began:begin begun:begin besought:beseech"
        " bought:buy won:win broke:break broken:break brought:bring built:build rebuilt:rebuild came:come dealt:deal fallen:fall fell:fall flew:fly"
        " flown:fly fora:forum forbad:forbid forbade:forbid forbidden:forbid forgave:forgive forgiven:forgive fought:fight froze:freeze"
        " frozen:freeze gave:give given:give got:get gotten:get gone:go went:go grew:grow grown:grow held:hold laid:lay leapt:leap led:lead left:leave lent:lend"
        " lost:lose made:make memoranda:memorandum met:meet moratoria:moratorium overran:overrun paid:pay pled:plead ran:run rang:ring rung:ring"
        " risen:rise rose:rise sank:sink sunk:sink sat:sit sent:send shot:shoot shrank:shrink shrunk:shrink shrunken:shrink slid:slide sold:sell"
        " sought:seek spent:spend spoke:speak spoken:speak stood:stand struck:strike swept:sweep swollen:swell swore:swear sworn:swear taken:take took:take"
        " threw:throw thrown:throw told:tell tying:tie ultimata:ultimatum undertaken:undertake undertook:undertake upswung:upswing"
        " sped:speed burnt:burn withdrawn:withdraw withdrew:withdraw wound:wind written:write wrote:write overtook:overtake overtaken:overtake drew:draw drawn:draw"
        " blew:blow blown:blow driven:drive drove:drive fed:feed found:find kept:keep retaken:retake retook:retake saw:see seen:see shaken:shake"
        " dying:die dug:dig feet:foot knives:knife busses:bus co-ordinate:coordinate co-ordinated:coordinate co-ordinates:coordinate co-ordinating:coordinate"
        " cryings:cry flung:fling leant:lean mown:mow overcame:overcome overflew:overfly overflown:overfly slung:sling sprang:spring sprung:spring turves:turf"
        " underwritten:underwrite underwrote:underwrite"
        " stole:steal stolen:steal repaid:repay did:do done:do bound:bind trafficked:traffic trafficking:traffic snuck:sneak stuck:stick tore:tear torn:tear overthrew:overthrow overthrown:overthrow upheld:uphold stricken:strike caught:catch"
        " shook:shake shown:show slain:slay slew:slay unfroze:unfreeze unfrozen:unfreeze withheld:withhold"
    ).split()
)


@lru_cache(maxsize=20_000)
def forms(word: str) -> tuple[str, ...]:
    """What a lower-case word may be a form of, itself first.

    >>> forms("carried")
    ('carried', 'carri', 'carrie', 'carry')
    >>> forms("sold")
    ('sold', 'sell')
    """
    out = [word]
    if word in IRREGULAR_FORMS:
        out.append(IRREGULAR_FORMS[word])
    if word.endswith("'s"):
        out.append(word[:-2])
    for ending in ("s", "es", "ed", "ing"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        out.append(stem)
        if ending in {"ed", "ing"}:
            out.append(stem + "e")
            if len(stem) > 2 and stem[-1] == stem[-2]:
                out.append(stem[:-1])
        if ending in {"es", "ed"} and stem.endswith("i"):
            out.append(stem[:-1] + "y")
    if word.endswith("men"):
        out.append(word[:-3] + "man")
    return tuple(dict.fromkeys(out))
