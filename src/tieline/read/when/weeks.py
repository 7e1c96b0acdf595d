"""Weeks and days up to one that is named: the week to March 13, the ten days ended on Friday."""

from __future__ import annotations

from datetime import timedelta

from tieline.model.english import SHORT_DAYS, number
from tieline.model.periods import Period
from tieline.read.when import calendar as cal
from tieline.read.when.dated import one_day
from tieline.read.when.scene import Draft, Scene, Words, day_number, find_year, month_number


def read_days_to(words: Words, scene: Scene) -> Draft | None:
    """`the week to March 13`, `the four weeks ended 8 March`, `the seven days to Friday`: as many days, the last with them."""
    if "one" in words:
        days = _WEEK if words["one"].lower() == "week" else 2 * _WEEK
    else:
        days = (number(words["n"]) or 1) * (_WEEK if words["unit"].lower().startswith("week") else 1)
    if "wd" in words:
        pub = scene.published
        day = SHORT_DAYS.index(words["wd"][:3].lower())
        last = cal.weekday_near(pub, day, "future" if scene.ahead() else "") if pub else None
    else:
        month = month_number(words.get("m1") or words["m2"])
        day = day_number(words.get("d1") or words["d2"])
        last = one_day(scene, month, day, find_year(words, "", scene)).period
    if last is None:
        return Draft("interval", anchored=True)
    return Draft("interval", Period(last.start - timedelta(days=days - 1), last.end), anchored="yr" not in words)


_WEEK = 7
