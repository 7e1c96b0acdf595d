"""Time expressions in invented sentences; the mention stands in square brackets.

After the arrow: the ISO period or `-` for none, then the role (`period` if none is written) and the relation.
Stories are of Tuesday 17 March 2015 unless a row says otherwise.
"""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.model.periods import Period
from tieline.read.when.resolver import base_of, find_times

STORY = Period.parse("2015-03-17")

DAYS = """
Talks were held on [Tuesday]. -> 2015-03-17 point
Talks were held on [Monday]. -> 2015-03-16 point
He left on [Wednesday] for Lima. -> 2015-03-11 point
She arrived [Sunday] in Oslo. -> 2015-03-15 point
It was signed late on [Friday]. -> 2015-03-13 point
It was signed [last Friday]. -> 2015-03-13 point
It was signed [last Tuesday]. -> 2015-03-10 point
The envoy comes [this Friday]. -> 2015-03-20 point
The envoy comes [next Friday]. -> 2015-03-27 point
The envoy comes [next Monday]. -> 2015-03-23 point
They met [Thursday last week]. -> 2015-03-12 point
They meet on [Thursday of next week]. -> 2015-03-26 point
[Last week on Monday] they met. -> 2015-03-09 point
Talks began on [Monday night]. -> 2015-03-16 point
The pact of [Saturday] holds. -> 2015-03-14 point
He told the Sunday Times on [Monday]. -> 2015-03-16 point
The talks are scheduled for [Friday]. -> 2015-03-20 point
A reply is due by [Thursday]. -> 2015-03-19 point
The envoys met on [Tues.] in Lima. -> 2015-03-17 point
He spoke [today]. -> 2015-03-17 point
He spoke [yesterday]. -> 2015-03-16 point
He leaves [tomorrow]. -> 2015-03-18 point
Shells fell [overnight]. -> 2015-03-16/2015-03-17 point
He landed [this morning]. -> 2015-03-17 point
He landed [last night]. -> 2015-03-16 point
He landed [the day before yesterday]. -> 2015-03-15 point
He lands [the day after tomorrow]. -> 2015-03-19 point
It was signed on [May 9, 2014]. -> 2014-05-09 point
It was signed on [9 May 2014] in Bern. -> 2014-05-09 point
It was signed on [the 9th of May 2014]. -> 2014-05-09 point
It was signed on [May 9th, 2014]. -> 2014-05-09 point
It was signed on [Aug. 4]. -> 2015-08-04 point
It was signed on [Oct 20]. -> 2014-10-20 point
It was signed on [Feb. 3]. -> 2015-02-03 point
It was signed on [March 17]. -> 2015-03-17 point
It was signed on [March 5 last year]. -> 2014-03-05 point
It was signed [last March 27]. -> 2014-03-27 point
It was signed on [Tuesday, March 10], in Bern. -> 2015-03-10 point
It was signed on [Monday (9 March)]. -> 2015-03-09 point
Released [2014-03-05] by the bank. -> 2014-03-05 point
Released [05.03.2014] by the bank. -> 2014-03-05 point
They met on [25/06/2014] with the bank. -> 2014-06-25 point
It was sold on [06/25/2014] by the bank. -> 2014-06-25 point
They meet on [Monday week] in Oslo. -> 2015-03-30 point
They met on the eve of the [March 6] summit. -> 2015-03-05 point
It was signed on [the 12th]. -> 2015-03-12 point
It was signed on [the 25th]. -> 2015-02-25 point
It takes effect on [the 5th of next month]. -> 2015-04-05 point
A [May 9] parade is planned. -> 2015-05-09 point
The duty fell, effective from [1 January]. -> 2015-01-01 point
The minister will return on [Monday]. -> 2015-03-23 point
The ships are due to call on [Friday]. -> 2015-03-20 point
It will keep the accord signed on [Friday]. -> 2015-03-13 point
It was signed [three days ago]. -> 2015-03-14 point
The visit of [May 9-11] is set. -> 2015-05-09/2015-05-11
The visit is from [May 9 to 11]. -> 2015-05-09/2015-05-11
The visit is from [9-11 May]. -> 2015-05-09/2015-05-11
The fair ran from [28 February to 2 March 2014]. -> 2014-02-28/2014-03-02
It bought dollars between [March 5 and 13]. -> 2015-03-05/2015-03-13
It bought dollars between [February 18 and March 5]. -> 2015-02-18/2015-03-05
The visit of [April 29-May 2] is set. -> 2015-04-29/2015-05-02
The truce ran over [Dec. 30, 2013 to Jan. 2, 2014]. -> 2013-12-30/2014-01-02
"""

MONTHS = """
Exports fell in [November]. -> 2014-11
Exports fell in [March]. -> 2015-03
Exports fell in [February]. -> 2015-02
Exports fell in [May]. -> 2014-05
Exports fell in [April 2014]. -> 2014-04
Exports fell in [March, 1987]. -> 1987-03
Exports fell in [Sept. 2014] again. -> 2014-09
Exports fell in [MARCH 1987]. -> 1987-03
Exports fell in [December of 1989]. -> 1989-12
Exports fell in [March of last year]. -> 2014-03
Exports fell in [November last year]. -> 2014-11
The report of [April, last year], says so. -> 2014-04
They signed it [last November]. -> 2014-11
They signed it [last March]. -> 2014-03
They signed it [last January]. -> 2015-01
They aim for a pact by [next October]. -> 2015-10
A pact is due by [September]. -> 2015-09
The deadline of [October] will pass. -> 2015-10
The ban holds until [late September]. -> 2015-09
Prices rose in [mid-March]. -> 2015-03
Prices rose in [early February]. -> 2015-02
The [February] data are out. -> 2015-02
[February]'s deficit was small. -> 2015-02
Exports fell [this month]. -> 2015-03
Exports fell [last month]. -> 2015-02
Talks open [next month]. -> 2015-04
Talks opened [earlier this month]. -> 2015-03
Cuts come [later this month]. -> 2015-03
Cuts come by [the end of next month]. -> 2015-04 point
It was closed [five months ago]. -> 2014-10
Exports fell in [January-June]. -> 2014-01/2014-06
Exports fell in [January-February]. -> 2015-01/2015-02
Exports fell from [January to June 2014]. -> 2014-01/2014-06
Exports fell between [January and March]. -> 2015-01/2015-03
Exports fell between [January and the end of September 2014]. -> 2014-01/2014-09
Exports fell from [January up to September 2014]. -> 2014-01/2014-09
Exports fell from [the start of January to late June 2014]. -> 2014-01/2014-06
It had sold nine ships to Peru by [February]. -> 2015-02
Guests from Peru [up to March this year] were 9,000. -> 2015-01/2015-03
Exports to Peru [up to the end of August] came to 9 million. -> 2014-01/2014-08
Exports in [the January-June period] fell. -> 2014-01/2014-06
Exports in [the January-March quarter of 2013] fell. -> 2013-01/2013-03
Exports from [November 2013 to March 2014] fell. -> 2013-11/2014-03
Exports in [Nov. 2013-Feb. 2014] fell. -> 2013-11/2014-02
Exports in [November-January] fell. -> 2014-11/2015-01
Exports in [April-September 2014] fell. -> 2014-04/2014-09
Exports in [October-March 2014] fell. -> 2013-10/2014-03
Exports in [the first 20 days of March] rose. -> 2015-03-01/2015-03-20
Exports in [the first ten days of this month] rose. -> 2015-03-01/2015-03-10
"""

PARTS = """
Sales fell in [the first half (July-December) of 2013]. -> 2013-07/2013-12
Sales fell in [the second quarter (April to June)]. -> 2014-04/2014-06
Sales fell in [January-March (2013)]. -> 2013-01/2013-03
Sales fell in [the five months to late August]. -> 2014-04/2014-08
Sales fell in [the first 10 days of March]. -> 2015-03-01/2015-03-10
Sales in [the first eight months of 1986] rose. -> 1986-01/1986-08
Sales in [the first 11 months] rose. -> 2014-01/2014-11
Sales in [the first two months this year] rose. -> 2015-01/2015-02
Sales in [the first two months of the year] rose. -> 2015-01/2015-02
Sales in [the first nine months of last year] rose. -> 2014-01/2014-09
Sales in [the first three quarters of 2013] rose. -> 2013-01/2013-09
Sales in [the last three months of 2014] rose. -> 2014-10/2014-12
Sales in [the final two months of 2014] rose. -> 2014-11/2014-12
Sales in [the first month of the year] rose. -> 2015-01
Sales in [the eleventh month of 2014] rose. -> 2014-11
Sales in [the last month of the year] rose. -> 2014-12
Sales in [the final month of 2014] rose. -> 2014-12
Sales in [the last three months] rose. -> 2014-12/2015-02
Sales in [the first quarter of 2014] rose. -> 2014-01/2014-03
Sales in [the first quarter] rose. -> 2015-01/2015-03
Sales in [the fourth quarter] rose. -> 2014-10/2014-12
Sales in [the final quarter last year] rose. -> 2014-10/2014-12
[Second-quarter] sales rose. -> 2014-04/2014-06
[FOURTH QTR 1986] and nothing else. -> 1986-10/1986-12
Sales rose in [Q3]. -> 2014-07/2014-09
Sales rose in [Q3 2013]. -> 2013-07/2013-09
Sales rose in [1Q14]. -> 2014-01/2014-03
Sales rose in [H1 2014]. -> 2014-01/2014-06
Sales rose in [2014 Q3]. -> 2014-07/2014-09
Sales rose [last quarter]. -> 2014-10/2014-12
Sales rose [this quarter]. -> 2015-01/2015-03
Sales in [the first half] rose. -> 2015-01/2015-06
Sales in [the second half of this year] may rise. -> 2015-07/2015-12
[First-half 2014] sales rose. -> 2014-01/2014-06
[Last year's first half] was good. -> 2014-01/2014-06
Sales in [the year to March] rose. -> 2014-04/2015-03
Sales in [the 12 months to June 2014] rose. -> 2013-07/2014-06
Sales in [the year ended March 31, 2014] rose. -> 2013-04/2014-03
Sales in [the year ended 31 March 2014], rose. -> 2013-04/2014-03
Sales in [the three months to February] rose. -> 2014-12/2015-02
Sales in [seven months up to July 2014] rose. -> 2014-01/2014-07
Sales in [nine months of 2014] rose. -> 2014-01/2014-09
Sales reached 5 mln dlrs in [this year's first two months]. -> 2015-01/2015-02
[Two-month] exports rose. -> 2015-01/2015-02
Trade was banned for [nine months]. -> - duration
Sales in [the nine months ended December] rose. -> 2014-04/2014-12
Sales in [the quarter ended June 30, 2014] rose. -> 2014-04/2014-06
"""

YEARS = """
It fell by 5 and 6 tonnes in [2012] and 2013, respectively. -> 2012
Trade grew in [2014]. -> 2014
Trade grew by a tenth in [late 2014]. -> 2014
Trade grew [last year]. -> 2014
Trade grows [this year]. -> 2015
Trade will grow [next year]. -> 2016
Trade grew [earlier this year]. -> 2015
A pact comes [later this year]. -> 2015
A pact comes [early next year]. -> 2016
A pact was made [late last year]. -> 2014
It was made [two years ago]. -> 2013
It was made [a year ago]. -> 2014
It was made [the year before last]. -> 2013
The surplus of [calendar 1986] was large. -> 1986
Trade of [the whole of 1985] was small. -> 1985
For [full-year 2014] trade fell. -> 2014
Debt stood high at [the end of 1986]. -> 1986 point
Debt stood high at [end-1986]. -> 1986 point
Trade is to double by [2020]. -> 2020
The [1986] pact holds. -> 1986
They declared [2015] the year of friendship. -> 2015
It was half as recently as [2010]. -> 2010
Trade grows [this calendar year]. -> 2015
Trade grew in [the last calendar year]. -> 2014
Its [1986] surplus fell. -> 1986
Exports ([2013]) were low. -> 2013
Growth from [2010 to 2014] was slow. -> 2010/2014
Growth between [2010 and 2014] was slow. -> 2010/2014
Growth in [2010-2014] was slow. -> 2010/2014
Growth in [2010-14] was slow. -> 2010/2014
Growth in [the 1990s] was slow. -> 1990/1999
Growth in the [late 1970s] was slow. -> 1970/1979
Growth in [the '90s] was slow. -> 1990/1999
It has risen [since 2005]. -> 2005-01-01/2015-03-17
It has risen [since January]. -> 2015-01-01/2015-03-17
It has risen [since September 1985]. -> 1985-09-01/2015-03-17
It has risen [since last year]. -> 2014-01-01/2015-03-17
It has risen [since the beginning of 2014]. -> 2014-01-01/2015-03-17
It has risen [since the beginning of the year]. -> 2015-01-01/2015-03-17
It has risen [since the last three months]. -> 2014-12-01/2015-03-17
Sales came to $3 million across [2012 and 2013]. -> 2012/2013
It has been shut [since Monday]. -> 2015-03-16/2015-03-17
Goods for 9 million have come [from the start of the month]. -> 2015-03-01/2015-03-17
It has sold goods [from the beginning of the year]. -> 2015-01-01/2015-03-17
In [two months] they traded goods worth 9 million. -> 2015-01/2015-02
April took the total for [the two months] to 9 million. -> 2015-01/2015-02
It rose over [the past decade]. -> 2005/2015
It rose in [the past five years]. -> 2010/2015
It rose in [the past year]. -> 2014-03/2015-02
It rose in [the last 18 months]. -> 2013-09/2015-02
It will rise over [the next four years]. -> 2015/2019
It rose [so far this year]. -> 2015-01-01/2015-03-17
It rose [year-to-date]. -> 2015-01-01/2015-03-17
It rose [so far in 2015]. -> 2015-01-01/2015-03-17
Trade in [2013-14] was flat. -> 2013/2014
Trade in [1985/86 (April/March)] was flat. -> 1985-04/1986-03
Trade in [fiscal 1985/86 ended March] was flat. -> 1985-04/1986-03
Trade in [fiscal 2014] was flat. -> 2014
Trade fell [last week]. -> 2015-03-09/2015-03-15
Trade fell [this week]. -> 2015-03-16/2015-03-22
Talks open [next week]. -> 2015-03-23/2015-03-29
Talks opened [two weeks ago]. -> 2015-03-02/2015-03-08
A vote before [year-end] is likely. -> 2015 point
"""

BASES = """
Sales were 5 percent lower [on year] in February. -> - base same-period-last-year
Sales were a fifth under [those months of last year]'s total. -> - base same-period-last-year
It fell in 2014 against [the nine months of 2013]. -> 2013-01/2013-09 base
Sales of 61 tonnes surpassed [last year]'s total. -> 2014 base
It was up 7 pct over the 31 mln dlrs of [June 2013]. -> 2013-06 base
It rose 4 percent in January from [the month before]. -> - base previous-period
It was 900 tonnes, against 800 tonnes [the quarter before]. -> - base previous-period
It is 40 percent below its peak of [May 2012]. -> 2012-05 base
It took $7bn, more than the $6bn of [the corresponding period]. -> - base same-period-last-year
It sold 80 tonnes, over 70 tonnes in [the preceding fiscal]. -> - period same-period-last-year
It doubled on [a year ago] to 80 tonnes. -> - base same-period-last-year
Exports rose 5 pct from [a year earlier]. -> - base same-period-last-year
Exports rose 5 pct from [a year ago]. -> - base same-period-last-year
The gap was 3.1 billion against 2.78 billion [a year ago]. -> - base same-period-last-year
Exports were up 5 percent [year-on-year]. -> - base same-period-last-year
Exports were up 5 percent [year on year]. -> - base same-period-last-year
Exports were up 5 percent [yoy]. -> - base same-period-last-year
Exports were up 5 pct [yr/yr]. -> - base same-period-last-year
Exports were up 5 percent [on-year]. -> - base same-period-last-year
Exports rose 5 percent from [the same period last year]. -> - base same-period-last-year
Exports rose 5 percent from [the same month a year earlier]. -> - base same-period-last-year
Exports rose 5 percent on [the same quarter of the previous year]. -> - base same-period-last-year
Exports plunged to 265 mln from [the year-ago figure]. -> - base same-period-last-year
It rose to 5 mln from 4 mln in [the year-earlier period]. -> - base same-period-last-year
It rose to 5 mln from 4 mln [the previous year]. -> - base same-period-last-year
It rose to 5 mln from 4 mln [the year before]. -> - base same-period-last-year
Exports rose 5 percent from [the previous month]. -> - base previous-period
Exports rose 5 percent from [the previous quarter]. -> - base previous-period
Exports rose 5 percent from [a month earlier]. -> - base previous-period
Exports rose 5 percent [month-on-month]. -> - base previous-period
Exports rose 5 percent [quarter-on-quarter]. -> - base previous-period
Exports doubled from [two years earlier]. -> - base years-before:2
Exports rose 5 percent from [three months earlier]. -> - base months-before:3
Exports were low [the year before]. -> - period year-before
Exports were low in [the previous year]. -> - period year-before
Exports were low in [the same period last year]. -> - period same-period-last-year
Exports rose 5 percent compared with [2013]. -> 2013 base
Exports rose 5 percent from [2013]. -> 2013 base
Exports rose 5 percent over [2013]. -> 2013 base
Exports were higher than in [2013]. -> 2013 base
Exports rose 5 percent from [last year]. -> 2014 base
It rose to 5 bln dlrs against 4 bln dlrs in [1985]. -> 1985 base
It was sharply up from 4.3 billion in [1985]. -> 1985 base
Exports rose 2 pct from [January]. -> 2015-01 base
"""

FORMS = """
Sales in [Q3 '14] rose. -> 2014-07/2014-09
Sales in [Q1-Q3 2014] rose. -> 2014-01/2014-09
Sales in [Q1-Q3] rose. -> 2014-01/2014-09
Sales in [the January-to-May period] rose. -> 2014-01/2014-05
Sales in [the January-through-May period of 2014] rose. -> 2014-01/2014-05
Sales in [the nine-month period of 2014] rose. -> 2014-01/2014-09
Sales in [the nine months up to and including September 2014] rose. -> 2014-01/2014-09
Sales over [the first ten months of the past year] rose. -> 2014-01/2014-10
Sales in [the initial two months of 2015] rose. -> 2015-01/2015-02
Sales rose [up to now this year]. -> 2015-01-01/2015-03-17
Sales rose [since New Year]. -> 2015-01-01/2015-03-17
Sales rose [from January onwards]. -> 2015-01-01/2015-03-17
Sales rose in [the rolling 12 months to June 2014]. -> 2013-07/2014-06
Sales rose in [the December quarter]. -> 2014-10/2014-12
Sales rose in [the March 2014 quarter]. -> 2014-01/2014-03
Sales rose in [the September quarter of 2014]. -> 2014-07/2014-09
Sales rose in [the December half]. -> 2014-07/2014-12
Sales rose in [the latter half of 2014]. -> 2014-07/2014-12
Sales rose in [the first trimester of 2014]. -> 2014-01/2014-03
Sales rose in [the past three weeks]. -> 2015-02-24/2015-03-17
Sales rose in [the last two weeks]. -> 2015-03-03/2015-03-17
Sales rose in [the last fortnight]. -> 2015-03-03/2015-03-17
Sales rose from [half a decade ago]. -> - base years-before:5
Sales in [MY 2013/14] rose. -> 2013/2014
Sales in [MY2013/14] rose. -> 2013/2014
Sales in [CY2014] rose. -> 2014
Sales in [the entire year 2014] rose. -> 2014
Sales in [the first week of March] rose. -> 2015-03-01/2015-03-07
Sales in [the second week of March] rose. -> 2015-03-08/2015-03-14
Sales in [the last week of February] rose. -> 2015-02-22/2015-02-28
Sales in [the first half of March] rose. -> 2015-03-01/2015-03-15
Sales in [the week to March 13] rose. -> 2015-03-07/2015-03-13
Sales in [the week ended March 13] rose. -> 2015-03-07/2015-03-13
Sales in [the week ending 13 March] rose. -> 2015-03-07/2015-03-13
Sales in [the seven days to March 13] rose. -> 2015-03-07/2015-03-13
Sales in [the four weeks to March 8] rose. -> 2015-02-09/2015-03-08
Sales in [the decade to 2014] rose. -> 2005/2014
Sales in [the five-year period to 2014] rose. -> 2010/2014
Sales rose from [the prior-year period]. -> - base same-period-last-year
Sales rose from [the analogous period of last year]. -> - base same-period-last-year
Sales rose from [this time last year]. -> - base same-period-last-year
Sales rose from [the same point last year]. -> - base same-period-last-year
Sales rose 5 percent [on an annual basis]. -> - base same-period-last-year
Sales rose 5 percent [in annual terms]. -> - base same-period-last-year
Sales rose 5 percent [month-to-month]. -> - base previous-period
Sales rose 5 percent [on a monthly basis]. -> - base previous-period
Sales rose 5 percent from [the immediately preceding month]. -> - base previous-period
Sales rose in [the running year]. -> 2015
Sales in [12M14] rose. -> 2014
Sales rose from [January 1 through February 28, 2015]. -> 2015-01/2015-02
Sales rose from [last year's same period]. -> - base same-period-last-year
Sales in [9M last year] rose. -> 2014-01/2014-09
Sales in [the first to third quarters of 2014] rose. -> 2014-01/2014-09
Sales rose in the [year just ended]. -> 2014
Sales rose in [the past fortnight]. -> 2015-03-03/2015-03-17
Sales in [the last third of February] rose. -> 2015-02-21/2015-02-28
Sales in [the seven days to Friday] rose. -> 2015-03-07/2015-03-13
Sales in [the five years to June 2014] rose. -> 2009-07/2014-06
It sold 9 tonnes in [the quarter so far]. -> 2015-01-01/2015-03-17
"""

NO_PERIOD = """
He called [recently]. -> - vague
It grew in recent months, [in recent years], too. -> - vague
He will call [soon]. -> - vague
They met [last summer]. -> - vague
They met [several years ago]. -> - vague
They will meet in [the coming weeks]. -> - vague
He stayed for [five years]. -> - duration
He stayed for [a month]. -> - duration
A [two-day] visit ended. -> - duration
It must reply within [10 days]. -> - duration
"""

NOTHING = [
    "The king marked the 66th anniversary of the pact.",
    "It sold 2,014 tonnes of tin.",
    "It sold 2014 tonnes of tin.",
    "It paid $1987 for the lot.",
    "It paid US$2014 a tonne.",
    "Some 1,987 people came.",
    "The index rose to 2014.",
    "A total of 2014 was counted.",
    "More than 2000 troops came.",
    "The call came at 1500 GMT.",
    "They may come and march on the town.",
    "Prime Minister May said so.",
    "The Sun said he ran a second time.",
    "It pumps 40,000 barrels a day.",
    "It costs 5 mln dlrs a year.",
    "At the same time, he left.",
    "The third of the ships sank.",
    "They read the Sunday Times on Good Friday.",
    "It fell to a 40-year low.",
    "A quarter of the tin and half of the zinc were sold.",
    "The second half of the game was dull.",
    "Room 101 of 20 was full.",
    "It exports sheep on an annual basis.",
    "They stood at the same point.",
    "",
]

FUTURE = """
The minister will visit on [Friday]. -> 2015-03-20 point
The minister will visit on [Tuesday]. -> 2015-03-17 point
The minister will visit on [Monday]. -> 2015-03-23 point
The minister will visit on [May 9]. -> 2015-05-09 point
The minister will visit on [Oct. 20]. -> 2015-10-20 point
The minister will visit in [November]. -> 2015-11
The minister will visit in [February]. -> 2016-02
The minister will visit in [March]. -> 2015-03
Output will fall in [the fourth quarter]. -> 2015-10/2015-12
Output will fall in [the second half]. -> 2015-07/2015-12
Output will fall in [July-September]. -> 2015-07/2015-09
It will open on [the 12th]. -> 2015-04-12 point
"""

CONTEXT = """
Imports in [the same month] fell. -> 2013-06
Imports [that year] fell. -> 2013
Imports in [the same period] fell. -> 2013-06
Imports in [the month] fell. -> 2013-06
Imports in [the same period of 2012] fell. -> 2012-06
Imports in [the corresponding month of 2012] fell. -> 2012-06
They met on [the 17th]. -> 2013-06-17 point
Imports fell in [the following month]. -> 2013-07
Imports fell in [the following year]. -> 2014
[Two months later] imports fell. -> 2013-08
[Ten years later] imports fell. -> 2023
Imports fell [the year after]. -> 2014
They met on [the 17th] and again. -> 2013-06-17 point
"""

COUNTRIES = """
PAK In [July-December (2013-14)] trade fell. -> 2013-07/2013-12
PAK In [Q4 FY14] trade fell. -> 2014-04/2014-06
PAK In [1QFY14] trade fell. -> 2013-07/2013-09
PAK In [July-Sept FY14] trade fell. -> 2013-07/2013-09
PAK In [the first half (July-December) of 2013-14] trade fell. -> 2013-07/2013-12
IND In [2013-14] trade fell. -> 2013-04/2014-03
IND In [FY2014-15] trade fell. -> 2014-04/2015-03
IND In [FY15] trade fell. -> 2014-04/2015-03
IND In [the financial year 2014-15] trade fell. -> 2014-04/2015-03
IND In [the first quarter of fiscal 2014-15] trade fell. -> 2014-04/2014-06
IND In [the first eight months of fiscal 2014-15] trade fell. -> 2014-04/2014-11
IND In [the last fiscal year] trade fell. -> 2013-04/2014-03
IND In [the first quarter of the current budget year] trade fell. -> 2014-04/2014-06
IND In [the first half of its fiscal year] trade fell. -> 2014-04/2014-09
IND In [the first nine months of its last financial year] trade fell. -> 2013-04/2013-12
IND In [the last budget year] trade fell. -> 2013-04/2014-03
ETH In [the first quarter of its fiscal year] trade fell. -> 2014-07-08/2014-10-10
ETH In [the first half of the budget year] trade fell. -> 2014-07-08/2015-01-08
JPN In [fiscal 2014] trade fell. -> 2014-04/2015-03
AUS In [the 2014-15 financial year] trade fell. -> 2014-07/2015-06
USA In [fiscal 2014] trade fell. -> 2013-10/2014-09
USA In [the current fiscal year] trade fell. -> 2014-10/2015-09
IRN In [the first five months] of the current Iranian calendar year trade fell. -> 2014-03-21/2014-08-22
FRA In [fiscal 2014] trade fell. -> 2014
IRN In [the last Iranian year] trade fell. -> 2013-03-21/2014-03-20
IRN In [the Iranian calendar year 1392] trade fell. -> 2013-03-21/2014-03-20
NPL In [the fiscal year 2070/71] trade fell. -> 2013-07-16/2014-07-16
NPL In [the fiscal year 2013/014] trade fell. -> 2013-07-16/2014-07-16
NPL In [2012/013] trade fell. -> 2012-07-16/2013-07-15
NPL In [the first 11 months of the fiscal year 2023/24] trade fell. -> 2023-07-17/2024-06-14
NPL [The year before], 2013-14, trade fell. -> - period year-before
IRN In [the last Iranian year] trade fell by a third. -> 2013-03-21/2014-03-20
GBR In [the first two months of the 2013/14] season trade fell. -> -
MMR In [fiscal 2013-14] trade fell. -> 2013-04/2014-03
LAO In [fiscal year 2013-14], which began on [July 1], trade fell. -> 2013-07/2014-06
EGY In [the first five months of the 2013-14 financial year], which starts on [August 1], trade fell. -> 2013-08/2013-12
IND In [the first nine months of the ongoing fiscal] trade fell. -> 2014-04/2014-12
IND In [the first nine months of the previous fiscal year] trade fell. -> 2013-04/2013-12
IND In [the first half of the last FY] trade fell. -> 2013-04/2013-09
PAK In [the first four months of the current fiscal year (2014-15] trade fell. -> 2014-07/2014-10
BGD In [the first four months (July to October) of the current fiscal year 2014-15] trade fell. -> 2014-07/2014-10
EGY In [the first nine months of the FY 2013-2014] trade fell. -> 2013-07/2014-03
KEN In [the just-ended fiscal year] trade fell. -> 2013-07/2014-06
PAK In [the outgoing fiscal year] trade fell. -> 2014-07/2015-06
BGD In [October of the 2013-14 fiscal] trade fell. -> 2013-10
IND In [the fiscal third quarter] trade fell. -> 2014-10/2014-12
IND In [the fourth fiscal quarter] trade fell. -> 2015-01/2015-03
JPN In [the second fiscal quarter] trade fell. -> 2014-07/2014-09
IND Trade came to $3 million as of [26 February in the current fiscal year]. -> 2014-04-01/2015-02-26
PAK It was 23 million in FY2013-14 against 17 million [last year]. -> - base same-period-last-year
PAK It was 23 million in 2013 against 17 million [last year]. -> 2014 base
GBR In [the financial year 2013-14] trade fell. -> 2013-04/2014-03
NZL In [the June year] trade fell. -> 2013-07/2014-06
NZL In [June] year on year trade fell. -> 2014-06
IRN In the [year 1392] trade fell. -> 2013-03-21/2014-03-20
IRN In [1392] trade fell. -> 2013-03-21/2014-03-20
SAU In [the Hijri year 1435] trade fell. -> 2013-11-05/2014-10-24
USA In [2013-14] trade fell. -> 2013/2014
GBR In the [2013/14] season trade fell. -> 2013/2014
GBR In the [2013/14] academic year fewer came. -> 2013/2014
IND In [the marketing year 2013-14] trade fell. -> 2013/2014
USA Trade fell between [January and the end of June 2014]. -> 2014-01/2014-06
USA It sold 9,000 tonnes [from the beginning of the year to the end of February]. -> 2015-01/2015-02
USA Sales were down from their level of [January-June 2013]. -> 2013-01/2013-06 base
USA Sales were 5 percent below those of [the month before], [February]. -> - base previous-period
"""

MONTH_ONLY = """
He came on [Tuesday]. -> - point
He came [yesterday]. -> - point
It fell [last week]. -> -
It fell in [November]. -> 2014-11
It fell [last month]. -> 2015-02
It fell [last year]. -> 2014
It fell in [the fourth quarter]. -> 2014-10/2014-12
It was signed on [Feb. 3]. -> 2015-02-03 point
It has risen [since 2005]. -> 2005-01/2015-03
"""

NO_DATE = """
He came on [Tuesday]. -> - point
It fell in [November]. -> -
It fell [last year]. -> -
It fell [two weeks ago]. -> -
It fell in [November 2013]. -> 2013-11
It fell in [2013]. -> 2013
It fell in [the first half of 2013]. -> 2013-01/2013-06
It came on [3 May 2013]. -> 2013-05-03 point
It has risen [since 2005]. -> -
It fell [so far this year]. -> -
"""


def row(line):
    carrier, _, expected = line.partition(" -> ")
    fields = [*expected.split(), *[None] * 3]
    return pytest.param(carrier, fields[0], fields[1] or "period", fields[2], id=line)


def rows(table):
    return [row(line) for line in table.strip().splitlines()]


def check(carrier, iso, role, relation, published=STORY, **known):
    start, end = carrier.index("["), carrier.index("]") - 1
    text = carrier.replace("[", "").replace("]", "")
    found = [one for one in find_times(text, published, **known) if one.start == start]
    assert found, find_times(text, published, **known)
    assert found[0].text == text[start:end]
    assert (found[0].period.iso if found[0].period else "-", found[0].role, found[0].relation) == (iso, role, relation)


@pytest.mark.parametrize(
    ("carrier", "iso", "role", "relation"),
    [row for table in (DAYS, MONTHS, PARTS, YEARS, BASES, FORMS, NO_PERIOD) for row in rows(table)],
)
def test_a_story_of_17_march_2015(carrier, iso, role, relation):
    check(carrier, iso, role, relation)


@pytest.mark.parametrize(("carrier", "iso", "role", "relation"), rows(FUTURE))
def test_in_a_clause_about_the_future(carrier, iso, role, relation):
    check(carrier, iso, role, relation, future=lambda _: True)


@pytest.mark.parametrize(("carrier", "iso", "role", "relation"), rows(CONTEXT))
def test_after_june_2013_was_spoken_of(carrier, iso, role, relation):
    check(carrier, iso, role, relation, context=Period.parse("2013-06"))


@pytest.mark.parametrize(("carrier", "iso", "role", "relation"), rows(COUNTRIES))
def test_fiscal_years_of_a_country(carrier, iso, role, relation):
    check(carrier[4:], iso, role, relation, country=carrier[:3])


@pytest.mark.parametrize(("carrier", "iso", "role", "relation"), rows(MONTH_ONLY))
def test_a_story_known_only_to_be_of_march_2015(carrier, iso, role, relation):
    check(carrier, iso, role, relation, Period.parse("2015-03"))


@pytest.mark.parametrize(("carrier", "iso", "role", "relation"), rows(NO_DATE))
def test_a_story_without_a_date(carrier, iso, role, relation):
    check(carrier, iso, role, relation, None)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_time(text):
    assert find_times(text, STORY) == []


def isos(text, **known):
    return [(one.text, one.period.iso if one.period else None, one.role) for one in find_times(text, STORY, **known)]


def test_a_month_takes_the_year_of_a_dated_one_beside_it():
    assert isos("It rose to 5 bln dlrs in March 1987 from 4 bln dlrs in February.") == [
        ("March 1987", "1987-03", "period"),
        ("February", "1987-02", "base"),
    ]


def test_months_joined_by_and_are_of_one_year():
    assert [iso for _, iso, _ in isos("It will be looked at in July or August this year.")] == ["2015-07", "2015-08"]
    assert [iso for _, iso, _ in isos("It fell in March 2013 and April 2014.")] == ["2013-03", "2014-04"]
    assert [iso for _, iso, _ in isos("The talks of May and June failed.")] == ["2014-05", "2014-06"]
    (first, _) = find_times("It rose in November and December 2013.", None)
    assert first.period == Period.parse("2013-11")


def test_what_follows_a_year_that_the_story_told_before_is_counted_from_it():
    told = [Period.parse("2004"), Period.parse("2012-09/2013-08")]
    assert isos("A year later it fell.", earlier=told[:1]) == [("A year later", "2005", "period")]
    assert isos("It fell in the following year.", earlier=told)[0][1] == "2013-09/2014-08"


def test_a_quarter_that_has_only_begun_is_that_of_the_year_before():
    (july, september) = (Period.parse("2019-07-24"), Period.parse("2019-09-10"))
    assert find_times("Exports rose in the third quarter", july)[0].period == Period.parse("2018-07/2018-09")
    assert find_times("Exports rose in the third quarter", september)[0].period == Period.parse("2019-07/2019-09")
    assert find_times("Exports will rise in Q3", july)[0].period == Period.parse("2019-07/2019-09")


def test_the_full_year_that_is_told_is_over():
    assert isos("It rose 5 percent for the full year.")[0][1] == "2014"
    assert isos("It will rise 5 percent for the full year.")[0][1] == "2015"
    assert find_times("It rose for the full year", Period.parse("2015-12-20"))[0].period == Period.parse("2015")


def test_two_parts_of_a_year_with_a_figure_each_are_of_one_year():
    text = "It was 60 million in the first quarter and 70 million in the second quarter of last year."
    assert [iso for _, iso, _ in isos(text)] == ["2014-01/2014-03", "2014-04/2014-06"]
    text = "It was 60 million in February and 28 million in January last year."
    assert [iso for _, iso, _ in isos(text)] == ["2015-02", "2014-01"]


def test_some_years_later_is_counted_from_what_was_held_against_too():
    assert isos("It doubled from 2010 levels two years later.")[1][1] == "2012"


def test_until_a_month_is_behind_where_figures_are_told():
    (january,) = find_times("Up until October, exports were $4 million", Period.parse("2020-01-25"))
    assert january.period == Period.parse("2019-01/2019-10")


def test_a_base_does_not_date_what_is_held_against_it():
    assert isos("The October gap was 8 mln dlrs against 10 mln in September and 6 mln in October 2013.") == [
        ("October", "2014-10", "period"),
        ("September", "2014-09", "base"),
        ("October 2013", "2013-10", "base"),
    ]


def test_the_same_period_of_another_year_takes_its_months_from_the_sentence():
    text = "In the first eight months of 1986 it rose from the same period of 1985 by 5 pct."
    assert isos(text)[1] == ("the same period of 1985", "1985-01/1985-08", "base")
    text = "Compared with the same period of 2012, imports in January-June 2013 rose."
    assert isos(text)[0] == ("the same period of 2012", "2012-01/2012-06", "base")


def test_over_the_same_time_is_the_stretch_told_before_it():
    text = "By the end of February nine ships had come, and sales rose 5 percent over the same time; at the same time prices fell"
    assert [(one.text, one.period.iso, one.role) for one in find_times(text, STORY)] == [
        ("the end of February", "2015-02", "point"),
        ("the same time", "2015-02", "period"),
    ]


def test_a_list_of_years_gives_each():
    assert [iso for _, iso, _ in isos("Trade fell in 2011, 2012 and 2014.")] == ["2011", "2012", "2014"]
    assert [iso for _, iso, _ in isos("They met on May 9 and May 11.")] == ["2015-05-09", "2015-05-11"]


@pytest.mark.parametrize(
    ("relation", "period", "expected"),
    [
        ("same-period-last-year", "2012-01/2012-06", "2011-01/2011-06"),
        ("same-period-last-year", "2016-02", "2015-02"),
        ("same-period-last-year", "2014", "2013"),
        ("previous-period", "2014-01", "2013-12"),
        ("previous-period", "2014-01/2014-03", "2013-10/2013-12"),
        ("previous-period", "2014", "2013"),
        ("year-before", "2014-07", "2013"),
        ("years-before:2", "2014-07", "2012-07"),
        ("months-before:3", "2014-03", "2013-12"),
        ("months-before:1", "2014-03", "2014-02"),
        ("weeks-before:1", "2014-03-10", "2014-03-03"),
    ],
)
def test_the_base_of_a_relation(relation, period, expected):
    assert base_of(relation, Period.parse(period)).iso == expected


def test_an_unknown_relation_is_refused():
    with pytest.raises(ValueError, match="unknown relation 'sometime'"):
        base_of("sometime", STORY)


days = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(Period.of_day)
weekdays = st.sampled_from(list(calendar.day_name))
words = st.lists(
    st.sampled_from(
        [
            "the",
            "a",
            "last",
            "next",
            "first",
            "of",
            "in",
            "since",
            "from",
            "to",
            "and",
            "between",
            "Tuesday",
            "May",
            "march",
            "March",
            "2014",
            "1,987",
            "2013-14",
            "31",
            "30",
            "Feb.",
            "9",
            "-",
            "quarter",
            "months",
            "year",
            "years",
            "ago",
            "earlier",
            "fiscal",
            "same",
            "period",
            "today",
            "1990s",
            "Q3",
            "Oct.",
            "second",
            "half",
            "week",
            ",",
            "(",
            ")",
            "20",
        ]
    )
).map(" ".join)


@given(words | st.text(), days | st.none(), st.booleans())
def test_no_text_breaks_it_and_every_mention_is_its_slice(text, published, future):
    last = 0
    for one in find_times(text, published, future=lambda _: future, context=published, country="IND"):
        assert one.text == text[one.start : one.end] != ""
        assert last <= one.start
        last = one.end
        assert one.relation is None or one.period is None


@given(days, weekdays)
def test_a_weekday_lies_within_the_week_before_publication(published, name):
    (found,) = find_times(f"They met on {name}.", published)
    assert calendar.day_name[found.period.start.weekday()] == name
    assert timedelta(0) <= published.start - found.period.start <= timedelta(6)
    (found,) = find_times(f"They will meet on {name}.", published, future=lambda _: True)
    assert calendar.day_name[found.period.start.weekday()] == name
    assert timedelta(0) <= found.period.start - published.start <= timedelta(6)
    (found,) = find_times(f"They met last {name}.", published)
    assert timedelta(1) <= published.start - found.period.start <= timedelta(7)


@given(
    days,
    st.integers(-20, 20),
    st.sampled_from(["Monday", "last Friday", "next Sunday", "last week", "yesterday", "three days ago"]),
)
def test_weeks_shift_with_the_publication(published, weeks, words):
    shift = timedelta(days=7 * weeks)
    later = Period.of_day(published.start + shift)
    (one,), (other,) = find_times(f"It was {words}.", published), find_times(f"It was {words}.", later)
    assert other.period == Period(one.period.start + shift, one.period.end + shift)


@given(days, st.sampled_from(list(calendar.month_name)[1:]), st.booleans())
def test_a_month_without_a_year_is_the_nearest_on_its_side(published, name, future):
    (found,) = find_times(f"It was in {name}.", published, future=lambda _: future)
    assert calendar.month_name[found.period.start.month] == name
    if future:
        assert 0 <= (found.period.end - published.start).days < 396
    else:
        assert 0 <= (published.end - found.period.start).days < 396


@given(days)
def test_absolute_dates_do_not_hang_on_the_publication(published):
    text = "It rose in the first half of 2013 and in May 2012 and on 3 June 2011"
    assert find_times(text, published) == find_times(text, None)
