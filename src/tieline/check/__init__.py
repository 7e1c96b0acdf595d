"""Claims against flows: readings, one query, a verdict for each part, dataset and vintage, and the outcome over all."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby

from tieline.check.acts import act_outcome, act_verdicts
from tieline.check.apart_by import with_their_comparison
from tieline.check.apposition import with_goods_beside
from tieline.check.arithmetic import arithmetic_of
from tieline.check.asking import asked_for, quantity_of
from tieline.check.assemble import blank_verdict, verdict_against
from tieline.check.both_flows import with_both_flows
from tieline.check.checkable import not_checked
from tieline.check.compared_levels import with_their_partners
from tieline.check.doubts import doubt_of, level_told_with
from tieline.check.listings import mark_extracts
from tieline.check.other_stories import figures_elsewhere
from tieline.check.outcome import outcome_of
from tieline.check.overruling import Words, corrected, overruled, overruled_all
from tieline.check.panel import Panel, fetch_panels
from tieline.check.quantities import World
from tieline.check.releases import of_all_years, together
from tieline.check.setting import Setting, setting_of
from tieline.check.settle import nothing_loaded
from tieline.check.strength import USUAL, Strength
from tieline.check.sums import add_totals
from tieline.check.targets import bears_on, what_came
from tieline.check.told_money import in_the_money_told
from tieline.check.told_twice import told_elsewhere, told_twice
from tieline.check.two_times import at_their_times
from tieline.check.worded import as_worded, goods_meant
from tieline.check.worlds import add_worlds, with_all_partners
from tieline.check.worlds_needed import worlds_of, worlds_told
from tieline.ledger import Ledger
from tieline.model.claims import Event, Measure, Trend
from tieline.model.documents import Document
from tieline.model.mismatches import Mismatch
from tieline.model.rates import Rates
from tieline.model.verdicts import Verdict
from tieline.model.vocabulary import RATED

__all__ = ["check_claims", "check_documents", "mismatches_of"]


Claims = Sequence[Measure | Trend | Event]


def check_claims(
    claims: Claims,
    ledger: Ledger,
    *,
    document: Document | None = None,
    dataset: Sequence[str] | None = None,
    as_known_on: date | None = None,
    rates: Rates | None = None,
    strength: Strength = USUAL,
) -> list[Verdict]:
    """Hold the claims of one document against the flows of a ledger.

    Args:
        claims: All claims of the document: those without a period are read with the periods of the others.
        ledger: Where the flows are; it is asked a few times for all claims.
        document: The document, for its date of publication.
        dataset: Names of datasets to use; all by default.
        as_known_on: Use only vintages that were released by that day.
        strength: What "rapidly", "slightly" and the like ask for.
        rates: Exchange rates, for claims in a currency that the figures are not in.

    Returns:
        For each claim in turn: a verdict for each dataset that has figures on the pair and period (from the newest
        vintage that decides), then one with `dataset` None, the outcome over all. The rules: `docs/verdicts.md`.
    """
    return check_documents(
        [(claims, document)], ledger, dataset=dataset, as_known_on=as_known_on, rates=rates, strength=strength
    )[0]


def check_documents(
    stories: Sequence[tuple[Claims, Document | None]],
    ledger: Ledger,
    *,
    dataset: Sequence[str] | None = None,
    as_known_on: date | None = None,
    rates: Rates | None = None,
    strength: Strength = USUAL,
) -> list[list[Verdict]]:
    """As `check_claims`, many documents at once: the ledger is asked once for all of them."""
    names = dataset or None
    given = [[claim.claim_id for claim in claims] for claims, _ in stories]
    words = Words.of(ledger.overrules())
    read = {
        claim_id: claim
        for (claims, _), ids in zip(stories, given, strict=True)
        for claim, claim_id in zip(claims, ids, strict=True)
    }
    mismatches = mismatches_of(stories, ledger, words)
    stories = [([corrected(claim, words) for claim in claims], document) for claims, document in stories]
    texts = [document.text if document else None for _, document in stories]
    stories = [(_as_meant(claims, text), document) for (claims, document), text in zip(stories, texts, strict=True)]
    asked = [
        quantity
        for (claims, _), text in zip(stories, texts, strict=True)
        for claim in claims
        if not isinstance(claim, Event) and (not_checked(claim) is None or bears_on(claim))
        for quantity in asked_for(claim, claims, text)
    ]
    panels = add_totals(fetch_panels(asked, ledger, names), asked, ledger, names)
    mark_extracts(panels, asked, ledger)
    panels = with_all_partners(panels, _told_of_all(stories, panels), ledger, names)
    if as_known_on is not None:
        panels = [panel for panel in panels if panel.known_on(as_known_on)]
    by_pair: dict[int, list[Panel]] = {}
    for panel in panels:
        for pair in panel.pairs:
            by_pair.setdefault(pair, []).append(panel)
    settings: dict[str, Setting | None] = {}
    worlds: list[World] = []
    for claims, document in stories:
        for claim in claims:
            if isinstance(claim, Event) or (not_checked(claim) is not None and not bears_on(claim)):
                continue
            quantity = quantity_of(claim)
            here = by_pair.get(quantity.pair, []) if quantity else []
            setting = setting_of(claim, claims, document, here, rates, strength)
            if setting is not None:
                doubt = doubt_of(setting, claims, document.text if document else None)
                setting = dataclasses.replace(setting, doubt=doubt, told_with=level_told_with(claim, claims, doubt))
            settings[claim.claim_id] = setting
            worlds += worlds_of(setting) if setting else []
    add_worlds(panels, worlds, ledger, names)
    acts = act_verdicts(stories, ledger, dataset=names, as_known_on=as_known_on)
    said = Said(read, words, as_known_on.isoformat() if as_known_on else "")
    return [
        _with_mismatches(_verdicts(claims, ids, settings, by_pair, acts, _of_document(said, document)), found)
        for (claims, document), ids, found in zip(stories, given, mismatches, strict=True)
    ]


def _as_meant(claims: Claims, text: str | None) -> Claims:
    """The claims as their words and those beside them have them: with their own times, goods and money."""
    claims = with_both_flows(at_their_times(claims, text), text)
    claims = with_their_comparison(with_their_partners(claims, text), text)
    worded = [as_worded(claim, text) for claim in with_goods_beside(claims, text)]
    return in_the_money_told(goods_meant(worded, text), text)


def _told_of_all(stories: Sequence[tuple[Claims, Document | None]], panels: Sequence[Panel]) -> list[World]:
    """What claims on the trade with all partners need that no row states."""
    stated = {(who, flow) for panel in panels for who, partner, flow in panel.series if partner == "WLD"}
    return [
        world
        for claims, document in stories
        for claim in claims
        if not isinstance(claim, Event) and not_checked(claim) is None
        for world in worlds_told(claim, document)
        if (world.reporter, world.flow) not in stated
    ]


def mismatches_of(
    stories: Sequence[tuple[Claims, Document | None]], ledger: Ledger, words: Words | None = None
) -> list[list[Mismatch]]:
    """For each story: where its figures don't fit together, and where they exclude those of other stories.

    Claims that a person corrected (`words`) take no part.
    """
    if words is not None and words.by_claim:
        stories = [([c for c in claims if words.on(c, None) is None], document) for claims, document in stories]
    texts = [document.text if document else None for _, document in stories]
    stories = [
        (with_goods_beside(at_their_times(claims, text), text), document)
        for (claims, document), text in zip(stories, texts, strict=True)
    ]
    elsewhere = figures_elsewhere(stories, ledger)
    return [
        [
            *arithmetic_of(claims, document),
            *told_twice(claims, document),
            *(told_elsewhere(claims, document, elsewhere) if elsewhere else ()),
        ]
        for claims, document in stories
    ]


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """The claims as they were read, by id, what persons said of them, by which day statistics had to be released.

    `dated` if the publication date of their document is known.
    """

    read: Mapping[str, Measure | Trend | Event]
    words: Words
    as_known_on: str
    dated: bool = False


def _of_document(said: Said, document: Document | None) -> Said:
    return dataclasses.replace(said, dated=document is not None and document.published is not None)


def _with_mismatches(verdicts: list[Verdict], found: Sequence[Mismatch]) -> list[Verdict]:
    """Each mismatch stands with the outcomes of all claims of the story that take part in it."""
    if not found:
        return verdicts
    return [
        dataclasses.replace(verdict, mismatches=tuple(each for each in found if verdict.claim_id in each.claims))
        if verdict.dataset is None
        else verdict
        for verdict in verdicts
    ]


def _verdicts(
    claims: Claims,
    ids: Sequence[str],
    settings: dict[str, Setting | None],
    by_pair: dict[int, list[Panel]],
    acts: Mapping[str, list[Verdict]],
    said: Said,
) -> list[Verdict]:
    """The verdicts of a document's claims, under the ids of the claims as they were given."""
    verdicts: list[Verdict] = []
    for claim, claim_id in zip(claims, ids, strict=True):
        why = None if isinstance(claim, Event) else not_checked(claim)
        if isinstance(claim, Event):
            *each, outcome = acts[claim.claim_id]
            told = overruled_all(said.read[claim_id], each, said.words)
            found = [*told, outcome if told == each else act_outcome(claim, told)]
        elif why is not None and bears_on(claim) and (came := _came(claim, settings, by_pair)):
            found = [*came, dataclasses.replace(outcome_of(claim, came), help=why[1])]
        elif why is not None:
            found = [dataclasses.replace(blank_verdict(claim, why[0]), help=why[1])]
        else:
            setting = settings[claim.claim_id]
            found = _against_each(setting, by_pair.get(setting.quantity.pair, [])) if setting else []
            found = overruled_all(said.read[claim_id], found, said.words)
            found = [*found, outcome_of(claim, found, partial(nothing_loaded, setting, dated=said.dated))]
        *each, outcome = found
        found = [*each, overruled(said.read[claim_id], outcome, said.words)]
        verdicts += [dataclasses.replace(verdict, claim_id=claim_id, as_known_on=said.as_known_on) for verdict in found]
    return verdicts


def _came(
    claim: Measure | Trend, settings: dict[str, Setting | None], by_pair: dict[int, list[Panel]]
) -> list[Verdict]:
    setting = settings[claim.claim_id]
    return what_came(setting, by_pair.get(setting.quantity.pair, [])) if setting else []


def _against_each(setting: Setting, panels: Sequence[Panel]) -> list[Verdict]:
    """The verdict of each dataset: of the newest vintage that decides, else of all together, else of the newest that says something."""
    verdicts = []
    for _, vintages in groupby(panels, key=lambda panel: panel.dataset):
        releases = list(vintages)
        tables = [together(releases)] if len(releases) > 1 else []
        tables = tables if tables and of_all_years(setting) else [*releases, *tables]
        said: list[Verdict] = []
        for table in tables:
            verdict = verdict_against(setting, table, panels)
            said += [verdict] if verdict is not None else []
            if verdict is not None and verdict.verdict in RATED:
                break
        if said:
            verdicts.append(said[-1] if said[-1].verdict in RATED else said[0])
    return verdicts
