"""Words that tell the PLOVER type of an act where no rule of the lexicon of acts fits: stems of private, legal and rebel acts too.

After the categories of the CAMEO manual 1.1b3, in our own words.  A word stands under the type that it tells most often.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

CUES: Final[dict[str, str]] = {
    "AGREE": "agree pledge promise vow offer intend plan commit commitment accept approve endorse-plan willing ready prepared consent undertake propose-help pact consensus intention hope expect eager guarantee approval will sign-up invite invitation",
    "CONSULT": "meet meeting talk visit discuss discussion negotiate negotiation summit consult consultation dialogue confer mediate mediation host receive telephone phone call-on attend travel arrive brief tour speak address trip delegation greet conversation conference",
    "SUPPORT": "praise support back hail thank congratulate applaud commend endorse welcome defend apologise apologize sign recognise recognize honour honor condolence sympathy solidarity celebrate treaty diplomatic-ties ratify forgive congratulation gratitude embrace advocate vouch laud approve campaign cheer rally-behind respect",
    "COOPERATE": "cooperate cooperation collaborate collaboration partner partnership joint jointly share exchange exercise extradite work-with team ally drill trade coordinate co-operate train-together investigate-together integrate merge join sell",
    "AID": "aid assistance provide donate supply help assist grant loan fund finance humanitarian give send deliver shelter asylum relief treat train equip rescue evacuate feed peacekeeper subsidise subsidize subsidy contribute protect invest host-refugees bailout package vaccine",
    "CONCEDE": "release free lift ease allow return concede relent permit pardon amnesty reopen resume withdraw retreat surrender resign yield ceasefire cease-fire truce restore repatriate exempt relax disarm demobilise demobilize step-down acquit commute let parole pull evacuate abandon drop acquiesce reinstate leave",
    "REQUEST": "ask request urge call appeal demand seek plead want insist lobby press beg petition apply pressure exhort implore need require should must order push summon-help advise recommend encourage instruct",
    "ACCUSE": "accuse blame criticise criticize condemn denounce complain allege charge sue investigate slam blast deplore rebuke complaint lawsuit criticism object concern probe inquiry suspect question scold rap ridicule doubt lament protest-note prosecute indict convict try verify inspect monitor find-fault fault decry attack-verbally concerned disappointed",
    "REJECT": "reject refuse decline dismiss deny oppose veto rebuff spurn cancel boycott rule-out resist block defy ignore postpone disagree unwilling oppose opposition overturn withdraw-from disobey reluctant renege backtrack balk shun halt-talks walk-out not-accept",
    "THREATEN": "threaten warn threat warning ultimatum vow-revenge deter caution menace retaliate-if danger consequence",
    "PROTEST": "protest demonstrate rally march demonstration strike riot protester demonstrator boycott-work picket hunger-strike sit-in walkout blockade-road occupy-building unrest petition-march chant parade barricade",
    "SANCTION": "sanction embargo ban expel suspend sever tariff cut restrict revoke freeze recall-envoy deport-diplomat blacklist boycott-goods halt terminate penalty fine break-off impose downgrade reduce bar dismiss-staff withdraw-support lay-off stop discontinue fire-worker",
    "MOBILIZE": "mobilise mobilize deploy mass alert station reinforce troop-movement build-up buildup amass dispatch-troops readiness drill-near test-fire missile-test patrol posture buzz increase-troops",
    "COERCE": "arrest detain seize imprison jail confiscate raid-office deport evict curfew blockade hijack abduct-official sentence crackdown censor hack destroy-property demolish disperse repress confine impound shut-down interrogate extort hostage search round-up charge-with prison custody intercept restrict-movement ban-party tear-gas",
    "ASSAULT": "attack kill blow bomb shell shoot clash fight wound injure assassinate murder raid strike invade assault torture kidnap rape explode ambush fire airstrike battle massacre behead massacre suicide-bomb gun capture-town execute stab beat bombard shootout hit destroy overrun seize-town target combat war offensive shot blast-bomb abduct hostage-taking",
}  # fmt: skip


@lru_cache(maxsize=1)
def cues() -> dict[str, str]:
    """Lemma -> the type that it tells most often; words joined by a hyphen are left to the rules."""
    table: dict[str, str] = {}
    for kind, words in CUES.items():
        for word in words.split():
            table.setdefault(word, kind)
    return table
