"""Pages of many styles: which lines are the story, and which are noise. All are invented.

In each page a line that starts with `~` is noise and one that starts with `+` is story; the marks are taken off before
it is laid out. The story is what is not noise: headline, deck, body.
"""

import pytest

from tieline.read.pages.layout import lay_out
from tieline.read.pages.paragraphs import paragraphs

PAGES = {
    "agency": """
~Home > World > Asia
~EXCLUSIVE
+Chile sells more copper to Portugal
~By Ana Paz
~Published: 10 July 2031 14:05 GMT
~Updated 3 hours ago
~4 min read
~FILE PHOTO: Workers load copper at a port. REUTERS/Name Surname
+LISBON, July 10 (Lusa) - Chile's copper exports to Portugal rose 12.5 percent in May, the customs service said on Tuesday.
~Advertisement
+The two countries signed a pact in 2029.
~Reporting by Ana Paz; Editing by John Doe
~Our Standards: The Example Trust Principles.
""",
    "broadsheet": """
~Skip to content
~Menu
~Subscribe
~Sign in
+Norway's fish finds a market in Kenya
+Sales have doubled in a year, but duties may end the boom, traders in Mombasa say.
~Tue 3 Feb 2031 10.15 GMT
~Share
~Photograph: A. Writer/Example
+Norway sold fish worth $4 million to Kenya last year, twice as much as the year before.
~Read more: Why herring is back
+“We want more of it,” said a trader in the port.
~Sign up to our daily newsletter
~Enter your email
+A spokesman for the ministry declined to comment.
~Topics
~Most viewed
~Is this the end of herring?
~Port strike enters second week
~© 2031 Example Newspapers Limited. All rights reserved.
""",
    "state media": """
+Laos, Cuba to expand trade
~(Xinhua) 08:42, March 17, 2015
~Xinhua | Updated: 2015-03-17 10:05
+VIENTIANE, March 17 (KPL) -- Laos and Cuba agreed on Monday to expand trade.
+The two sides held friendly talks.
~Editor: Li
~Source: KPL
~[Editor: Hua Xia]
""",
    "share bar": """
+Fiji buys more rice
~Facebook Twitter WhatsApp Email Print
~12 shares | 3 comments
~Share this: Facebook LinkedIn
+Fiji bought 20,000 tonnes of rice from Vietnam in 2030, the ministry said on Monday in Suva.
~Follow us on Twitter
~Copy link
~Comments (12)
""",
    "cookies": """
~We use cookies to improve your experience. By continuing to browse this site you agree to our use of cookies.
~Accept all
~Manage preferences
+Cookie exports from Denmark to Japan rose 5 percent in 2030, the industry body said on Wednesday.
+Cookies and biscuits made up a tenth of the trade.
""",
    "embedded posts": """
+Kenya and Nepal talk about tea
+Kenya and Nepal opened talks on tea in Nairobi on Monday, the foreign ministry said.
~Glad to meet my Nepali colleague today! Tea binds us. pic.twitter.com/abc123
~— Ministry of Trade (@tradeministry) February 3, 2031
+They will meet again in May.
~View this post on Instagram
~A post shared by Tea Board (@teaboard)
~This tweet is no longer available
""",
    "related": """
+Peru and Chile agree on grapes
+Peru and Chile agreed on rules for the trade in grapes, officials of both ministries said on Friday.
~RELATED: Grape prices slump
~Also read: Avocado sales to China double
~READ MORE | Peru raises duty on onions
~See also: Chile's mango imports fall 5 percent
+The rules apply from May.
~Related stories
~Bolivia bans Chilean onions
~Argentina wine exports to Peru up 12 percent
~You may also like
~What will become of lithium?
""",
    "latest headlines": """
+Malta, Fiji sign fisheries pact
+Malta and Fiji signed a fisheries pact on Tuesday in Valletta, a spokeswoman for the ministry said.
~Latest Headlines
~Japan lifts ban on Irish beef
~Iceland protests against Norwegian quota
~Ghana sends aid to Togo
+The pact runs for five years and can be prolonged by another five.
""",
    "captions twice": """
+Tunis and Lima look for trade
~Dockers unload olive oil at the port of Callao last month
~Dockers unload olive oil at the port of Callao last month EFE/R. Name
~Dockers unload olive oil at the port of Callao last month EFE/R. Name | Archive
+LIMA, May 2 (EFE) -- Tunisia sold olive oil worth 3 million dollars to Peru in 2030.
""",
    "credits": """
+Baltic ports lose grain
~A ship waits off Riga. Photo: Example Agency
~[Photo/Xinhua]
~(Photo by A. Name/AFP)
~Image source, Getty Images
~Image caption, The port of Riga in May
~AP Photo/Jane Roe
~FILE - In this May 2, 2030 photo, a ship waits off Riga.
~Picture: SHUTTERSTOCK
~(AFP Photo)
+Russia shipped less grain through Latvia in May than a year before, the port said on Thursday.
""",
    "newsletter": """
+Ghana and Togo open a border post
+Ghana and Togo opened a border post on Sunday, the customs services of both countries said.
~Get the best of our reporting in your inbox every morning
~Subscribe to our newsletter
~You have successfully subscribed
~To continue reading, subscribe or log in
~Already a subscriber? Log in
~Download our app
~Join our WhatsApp channel
+Lorries waited for days before.
""",
    "tags": """
+Oman sells gas to Belgium
+Oman will sell liquefied gas to Belgium from 2032 under a contract signed on Wednesday in Muscat.
~Tags: Oman, Belgium, gas
~Keywords: LNG, trade
~Topics: Energy
~Filed under: Business
~#gas #oman #belgium
""",
    "author box": """
+Uruguay's beef goes to Estonia
~By Ana Paz, Staff Writer
+Uruguay sold beef to Estonia for the first time in a decade, its meat institute said on Monday.
~About the author
~Ana Paz is a reporter based in Montevideo.
~John Doe covers trade for Example Wire.
~ana.paz@wire.example
~@anapaz
~Contact the author
""",
    "comments": """
+Iceland and Greenland quarrel over cod
+Iceland summoned Greenland's envoy on Monday over a quota for cod, its foreign ministry said.
+The envoy said that talks would go on.
~3 Comments
~Jon says:
~Iceland's exports of cod to Greenland rose 500 percent, I was there.
~Reply
~2 hours ago
""",
    "breadcrumbs": """
~Home / News / Trade
~Home » Business » Trade
~You are here: Home
+Zambia maize for Malawi
+Zambia sent 10,000 tonnes of maize to Malawi in June, its food reserve agency said on Tuesday.
~Back to top
~Next article
~Previous Post: Copper falls
""",
    "menu in lines": """
~World
~Africa
~Business
~Opinion
~Long Reads
~Weather
+Kenya's flowers wilt at Dutch border
+Kenya's flower exports to the Netherlands fell 8 percent in March, the growers' council said on Monday.
~About us
~Contact us
~Privacy Policy
~Terms of use
~Advertise with us
""",
    "video": """
+Spain fines Moroccan lorries
~Watch: Queue at the border
~Video unavailable
~Play video
~Duration: 2:31
~Your browser does not support this video
~Listen to this article
+Spain fined 200 Moroccan lorries in May, and Morocco protested against it on Friday in a note.
~Click here to watch the full interview
""",
    "stamps": """
~March 17, 2015 at 5:30 PM
+Mongolia buys more Polish tractors
~Last updated on 17 March 2015, 10:05 AM ET
~First published on: Tue, 17 March 2015
~Posted at 12:05
~2 days ago
+Mongolia bought 300 tractors from Poland last year, the most since 2009, the embassy said on Monday.
~Updated: 17/03/2015 10:05
""",
    "rights": """
+Qatar invests in a Rwandan airport
+Qatar will invest 1.3 billion dollars in a new airport in Rwanda, both governments said on Monday.
~Copyright 2031 Example Media
~(c) 2031 Example Media
~This material may not be published, broadcast, rewritten or redistributed.
~This article was originally published in the Example Times.
~Republished with permission
~Disclaimer: the views are those of the author.
""",
    "agency line": """
+Nepal gets Indian power
+Nepal will buy 200 megawatts from India from June, the electricity authority said on Sunday in a note.
~(With inputs from PTI)
~(This story has not been edited by our staff)
~(Reporting by A. Name; writing by B. Name)
~Editing by C. Name
""",
    "statistics release": """
+Merchandise trade, March 2031
+Exports to Chile were $3.4 million in March 2031, up 12.3 percent from the year before.
+Key figures:
+- Exports to Chile up 12.3 percent to $3.4 million
+- Imports from Chile down 4 percent to $1.2 million
+• Trade balance: surplus of $2.2 million
+Imports by product
+Imports of copper from Chile fell to $0.8 million, the lowest since 2019.
+1) Copper cathodes: $0.5 million
+2) Copper wire: $0.3 million
~Share this release
~Source: Statistics Office
""",
    "list after a colon": """
+Fiji's trade in the first quarter
+Fiji's exports to its three largest partners in the first quarter of 2031 were as follows:
+Australia: $40 million, up 3 percent
+New Zealand: $22 million, down 1 percent
+Japan: $12 million, unchanged
""",
    "short paragraphs": """
+Trade grew
+Trade grew.
+Nobody knew why.
+The customs service of Malta said on Monday that exports to Fiji had risen by half within a year.
+“Good.”
+That was all the minister said.
+It was not enough.
""",
    "headings": """
+Two neighbours, one market
+Togo and Benin trade more with each other than they did a decade ago, a report of the bank says.
+More trucks, fewer papers
+Trucks now cross the border in an hour, and papers are fewer than they were in 2020.
+Outlook
+The bank expects trade to grow by 5 percent a year until 2035.
""",
    "words that only look like noise": """
+Related exports and other words
+Related exports fell 5 percent, while sales of tea grew, the customs service of Kenya said on Monday.
+Published on Monday, the figures show that Kenya's exports to Nepal rose 5 percent.
+Sponsored by China, the talks between Nepal and Kenya opened in Nairobi.
+By using Chinese ports, Mongolia exports more coal to Japan.
+More from abroad is expected to come.
+Copyright disputes between Japan and Chile were settled in May.
+Share prices fell in Tokyo after Chile raised its tariff.
+Registered trade between Chad and Niger is small.
+Watch exports from Switzerland to Japan rose 4 percent.
+Photo equipment from Japan made up half of the imports.
+Home appliances from Turkey are sold in Georgia.
+Updated figures show that trade grew by 3 percent.
+Search and rescue teams from Chile went to Peru.
+Posted workers from Poland sent more money home.
+Subscribers in Ghana watched it.
+Breaking news from the talks was scarce, and both sides kept silent.
+Follow-up talks will be held in Lima.
+Top stories in Lima's papers told of a record deficit with Chile.
+Comments by the minister angered Japan.
+Tags made in China were found on Peruvian shirts.
+Sign language is taught in both countries.
+Menus in Lisbon offer Norwegian cod.
+In this photograph of the economy, exports to Chile stand out, he said.
""",
    "quotes": """
+Minister on trade with Peru
+“Our exports to Peru grew by 5 percent last year,” minister Ana Paz of Chile said in Santiago on Monday.
+“It is a record.”
+"We will see each other in May," she said
+"and sign."
""",
    "column of briefs": """
+World trade in brief
+Chile – The customs service said exports of copper to Portugal rose 12 percent in May from April.
+Kenya – Tea sold to Nepal set a record, said the Tea Board on Monday.
~* * *
~-30-
""",
    "live blog": """
+Summit as it happened
~10:05 AM
+Japan and Peru have signed the treaty, a spokesman of the Japanese delegation says in Lima.
~10:42
~11:15 GMT
+Peru's president thanks Japan.
~Load more
~Scroll down
""",
    "portal": """
~Toggle navigation
~Search
~Trending
~Elections
~Budget 2031
+Sri Lanka sells tea to Iran for oil
+Sri Lanka paid for Iranian oil with tea worth 5 million dollars a month, the Tea Board said on Monday.
~ALSO READ
~Tea workers end strike
~Recommended
~ADVERTISEMENT
~Story continues below
+Iran took a fifth of the tea.
~Report a typo
~View comments
~Be the first to comment
""",
    "magazine": """
+The long road from Baku
~Words: Jane Roe
~Reading time: 12 min
+Azerbaijan sends more gas to Bulgaria every year, and both want the road to Sofia to be longer still.
~Tweet
~Pin it
~Support independent journalism
~Donate
~Explore more
+Few in Sofia doubt it.
""",
    "wire of the eighties": """
+GRAIN SALES SEEN LOWER
+BUENOS AIRES, Nov 20 - Argentina will ship about 4.1 mln tonnes of grain to the Soviet Union this year.
+They said Moscow had so far taken 2.9 mln tonnes of maize.
~MORE
""",
    "press release": """
+FOR IMMEDIATE RELEASE: Chile and Peru sign customs pact
+LIMA, 3 May 2031 - Chile and Peru signed a customs pact today, the ministries of both countries announced.
+About the pact
+The pact lets lorries pass without papers.
~Contact us: press@ministry.example
~Media contact: Ana Paz, ana.paz@ministry.example
~###
""",
}  # fmt: skip


def marked(page):
    lines = [line for line in page.split("\n") if line]
    return {line[1:]: line[0] for line in lines}


def laid_out(text):
    """Each line with its part, whether lines stand alone or in blocks of several."""
    layout = lay_out(text)
    return {text[b.start : b.end]: b.part for b in layout.blocks}


def wrong(page, separator):
    expected = marked(page)
    text = separator.join(expected)
    parts = laid_out(text)
    found = []
    for line, mark in expected.items():
        part = next((p for words, p in parts.items() if line.endswith(words)), "not there")
        if (part == "noise") != (mark == "~"):
            found.append((mark, line, part))
    return found


@pytest.mark.parametrize("separator", ["\n\n", "\n"], ids=["blank", "close"])
@pytest.mark.parametrize("name", PAGES)
def test_a_copied_page_is_parted_into_story_and_noise(name, separator):
    assert wrong(PAGES[name], separator) == []


def test_sentences_cut_at_their_links_are_joined():
    text = (
        "Fiji\nsays that for three years it pleaded with Tonga\nover the past year to settle the debt but got no answer.\nA gas\npipeline was built at great cost to all between"
        " Fiji\nand Tonga\nin 1997. It has been full ever since.\nTonga\nsold its ships to Samoa\nlast year."
    )
    parts = [text[start:end].replace("\n", " ") for start, end in paragraphs(text)]
    assert parts[:2] == [
        "Fiji says that for three years it pleaded with Tonga over the past year to settle the debt but got no answer.",
        "A gas pipeline was built at great cost to all between Fiji and Tonga in 1997. It has been full ever since.",
    ]
    assert parts[2] == "Tonga sold its ships to Samoa last year."


def test_a_caption_that_runs_into_the_dateline_is_parted_from_the_story():
    story = "Ghana and Chile did business for 61 million dollars in 2030, the customs service in Accra reported."
    text = f"Chile, Ghana trade more\nIllustrative image (Photo: XNA)Accra (XNA) - {story}\nChile sold fruit."
    parts = laid_out(text)
    assert parts["Illustrative image (Photo: XNA)"] == "noise"
    assert parts[story] == "body"
