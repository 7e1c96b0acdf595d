"""Published claims with published figures: what was claimed, where, in what words, and the figures it is held against.

Each was looked up in public documents; `words` are those found at `url`, cut to what matters, and `date` is that of the document, or where
what was read does not tell it the day on which the words were read there. `rows` are the figures, with the address they were found at where that is another one.
A figure is (reporter, partner, flow, period, value in million US dollars, change in percent).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

YONHAP_RUSSIA = "http://usasiajournal.com/?p=35375"
NKEW_KOTRA = "http://www.nkeconwatch.com/category/organizaitons/korea-trade-investment-promotion-agency-kotra/"
NKEW_BOK = "http://www.nkeconwatch.com/category/statistics/trade-statistics/"
NKEW_2017 = "http://www.nkeconwatch.com/category/statistics/page/2/"
NKEW_2013 = "https://www.nkeconwatch.com/2013/12/04/dprk-prc-trade-up-6-2-in-jan-oct-2013/"
YONHAP_2013 = "http://english.yonhapnews.co.kr/northkorea/2014/05/21/16/0401000000AEN20140521003200320F.html"
YONHAP_2019 = "https://m-en.yna.co.kr/view/AEN20200318002000325"
YONHAP_H1 = "https://en.yna.co.kr/view/AEN20190914000700315"
DAILYNK = "https://www.dailynk.com/english/no-sign-of-slowdown-for-sinonk-tra/"
DAILYNK_2014 = "https://www.dailynk.com/english/report-nkchina-trade-down-for-firs/"
HERALD = "http://www01.koreaherald.com/search/list_reporter.php?byline=Yang+Sung-jin&mp=2&np=15"
PENNEWS_RUSSIA = (
    "https://www.pennews.net/international/2019/03/08/russia-china-trade-up-by-17-pc-year-on-year-in-jan-feb-to-16-bln"
)
CMF = "https://en.cmf-expo.ru/russia-chinatradesurges26infirsthalfof2017"
KBS = "http://world.kbs.co.kr/service/news_view.htm?Seq_Code=51716&lang=f"
RT = "https://rt.com/business/384576-russia-china-trade-growth"
TASS = "https://geagency.it/breaking-news/russia-cina-volume-scambi-commerciali-aumentati-del-277-gennaio-ottobre"
ZEITPUNKT = "https://zeitpunkt.ch/node/34069"
PENNEWS = "https://www.pennews.net/business/2020/01/15/steep-fall-in-india-china-trade"
GSIAS = "https://practice.gs-ias.com/internationalrelations/index/part261.htm"
RMG = "https://rmgbd.net/2015/11/trade-with-china-crosses-9-0-billion"
BBN = "https://businessnews-bd.net/bangladeshs-bilateral-trade-with-china-crosses-10b/"
USITC = "https://usitc.gov/research_and_analysis/trade_shifts_2014/japan.htm"
HINDU = "http://thehindu.com/business/indiachina-trade-record-31-bn-deficit-in-2013/article5562569.ece"
KYODO = "https://www.zuwtoz.com/article_detail/7956904"
OEC = "OEC totals, file oec_bilateral_totals_1963_2014 (importer's side)"
SEEN = "seen on 2026-11-26"

Figure = tuple[str, str, str, str, float | None, float | None]


@dataclass(frozen=True)
class Published:
    """A claim with its figures and the verdict that is due."""

    what: dict[str, Any]
    rows: tuple[Figure, ...]
    verdict: str
    url: str
    date: str
    words: str
    rows_from: str = ""


def says(indicator: str, reporter: str, partner: str, period: str, **more: Any) -> dict[str, Any]:
    return {"indicator": indicator, "reporter": reporter, "partner": partner, "period": period} | more


def at(million: float, digits: int, **more: Any) -> dict[str, Any]:
    return {"value": million * 1e6, "unit": "USD", "digits": {"value": digits}} | more


def by(percent: float, digits: int, **more: Any) -> dict[str, Any]:
    return {"change_pct": percent, "digits": {"change_pct": digits}} | more


CHN_PRK_2014 = (("PRK", "CHN", "trade", "2013", 6540, None), ("PRK", "CHN", "trade", "2014", 6390, None))
FY15, FY14, FY16 = "2014-07/2015-06", "2013-07/2014-06", "2015-07/2016-06"
H1_17, H1_19, Q1_17 = "2017-01/2017-06", "2019-01/2019-06", "2017-01/2017-03"
TEN_13, TEN_23, SEVEN_23 = "2013-01/2013-10", "2023-01/2023-10", "2023-01/2023-07"
H1_2019 = (("PRK", "RUS", "imports", H1_19, 27.23, None), ("PRK", "RUS", "exports", H1_19, 0.93, 2.0))
CHN_RUS_2016 = (("CHN", "RUS", "exports", "2016", 37300, 7.3), ("CHN", "RUS", "imports", "2016", 32300, -3.1))
CHN_PRK_H1 = (("CHN", "PRK", "exports", H1_17, 1670, 29.1), ("CHN", "PRK", "imports", H1_17, 880, -13.2))
PRK_CHN_TEN = (("PRK", "CHN", "exports", TEN_13, 2360, 12.3), ("PRK", "CHN", "imports", TEN_13, 2360, 1.8))
CHN_IND_2019 = (("CHN", "IND", "exports", "2019", 74720, None), ("CHN", "IND", "imports", "2019", 17950, None))
CHN_IND_2018 = (("CHN", "IND", "exports", "2018", 76870, None), ("CHN", "IND", "imports", "2018", 18830, None))
IND_CHN_2016 = (("IND", "CHN", "exports", "2016", 11748, -12.29), ("IND", "CHN", "imports", "2016", 59428, 2.01))
BGD_CHN_15 = (("BGD", "CHN", "imports", FY15, 8210, None), ("BGD", "CHN", "exports", FY15, 791, None),
              ("BGD", "CHN", "imports", FY14, 7540, None), ("BGD", "CHN", "exports", FY14, 746.1, None))  # fmt: skip
BGD_IND_15 = (("BGD", "IND", "imports", FY15, 5280, None), ("BGD", "IND", "exports", FY15, 527.16, None),
              ("BGD", "IND", "exports", FY14, 456.6, None))  # fmt: skip
BGD_CHN_16 = (("BGD", "CHN", "imports", FY16, 9640, None), ("BGD", "CHN", "exports", FY16, 808.14, None),
              ("BGD", "CHN", "imports", FY15, 8220, None), ("BGD", "CHN", "exports", FY15, 791, None))  # fmt: skip
USA_JPN = (("USA", "JPN", "exports", "2013", 65206, None), ("USA", "JPN", "exports", "2014", 66964, None),
           ("USA", "JPN", "imports", "2014", 133900, None))  # fmt: skip
PRK_CHN_14 = (("PRK", "CHN", "exports", "2014", 2840, -2.48), ("PRK", "CHN", "imports", "2014", 3520, -3.04))
EIGHT_13, TWO_19 = "2013-01/2013-08", "2019-01/2019-02"
PRK_CHN_EIGHT = (("PRK", "CHN", "exports", EIGHT_13, 1890, None), ("PRK", "CHN", "imports", EIGHT_13, 2200, None))
CHN_RUS_19 = (("CHN", "RUS", "exports", TWO_19, 7070, -4.8), ("CHN", "RUS", "imports", TWO_19, 8970, 7.5))
CHN_USA_19 = (("CHN", "USA", "exports", TWO_19, 59300, -14.1), ("USA", "CHN", "exports", TWO_19, 17200, -35.1))
CHN_RUS_17 = (("RUS", "CHN", "exports", H1_17, 20340, 29.3), ("CHN", "RUS", "exports", H1_17, 19440, 22.2))
PRK_ALL_13 = (("PRK", "WLD", "exports", "2013", 3220, None), ("PRK", "WLD", "imports", "2013", 4120, None))
CHN_IND_OEC = (("CHN", "IND", "imports", "2012", 18310, None), ("CHN", "IND", "imports", "2013", 16798.6, None),
               ("IND", "CHN", "imports", "2012", 52322, None), ("IND", "CHN", "imports", "2013", 49910, None))  # fmt: skip
CHN_JPN_OEC = (("CHN", "JPN", "imports", "2013", 157291.5, None), ("JPN", "CHN", "imports", "2013", 175469.9, None))

PUBLISHED = (
    Published(says("trade", "PRK", "CHN", "2014", **at(6390, 3)), CHN_PRK_2014, "supported", NKEW_KOTRA, "2015-01-26",
              "totaled US$6.39 billion last year", YONHAP_RUSSIA),
    Published(says("trade", "PRK", "CHN", "2014", **by(-2.4, 2)), CHN_PRK_2014, "imprecise", NKEW_KOTRA, "2015-01-26",
              "fell 2.4 percent from a year ago", YONHAP_2013),
    Published(says("trade", "PRK", "CHN", "2013", **at(6500, 2)), CHN_PRK_2014[:1], "supported", DAILYNK, SEEN,
              "to total $6.5 billion", YONHAP_2013),
    Published(says("exports", "PRK", "CHN", "2013", **at(2900, 2)), (("CHN", "PRK", "imports", "2013", 2927, None),), "supported",
              DAILYNK, SEEN, "exports to China rose 17.2% from 2012 to total $2.9 billion", OEC),
    Published(says("imports", "CHN", "PRK", "2014", **by(-1.5, 2)),
              (("CHN", "PRK", "imports", "2013", 2927, None), ("CHN", "PRK", "imports", "2014", 2868, None)), "contradicted",
              NKEW_KOTRA, "2015-01-26", "its imports from the North 1.5 percent", OEC),
    Published(says("trade", "PRK", "WLD", "2013", **at(7340, 3)), PRK_ALL_13, "supported", YONHAP_2013, "2014-05-22",
              "came to US$7.34 billion in 2013"),
    Published(says("trade", "PRK", "CHN", "2013", share_pct=89.1, share_of="reporter_total_trade", digits={"share_pct": 3}),
              (*CHN_PRK_2014[:1], *PRK_ALL_13), "supported", YONHAP_2013, "2014-05-22", "accounting for 89.1 percent"),
    Published(says("trade", "PRK", "WLD", "2014", **at(7610, 3)),
              (("PRK", "WLD", "exports", "2014", 3160, -1.7), ("PRK", "WLD", "imports", "2014", 4450, 7.8)), "supported",
              NKEW_BOK, "2015-07-17", "amounted to $7.61 billion dollars in 2014"),
    Published(says("trade", "PRK", "RUS", "2014", **by(-11.4, 3)),
              (("PRK", "RUS", "trade", "2013", 104, None), ("PRK", "RUS", "trade", "2014", 92.34, None)), "imprecise",
              YONHAP_RUSSIA, SEEN, "fell 11.4 percent on-year to $92.34 million", YONHAP_2013),
    Published(says("trade", "PRK", "RUS", "2014", **at(92.34, 4)),
              (("PRK", "RUS", "exports", "2014", 10.17, None), ("PRK", "RUS", "imports", "2014", 82.17, None)), "supported",
              YONHAP_RUSSIA, SEEN, "fell 11.4 percent on-year to $92.34 million"),
    Published(says("exports", "PRK", "RUS", "2014", **at(10.17, 4)), (("PRK", "RUS", "exports", "2014", 13, None),),
              "contradicted", YONHAP_RUSSIA, SEEN, "reached $10.17 million in 2014", KBS),
    Published(says("trade", "PRK", "RUS", "2019", **at(47.9, 3)),
              (("PRK", "RUS", "imports", "2019", 44.9, None), ("PRK", "RUS", "exports", "2019", 3, None)), "supported",
              YONHAP_2019, "2020-03-18", "came to US$47.9 million last year"),
    Published(says("imports", "PRK", "RUS", H1_19, **by(170, 3, bounds={"change_pct": "almost"})),
              (*H1_2019[:1], ("PRK", "RUS", "imports", "2018-01/2018-06", 10.98, None)), "contradicted", YONHAP_H1, "2019-09-14",
              "jumped nearly 170 percent"),
    Published(says("trade", "PRK", "RUS", H1_19, **at(28.16, 4)), H1_2019, "supported", YONHAP_H1, "2019-09-14",
              "came to $28.16 million in the first half"),
    Published(says("trade", "CHN", "RUS", "2016", **at(69500, 3)), CHN_RUS_2016, "imprecise", RT, "2017-04-13",
              "grew by 2.2 percent to $69.5 billion"),
    Published(says("trade", "CHN", "RUS", Q1_17, **at(18100, 3)),
              (("CHN", "RUS", "exports", Q1_17, 8430, 22.4), ("RUS", "CHN", "exports", Q1_17, 9660, 36.1)), "supported", RT,
              "2017-04-13", "amounted to $18.1 billion"),
    Published(says("trade", "RUS", "CHN", TEN_23, **at(196480, 5)),
              (("CHN", "RUS", "exports", TEN_23, 90080, 52.2), ("CHN", "RUS", "imports", TEN_23, 106400, 12.4)), "supported",
              TASS, SEEN, "raggiungendo i 196,48 miliardi di dollari"),
    Published(says("trade", "CHN", "RUS", SEVEN_23, **at(134100, 4)),
              (("CHN", "RUS", "exports", SEVEN_23, 62540, 73.4), ("CHN", "RUS", "imports", SEVEN_23, 71550, 15.1)), "supported",
              ZEITPUNKT, SEEN, "ein Volumen von 134,1 Milliarden Dollar"),
    Published(says("trade", "CHN", "PRK", H1_17, **at(2550, 3)), CHN_PRK_H1, "supported", NKEW_2017, "2017-07-14",
              "expanded by 10.5 percent to $2.55 billion"),
    Published(says("trade", "CHN", "PRK", H1_17, **by(10.5, 3)), CHN_PRK_H1, "supported", NKEW_2017, "2017-07-14",
              "expanded by 10.5 percent to $2.55 billion"),
    Published(says("trade", "PRK", "CHN", TEN_13, **by(6.2, 2)), PRK_CHN_TEN, "contradicted", NKEW_2013, "2013-12-04",
              "rose 6.2 percent on year in the first 10 months"),
    Published(says("trade", "PRK", "CHN", TEN_13, **at(4720, 3)), PRK_CHN_TEN, "supported", NKEW_2013, "2013-12-04",
              "to total US$4.72 billion"),
    Published(says("trade", "CHN", "IND", "2018", **at(95700, 3)), CHN_IND_2018, "supported", PENNEWS, "2020-01-15",
              "in 2018 totalled to 95.7 billion dollars"),
    Published(says("trade", "CHN", "IND", "2019", change_value=-3e9, unit="USD", bounds={"change_value": "about"},
                   digits={"change_value": 1}), (*CHN_IND_2018, *CHN_IND_2019), "supported", PENNEWS, "2020-01-15",
              "declined by about three billion dollars last year"),
    Published(says("balance", "IND", "CHN", "2019", **at(-56770, 4)), CHN_IND_2019, "supported", PENNEWS, "2020-01-15",
              "amounting to 56.77 billion dollars"),
    Published(says("trade", "IND", "CHN", "2016", **at(71180, 4)), IND_CHN_2016, "supported", GSIAS, SEEN,
              "decreased by 0.67% year-on-year to US$ 71.18 billion"),
    Published(says("trade", "BGD", "CHN", FY15, **at(9000, 2)), BGD_CHN_15, "supported", RMG, "2015-11",
              "stood at $9 billion in the FY 15"),
    Published(says("balance", "BGD", "CHN", FY15, **at(-7420, 3)), BGD_CHN_15, "supported", RMG, "2015-11",
              "widened to $7.42 billion in the last fiscal year"),
    Published(says("imports", "BGD", "CHN", FY15, **by(9.0, 2)), BGD_CHN_15, "imprecise", RMG, "2015-11",
              "Imports from China increased by 9.0 per cent"),
    Published(says("trade", "BGD", "IND", FY15, **at(6340, 3)), BGD_IND_15, "contradicted", RMG, "2015-11",
              "stood at $ 6.34 billion in the last fiscal year"),
    Published(says("balance", "BGD", "IND", FY15, **at(-5800, 2)), BGD_IND_15, "contradicted", RMG, "2015-11",
              "declined to $5.8 billion"),
    Published(says("trade", "BGD", "CHN", FY16, **at(10450, 4)), BGD_CHN_16, "supported", BBN, SEEN,
              "rose to $10.45 billion in the FY 16"),
    Published(says("imports", "BGD", "CHN", FY16, **by(17, 2, bounds={"change_pct": "over"})), BGD_CHN_16, "supported", BBN,
              SEEN, "registered more than 17 per cent growth"),
    Published(says("exports", "BGD", "CHN", FY16, **by(2.2, 2)), BGD_CHN_16, "supported", BBN, SEEN, "growth of 2.2 per cent"),
    Published(says("exports", "USA", "JPN", "2014", **by(3, 1)), USA_JPN, "supported", USITC, "2015-06",
              "increased by $1.8 billion (3 percent)"),
    Published(says("exports", "USA", "JPN", "2014", **at(67000, 3)), USA_JPN, "supported", USITC, "2015-06", "to $67.0 billion in 2014"),
    Published(says("balance", "USA", "JPN", "2014", **at(-67000, 3)), USA_JPN, "imprecise", USITC, "2015-06",
              "(9 percent) to $67.0 billion"),
    Published(says("trade", "PRK", "CHN", "2014", **at(6360, 3, bounds={"value": "about"})), PRK_CHN_14, "supported", DAILYNK_2014,
              SEEN, "recording roughly 6.36 billion USD, down from 6.54 billion USD"),
    Published(says("trade", "PRK", "CHN", "2014", **by(-2.79, 3)), PRK_CHN_14, "supported", DAILYNK_2014, SEEN,
              "dropped by 2.79 percent"),
    Published(says("balance", "PRK", "CHN", "2014", **at(-681, 3, bounds={"value": "about"})), PRK_CHN_14, "supported", DAILYNK_2014,
              SEEN, "stood at roughly 681 million USD"),
    Published(says("trade", "PRK", "CHN", EIGHT_13, **at(4010, 3)), PRK_CHN_EIGHT, "contradicted", HERALD, "2013-10-09",
              "bilateral trade stood at $4.01 billion"),
    Published(says("trade", "CHN", "RUS", TWO_19, **at(16040, 4)), CHN_RUS_19, "supported", PENNEWS_RUSSIA, "2019-03-08",
              "to $16.04 billion in January-February 2019"),
    Published(says("trade", "CHN", "RUS", TWO_19, **by(1.7, 2)), CHN_RUS_19, "supported", PENNEWS_RUSSIA, "2019-03-08",
              "increased by 1.7 percent year-on-year"),
    Published(says("balance", "CHN", "USA", TWO_19, **at(42100, 3)), CHN_USA_19, "supported", PENNEWS_RUSSIA, "2019-03-08",
              "totaled $42.1 billion in the first two months"),
    Published(says("trade", "CHN", "RUS", H1_17, **at(39780, 4)), CHN_RUS_17, "supported", CMF, SEEN,
              "trade between Russia and China was worth $39.78 billion"),
    Published(says("trade", "CHN", "RUS", H1_17, **by(26, 2)), CHN_RUS_17, "supported", CMF, SEEN,
              "Russia-China Trade Surges 26% in First Half of 2017"),
    # figures of the other side: the words are those of Chinese customs, the rows what each country counts as imports
    Published(says("trade", "IND", "CHN", "2013", **at(65470, 4)), CHN_IND_OEC, "ambiguous", HINDU, "2014-01-10",
              "out of $ 65.47 total bilateral trade", OEC),
    Published(says("trade", "IND", "CHN", "2013", **by(-1.5, 2)), CHN_IND_OEC, "ambiguous", HINDU, "2014-01-10",
              "two-way trade declining last year by 1.5 per cent", OEC),
    Published(says("exports", "IND", "CHN", "2013", **by(-9.4, 2)), CHN_IND_OEC, "ambiguous", HINDU, "2014-01-10",
              "a 9.4 per cent fall from last year", OEC),
    Published(says("balance", "IND", "CHN", "2013", **at(-31400, 3)), CHN_IND_OEC, "ambiguous", HINDU, "2014-01-10",
              "reached a record $ 31.4 billion in 2013", OEC),
    Published(says("trade", "CHN", "JPN", "2013", **at(312500, 4)), CHN_JPN_OEC, "ambiguous", KYODO, SEEN,
              "fell 5.1 percent in 2013 from the previous year to $312.5 billion", OEC),
)  # fmt: skip
