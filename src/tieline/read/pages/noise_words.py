"""How the noise of a page begins, by kind. New kinds and new words go here; `noise` says how they are applied.

`LABELS` are noise whatever follows them. `OPENINGS` begin ordinary sentences too ("Published on Monday, the figures
show ..."): they count only in a block that is no prose. `WHOLE` must be the whole block. All are matched without regard
to case unless they say so, after marks and blanks at the start of the block.
"""

from __future__ import annotations

from typing import Final

from tieline.read.pages.dates_written import MONTH, WEEKDAY

_AFTER = r"(?=\s*(?:$|[:|\-–—>»•]|(?-i:[A-Z0-9\"'“‘])))"
_DATE = (
    rf"(?:{WEEKDAY}[,.]?\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}"
    r",?(?:\s+\d{4})?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})"
)
_TIME = r"(?:(?:at\s+|T)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*(?:GMT|UTC|[A-Z]{2,4}|[+-]\d{2}:?\d{2}|hrs?))?(?:\s*[+-]\d{2}:?\d{2})?|\d{1,2}\s*[ap]\.?m\.?)"
AGO: Final = r"(?:\d+|an?|one|two|three)\s*(?:s|m|h|d|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|years?)\s+ago"
BOX: Final = r"\b(?:in|to|into)\s+your\s+(?:e-?mail\s+)?(?:in|mail)box\b"
"""What only a box that sells letters by mail says, wherever in it."""
_STAMP = rf"(?:{_DATE}|{_TIME}|{AGO}|just\s+now|yesterday|today)"
_STAMPS = rf"{_STAMP}(?:[\s,|/•·\-–—]+{_STAMP}){{0,3}}"
_STAMPED = r"(?:first\s+|last\s+)?(?:updated?|published|posted|modified|issued|created|edited|revised)(?:\s+(?:on|at)(?=\s*:))?"

LABELS: Final = (
    # other stories
    r"related(?:\s+(?:stories|articles|posts|news|content|topics|coverage|links|reading|items))?\b(?=\s*(?:$|[:|>»•–—-]|(?-i:[A-Z\"“‘])))(?!\s+(?-i:(?:Party|Parties)))",
    r"(?:also|see|must)\s+(?:read|watch)\s*(?:$|[:|>»–—-]|(?-i:[A-Z0-9\"“‘]))",
    r"read\s+(?:also|more|next|this|here|on|the\s+full\s+(?:story|article|report))\s*(?:$|[:|>»…–—-]|\.\.\.|(?-i:[A-Z0-9\"“‘])|(?:about|on|from|at)\b)",
    r"see\s+also\b", r"more\s*:", r"more\s+(?:on\s+this(?:\s+story)?|stories|headlines|news|coverage|like\s+this)\s*(?:$|[:|>»–—-]|(?-i:[A-Z]))",
    r"don'?t\s+miss\s*(?:$|[:|!]|(?-i:[A-Z]))", r"recommended(?:\s+(?:for\s+you|stories|articles|reading|by))?\s*(?:$|[:|])",
    rf"(?:trending|most\s+(?:read|popular|viewed|shared|commented|watched)|popular\s+(?:now|stories|posts|articles)|editor'?s'?\s+(?:picks?|choice))(?:\s+(?:now|today|stories|articles|news|in\s+\w+))?{_AFTER}",
    rf"(?:latest|top|other|more|recent|today's|world|local|breaking)\s+(?:headlines|stories|posts)\b{_AFTER}", rf"(?:latest|top|other|breaking)\s+news\b{_AFTER}", r"in\s+(?:other\s+news|the\s+headlines)\b",
    r"(?:you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested)|what\s+to\s+read\s+next|up\s+next|next\s+up|from\s+(?:our\s+partners|around\s+the\s+web|the\s+archives?)|in\s+this\s+(?:article|story)|on\s+this\s+page|table\s+of\s+contents)\b",
    r"explore\s+more\b", r"(?:previous|next|older|newer)\s+(?:article|story|post|page)s?\s*(?:$|[:|>»«←→]|(?-i:[A-Z]))",
    # advertising, letters by mail, accounts
    r"(?:advertisement|advertorial|(?:paid|sponsored|partner|promoted)\s+(?:content|post|message)|ad\s*$)(?=\W|$)(?!\s+\w+\s+\w+\s+\w+\s+\w+\s+\w+\s+\w+)",
    r"(?:article|story)\s+continues\s+(?:below|after)\b", r"continue\s+reading\b", r"scroll\s+(?:down|to\s+continue)\b", r"skip\s+(?:to|ad|advert)\b",
    r"sign\s+up\s+(?:for|to|here|now|today)\s+(?!(?:an?|the)\s+(?:agreement|deal|pact|treaty|trade))(?:our|the|free|receive|get|this|[\w']+\s+(?:newsletter|briefing|alerts?))\b", r"sign\s+up\s*(?:$|here|now|[.!:|])",
    r"subscribe\s*(?:$|[.!:|]|(?:to|for|now|here|today|via)\b)", r"(?:sign|log)\s+in\s*(?:$|[:|/]|to\b|with\b)", r"register\s+(?:for\s+free|now|here|to\s+(?:read|continue|comment|keep))\b", r"(?:already|not)\s+(?:a|an)\s+(?:subscriber|member)\b",
    r"(?:get|receive)\s+(?:our|the\s+(?:latest|best|day's|top)|breaking|all\s+the)\b.{0,80}\b(?:inbox|newsletters?|alerts?|email|app|updates)\b", r"(?:enter|your)\s+(?:your\s+)?e-?mail\b", r"newsletters?\s*(?:$|[:|])", r"(?:the\s+)?(?:daily|weekly|morning|evening)\s+(?:newsletter|briefing)\s*(?:$|[:|])",
    r"(?:thank\s+you|thanks)\s+for\s+(?:subscribing|signing|reading|registering)\b", r"you\s+(?:have\s+(?:been\s+)?(?:successfully\s+)?(?:subscribed|reached\s+your)|can\s+unsubscribe)\b", r"unlock\s+(?:this|the|unlimited|full)\b", r"to\s+(?:continue|keep)\s+reading\b",
    r"(?:download|get|try)\s+(?:our|the)\s+(?:\w+\s+){0,2}app\b", r"support\s+(?:our|independent)\s+journalism\b", r"(?:donate|become\s+a\s+member|buy\s+a\s+subscription|try\s+it\s+free|start\s+your\s+free)\b",
    # share bars
    r"share\s*(?:$|[:|]|(?:this|on|via|with)\b(?!\s+(?:\w+\s+){6}))", r"(?:tweet|retweet|pin\s+it|like\s+this)\s*(?:$|[:|]|this\b)", r"(?:follow|like|join|find|connect\s+with)\s+(?:us|@\w+)\b", r"follow\s+(?:\w+\s+){1,4}on\s+(?:twitter|x\b|facebook|instagram|telegram|google|whatsapp|linkedin)", r"join\s+our\s+(?:\w+\s+){0,2}(?:channel|group|community|newsletter|mailing)",
    r"(?:print|e-?mail|save|bookmark|gift|copy|send)\s+(?:this|the)?\s*(?:article|story|page|link)\b", r"copy\s+link\b", r"text\s+size\b", r"print\s*$",
    # cookies and the law
    r"(?:we|(?:this|our)\s+(?:site|website|page))(?:\s+and\s+our\s+\w+)?\s+uses?\s+(?:\w+\s+){0,2}cookies\b", r"(?:we\s+and\s+our\s+partners|we\s+value\s+your\s+privacy|your\s+privacy|manage\s+(?:cookies|preferences|consent|settings))\b", r"by\s+(?:continuing|using|clicking|browsing|signing\s+up)\b.{0,60}\b(?:site|website|cookies?|service|agree|terms|policy)\b",
    r"(?:accept|reject|allow|decline)\s+(?:all|cookies|and\s+(?:close|continue))\b", r"cookies?\s+(?:policy|settings|notice|preferences|consent|statement)\b",
    r"©|\(c\)\s*\d{4}|copyright\s*(?:©|\(c\)|\d{4}|[:|]|notice|$)", r"all\s+rights\s+reserved", r"(?:terms\s+(?:of\s+(?:use|service)|(?:and|&)\s+conditions)|privacy\s+(?:policy|notice|statement)|cookie\s+policy|code\s+of\s+conduct|disclaimer)\b", r"this\s+(?:material|article|content|story|report)\s+(?:may\s+not|is\s+protected|was\s+(?:originally|first)\s+published|(?:first|originally)\s+appeared|has\s+not\s+been\s+edited)\b", r"re-?published\s+with\s+permission\b", r"our\s+standards\s*:", r"(?:licensing|reprints?|permissions?)\s*(?:$|[:|&])",
    # tags and rooms
    r"(?:tags?|topics?|key\s*words?|filed\s+(?:under|in)|posted\s+in|categor(?:y|ies)|section|hashtags?|labels?|location|read\s+time|reading\s+time|you\s+are\s+here|source|via|credits?|author|editors?|reporter|writer|language|edition)\s*:", r"filed\s+under\b",
    # comments
    r"(?:view|show|load|hide|see|read|post|add|leave|write|join)\s+(?:all\s+|more\s+|a\s+|your\s+|the\s+|\d+\s+)?(?:comments?|reply|replies|conversation|discussion)\b", r"comments?\s*(?:$|\(|:|\|)", r"(?:view|show|load|see)\s+(?:all|more)\s*$", r"comments\s+(?:are|have\s+been)\s+(?:closed|disabled|moderated)\b", r"be\s+the\s+first\s+to\s+comment\b", r"report\s+(?:a\s+)?(?:typo|error|abuse|this\s+ad)\b", r"your\s+opinion\s+matters\b",
    # pictures, films, sound
    r"(?:file\s+)?(?:photo|picture|image|video|graphic|infographic|illustration|gallery|caption|slideshow|map|chart|watch|listen|podcast|cartoon)s?\s*(?::|\||\(|/|$)", r"(?:image|photo|picture|video)\s+(?:source|caption|credit|copyright|by)\b", r"file\s*[-–—]\s+(?-i:[A-Z])", r"(?:enlarge|open|view|zoom|expand)\s+(?:this\s+)?(?:image|photo|picture|gallery)\b", r"(?:this\s+video\s+can|video\s+(?:unavailable|player)|your\s+browser\s+does\s+not|(?:please\s+)?enable\s+javascript|javascript\s+(?:is|must)|play\s+(?:video|audio)|unmute|duration\s*[:\d]|now\s+playing|media\s+caption|to\s+play\s+this)\b", r"(?:listen\s+to\s+this|click\s+(?:here|to|on)|tap\s+(?:here|to)|swipe|watch\s+(?:live|now|the\s+video|more|this))\b",
    r"in\s+this\s+(?:\w+[\s,]+){0,4}(?:photo|image|picture|handout)\b.{0,300}", r"(?:pictured|seen)\s+(?:above|below|here)\s*(?:$|[:.])",
    # embedded posts
    r"view\s+this\s+post\b", r"a\s+post\s+shared\s+by\b", r"(?:this|loading|embedded)\s+(?:tweet|post|content)\s+(?:is|was|from|may|could|by|has)\b", r"[—–-]{1,2}\s*[^\n]{1,60}\(@\w+\)", r"RT\s+@\w", r"(?:pic\.)?twitter\.com/\w+\s*$",
    # menus
    r"(?:home|homepage|front\s+page)\s*[|>/»›·•:→]", r"menu\s*(?:$|[:|])", r"(?:search|back|close|top|next|previous|more|go)\s*(?:$|[>»→▼▲])", r"back\s+to\s+(?:top|home|all|the\s+top)\b", r"(?:toggle|open|close|show|hide|main)\s+(?:the\s+)?(?:menu|navigation|search|sidebar)\b", r"(?:contact|about|advertise\s+with)\s+us\b", r"(?:jump|go)\s+to\s+(?:content|navigation|comments|main)\b", r"site\s*map\b",
    # who wrote and edited
    r"\(?(?:additional\s+)?(?:reporting|editing|writing|compiled|edited|translated|written|rewritten|produced)\s+by\s+(?-i:[A-Z])(?!.*\b(?:shows?|says?|suggests?|found)\b)", r"\(?with\s+(?:agency\s+|additional\s+)?(?:inputs?|reporting)\s+(?:from|by)\b", r"(?:staff|special|our)\s+(?:correspondent|reporter|writer)s?\s*$", r"about\s+the\s+(?:author|writer|reporter)s?\b", r"(?:contact|write\s+to|e-?mail|reach)\s+(?:the\s+)?(?:author|reporter|writer|newsroom|him|her|them)\b", r"while\s+reaching\s+out\b",
    rf"{_STAMPED}\s*(?::|\||{_STAMP})",
    rf"{_STAMPED}\s+(?:on\s+|at\s+|by\s+)?{_STAMPS}\s*$",
)  # fmt: skip

OPENINGS: Final = (
    r"share\b", r"tweet\b", r"subscribe\b", r"register\b", r"newsletter", r"sponsored\b", r"promoted\b", r"trending\b", r"recommended\b", r"cookies?\b", r"copyright\b", r"breaking\s+news\b",
    r"more\s+from\b", r"read\s+(?:more|next|full)\b", r"(?:also|must)\s+(?:read|watch)\b", r"(?:watch|listen|video|photos?|pictures?|gallery|explainer|opinion|analysis|editorial)\s*[:|]?\s", r"(?:updated|published|posted|modified)\s+(?:on|at|by)\b", r"by\s+(?-i:[A-Z][\w.'’-]+\s+[A-Z])",
    r"menu\b", r"sign\s+(?:up|in)\b", r"log\s+in\b", r"join\b.{0,40}\b(?:free|today|now)\b",
)  # fmt: skip

WHOLE: Final = (
    rf"{_STAMPS}", rf"(?:[\w .'-]{{2,30}}\s*[|•·/,]\s*){{1,2}}{_STAMPED}?\s*:?\s*{_STAMPS}", rf"\(?(?-i:[A-Z])[\w. ]{{2,24}}\)?\s+{_TIME}[,\s]+{_DATE}",
    r"(?:\d[\d.,]*\s*[km]?|no|one)\s+(?:comments?|shares?|views?|likes?|replies|reads?|retweets?|votes?|reactions?)(?:\s*[|•·,]?\s*\d[\d.,]*\s*[km]?\s+(?:comments?|shares?|views?|likes?|replies))*",
    r"(?:(?:about\s+)?\d+[\s-]*min(?:ute)?s?\s+(?:read|watch|listen)|min(?:ute)?s?\s+read|reading\s+time\s*:?\s*\d+\s*min(?:ute)?s?)", r"page\s+\d+(?:\s+of\s+\d+)?", r"\d+\s*(?:of|/)\s*\d+", r"[-=*_~#.•·\s]+", r"(?:end|ends|enditem|reuters?|more|-30-|/end/)", r"exclusive|updated?|live|breaking|premium|free\s+access",
    r"\(?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?", r"(?:https?://|www\.)\S+", r"@\w{2,30}", r"(?:#\w+[\s,]*)+",
    r"(?:(?:the|this)\s+)?(?:writer|author)\s+is\b.{3,160}", r"(?-i:[A-Z])[\w.'’-]+(?:\s+(?-i:[A-Z])[\w.'’-]+){1,3}\s+(?:is\s+an?\s+(?:\w+[\s-]+){0,4}(?:reporter|correspondent|columnist|editor|journalist|writer|freelancer|intern)\b|(?:covers|writes\s+(?:about|on)|reports\s+(?:on|for|from)|contributed\s+to\s+this)\b).{0,200}",
)  # fmt: skip

SOCIAL: Final = frozenset(
    "share tweet facebook twitter whatsapp telegram email e-mail mail print linkedin pinterest reddit copy link x vk "
    "instagram youtube messenger line tumblr flipboard pocket threads bluesky mastodon weibo wechat viber sms save gift "
    "bookmark comment comments like send on via this with to rss google follow us more".split()
)
SECTIONS: Final = frozenset(
    "home news world business politics sport sports opinion economy markets market tech technology culture video videos "
    "photos weather more menu search login subscribe live asia europe africa americas trade about contact local national "
    "international science health entertainment lifestyle travel arts finance companies money style food education "
    "environment climate energy magazine podcasts podcast games shop jobs obituaries letters editorial columns analysis "
    "features latest archive archives epaper newsletters newsletter sitemap help faq careers advertise privacy terms "
    "multimedia cartoons property motoring media industry defence defense regions society".split()
)
CREDITED: Final = (
    r"UPI|AP|AFP|REUTERS|Reuters|EPA|EPA-EFE|Getty\s+Images|Xinhua|TASS|Kyodo|Yonhap|ANSA|dpa|DPA|EFE|PTI|ANI|PA|"
    r"Shutterstock|Bloomberg|KCNA|Sputnik|VCG|Anadolu|AA|IRNA|Lusa|Belga|AAP|NurPhoto|Alamy|iStock|ZUMA|Handout|Pool"
)
