# What the package says, in English. One message for each chart, explorer, page or kind of error; its parts (.title,
# .text, .note) stand under it. Syntax: Project Fluent. How it works here:
#   { $n }                    a value. Whole numbers are written with thousands separated, other figures with three
#                             digits that count, a list as "a, b and c". A year comes as text.
#   { $n -> [one] … *[other] … }   what depends on a number or on a word, decided here. [0] is exactly none.
#   { n-cases }               another message in this place, with the same values
#   WORD($n)                  a small number in words; CAPITAL(…) begins a sentence
# Names of places for values are the same in all languages; a language may leave one out.

### Numbers, lists and counts

numbers =
    .n0 = no
    .n1 = one
    .n2 = two
    .n3 = three
    .n4 = four
    .n5 = five
    .n6 = six
    .n7 = seven
    .n8 = eight
    .n9 = nine
    .n10 = ten
    .n11 = eleven
    .n12 = twelve
number = { WORD($n) }
none = none
n-cases = { WORD($n) } { $n ->
    [one] case
   *[other] cases
 }
cases-first = { CAPITAL(WORD($n)) } { $n ->
    [one] case
   *[other] cases
 }
of = { $n } of { $total }{ $total ->
    [0] { " (fewer than three cases)" }
    [1] { " (fewer than three cases)" }
    [2] { " (fewer than three cases)" }
   *[other] { "" }
 }
of-whom = { $n } of { $total } { $whom }{ $total ->
    [0] { " (fewer than three cases)" }
    [1] { " (fewer than three cases)" }
    [2] { " (fewer than three cases)" }
   *[other] { "" }
 }
# inside brackets
of-inside = { $n } of { $total }{ $total ->
    [0] , fewer than three cases
    [1] , fewer than three cases
    [2] , fewer than three cases
   *[other] { "" }
 }
of-cases = { $n } of { $total ->
    [0] 0 cases (fewer than three)
    [1] 1 case (fewer than three)
    [2] 2 cases (fewer than three)
   *[other] { $total } cases
 }
with-share = { $name } ({ $share })
tied = { $names } ({ $n ->
    [one] each{ " " }
   *[other] { "" }
 }{ $shares })
n-records = { $n ->
    [one] a record
   *[other] { $n } records
 }
own-records = { n-records } of your own, not part of the data set

### Analysis, commands, data card

model-rule =
    .public-service = The public side holds every role, and the community has no right: that is a public service, not a collaboration.
    .self-help = The community holds every role, and the public side puts nothing in: that is self-help, not a collaboration.
    .third-party = A third party owns it: neither the public side nor the community. The codebook has no model for that.
    .shared-planning = Planning power is shared, and no land, building, plant or contract changes hands: there is no common asset.
    .each-a-part = Both sides own a part, and the public side holds no shares in a common company: each owns a part of its own.
    .cooperative-with-others = Both sides hold shares, and a cooperative stands beside members of other kinds: a cooperative with a public member.
    .one-company = Both sides hold shares in one company or plant.
    .held-in-trust = A trust or foundation on the community's side owns it, sells no shares, and the community at least co-decides: it is held in trust.
    .homes-on-public-land = The homes are the community's, but they stand on public land under a lease, and fall back when it ends.
    .public-duty = The public side pays for the service under a contract. It gives no money, land or credit for an asset. So it is a public duty that the community carries out.
    .community-owns = The community owns what delivers the service, and the public side backs it.
    .network = A public network for water or power that the community's side runs day to day: the service is delegated.
    .under-contract = The community runs it under a contract, and the asset is not its own: the service is delegated.
    .right-of-use = It is public property that the community uses and runs, alone or with the public side, under a lease or right of use.
    .a-say = The public side owns it, and nothing shows that the community runs it: what remains is a say.

# Who plans and who delivers (Bovaird 2007). $several is true where both sides do.
co-production =
    .plan = { $who } { $several ->
        [true] plan
       *[other] plans
     }
    .deliver = { $who } { $several ->
        [true] deliver
       *[other] delivers
     }
    .rule = Who plans is read from the role governance: public, both sides (shared) or the community. Two exceptions: where the record shows that the community has no right at all, the public side plans. Where governance is public and yet both sides usually decide together (participation level collaborate or empower), both plan. Who delivers is the role delivery. The grid is Bovaird's; this reading of it is the project's own.

motions =
    .no-year = year not found

voting-power =
    .too-many = { $n } blocs are too many to count every coalition exactly; that is done up to { $most }. Power is not told.
    .count = { $for } for, { $against } against; { $needed } needed.
    .vetoed = { $for } for, { $against } against; { $needed } needed. Stopped by the veto of { $vetoes }.

# Answers and help of the command line
pcc =
    .lab = open the notebooks in JupyterLab
    .lab-notebook = notebook to open first
    .port = port to listen on (default: a free one)
    .lab-projector = big type in every picture, for the last row
    .present = show a notebook on a projector, one step a screen: arrows, clicker or space turn the pages
    .present-more = further notebooks that will be shown; they are made ready as well
    .no-browser = do not open a browser
    .build = make tables, schema and data card from the records
    .build-check = write nothing; exit 1 when something is stale
    .export = save all tables
    .export-format = csv, parquet, xlsx, datapackage, bibtex or csl-json
    .export-extra = folder with records of your own, added to the project's
    .export-replace = a record of yours stands in place of the project's of the same id
    .export-excel = csv for Excel: letters known, no text taken for a formula
    .export-force = replace files that no export wrote, or that were changed since
    .handout = paper: worksheet or key of a notebook, cards, canvas, plays, tools, road map, or all of it
    .handout-what = a notebook (2_1, its name or its file), or one of these: { $words }
    .handout-names = for cards: ids of cases; for plays and tools: which of them (default: all)
    .handout-key = the key with the answers, in place of the worksheet
    .handout-per-sheet = cards on a sheet: 1 (A5), 2 or 4 (A4)
    .handout-more = Examples: pcc handout 2_1; pcc handout 2_1 --key; pcc handout cards --per-sheet 2; pcc handout cards cadiz-energy-boards; pcc handout all --folder paper
    .folder = where to write it (default: here)
    .ready = ready for tomorrow? Look at fonts, browser, printing, memory, disk, data, and open the pages of the plan
    .ready-minutes = length of the plan whose pages are opened: 45, 90 (default) or 180
    .ready-phones = how many phones shall join
    .ready-quick = leave out what takes long: printing and opening the pages
    .check = hold records to all rules
    .paths = record or folder of records
    .check-strict = count warnings as faults
    .format = write records in one layout and in the newest format; comments and values are kept
    .format-check = write nothing; exit 1 when a record would change
    .new-case = write a commented template of a record
    .new-case-id = id of the case, place first: my-town-solar-roofs
    .new-case-short = what has to be told, without explanations
    .new-case-from = take over what a design of the studio says
    .about = Public-community collaborations: cases, checks and notebooks.
    .stale = stale: { $file }
    .written = written: { $file }
    .fresh = Everything is fresh.
    .run-build = Run `pcc build` and commit the result.
    .open = open the notebooks as live pages: nothing to run, nothing that can break
    .pages-open = The notebooks open in your browser. Leave this window open; press Ctrl and C twice here to end it.
    .lab-opens = JupyterLab opens in your browser. Leave this window open; press Ctrl and C twice here to end it.
    .copied = The notebooks were copied to { $folder }.

# Live pages. What a script fills in while the page is open comes as values: $cell, $at, $title, $used …
live =
    .skip = To the text
    .way-back = The way back: in a terminal, in the folder of the project, write `git restore notebooks`. All notebooks are then as they came. Does that not work there? Then get a fresh copy of the project.
    .stopped = The page stops here. Most often its notebook was changed in JupyterLab and saved. { live.way-back }
    .trouble = This page does not open
    .trouble-400 = The file of this notebook is not whole. Perhaps it was cut short when it was saved or copied. { live.way-back }
    .trouble-404 = There is no such page. Perhaps a notebook was moved, or the address was typed by hand.
    .trouble-key = This browser does not have the key to this page. Open the whole address that stands in the terminal: it ends with the key.
    .trouble-key-typed = Or paste the key here, all that stands behind “token=”:
    .trouble-key-go = Open
    .trouble-key-wrong = That is not the key.
    .trouble-other = That did not work. Load the page again, or go back.
    .too-long = This took longer than a page waits. Close other programs, then load the page again.
    .pages = Pages
    .all = All notebooks
    .code = Show the code (new tab)
    .style = Type
    .style-screen = for a screen
    .style-projector = big, for a projector
    .style-phone = narrow, for a phone
    .language = Language
    .window = Open the page.
    .starting = Getting the cases ready …
    .making = Making the page: { $cell } of { $cells } …
    .connecting = Bringing the pictures to life …
    .lost = The connection to the notebooks is lost. Nothing is broken: this page tries again by itself. Is the laptop that serves it awake, and on the same network?
    .anew = The notebooks are back. This page starts again …
    .asked = A question is open for the room. Tap here to answer it.
    .step = { $at } of { $of }: { $title }
    .steps = Steps
    .back = Back
    .next = Next
    .fold = Controls away
    .unfold = Show controls
    .overview = Overview
    .notes = Notes
    .group = New group
    .progress = How far we are
    .minutes = minute { $used } of { $planned }
    .day = { $text }, { $day } today
    .core = core path
    .used = minute { $used }
    .picture = { $title }: picture
    .beside = Notebooks of today
    .then = Then: { $title }
    .note =
        “{ $say }”
        { $moves }{ $phones ->
            [none] {""}
           *[other] { " " }If you ask the phones, open: “{ $phones }”
        }
        Made: { $makes }
        When it goes wrong: { $wrong } { $mend }
    .note-begin = { $minutes } minutes in a room. Short of time? The core path takes { $core }: { $sections }. In the overview (O) it is marked.
    .note-minutes = { $place ->
        [core] On the core path
        [play] A play, told apart
       *[free] In none of the plans for { $plans } minutes: take it when there is time, else turn on
     }. About { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
     }.
    .note-guess = Ask, and wait for hands before you show the answer: { $text }
    .note-do = Let them do it: { $text }
    .note-look = With the picture: { $text }
    .note-explain = Then let pairs talk: { $text }
    .note-check = Let each take an answer alone first, then compare with a neighbour. Nobody is marked.
    .note-end = To end with, ask one of these: { $questions }
    .nonote = Nothing to prepare here: let people read, then turn on.
    .after = Next: { $title }
    .last = This is the last step.
    .second = On a second screen
    .counted = { $text } ({ $at } of { $of })
    .black = Black screen. Press any key to go on.
    .table = Table; the arrow keys move it
    .sure = Start again for the next group? Every explorer, guess and toolbox on this page goes back to its start, and the minutes begin at 0. The page stays at this step, and saved designs stay too.
    .yes = Start again
    .no = Go on as it is
    .presents = The notebook opens in your browser. Leave this window open; press Ctrl and C here to end it.
    .needs = The notebooks cannot be opened: { $module } is not installed here. In the folder of the project type: pip install -e ".[lab]"

# What stands in a page for a widget whose kernel is gone
lab-files =
    .again = To bring this back, choose Run ▸ Run All Cells.

# datapackage.json, which describes the tables
data-package =
    .case = Id of the case.
    .sources = Ids of the sources of this row, separated by semicolons; see the table sources.
    .authors = The pcc_data authors

# The data card (datasets/README.md)
data-card =
    .what = what
    .number = number
    .note = note
    .field = field
    .scale = scale
    .cases = cases
    .report = { $n } of them from the report
    .blocs = { $n } blocs
    .ratings = outcome ratings
    .possible = of { $n } possible; the rest was not found
    .kind = kind of source
    .sources = sources
    .languages = Languages of the sources (ISO 639-1): { $languages }.
    .leaning = { $n } of { $cases } cases lie in { $region }; { $most } of { $sources } sources are written in the language `{ $language }`.
    .rating = Rating: { $outcome }
    .not-found = not found
    .round-1 = Round 1: { $n } cases, { $fields } fields. A second coder saw the recorded facts and the definitions, but neither the first coding nor its reasons. The disagreements led to clearer definitions, and each was settled by those and by the facts.
    .round-2 = Round 2: the settled codes of these { $n } cases against a new coder who worked blind in the same way.
    .round-3 = Round 3: { $n } cases that were added later, the same { $fields } fields, two blind codings before they were settled. It also took up { $added } for { $later } of all { $cases } cases.
    .unreliable = under { $least }: not for conclusions
    .compared = cases compared (2 and 3)
    .alpha = alpha, round { $round }
    .overlap = { $field } takes several codes at once. In { $n } cases that two coders looked at, both gave on average { $share } of the codes that either gave. This is a mean overlap and no alpha; it is 1 where neither gave any.
    .undefined = undefined: all codes are the same
    .interval = { $alpha } ({ $low } to { $high })

### Charts: rows and dots

# What many pictures say. Small lines hold whole sentences, one after the other.
chart =
    .no-case = No case matches
    .empty = Nothing to draw: the selection is empty.
    .sentence = { $title }.
    .numbers = Show the numbers
    .guessed = Guess made: show it
    .boxes = No font on this computer has { $n } of the signs in { $file } ({ $signs }): boxes stand in their place. Save the picture as SVG, whose texts the browser sets, or install a font that has them, such as Noto Sans CJK or Noto Emoji.
    .unreliable = Caution: independent coders agreed too little on { $fields } to draw conclusions.
    .few = * fewer than three cases.
    .marks = Each mark is a case (n = { $n }); the figure in a corner counts them.
    .unit = { $many ->
        [true] Bars count cases
       *[false] Each mark is a case
     }
    .n = n = { $n }{ $few ->
        [true] { "*" }
       *[false] { "" }
     }
    .count = { $n } of { $total }
    .tally = { $n } { $code }
    .labelled = { $name }: { $n }
    .counted = { $name } { $n }
    .all = All
    .case = case
    .span = { $first } to { $last }
    .heading = { $group }: { $n } of { $total }{ $again ->
        [true] { " (continued)" }
       *[false] { "" }
     }
    .your-place = Your place
    .coded-place = Coded place
    .both-places = Your place = Coded place
    .not-found = not found
# a table of dots with the statuses across
chart-by-status =
    .across = How they stand →
    .none = no case
# two coded fields as a table of dots
chart-of-dots =
    .colour-and = Colour and { $sign ->
        [shape] shape
        [number] number
       *[letter] letter
     }: { $field }.
    .apart = Dashed: not found or no step of the scale.
    .cell = { $row }, { $column }: { n-cases }
    .of-field = { $field }: { $code }
n-roles = { WORD($n) } { $n ->
    [one] role
   *[other] roles
 }
n-instruments = { WORD($n) } { $n ->
    [one] instrument
   *[other] instruments
 }
level-one = { $level ->
    [roles] role
   *[instruments] instrument
 }
level-many = { $level ->
    [roles] roles
   *[instruments] instruments
 }
city-roles =
    .title = { CAPITAL($most) } { $first ->
        [one] is the most common { level-one }, in { of-cases }
        [2] are the most common { level-many }, each in { of-cases }
       *[other] are the most common, each in { of-cases }
     }; { $rare } the rarest, in { $least }
    .alike = All { level-many } are equally common, each in { of-cases }
    .text = { CAPITAL(level-many) } of the public side in { n-cases }, counted in cases: { $parts }.
    .part = { $name } { $n }
    .more = A case with several { level-many } has a mark for each.
used-together =
    .all = All of them
    .some = Some of them
    .none = None of them
    .recorded = Recorded
    .not-recorded = Not recorded
    .rows = Rows: cases with { $n ->
        [one] this { level-one }
       *[other] these { level-many }
     }.
    .together = { $names } together
    .never = { $what }: in none of { n-cases }
    .never-text = No case of { $n } shows { $what }.
    .of-them = of them
    .of-others = of the others
    .title = { $what }: { of-cases }{ $kind ->
        [tied] { "" }
        [all] . { CAPITAL($state) }: { $here }
       *[part] . { CAPITAL($state) }: { $here }, { $there }
     }
    .text = { $what }: { of-cases }. How they stand: { $states }.{ $others ->
        [0] { "" }
       *[other] { $kind ->
            [tied] { "" }
           *[part] { " " }The other { $others }: { $rest } { $state }.
         } Two groups of cases side by side; neither shows what made the difference.
     }
roles-strip =
    .title = No role is shared ({ $parts })
    .title-shared = { CAPITAL(WORD($n)) } of six roles { $n ->
        [one] is
       *[other] are
     } shared: { $roles }
    .part = { $holder } { WORD($n) }
    .note = { $name }. Who holds each role.
    .text = { $name }: { $parts }.
    .text-part = { $role }: { $holder }
    .column-role = role
    .column-holder = held by
co-production-grid =
    .title = { CAPITAL($sides) } plan and deliver in { of } cases; { $community } alone in { WORD($alone) }
    .text = Of { n-cases }, { $sides } plan and deliver in { WORD($both) }, { $community } does both in { WORD($alone) } and { $public } in { WORD($only-public) }; the other { WORD($others) } mix the sides.
    .note = Each mark is a case (n = { $n }); the figure in a corner counts them. Tinted: full co-production.
    .across = Who plans →
    .down = Who delivers ↓
    .title-hidden = Where does this case belong?
    .text-hidden = An empty grid: who plans from left to right, who delivers from top to bottom.
    .note-hidden = Nine places and one case. Tinted: full co-production.
    .cell = { $delivers }, { $plans }
designs-models =
    .note = Grey bars: real cases (n = { $n }). Letters are designs, imagined.
    .open = Not decided, or no model
    .none = No design makes a model yet
    .none-text = No design makes a model yet: choose who owns what delivers the service.
    .title = { CAPITAL(WORD($n)) } { $n ->
        [one] design makes
       *[other] designs make
     } { WORD($models) } { $models ->
        [one] model
       *[other] models
     }{ $frequent ->
        [tied] { "" }
        [among] , the most frequent real one among them
       *[not-among] , the most frequent real one not among them
     }
    .each = { $key } ({ $name }): { $model }, { $n } of { $total } real cases.
    .column-model = model
    .column-designs = designs
    .column-real = real cases
designs-roles =
    .note = Letters in boxes: who holds the role; hollow: not decided. Last line: real cases (n = { $n }) by holder.
    .real = Real cases
    .open = not decided
    .none = No design yet
    .title-one = One design; { WORD($n) } of six roles are decided
    .title = The { WORD($designs) } designs agree on { $n ->
        [0] none of six roles
       *[other] { WORD($n) } of six roles: { $roles }
     }
    .each = { $role }: { $n } of { $total } { $holder }
    .text = { $title }. Most frequent holders: { $n ->
        [0] none decided
       *[other] { $each }
     }.
    .column-design = design
designs-grid =
    .note = Letters are designs, imagined. In grey: real cases in the same place (n = { $n }). The middle is full co-production.
    .open = Not decided
    .plans-open = who plans is open
    .delivers-open = who delivers is open
    .real = { $n } real
    .none = No design yet
    .title = { CAPITAL(WORD($n)) } of { WORD($designs) } { $designs ->
        [one] design
       *[other] designs
     }: { $place }; so it is in { $real } of { $total } real cases
    .title-apart = The { WORD($designs) } designs lie in { WORD($n) } different places
    .each = { $key } ({ $name }): { $place }, as in { $n } of { $total } real cases.
    .column-design = design
    .column-plans = plans
    .column-delivers = delivers
    .column-real = real cases there
spectrum =
    .title = In { of-cases } people share in power or hold it: cases were chosen because they share
    .title-unknown = How far people take part was not found in any case here
    .note = Eight rungs after Arnstein (1969), questions in own words. Right: cases coded at the level that lies about there (n = { $n }); the bridge between the two is this project's.
    .text = Arnstein's ladder from manipulation to citizen control. Cases by participation level: { $parts }.
    .column-rung = rung
    .column-name = name
    .column-group = group
    .column-level = about level
    .column-cases = cases at that level
# from when to when, in the title and in the sentence
timeline-span = { $kind ->
    [none] without a year
    [one] in { $from }
   *[more] from { $from } to { $to }
 }
timeline =
    .title = { CAPITAL(WORD($n)) } recorded events { timeline-span }; { $status } as of { $as-of }
    .text = { $name }: { WORD($n) } events { timeline-span }. First: { $first }. Last: { $last }.
    .note = { $name }. { $told ->
        [order] In words, in the order of the record; no year is known.
        [words] In words, one line an event; all words are in the numbers.
       *[both] Top: to scale; below: in words.{ $n ->
            [0] { "" }
           *[other] { " " }Without a year, in words only: { WORD($n) }.
         }
     }
    .column-year = year
    .column-month = month
    .column-when = when
    .column-type = type
    .column-label = label
key-figures =
    .title = { $n ->
        [0] No figures were found
       *[other] { CAPITAL(WORD($n)) } figures are on record, { $actual } of them actual
     }
    .note = { $name }. Bars compare figures of the same kind and unit; filled = actual, hollow = planned or estimated.
    .figure = { $label }: { $value } ({ $year }, { $kind })
    .column-code = code
    .column-label = label
    .column-value = value
    .column-low = low
    .column-high = high
    .column-about = about
    .column-unit = unit
    .column-year = year
    .column-kind = kind
    .column-said-by = said_by
    .no-year = no year
    .when = { $year }, { $kind }
    .text = { $name }: { WORD($n) } figures, { $actual } of them actual.{ $n ->
        [0] { "" }
       *[other] { " " }The first: { $first }. The table has all.
     }
promises =
    .title = { $n ->
        [one] One promise
       *[other] { $n } promises
     } on record: { $states }{ $late ->
        [0] { "" }
        [one] ; one of the pending ones is overdue
       *[other] ; { $late } of the pending ones are overdue
     }
    .text = { $n ->
        [one] One promise
       *[other] { $n } promises
     } { $cases ->
        [1] in one case
       *[other] in { $holding } of { $cases } cases
     }: { $states }. { $pending ->
        [0] { "" }
       *[other] Of the pending ones { WORD($late) } { $late ->
            [one] is
           *[other] are
         } overdue; for { WORD($undated) } no date was found, and what has no date is never overdue.{ " " }
     }The share delivered is known for { $known ->
        [0] none of them.
       *[other] { WORD($known) } of them; { $reached } reached what was promised, { $nothing } nothing of it.
     }
    .note = Each row has its own unit: the frame is what was promised, the filling what was delivered by the year given. Hollow mark: delivery not found.{ $part ->
        [true] { " " }Rows { $span }.
       *[false] { "" }
     }
    .none = No promise with a known outcome is recorded for { n-cases }
    .none-note = That no promise is recorded does not mean that none was made.
    .promised = promised { $when }
    .came = came { $when }
    .as-of = as of { $year }
    .time = { $unit }: { $known }
    .amount = { $n } { $unit }
    .no-amounts = no amounts found
    .not-delivered = promised { $promised }, delivered not found
    .not-promised = delivered { $delivered }, promised not found
    .both = { $delivered } of { $promised }{ $share ->
        [none] { "" }
       *[known] { " " }({ $share })
     }
    .column-case = case
    .column-promise = promise
    .column-unit = unit
    .column-promised = promised
    .column-delivered = delivered
    .column-share = share delivered
    .column-promised-in = promised in
    .column-due = due
    .column-as-of = as of
    .column-state = state
life-lines =
    .title = { cases-first } since { $since }: { $states }
    .text = Life lines of { n-cases }, the first from { $since }, with { $events } recorded events: { $states }.{ $lasted ->
        [0] { "" }
       *[other] { " " }{ CAPITAL(WORD($lasted)) } with a known start and end lasted { $years } years.
     }
    .note = Each row is a case{ $page ->
        [all] { " " }(n = { $n })
       *[part] : { $span } of { $n }
     }. Thick line: from start to end, or to the year its status is known for; thin line: before and after.
    .start = { $precision ->
        [about] about { $year }
        [by] by { $year }
       *[exact] { $year }
     }
    .no-start = start not found
    .no-year = year not found
    .goes-on = goes on
    .stands = { $status }, { $when }
    .column-name = name
    .column-start = start
    .column-end = end
    .column-status = status
    .column-as-of = status as of
    .column-events = events
owned-and-seated =
    .title = The community holds more than half of the seats in { of } cases; seats and the share it owns are both on record in { $both ->
        [one] one case
       *[other] { WORD($both) } cases
     }
    .title-none = No share and no seats are on record here
    .text = Of { $n } cases the seats of the community are on record in { $seated } and the share it owns in { $owned }.{ $both ->
        [0] { "" }
       *[other] { " " }Both: { $parts }.
     }
    .part = { $city }: owns { $owned }, holds { $seats } per cent of the seats
    .note = Cases with either on record: { of }. Filled mark: seats of the community in per cent. Hollow square: share of capital or asset that it owns. No mark: not on record. Dashed line: half.
    .mark-owned = owns { $percent }
    .mark-seats = seats { $percent }
    .from-board = board
    .from-figure = figure
    .column-case = case
    .column-owned = owned %
    .column-seats = seats %
    .column-from = from
participation-and-right =
    .across = What people may do: the right →
    .down = The habit ↓
    .title = Where people usually help to decide, they cannot be outvoted in { of }; { $active } of these are active
    .title-none = In no case here do people usually decide or help to decide while their right is known
    .known = Both habit and right are known for { n-cases } of { $total }.
    .more = In { $n } the habit is to collaborate or to empower. In { $binding } of these the community has a vote, in { $secure } one that cannot be outvoted. In the other { WORD($weaker) } a vote could be lost, or the public side could stop listening. Of the { $secure }, { WORD($active) } are active. A right can be ended, too: then somebody has to decide it.
role-matrix =
    .title = { CAPITAL($public) }, { $community }
    .title-most = { CAPITAL($public) }, { $who } { $roles }
    .title-both = { CAPITAL($public) }; so does { $who } ({ $share })
    .text = Who holds six roles in { n-cases }. { CAPITAL($public) }, { $community }, and { $shared }.{ $gone ->
        [0] { "" }
       *[other] { " " }In { WORD($gone) } of { $places } places the holder was not found.
     }
    .holds = { $much ->
        [most] { $who } most often { role-holds } { $roles }
        [alike] { $who } { role-holds } { $roles }, none more often than the others
       *[none] { $who } { role-holds } no role
     }
    .note = Each row is a case ({ $page ->
        [all] n = { $n }
       *[part] { $span } of { $n }
     }); colour and letter tell who holds the role. Bars count the cases of each group.
    .column-name = name
role-holds = { $holder ->
    [shared] share
   *[other] holds
 }
in-countries = { $countries ->
    [one] { $countries } country
   *[other] { $countries } countries
 }
map-of-cases =
    .title = { cases-first } in { in-countries }: { $regions }
    .title-one = { $city }, { $country }: one of { $n } cases in { in-countries }
    .region = { $n } in { $region }
    .note = Each mark is a case (n = { $n }); colour and shape show the sector. Marks in one place are moved apart; very many are drawn smaller, with their number.{ $rings ->
        [true] { " " }A ring: it is wider than one place; the larger the ring, the wider.
       *[false] { "" }
     }
    .left-out = Not drawn, without coordinates on record ({ $n }): { $names }.
    .more = { $n } more
    .text = Map of { n-cases }: { $regions }. By sector: { $sectors }.
    .marked = { $name } in { $city }, { $country } is marked.
    .wider = { of } { $n ->
        [one] is
       *[other] are
     } wider than one place: { $parts }.
    .reach = { $n } { $n ->
        [one] covers
       *[other] cover
     } { $reach ->
        [region] a region
        [country] a whole country
       *[several_countries] several countries
     }
    .column-name = name
    .column-city = city
    .column-country = country
    .column-sector = sector
    .column-latitude = latitude
    .column-longitude = longitude
    .column-reach = reach
cross-table =
    .title = { $row }: { $here } are coded “{ $column }”; elsewhere { $elsewhere }
    .even = An even spread would put { NUMBER($even, minimumFractionDigits: 1) } of them there.
    .title-unknown = Of { n-cases } none has both { $rows } and { $columns } known
    .title-apart = { $total ->
        [2] The two cases do not
       *[other] No two of these { WORD($total) } cases
     } share both { $rows } and { $columns }
    .title-most = { $kind ->
        [one] One case, coded “{ $row }” and “{ $column }”
        [few] Most often together: “{ $row }” and “{ $column }”, in { of }
       *[many] No combination stands out; the most frequent is “{ $row }” and “{ $column }”, in { of }
     }{ $ties ->
        [0] { "" }
        [one] { " " }({ WORD($ties) } other combination holds as many)
       *[other] { " " }({ WORD($ties) } other combinations hold as many)
     }
    .text = { cases-first } by { $rows } and { $columns }.
    .known = Both are known for { $n } of { $total } cases.
    .empty = { CAPITAL(WORD($n)) } of the combinations do not occur.
    .colour = { $field }: { $shares }.
hands =
    .title = { $n ->
        [0] No hand was raised
       *[other] { $first ->
            [one] Most hands ({ $top } of { $n }) went to { $options }
           *[other] { $options } are level with { $top } of { $n } hands each
         }
     }
    .title-right = { $title }; the data say { $answers }{ $n ->
        [0] { "" }
        [one] { " " }({ $held } of 1 hand)
       *[other] { " " }({ $held } of { $n } hands)
     }
    .note = { $ask } Hands raised{ $right ->
        [true] , and to the right what the data say.
       *[false] { "." }
     } { $n ->
        [one] One hand
       *[other] { $n } hands
     } in all.
    .text = { $ask } { $n ->
        [one] One hand
       *[other] { $n } hands
     }. { $counts }. { $title }.
    .count = { $n }{ $total ->
        [0] { "" }
       *[other] { "  " }({ $percent } %)
     }
    .the-data = ✔ the data
    .right = right
    .column-option = option
    .column-hands = hands
    .column-cases = cases
    .column-data = the data

### ---

### Charts: counts

n-regions = { WORD($n) } regions
n-outcomes = { WORD($n) } outcomes
# contributions, instruments and topics
chart-counts =
    .all = All cases
    .of-them = { WORD($n) } of them
    .title = { $subject }: { $kind ->
        [none] none is recorded in { n-cases }
        [level] each of them is recorded in { $most }
       *[first] { $names } { $first ->
            [one] is the most common, in { $most }
           *[other] are the most common, each in { $most }
         }
     }{ $gaps ->
        [0] { "" }
       *[other] . { $by }: widest apart on { $apart }
     }
    .text = { $subject } in { n-cases }, counted in cases: { $counts }.{ $gaps ->
        [0] { "" }
       *[other] { " " }Among groups of at least { $enough } cases, shares lie farthest apart for { $apart }.
     }
    .alone = A figure counts cases of the n at the head.
    .gap = { $name }: { $high } against { $low }
    .next-gap = { "; and for " }
    .note = Cases with each of them (n = { $n }); a case can have several. { $alone ->
        [true] The frame is all cases.
       *[false] The darker, the larger the share of the group.
     }{ $few ->
        [true] { " " }{ chart.few }
       *[false] { "" }
     }
# behind the text of the counts
topics =
    .text = { $texts } { $table ->
        [lessons] lessons
       *[challenges] challenges
     } are written down in { $cases } of { $n } cases.
# .column-… and .head-… are asked for by name, and .language and .kind: by what sources are sorted
coverage =
    .places-title = { $empty } of { $total } places are empty; { $first ->
        [one] { $cases } { $most ->
            [one] is
           *[other] are
         } in { $regions }
       *[other] { $regions } hold most cases, { WORD($most) } each
     }{ $none ->
        [0] { "" }
       *[other] , none in { $nowhere }
     }
    .places-text = Cases by world region: { $regions }. Empty although the region has cases: { $gaps }.
    .gap = { $sector } in { $region }
    .places-note = { chart.marks } Tinted: no case. The cases were chosen, not drawn at random.
    .sources-title = { $top } of { $total } sources are in { $language }; { $alone } cases rest on { $language } alone
    .sources-text = { $total } sources in { WORD($languages) } languages. Cases with sources in { $language } alone: { $regions }. Kinds: { $kinds }.
    .sources-note = Sources by language and by kind (n = { $total } sources of { $n } cases). A source in a language that nobody read cannot be here.
    .head-language = Languages
    .head-kind = Kinds
    .column-of = of
    .column-what = what
    .column-sources = sources
    .column-cases = sources and cases
    .language = language
    .kind = kind
    .in-cases = { $sources } in { $n } { $n ->
        [one] case
       *[other] cases
     }
    .failures-title = { $share } cases have ended{ $missing ->
        [0] { "" }
       *[other] . Reasons that no case shows: { $reasons }
     }
    .failures-text = How { n-cases } stand: { $states }. Reasons for the { WORD($ended) } that ended: { $reasons }.
    .failures-note = { chart.unit } (n = { $n }); an ended case stands in both lists. Ends that nobody wrote about cannot be here.
    .column-failures = how it stands, why it ended
    .cases = cases
    .years-title = { $known ->
        [few] { cases-first }, begun in { $years }
       *[enough] Half of the cases began between { $low } and { $high }, and { $late } since { $since }
     }
    .years-text = Starting years of { n-cases }, from { $first } to { $last }{ $unknown ->
        [0] { "" }
       *[other] ; for { WORD($unknown) } none was found
     }. No case began in: { $gone }.
    .years-note = { chart.unit } (n = { $n }), in steps of { WORD($span) } years, coloured by status. Young cases have had less time to be noticed, and to end.
    .span = { $first } to { $last }
    .began = began
# of public instruments, or of a city's roles; .column-… are asked for by name
instrument-combinations =
    .combinations = { WORD($count) } { $count ->
        [one] combination
       *[other] combinations
     } of { instrument-combinations.things }
    .things = { $level ->
        [roles] roles
       *[instruments] instruments
     }
    .nothing = no { $level ->
        [roles] role
       *[instruments] instrument
     }
    .title = { $n ->
        [one] One case, with { $first }
       *[other] { cases-first } show { instrument-combinations.combinations }; { $alone } share theirs with no other case
     }
    .text = { cases-first }, { instrument-combinations.combinations }. The most common, in { $most }: { $first }{ $tied ->
        [0] { "." }
       *[other] { " " }(and { WORD($tied) } more with as many cases).
     }
    .note = { chart.unit } (n = { $n }), by status; below them the { instrument-combinations.things } of the combination. A filled dot: part of it.
    .rest = { $n } other combinations of { instrument-combinations.things }. The table behind the picture lists them.
    .none-recorded = none recorded
    .column-combination = combination
    .column-cases = cases
    .column-states = how they stand
    .column-which = which
# a measured figure across cases; .column-… are asked for by name
indicator =
    .title = { $n ->
        [one] { $label }: one case only, { $least } { $unit }
       *[other] { $label }, in { $unit }: from { $least } to { $most } in { n-cases }
     }
    .text = { $label } in { $unit } is known for { $known } cases, with { $figures } figures: { $kinds }. Least: { $least } ({ $lowest }). Most: { $most } ({ $highest }). Median of the cases: { $median }.
    .note = Each row is a case (n = { $n }{ $rows ->
        [all] { "" }
       *[some] ; { $rows } shown
     }), by sector and size; size is no merit. Right: the newest actual figure, or the newest at all.{ $several ->
        [true] { " " }A thin line ties the figures of one case; what exactly was counted may differ: see the numbers.
       *[false] { "" }
     }{ $logs ->
        [true] { " " }The axis grows ten times at each step.
       *[false] { "" }
     }
    .axis = { $label } ({ $unit }){ $logs ->
        [true] : each step is ten times the one before
       *[false] { "" }
     }
    .column-case = case
    .column-sector = sector
    .column-what = what
    .column-value = value
    .column-unit = unit
    .column-year = year
    .column-kind = kind
# a guess at an answer beside what the data say
guess =
    .none = No guess yet
    .given = Your guess: { $guess }
    .answer = The data say: { $answer }
    .counts = { $answer } ({ $n } of { $total })
    .both = You guessed { $guess }; the data say { $answer }{ $how ->
        [right] : right
        [near] : near enough
       *[wrong] { "" }
     }
    .order = { $n } of { $total } { $n ->
        [one] stands where the data put it
       *[other] stand where the data put them
     }
    .note = { $ask } Diamond: the guess.{ $circle ->
        [true] { " " }Circle: the answer computed from the data.
       *[false] { "" }
     }{ $missing ->
        [0] { "" }
       *[other] { " " }Dashed: how far the answer would move if all { $missing } cases not found belonged to it.
     }
    .order-note = { $ask } Solid line: same place, or tied. Dashed: another place.
    .mark-data = The data: { $answer }
    .head-data = ● The data
    .head-order = ◆ Your order
    .is-data = ✔ the data
    .is-guess = ◆ your guess
    .row-data = the data
    .row-guess = the guess
    .number = number
    .option = option
    .cases = cases
    .place = place
    .right = right
    .yours = your guess
# a board that votes on a motion; .head-… (in the picture) and .column-… (of the table) are asked for by name
motion =
    .title = The motion { $passed ->
        [true] passes
       *[false] fails
     } with { $for } to { $against }: { $turn }
    .text = For { $for }, against { $against }{ $aside ->
        [0] { "" }
       *[other] , without a side { $aside }
     }; { $needed } needed: the motion { $passed ->
        [true] passes
       *[false] fails
     }; { $turn }. Can block any motion alone: { $blockers }.{ $idlers ->
        [0] { "" }
        [one] { " " }{ $idle } has seats but never the deciding vote.
       *[other] { " " }{ $idle } have seats but never the deciding vote.
     }
    .vetoed = the veto of { $name } stops it
    .vetoed-briefly = a veto stops it
    .turn = { $together ->
        [0] no three blocs together could turn it
        [1] { $n ->
            [one] { $names } alone could turn it
           *[other] { $names } could each turn it
         }
       *[other] { motion.turn-briefly }, such as { $names }
     }
    .turn-briefly = { $together ->
        [0] no three blocs together could turn it
        [1] { $n ->
            [one] one bloc alone could turn it
           *[other] each of { WORD($n) } blocs could turn it
         }
       *[other] it takes { WORD($together) } blocs together to turn it
     }
    .note = { $rule }: { $definition } With these votes { $needed } of { $seats } are needed.{ $vetoes ->
        [0] { "" }
       *[other] { " " }{ $veto } has a veto.
     } { $power }{ $dash ->
        [true] { " –: none; for a share, none on record for this bloc." }
       *[false] { "" }
     }
    .power = Could turn it: in how many of the ways in which the others can vote this bloc decides.
    .ways = { $n } of { $total }
    .ways-percent = { $percent }
    .could = { $name } in { $n }
    .in-words = Of the { $total } ways in which the others can vote, a bloc could turn the result: { $told }.
    .pick = { $bloc }: { $vote }. Press to change its vote.
    .needed = { $n } needed
    .turn-it = turn it
    .block = block
    .head-name = Bloc
    .head-vote = Its vote
    .head-seats = Its seats
    .head-alone = Alone it
        can
    .head-owned = Share
        owned %
    .head-share = Share of
        seats %
    .head-swings = Could turn it,
        of all ways
    .column-bloc = bloc
    .column-side = side
    .column-vote = vote
    .column-seats = seats
    .column-owned = owned %
    .column-share = seats %
    .column-swings = could turn it (ways)
    .column-ways = all ways
    .column-banzhaf = Banzhaf %
    .column-can_block = can block
    .yes = yes
    .no = no
# rated cases, or ratings, of all
chart-rated = { $n } of { $total } rated { $total ->
    [one] case
   *[other] cases
 }
# behind the label of a field on which coders agree too little
chart-caution = { $label } (caution)
# ratings of an outcome in groups of cases; .column-… are asked for by name
outcome-profile =
    .none-title = { $label }: no evidence found in { n-cases }
    .none-text = { $label }: no evidence was found in { $n ->
        [one] { n-cases }
       *[other] any of { n-cases }
     }.
    .title = { $label }: rated 2 or 3 in { chart-rated }; { outcome-profile.spread }
    .text = { $label } by { $by }: rated 2 or 3 in { chart-rated }; in { $missing } of { $cases } no evidence was found. Medians: { $medians }.
    .median = { $group } { $rated ->
        [0] none rated
       *[other] { $median }
     } ({ $rated } of { $cases } rated)
    .spread = { $groups ->
        [0] fewer than three cases are rated in each group
        [1] the median is { $low }
       *[other] { $differ ->
            [true] medians run from { $low } ({ $lowest }) to { $high } ({ $highest })
           *[false] the median is { $low } in { $lowest }
         }
     }
    .title-all = { $kind ->
        [differ] Rated 2 or 3 most often: { $most }; least often: { $least }; { $missing } of { $total } ratings not found
        [level] Rated 2 or 3 equally often: { $all }; { $missing } of { $total } ratings not found
        [never] Rated 2 or 3 in no case: { $all }; { $missing } of { $total } ratings not found
       *[few] { $missing } of { $total } ratings were not found
     }
    .text-all = Ratings of 2 or 3 among the rated cases: { $counts }. { $missing } of { $total } ratings were not found. The table gives the counts by { $by }.
    .note = { chart.unit } (n = { $n }), ratings from 0 to 3. Diamond: median of the rated cases; hollow where fewer than three are rated. { $many ->
        [true] Dotted
       *[false] Hollow
     }, at the right: no evidence found.{ $few ->
        [true] { " " }{ chart.few }
       *[false] { "" }
     }
    .note-one = { $group }. { outcome-profile.note }
    .aside = { $rated ->
        [0] none of { $cases } rated
       *[other] median { $median }{ $few ->
            [true] { " (few)" }
           *[false] { "" }
         }
     }
    .aside-rated = { $rated } of { $cases } rated
    .column-outcome = Outcome
    .column-not_found = not found
    .column-rated = rated
    .column-cases = cases
    .column-median = median of rated
    .few-rated = fewer than three rated
# the mean rating of a group without one of its cases; .column-… are asked for by name
leave-one-out =
    .title = { $label }: one case less moves the mean of { $moves }
    .move = { $group } ({ $n } rated) by up to { $change }
    .and-of = { ", that of " }
    .text = { $label }, furthest moves of a mean when one case is taken out: { $moves }.{ $still ->
        [0] { "" }
       *[other] { " " }No case moves that of { $groups }, whose ratings are all alike.
     }
    .moved = { $group } from { $whole } to { $mean } without { $case }
    .few = No group has two rated cases
    .note = Line: mean rating of all rated cases of a group. Each mark: the mean without one case (n = { $n }). Ringed: the case that moves it most. A mean takes the steps of the scale as equal.{ $gone ->
        [0] { "" }
       *[other] { " " }Not drawn, with fewer than two rated cases: { $groups }.
     }{ $few ->
        [true] { " * fewer than three rated." }
       *[false] { "" }
     }
    .same = { $mean }, whichever is taken out
    .most = { $whole } → { $mean }{ $alike ->
        [one] { "" }
       *[other] { " " }(one of { $alike } as far)
     } without
    .column-case = without
    .column-rated = rated
    .column-whole = mean of all
    .column-mean = mean without
    .column-change = change
    .is-most = moves it most
# when the cases of each group began, with their ratings; .column-… are asked for by name
ages =
    .title = { $groups ->
        [0] In no group is the start of three cases known
        [1] Half of the cases in each group had begun by { $first-year }
       *[other] Most time so far: { $first }, half of them begun by { $first-year }; least: { $last }, half by { $last-year }
     }
    .text = { $old ->
        [0] No rated case among these began by { $year }.
       *[other] { $label } is rated 3 in { $old-high ->
            [0] none
           *[other] { $old-high }
         } of the { $old } rated cases that began by { $year }.
     } { $young ->
        [0] No rated case among these began later.
       *[other] Of the { $young } rated cases that began later, { $young-high ->
            [0] none is
            [one] one is
           *[other] { $young-high } are
         } rated 3.
     }{ $unknown ->
        [0] { "" }
        [one] { " " }Of one case the start was not found.
       *[other] { " " }Of { $unknown } cases the start was not found.
     }
    .note = Each mark is a case (n = { $n }); the number on it is its rating of { $outcome }, hollow: no evidence found. Groups of fewer than three cases are not named above.
    .decade = { $first ->
        [true] before 1980
       *[false] { $year }s
     }
    .no-start = start not found
    .across = When it began →
    .down = { $by } ↓
    .column-cases = cases
    .column-median = median start
    .column-old = begun by 2010: rated
    .column-old-median = begun by 2010: median rating
    .column-young = begun later: rated
    .column-young-median = begun later: median rating
# outcome profiles of groups under the weights of the room; .column-… are asked for by name
weighted-profiles =
    .title = { $kind ->
        [nothing] Give at least one outcome a weight
        [few] Too few ratings to compare two groups under these weights
        [level] { $one } and { $two } are level under these weights
        [single] Only one outcome counts; { $one } and { $two } have the largest means in it
       *[turned] { $turned ->
            [0] { $one } and { $two } have the largest means, and none of { $draws } other sets of weights would swap them
           *[other] Who is ahead depends on the weights: { $turned } of { $draws } other sets would swap { $one } and { $two }
         }
     }
    .nothing = All weights are zero. Give at least one outcome a weight.
    .highest = With these weights { $one } and { $two } have the highest weighted means of the { WORD($n) } groups that can be compared.
    .turned = In { $turned } of { $draws } other sets of weights for the same outcomes, drawn at random, their order would turn round.
    .short = Not compared, because fewer than { WORD($few) } cases are rated in some outcome that counts: { $groups }.
    .missing = { $gone } of { $whole } ratings are missing; they were left out, not counted as zero.
    .note = Mean rating of rated cases, 0 to 3, and how many are rated of how many. n = { $n }. Hollow: fewer than { WORD($few) } rated. Dash: none rated. Grey: weight zero. Under the names: weighted means; groups are not ranked.
    .mean = mean { $mean }
    .not-compared = not compared
    .few-rated = fewer than { WORD($few) } rated
    .column-outcome = outcome
    .column-weight = weight
    .column-mean = mean of rated
    .column-rated = rated
    .column-cases = cases
    .column-note = note
    .column-weighted = weighted mean of the group
# the report's ten beside the cases added later
ten-and-others =
    .title = Ended: { $ten ->
        [0] { $later } of the cases added later, none of the report's experiences is among these cases
       *[other] { $others ->
            [0] { $report } of the report's experiences, none of the cases added later is among these cases
           *[other] { $report } of the report's experiences, { $later } of the cases added later
         }
     }
    .text = { ten-and-others.title }. Both groups were chosen, so neither share says how often such things end.
    .across = What became of it →
    .down = Who chose it ↓
ownership-and-right =
    .title = { $known ->
        [0] No case here has a public owner and a known right of { $community }
       *[other] Where { $public } owns it, { $community } still decides or co-decides in { $share }
     }
    .text = Of { n-cases } with a public owner the right of the community is known in { $known }; in { WORD($holds) } of them it decides or co-decides. Owning and deciding are two things.
    .across = What the community may do →
    .down = Who owns it ↓

### Time and selection: states over years, before a change, ages when last seen, how cases were found

spells =
    .title = { $n } of { $total } cases tell of a change of { $field }: { $changes } { $changes ->
        [one] change
       *[other] changes
     }, most often from { $most }
    .text = States of { $field } over the years, in { $n } of { $total } cases; { $changes } { $changes ->
        [one] change
       *[other] changes
     }. By kind of change: { $pairs }.{ $gaps ->
        [0] { "" }
        [one] { " " }In one case no state is told for some of the years.
       *[other] { " " }In { $gaps } cases no state is told for some of the years.
     }{ $rest ->
        [0] { "" }
       *[other] { " " }The other { $rest } tell of no dated change, which does not mean that nothing changed.
     }
    .pair = “{ $before }” to “{ $after }” ({ $n })
    .note = Each row is a case{ $page ->
        [all] { " " }(n = { $n })
       *[part] : { $span } of { $n }
     }. Dotted and empty: no state is told for these years. A line at the right end: still so when last seen.{ $rest ->
        [0] { "" }
       *[other] { " " }Not drawn: { $rest } without a dated change.
     }
    .none = No change of { $field } is on record in { $n ->
        [one] this case
       *[other] these { $n } cases
     }
    .none-note = That no change is on record does not mean that nothing changed.
    .still = still so in { $year }
    .column-name = name
    .column-state = state
    .column-from = from
    .column-to = to
before-a-change =
    .title = Of { $total } changes of { $field }, { $n } have an event on record in the { $years ->
        [one] year
       *[other] { $years } years
     } before; { $same } have one in the same year
    .text = Of { $total } changes of { $field }, { $n } have an event of the same case on record in the { $years ->
        [one] year
       *[other] { $years } years
     } before. In the year of the change itself: { $same }. On record in the { $years ->
        [one] year
       *[other] { $years } years
     } before: { $parts }. An earlier event is a sequence. It does not show what brought the change about.
    .part = { $event } in { $before } changes (other years of the same cases: { $other })
    .note = Each row is a change{ $page ->
        [all] { " " }(n = { $n })
       *[part] : { $span } of { $n }
     }, each mark an event of that case. Dashed column: the year of the change; a year does not tell which came first.
    .row = { $city }, { $year }: { $before } → { $after }
    .head = { $n ->
        [0] same year
        [one] 1 year before
       *[other] { $n } years before
     }
    .across = Events before the change →
    .column-event = event
    .column-before = on record in the { $n ->
        [one] year
       *[other] { $n } years
     } before a change
    .column-other = in the { $n ->
        [one] year
       *[other] { $n } years
     } before other years of these cases
explore-spells =
    .look-states = Since when does a code hold, and what was there before? Click a name, or choose the case, to see who says so.
    .look-before = What is on record before a change? Compare with the other years of the same cases in “Show the numbers”.
    .view = Look at
    .view-states = States over years
    .view-before = Before a change
    .field = Field
    .years = Years before
    .window = { $n ->
        [one] 1 year
       *[other] { $n } years
     }
ages-last-seen =
    .title = { of-cases } ended{ $known ->
        [0] { "" }
       *[other] , at ages of { $ages }
     }{ $seen ->
        [0] { "" }
       *[other] ; the others were { $others } years old when last seen, and that is not an end
     }
    .text = { $known ->
        [0] No case with a known age has ended.
        [one] The age at the end is known of one case.
       *[other] The age at the end is known of { $known } cases.
     }{ $known ->
        [0] { "" }
       *[other] { " " }{ $more ->
            [0] None of the others was older than that when last seen.
            [one] One of the others was older than the oldest of these when last seen.
           *[other] Of the others { $more } were older than the oldest of these when last seen.
         }
     }{ $unknown ->
        [0] { "" }
        [one] { " " }Of one case the age was not found.
       *[other] { " " }Of { $unknown } cases the age was not found.
     }
    .note = Each mark is a case (n = { $n }). Ended: age at the end. All other rows: age when last seen; these cases go on, or nobody told of their end.
    .row = { $status }{ $ended ->
        [true] { "" }
       *[false] , last seen
     }
    .span = { $first }–{ $last }
    .from = { $first } or more
    .unknown = age not found
    .across = Age in years →
    .column-cases = cases
    .column-known = age known
    .column-youngest = lowest age
    .column-middle = median age
    .column-oldest = highest age
selection =
    .title = How a case was found is written down for { $how } cases{ $none ->
        [0] { "" }
       *[other] ; for none of them { $nowhere }
     }
    .text = How a case was found is written down for { $how } cases.{ $none ->
        [0] { "" }
       *[other] { " " }For none of them { $nowhere }.
     } They came in parts: { $parts }.{ $alone ->
        [0] { "" }
       *[other] { " " }Nothing is written down of { $alone } of your own.
     }
    .note = Filled: written down. Dotted and empty: not written down (n = { $n } cases). The day on which a record was added is not the day on which the case was found.
    .how_found = How it was found
    .how_found-phrase = how it was found
    .found_on = When it was found
    .found_on-phrase = when it was found
    .language_of_search = Language of the search
    .language_of_search-phrase = in which language people searched
    .added_with = Part of the collection it came with
    .added_with-phrase = with which part it came
    .added_on = When its record was added here
    .added_on-phrase = when its record was added
    .report = { $n } with the report
    .first_extension = { $n } with the first extension
    .second_extension = { $n } with the second extension
    .column-what = what
    .column-known = written down
    .column-empty = empty
two-indices =
    .title = On { $n } of { $total } boards the two ways to count power are less than half a per cent apart{ $apart ->
        [yes] ; furthest apart: { $city }
       *[no] { "" }
     }
    .text = On { $n } of { $total } boards with known seats the two ways to count power are less than half a per cent apart.{ $apart ->
        [yes] { " " }They are furthest apart in { $city }. There the bloc “{ $bloc }” has { $share } per cent of the seats. Of the power it has { $one } per cent by Banzhaf and { $other } by Shapley and Shubik.
       *[no] { "" }
     } Neither way knows who talks to whom.
    .note = { $shown } of { $n } boards are drawn, those with the largest differences first; all are in the numbers. A majority that was not found counts as simple.
    .board = { $city }: { $name }
    .percent = { $n } %
    .none = No board with known seats is on record here
    .none-note = Power can be counted only where all seats are known.
    .column-board = board
    .column-bloc = bloc
    .column-seats = seats
    .column-share = % of the seats
    .column-banzhaf = % of the power, Banzhaf
    .column-shapley_shubik = % of the power, Shapley and Shubik
data-card-candidates = { CAPITAL(WORD($n)) } { $n ->
    [one] candidate that was turned down is listed, looked
   *[other] candidates that were turned down are listed, looked
 } at on { $days }.

### ---

### Explorers

# every explorer; every-…: a field to narrow down by that is open, inside a sentence; names: before a list of names
covered =
    .show = Guess made: show it
    .cover = Cover it again

explorer =
    .again = Start again
    .back-to-opening = Back to the opening view
    .in-words = Explorer: { $look } (Open it in a notebook to use it.)
    .opening = This is the opening view. To use the controls, choose Run ▸ Run All Cells in the notebook.
    .empty = <b>No case matches.</b> { $widen }
    .wrong = Something went wrong here ({ $error }).
    .go-on = Choose something else, or press Start again.
    .case = Case
    .none-chosen = none chosen
    .you-chose = You chose: { $name }
    .placed = { $city }: { $name }
    .page = { $first } to { $last } of { $total }
    .cases = Cases
    .all = All
    .report = The report's ten
    .every-collection = all cases
    .every-sector = all sectors
    .every-ownership_model = all models
    .every-world_region = all regions
    .every-status = every status
    .every-scale = every scale
    .every-first = { CAPITAL($every) }
    .choose = Choose { $every }.
    .names = <b>{ $what }</b> ({ $n }):{ " " }
    .names-of = <b>{ $what }</b> ({ $n } of { $total }):{ " " }
# how a question is answered
guess-input =
    .check = Check my answer
    .move-first = Move the slider first
    .answer = Your answer{ $unit ->
        [none] { "" }
       *[other] { " " }({ $unit })
     }
    .place-1 = First
    .place-2 = Second
    .place-3 = Third
    .place-4 = Fourth
    .place-5 = Fifth
    .place-6 = Sixth
    .place-7 = Seventh
    .place-8 = Eighth
    .place-9 = Ninth
    .place-10 = Tenth
    .place = { $at }.
ask-a-case =
    .look = Choose a case and a question. Answer it from what stands below: yes, no, or the record does not tell.
    .question = Ask about
    .one = { $at }. { $name }
    .asked = <b>{ $at }. { $name }.</b> { $question }
    .holds = What the record holds
    .silent = <b>No field of a record asks this.</b> Silence here is not a no.
    .heard = What else may tell
    .where-silent = Where all records are silent
    .never = No field of a record asks for { $names }. There a record can only speak through a lesson or a difficulty that somebody told.
    .unheard = No lesson or challenge of this case is filed under a theme near to the question.
    .lessons = Lesson: { $text }
    .challenges = Challenge: { $text }
    .source = Question in own words after { $author } ({ $year }). { $caution }
cases =
    .look = Choose a case in the list or on the map. What surprises you? Ask: says who?
    .group = Show
    .all = All cases
    .back = Previous case
    .onward = Next case
    .view = View
    .view-where = Where
    .view-roles = Who does what
    .view-rights = Who decides
    .view-timeline = What happened
    .view-figures = Key figures
    .view-outcomes = What is reported
    .view-lessons = Lessons
    .view-all = Whole card
explore-city-roles =
    .look = What can our city bring? Press one or more. Which cases show them together, and how do those cases stand? Click a mark to open its case.
    .level = Choose
    .level-roles = Roles
    .level-instruments = Instruments
    .view = Show
    .view-status = How they stand
    .view-combinations = Combinations
    .release = Release a button, or choose all sectors.
    .which = Which { $n } of { $total } cases are these?
    .meanings = What these roles of a city mean
    .brings = What the public side brings
    .brought = <b>{ $role }</b>: { $instruments }
    .no-reason = A record lists public instruments without a reason for each; they rest on the sources of the whole record.
explore-co-production =
    .look = Each mark is a case. Which places are full, and which stay empty? Click a mark.
    .rule = The rule behind the grid
# cell-opened and case-opened are spoken by screen readers
compare =
    .look = Each mark is a case. Which cells are full, which stay empty, and would you have guessed it? Click a mark to open its case, or a cell to list its cases.
    .view = View
    .view-dots = Table of dots
    .view-roles = Who holds which role
    .view-outcomes = Outcomes
    .rows = Rows
    .columns = Columns
    .colour = Colour
    .outcome = Rating of
    .no-outcome = no outcome
    .all-cases = All cases
    .page = Cases shown
    .load = Load data that hold a case.
    .numbers = Download the numbers (CSV)
    .cases = Download the cases (CSV)
    .cell-opened = The cases of this cell are listed below the picture.
    .case-opened = { $name } is opened below the picture.
    .card = All that is recorded of this case
    .cell = { $rows } { $row }, { $columns } { $column }: { n-cases }
    .unlisted = { $n } more are not listed: narrow the selection down.
courses =
    .look-lives = Where do the lines stop, and where do they change? Click a case, or choose it in the list, to read its story.
    .look-promises = What was promised, and what came of it? Click a mark, or choose the case in the list, to read its story.
    .look-figures = Which figures can be compared at all? Click a mark, or choose the case in the list, to read its story.
    .view = Look at
    .view-lives = Life lines
    .view-promises = Promises
    .view-figures = Measured figures
    .by = Life lines grouped by
    .figure = Figure
    .one = { $label }, { $unit } ({ $n } cases)
    .no-figure = no figure in three cases
    .page = Rows
    .none-has = No case of this selection has this figure. Choose another figure, all sectors or every status.
    .said = { $name }: { $said }
    .sources = Says who? Sources of the rows
    .ended = The lines of those that ended
explore-coverage =
    .look = Who and what is not here? Look for empty places before you draw a conclusion. Click a mark to open its case.
    .view = Look at
    .view-places = Places and sectors
    .view-sources = Sources
    .view-failures = Setbacks and ends
    .view-years = Starting years
everyday =
    .look = Choose a thing you used today. Can you answer the three questions? Then look elsewhere.
    .thing = Think of
    .answer = Who owns, who decides, who pays: the same asked of a real place, { $city }
    .none = These data hold no case from this sector.
glossary =
    .look = Which of these words do you know? What would you have taken it to mean?
    .language = Language
    .all = All
    .column-name = Name
    .column-language = Language
    .column-means = What it means
    .column-not = What it does not mean
    .see = See { $page }
    .trap = <b>A trap:</b> { $trap }
    .letters = What the letters stand for
    .names = The names, language by language
    .column-letters = Letters
    .column-words = Words
    .column-partner = Who the partner is
hands-up =
    .look = { $ask } Count the hands for each option and type the numbers. Alone, type 1 at your guess.
    .show = Show the data
outcome-wheel =
    .look = What should count, and how much? Choose a weight from 0 to 5 for each outcome. Then look how the groups differ, and how easily the order of the highest two turns round.
    .groups = Groups
    .none = Load or filter the data again: no case is left.
    .how = How this is reckoned
    .reckoned = Each point is the mean rating of the rated cases of a group. The weighted mean takes these means with the weights of the room. A group is compared only if at least three of its cases are rated in every outcome that has a weight. The other sets of weights are drawn at random: every division of the weight among these outcomes is as likely as any other. There are 1,000 draws, always the same ones. A mean takes the steps of the scale as equal, and the cases were chosen, not drawn by lot.
# the codes of a field and what they mean
meanings =
    .head = What the { $n } words for { $field } mean
    .rules = Rules for who codes a case
    .short = { $label } (short: { $short })

take-home =
    .look = One sentence each. Write them here, or print the empty strip and write by hand.
    .print = Strip to take home
    .place-and-date = Group, place and date: ______________________________
    .nothing-saved = What you write here is lost when you close this page: save or print the strip before.
outcomes =
    .look-ratings = Each mark is a case. Which groups differ, which only seem to, and what was not found? Click a mark to open its case.
    .look-ages = Each mark is a case, in the decade in which it began. Who has had time? Click a mark to open its case.
    .look-less = Each mark is the mean of a group without one case. Where does a single case decide? Click a mark to open that case.
    .by = Groups
    .domain = Outcome
    .all = All seven
    .began = Began
    .began-any = in any year
    .began-old = by { $year }
    .none-old = None of these cases had begun by { $year }. Choose “in any year”.
predict =
    .look = Guess first. Then show the answer: the guess stays beside it. What surprises you?
    .question = Question
    .confirm = This is my guess
    .show = Show the answer
    .how-choice = Press the button of your guess.
    .how-number = Move the slider, then press <i>This is my guess</i>.
    .how-order = Choose what stands in each place, then press <i>This is my guess</i>.
    .guessed = Press <i>Show the answer</i> when everybody has guessed.
    .no-guess = No guess was given. Press <i>Start again</i> to make one.
references =
    .work = { $authors } ({ $year }). <i>{ $title }</i>. { $where }.{ $about ->
        [none] { "" }
       *[other] { " " }({ $about })
     }
    .about = a page about it
    .used = For: { $used } – { $read }.
    .read-about = known here through texts about it
    .read-bibliography = known here by its method only
    .read-abstract = abstract or beginning read
    .read-full = read in full
    .critics = Critics and warnings
    .own-words = All statements are in own words; no text was taken over. A link is given only to pages that were seen.
rule-exceptions =
    .title = The rule gives the coded model in { $n } of { $total } cases ({ $total ->
        [0] none
       *[other] { $percent }%
     })
    .text = The rule reads roles, terms and legal forms, never the code itself.{ $total ->
        [0] { "" }
       *[other] { " " }Always guessing the most frequent model would be right in { $most }.
     } It was written with these cases at hand, so the share is on the kind side: new cases will fit less well. { CAPITAL(WORD($apart)) } cases differ:
    .no-model = No model
    .by-rule = Rule: { $model }. { $because }
    .coded = Coded: { $model }. { $because }
    .steps = The rule, question by question
    .step = { $because } → <b>{ $model }</b>.
    .codebook = Codebook: { $definition }
    .order = The first sentence that fits gives the model. Besides the terms and legal forms the rule reads { $fields }. The other roles count only where one side holds all six.
# right-said and wrong-said are spoken by screen readers
self-check =
    .forget = Forget all answers
    .ask = { $at } of { $total }. { $ask }
    .on = { $beyond ->
        [true] Beyond the core path, “{ $section }”:{ " " }
       *[other] { "" }
     }{ $ask }
    .right = <b>✔ Right.</b> { $explain }
    .wrong = <b>✘ Not yet.</b> You said: { $guess } { $hint } Then try again.
    .right-said = Right. { $explain }
    .wrong-said = Not yet. { $hint }
    .begin = { CAPITAL(WORD($n)) } questions. A wrong answer costs nothing: you get a hint and try again.
    .done = { $done ->
        [0] None
       *[other] { CAPITAL(WORD($done)) }
     } of { WORD($total) } answered rightly, { $first ->
        [0] none
       *[other] { WORD($first) }
     } at the first try.
    .blank = Your answer: ________ { $unit }
    .on-paper = To answer and get feedback, open the notebook and choose Run ▸ Run All Cells.
# judged: whether the guess is the recorded status; none: there was no guess
what-next =
    .look = Read the opening of the story. How does it stand today? Guess, alone or with the room, then look.
    .group = Show
    .group-mix = A mixed dozen
    .group-all = All cases
    .until = Tell the story up to
    .guess = The guess
    .none-yet = none yet
    .reveal = Show what happened next
    .place = { $city }, { $country }
    .began = began { $start }
    .story = The story up to { $year }
    .who = Who works together
    .words = What the five words mean
    .ask = <b>What happened after { $year }?</b> { $guess ->
        [none] Choose a guess above, then
       *[other] The guess: <b>{ $guess }</b>. Then
     } press <i>Show what happened next</i>.
    .no-year = year not found
    .no-event = No event is recorded.
    .event = { $when }: { $what }
    .sources-before = Says who? Sources of the events before
    .sources-after = Says who? Sources of the events after
    .recorded = Recorded, as of { $year }
    .none-noted = none noted
    .judged = { $same ->
        [true] The guess agrees with the record.{ " " }
        [false] The record says otherwise.{ " " }
       *[none] { "" }
     }The code is this project's own judgement: the reason and its sources open below.
    .share = { $n } { $status }
    .all = All { $n } cases: { $shares }.
    .after = After { $year }
    .no-later = No later event is recorded.
    .course = The whole course on one line
    .promised = What was promised
who-decides =
    .look = Each mark is a case. Do owning, taking part and deciding go together? Click a mark.
    .view = Compare
    .view-habit = Habit and right
    .view-owner = Owner and right
    .view-seats = Shares and seats
    .on-record = Shares and seats on record
    .share = { $label }: { $value } { $unit }
    .seats = { $name }: { $n } seats

### From one project to a city: stages, sequences, what was taken back, road map

n-named = { WORD($n) } of those named
told =
    .step = ({ $stage }; who acted: { $who })
    .step-of-a-place = (who acted: { $who })
    .ground = <b>{ $name }</b> <span class="pcc-quiet">({ $kind })</span>: { $text }
    .lessons = lesson
    .challenges = challenge
    .events = event
stages =
    .look = Where is our city? Read the five stages, show fingers from one to five, then press the stage that most people chose.
    .where = Our city is at
    .not-yet = Not placed yet
    .seen = Seen at this stage
    .next = What others had at the next stage: { $stage }
    .after-the-last = And behind it? What was taken back, or was to be, all the same
    .none = None of these cases is in the data.
    .five-places = What was seen elsewhere at each stage. The five places stand under “How one became many”, and each of their steps names its stage.
sequences =
    .look = Five places, from a first trial to many. Choose a place, or click a mark, and read its steps.
    .place = Place
    .reading = <b>Our reading:</b> { $text }
    .back = <b>What was taken back:</b> { $text }
    .nothing-back = nothing, in what was read.
    .reading-says-who = Says who? Our reading, and what was taken back
    .title = From a first trial to a rule: { $span } years, in { $known } of { $n } { $n ->
        [one] place
       *[other] places
     }
    .no-rule = No way from a first trial to a rule is told of { $n ->
        [one] this place
       *[other] these { $n } places
     }
    .text = { CAPITAL(WORD($n)) } { $n ->
        [one] place
       *[other] places
     } with { $steps } dated steps, { $first } to { $last }. From a first trial to a rule: { $parts }. Something was taken back, or was to be, in { $away } of { $n }.
    .part = { $place } { $n ->
        [one] { $n } year
       *[other] { $n } years
     } ({ $trial } to { $rule })
    .spent = trial to rule: { $n ->
        [one] { $n } year
       *[other] { $n } years
     }
    .note = Each mark is a step (n = { $n } { $n ->
        [one] place
       *[other] places
     }). The number is its stage, and so is its height. Steps are chosen by this project.
    .none = No step of the five places is in these data
    .none-note = Their cases were left out of the selection.
    .column-place = place
    .column-year = year
    .column-stage = stage
    .column-who = who acted
    .column-what = what was done
taken-back =
    .no-line = No such event found
    .title = { CAPITAL($most) } { $first ->
        [one] is named most often as taking something back, or trying to: in { of-cases }
       *[other] are named most often as taking something back, or trying to: each in { of-cases }
     }
    .alike = Something was taken back, or was to be, in { $told } of { $total } cases
    .text = Of { $total } cases that do not simply go on, { $told } have a record that tells what was taken back, or was to be. Who is named: { $parts }.
    .part = { $name } { $n }
    .note = Each mark is one of { $n } cases that are weakened, contested, stalled or ended, of { $total } in all. Event and reading of it are this project's choice. No such event found: that is not the same as nothing taken.
setbacks =
    .look = What was taken back, and by whom? Choose who, to read the cases, or click a mark to open its case.
    .view = Look at
    .view-taken = What was taken back
    .view-ends = Those that ended
    .who = Read the cases of
    .by = { $who }: { $n } of { $total } cases
    .one = <b>{ $name }</b> <span class="pcc-quiet">({ $status })</span>{ $dated ->
        [true] , { $when }
       *[false] { "" }
     }: { $text } <span class="pcc-quiet">(What: { $what }. { $stands ->
        [undone] Undone later.
        [open] Not settled when last reported.
       *[taken] Not told to be undone.
     })</span>
    .later = <b>Later, { $year }:</b> { $text }
    .here = What was taken back
    .no-line = No event was found in this record that tells of something taken back. That is not the same as nothing taken.
    .none-ended = No case of this sector has ended. Choose all sectors.
    .ended = { $n } of { $total } cases have ended. Ended is not failed. Ends that nobody wrote about cannot be here.
    .why = Why they ended
road-map =
    .look = Pick a few steps for each time, add one of your own, and print the map. Fewer steps with names beat many without.
    .town = Our town
    .own = Our own step
    .own-hint = What nobody else has thought of
    .request = Our one request to the council
    .owner = Who in the town hall
    .money = Money
    .hook = Legal hook
    .block = Who may block it
    .seen = Seen in
    .seen-of = Seen in: { $what }
    .nothing = Nothing is picked yet. The map can also be printed empty, to fill in by hand.
    .bank = All { $n } steps, with owner, money, legal hook and who may block
    .open = Nothing picked for this time.
    .print = Open or keep the road map to print on A3
road-map-page =
    .head = { $placed ->
        [true] Town: <b>{ $town }</b>
       *[false] Town: ______________________________
     } · Date: ________________ · Who was in the room: ______________________________________________ · Who was not: ______________________________________________
    .request = One request to the council, signed by all tables: we ask
    .signed = By when: ____________________ · To whom: ______________________________ · Signed: __________________________________________________________________________________
    .by = Name, and by when:
    .seen = { $n ->
        [0] { "" }
       *[other] Seen in { $places }.
     }

### Configurations: conditions that come together

# a truth table; .column-… , .few-… and answers are asked for by name
truth-table =
    .title = { $n } of { $total } combinations that cases have { $n ->
        [one] goes
       *[other] go
     } with “{ $outcome }” rated { $least } or more
    .text = Of { $possible } possible combinations of { $conditions }, cases have { $total }. The outcome is “{ $outcome }” rated { $least } or more. { $n ->
        [0] No combination goes with it
        [one] One combination, with { n-cases-of }, goes with it
       *[other] { $n } combinations, with { n-cases-of }, go with it
     } at an inclusion of { $cut } or higher. Both kinds of cases, with the outcome and without it, stand in { $contradictory ->
        [0] no combination
        [one] one combination
       *[other] { $contradictory } combinations
     }.
    .note = Filled: the condition is there; hollow: it is not. Bar: inclusion, the share of the row that has the outcome. Dark: { $cut } or higher (broken line){ $few ->
        [one] { "" }
       *[other] { " " }and { $few } cases or more; broken frame: fewer cases
     }. n = { $n } of { $total }. Left out: { $outcome } without a rating, { $codes } without the code of a condition.{ $half ->
        [0] { "" }
        [one] { " " }One of the n has a membership of exactly 0.5 and stands in no row.
       *[other] { " " }{ $half } of the n have a membership of exactly 0.5 and stand in no row.
     }
    .nobody = No case has all of these codes and the rating
    .own = { $name } (your own)
    .cases = Cases
    .names = Which cases
    .few-with = With it, { $n }: { $names }
    .few-without = Without it, { $n }: { $names }
    .column-n = cases
    .column-incl = Inclusion
    .column-pri = PRI
    .column-out = goes with it
    .column-contradictory = both kinds
    .column-with = with the outcome
    .column-without = without the outcome
    .yes = yes
    .no = no
    .few = too few cases
# choosing conditions and an outcome; .set-…, .yes-…, .no-…, .kind-… and .named-… are asked for by name
configurations =
    .look = Choose up to five conditions and an outcome. Which combinations go with it? How many cases stand behind each, and what changes without one of them?
    .choose = Choose at least one condition.
    .condition = Condition { $n }
    .no-condition = (none)
    .set-decides = People decide
    .yes-decides = its people decide or decide with others
    .no-decides = its people have no such right to decide
    .set-started = Community began
    .yes-started = the community took the first step, alone or with others
    .no-started = the community did not take the first step
    .set-money = Public capital
    .yes-money = public money was in the starting capital
    .no-money = no public money was in the starting capital
    .set-time = Had time
    .yes-time = it has run for more than ten years
    .no-time = it has run for less than ten years
    .set-owns = Community owns
    .yes-owns = the community owns it, alone or with others
    .no-owns = the community does not own it
    .set-runs = Community delivers
    .yes-runs = the community delivers, alone or with others
    .no-runs = the community does not deliver
    .set-duty = Public duty kept
    .yes-duty = the public side keeps its whole duty
    .no-duty = the public side does not keep its whole duty
    .set-practice = In full practice
    .yes-practice = it is fully in practice
    .no-practice = it is not fully in practice
    .set-programme = A programme
    .yes-programme = it is a programme
    .no-programme = it is a project or an organisation
    .anything = every combination
    .outcome = Outcome
    .least = Present when rated
    .from = { $n } or more
    .incl = Inclusion from
    .few = Cases in a row, at least
    .kind = Shorten with
    .kind-conservative = rows with cases only (conservative)
    .kind-parsimonious = any empty row (parsimonious)
    .kind-intermediate = expected empty rows (intermediate)
    .in-words = In words: { $kind }
    .models = { $n ->
        [0] No combination reaches an inclusion of { $cut } for “{ $outcome }” rated { $least } or more. There is nothing to shorten.
        [one] One shortest way to say which combinations go with “{ $outcome }” rated { $least } or more:
       *[other] { $n }{ $all ->
            [true] { "" }
           *[false] { " " }or more
         } equally short ways to say which combinations go with “{ $outcome }” rated { $least } or more. None is truer than the others:
     }
    .model = { $count ->
        [one] { "" }
       *[other] Model { $n }.{ " " }
     }{ $terms ->
        [one] This one:
       *[other] One of these { $terms }:
     }
    .fit = { $terms ->
        [one] It has an inclusion of { $incl } and covers
       *[other] Together they have an inclusion of { $incl } and cover
     } { $cov } of the outcome.
    .says = { CAPITAL($words) }.
    .term = Inclusion { $incl }, PRI { $pri }; covers { $cov } of the outcome, { $alone } of it alone; { $n ->
        [one] one case
       *[other] { $n } cases
     } in its rows.
    .cases = Which cases
    .assumed = To be so short, it takes for granted that { $n ->
        [one] one combination without enough cases goes
       *[other] { $n } combinations without enough cases go
     } with the outcome too.
    .more = { $n ->
        [one] One more is not written out.
       *[other] { $n } more are not written out.
     }
    .contradictory = { $n ->
        [0] No empty row is taken for the outcome and for its absence alike.
        [one] One empty row is taken for the outcome and for its absence alike. Both cannot be true:
       *[other] { $n } empty rows are taken for the outcome and for its absence alike. Both cannot be true:
     }
    .rests-on = What this rests on
    .rests = { CAPITAL(n-cases) }, of { $total } in the selection.
    .spread = { $possible } combinations are possible. The { $n } cases fill { $rows }, and { $alone ->
        [0] none of these stands
        [one] one of these stands
       *[other] { $alone } of these stand
     } on a single case.
    .no-rating = Missing outcomes: { $n ->
        [0] none. Every case has a rating.
        [one] one case has no rating and is left out. Nobody knows which way it would count.
       *[other] { $n } cases have no rating and are left out. Nobody knows which way they would count.
     }
    .no-code = Missing conditions: { $n ->
        [0] none.
        [one] one more case is left out, because a code was not found.
       *[other] { $n } more cases are left out, because a code was not found.
     }
    .chosen = The cases were chosen, not drawn by lot. An empty row may be common elsewhere, and other cases may fill it otherwise.
    .contradict = { $n ->
        [0] No row has cases of both kinds, with the outcome and without it.
        [one] One row has cases of both kinds, with the outcome and without it.
       *[other] { $n } rows have cases of both kinds, with the outcome and without it.
     }
    .half = { $n ->
        [0] No case has a membership of exactly 0.5.
        [one] One case has a membership of exactly 0.5, neither in nor out. It stands in no row.
       *[other] { $n } cases have a membership of exactly 0.5, neither in nor out. They stand in no row.
     }
    .named-blind = Cases without a rating ({ $n })
    .named-codes = Cases without the code of a condition ({ $n })
    .named-half = Cases with a membership of exactly 0.5 ({ $n })
    .less-one = One case less
    .less = { $models ->
        [0] { $n ->
            [0] Take out any one of the { $total } cases: still no combination reaches the cut-off.
           *[other] Take out one of the { $total } cases: for { $n } of them, a combination then reaches the cut-off.
         }
       *[other] { $n ->
            [0] Take out any one of the { $total } cases: the words stay the same.
           *[other] Take out one of the { $total } cases: for { $n } of them, the words change.
         }
     }
    .show-less = Which cases, and what is said without each
    .without = Without
    .then = Then the words are
    .none-left = none: no row reaches the cut-off
    .or = { ", or " }
    .other-cuts = The same with other cut-offs
    .rows = Rows that go with it
    .necessity = Is one condition nearly always there?
    .necessary = Cases with “{ $outcome }”: is a condition there in nearly all of them (inclusion)? A low relevance says that it is there in nearly all cases, with the outcome or without.
    .set = Condition
    .absent = not: { $name }
    .incl-n = Inclusion
    .ron = Relevance (RoN)
    .cov-n = Coverage
n-cases-of = { $cases ->
    [one] one case
   *[other] { $cases } cases
 }

### Theory: sorting, two hands, five tests, essentials, dilemmas

sorting =
    .pile = <b>{ $pile } ({ $n }):</b> { $stories }.
grounded =
    .absent = (Its case is not in this data set.)
    .place = ({ $where }; { $status } as of { $year })
    .told = <b>{ $name }</b>: { $text }
claim =
    .claim = <b>A claim to test: { $claim }</b>
    .records = What three records say to it
two-hands =
    .look = Something was done. Whose hand did it? Answer, then read what the record says.
    .story = What was done
    .answer = Whose hand?
    .not-yet = Not yet
    .public = The public side
    .community = The people
    .next = Next one
    .verdict = <b>{ $same ->
        [true] ✔ So says the record.
       *[other] ✘ The record says otherwise.
     }</b> { $hand }.
    .none-sorted = None of { $total } answered yet.
    .sorted = { CAPITAL(WORD($n)) } of { $total } answered; { $same ->
        [0] none
       *[other] { WORD($same) }
     } as the record has it.
    .all-sorted = Look at the two piles. What does each hand need from the other?
five-tests =
    .look = The five tests of the stories, put to this collection. Which of its own cases are in doubt? Choose a test, or click its row.
    .doubts = Show doubts on
    .short-public_partner = Public partner
    .short-organised_community = Organised community
    .short-joint = Joint
    .short-essential = Essential
    .short-duty_stays = Duty stays
    .title = All five tests hold in { of-cases }; in { $without } if the public duty is left out
    .note = Each frame stands for all cases (n = { $n }). Read off the codes by a plain rule of this project.
    .test = test
    .holds = holds
    .in_part = holds in part
    .does_not = does not hold
    .not_found = not found
    .part = { $test }: holds in { $holds }, in part in { $in_part }, not in { $does_not }, not found in { $not_found }.
    .text = { $title }. { $parts }
    .rule-public_partner = Holds: the public side has a role besides the first step, alone or shared. In part: it has none, but lends, permits, buys or pays.
    .rule-organised_community = Holds: one of its bodies is a cooperative, association, trust, company or federation of its own. In part: only informal groups, councils, charities or other forms.
    .rule-joint = Holds: both sides have a part, and the community's is a role or a vote. In part: it pays by fees, must be considered, or has its part on paper only. Does not: none of this was found.
    .rule-essential = Holds: its sector is one of six essential goods. Cases were chosen so: this test tells nothing new.
    .rule-duty_stays = Holds: the duty is kept. In part: shared, with money or staff for it. Does not: shifted without the means.
    .these = { CAPITAL($verdict) }: { $n } of { $total }
    .no-doubt = It holds in { $n ->
        [one] the one case
       *[other] all { $n } cases
     }. That is how they were chosen.
characteristics =
    .look = Eight things that a good collaboration has. Choose one: a case that has it, and one that lacked it.
    .which = What it has
    .has = One that has it
    .lacked = One that lacked it
dilemmas =
    .look = Two good answers, and you cannot have both in full. Lean to one side, then hear the other.
    .which = Dilemma
    .lean = Leaning to
    .not-yet = Not yet
    .lean-first = The first side
    .lean-second = The second side
    .side-first = <b>First side.</b> { $claim }
    .side-second = <b>Second side.</b> { $claim }
    .for-other = What speaks for the other side: { $claim }
    .for-yours = What speaks for yours: { $claim }
    .then = Do you still lean there? What rule could give some of both?

### ---

### Studio, side by side, toolbox, pages, quiz

says-who = Says who?
    .of = Says who? { $what }
    .table = Says who? Sources of the { $table }
# a case, in full: the titles of its parts (part-…) and of the lists in them (list-…)
card =
    .part-stands = How it stands
    .part-came = How it came about
    .part-who = Who works together
    .part-roles = Who does what
    .part-rights = Who decides
    .part-gives = What each side gives, and who answers for it
    .part-outcomes = What is reported of its effects
    .part-happened = What happened
    .part-learned = What it learned
    .list-triggers = What set it in motion
    .list-public_partners = Public partners
    .list-community_partners = Community partners
    .list-other_partners = Other partners
    .list-boards = Boards
    .list-votes = Recorded votes
    .list-promises = Promises
    .list-staff = Paid staff
    .list-unpaid_work = Unpaid work
    .list-set_off = What it set off
    .list-indicators = Figures
    .list-events = Timeline
    .list-lessons = Lessons
    .list-challenges = Challenges
    .many = { $list }: { $n }
    .gaps = What we could not find out
    .gaps-in-text = What could not be established
    .own = a record of your own
    .sources = All { $n } sources
    .sources-in-text = { $n } sources{ $without ->
        [0] { "" }
       *[other] ; { $without } without an address:
     }
    .how-to-ask = Says who? { $code } gives reason and sources.
    .print = Keep this card to print (A5)
# a case on paper
case-sheet =
    .head = { $city }, { $country }, { $years }. { $sector }.{ $own ->
        [true] { " " }A record of your own.
       *[other] { "" }
     }
    .stands = Who decides, and how it stands
    .hard = What made it hard
    .room = What is surprising
# a design on paper
design-sheet =
    .head = { $placed ->
        [true] { $city }.{ " " }
       *[other] { "" }
     }A design: imagined, not on record.{ $signed ->
        [true] { " " }Drawn by { $by }.
       *[other] { "" }
     } Date: ____________________
    .makes = What it makes
    .place = Who plans: <b>{ $plans }</b>. Who delivers: <b>{ $delivers }</b>. (Bovaird, 2007)
    .open = open
    .model = Ownership model: <b>{ $model }</b>. { $because }
    .no-model = Ownership model: <b>none of the codebook's { WORD($n) }</b>. { $because }
    .chosen = Another model was chosen: <b>{ $model }</b>. { $definition }
    .vote = { $vote } Can block alone: { $blockers }.
    .nobody = nobody
    .similar = The real cases most like it
    .likeness = <b>{ $name }</b>, { $city }. Alike: { $alike }. Different: { $apart }.
    .nothing = nothing
    .lacks = What similar cases had, and this design has not
    .had = { $n } of { $total } had: { $what }
    .warnings = Warnings
    .troubled = { $n ->
        [0] None of the { $total } most similar ended, stalled or was weakened.{ $found ->
            [0] { "" }
           *[other] { " " }The nearest that did: { $first }.
         }
       *[other] { $n } of the { $total } most similar ended, stalled or were weakened.
     }
    .annex = Annex: what real cases say
    .warning = <b>{ $name }</b> ({ $status }): { $told }
    .lessons = Lessons to weigh
    .lesson = { $lesson } ({ $city })
# all that is printed
sheet =
    .sources = Sources
    .print = { $link }: it is saved as a page. Open that page, and print it from your browser<span class="pcc-keys"> (Ctrl+P, on a Mac ⌘P)</span>.
    .not-in-room = In a room nothing is saved on the trainer's laptop. Open the page by its link, and print or keep it in your own browser.
    .by-hand = Save the page as HTML, open it in any browser and print it to a PDF file from there.
    .no-browser = No Chromium or Chrome was found on this computer. { sheet.by-hand }
    .too-slow = The browser did not print within { $n } seconds. { sheet.by-hand }
    .no-pdf = The browser { $name } made no PDF file. { sheet.by-hand }
    .saved = Saved as { $file }.
    .wrong-ending = The file name { $name } has to end in { $ending }.
    .no-folder = There is no folder { $folder }. Make it first, or choose another one.
# sort stories
is-it-one =
    .look = Read a story. Is it a public-community collaboration? Answer, then see what decides.
    .story = Story
    .answer = Your answer
    .not-yet = Not yet
    .yes = It is one
    .no = It is not one
    .next = Next story
    .print = Cards to sort on the floor
    .tests = <b>{ CAPITAL(WORD($n)) } tests.</b> In a clear case all of them hold. In many cases only some do.
    .holds-here = ✔ holds here
    .fails-here = ✘ fails here
    .verdict = <b>{ $same ->
        [true] ✔ We think so too.
       *[other] ✘ We see it differently.
     }</b> { $one ->
        [true] { is-it-one.yes }
       *[other] { is-it-one.no }
     }: { $kind }.
    .decides = <b>What decides:</b> “{ $test }” { $one ->
        [true] holds
       *[other] fails
     } here. { $why }
    .real = This story is real: <b>{ $name }</b>, { $city }, { $country }.
    .read = Read the case
    .made-up = This story is made up.
    .none-sorted = None of { $total } sorted yet.
    .sorted = { CAPITAL(WORD($n)) } of { $total } sorted; { $same ->
        [0] none
       *[other] { WORD($same) }
     } as we did.
    .all-sorted = { CAPITAL(WORD($n)) } of the stories are real collaborations. The other { WORD($others) } are made up.
    .behind = Behind it:
# place a case in the grid; the last three are roles, each told by its reason
place-it =
    .look = Read the five facts and place the case: with the buttons, or with a click on the grid.
    .dossier = Dossier
    .not-yet = Not yet
    .plans = Who plans?
    .delivers = Who delivers?
    .show = Show the coded place
    .asked = { $placed ->
        [true] You placed it. Now press <i>Show the coded place</i>.
       *[other] Who plans it? Who delivers it?
     }
    .coded = Coded place: planned by { $plans }, delivered by { $delivers }.
    .compared = { $agreed ->
        [open] { place-it.coded } You had not placed it yet.
        [both] <b>✔ You placed it where we did.</b> { place-it.coded }
        [plans] <b>You agree with the coding on planning.</b> { place-it.coded } Read the reasons below: who is right?
        [delivers] <b>You agree with the coding on delivery.</b> { place-it.coded } Read the reasons below: who is right?
       *[neither] <b>You differ from the coding on both axes.</b> { place-it.coded } Read the reasons below: who is right?
     }
    .rule = The rule behind the grid
    .who = <b>Who:</b> { $public }; with { $community }.
    .gives = <b>What each gives:</b> { $public }: { $instruments }; { $community }: { $contributions }.
    .initiative = How it began
    .governance = Who settles questions
    .delivery = Who does the work
# lessons and challenges are what a line rests on
checklist =
    .look = Read it aloud, line by line. What does your town have, what not yet, and what is not for you? Print it and take it home.
    .for = For
    .for-council = A council
    .for-community = A community group
    .lessons = lesson
    .challenges = challenge
    .events = event
    .promises = promise
    .work = staff and unpaid work
    .codings = reason of a code
    .outcomes = reason of a rating
    .counted = { $what ->
        [surplus] Where a surplus goes: told in { $n } of { $total } records.
        [terms] Terms of the paid staff: told in { $n } of { $total } records.
        [union] Where unions stand: told in { $n } of { $total } records.
       *[unpaid] Unpaid work: told in { $n } of { $total } records.
     }
    .ground = <b>{ $name }</b> <span class="pcc-quiet">({ $kind })</span>: { $text }
    .from = { $n ->
        [0] Its cases are not in this data set
       *[other] From { $places }
     }
    .rests = { $n } lines in own words, from what is told of { $cases } of { $total } cases. Each rests on single cases: advice to weigh, no finding about all of them.
    .caution = Lines in own words, from what is told of single cases: advice to weigh, no finding about all of them.
    .print = Open or keep the page to print
    .place-and-date = Place and date: ______________________________
    .in-place = in place
    .not-yet = not yet
    .not-for-us = not for us
    .who-by-when = who, by when:
toolbox =
    .look = Which of these would help in your town, and which would you rather avoid? Pick a handful, note why, print the page.
    .show = Show
    .show-lessons = Lessons
    .show-challenges = Challenges
    .show-both = Both
    .from = From
    .all-cases = All cases
    .report = The report's ten
    .theme = Theme
    .every-theme = All themes
    .instrument = Public instrument
    .every-instrument = Any instrument
    .widen = Choose all themes, all sectors, all models or any instrument, or show both lessons and challenges.
    .found = { $n } { $kind ->
        [lessons] { $n ->
            [one] lesson
           *[other] lessons
         }
        [challenges] { $n ->
            [one] challenge
           *[other] challenges
         }
       *[both] lessons and { $n ->
            [one] challenge
           *[other] challenges
         }
     } from { $cases } { $cases ->
        [one] case
       *[other] cases
     }
    .note = In this project's own words, from the sources of each case. “Told by” goes by the kind of these sources. n = { $n }, of which { $shown } are shown.
    .more = Show { $n } more
    .left = { $n } left
    .one-lessons = Lesson: { $theme }
    .one-challenges = Challenge: { $theme }
    .add = { $added ->
        [true] ✓ In my toolbox (take out)
       *[other] + Add to my toolbox
     }
    .toggled = { $added ->
        [true] Added to
       *[other] Taken out of
     } my toolbox, which holds { $n } now.
    .about = About the case
    .about-case = About the case { $name }
    .where = { $name }, { $named ->
        [true] { $country }
       *[other] { $city }, { $country }
     }, { $years ->
        [to] { $start } to { $end }
        [since] since { $start }
       *[open] { $start }
     }
    .no-start = start not found
    .mine = My toolbox
    .page-title = Title of the page
    .paper = Paper
    .file = File
    .replace = Replace a file of this name
    .print = Print my toolbox
    .save = Save on this computer
    .clear = Empty my toolbox
    .ready = { $n } picked, ready to print.
    .keep = Open or keep the page
    .stays = Changes made after this need a new press of the button.
    .nothing-yet = <b>Nothing to print yet.</b> Press “Add to my toolbox” beside a lesson first.
    .picked = My toolbox: { $n } picked
    .hint = Nothing picked yet: press “Add to my toolbox” beside a lesson or challenge.
    .note-label = Note
    .note-hint = Why? What would it take here?
    .out = Take out
    .page-head = { $n } picked. Place and date: ______________________________
    .page-lessons = Lesson, { $theme }.
    .page-challenges = Challenge, { $theme }.
    .our-note = <b>Note:</b> { $note }
    .room = What would it take here? Who would have to agree?
    .first-step = The first step in our town, by whom, by when
board =
    .look = Can this motion pass? Guess, then press the vote of a bloc to change it. Who could turn the result?
    .board = Board
    .whose = Whose seats
    .blocs = Blocs
    .example = Town 4 (60%), Residents 3 (40%), Staff 2
    .majority = Majority
    .veto = Veto
    .nobody = nobody
    .all-for = All for
    .all-against = All against
    .as-recorded = As recorded
    .replay-of = Replay: { $city }, { $when }: { $motion } …
    .board-of = Board: { $city }: { $name }
    .own = A board of my own
    .motion = <b>Motion:</b> { $motion }
    .coalitions = <b>Minimal winning coalitions: { $n }.</b> Groups that carry a motion, and would not if one bloc left.
    .show-coalitions = Show the coalitions
    .more = … and { $n } more.
    .yours = This board is yours. Nothing of it is kept when you close the notebook.
    .seats = <b>Seats on record</b> { $dated ->
        [true] in { $year }
       *[other] in a year that was not found
     }. { $binds ->
        [true] Its decisions bind.
        [false] It gives advice: its decisions do not bind.
       *[unknown] Whether its decisions bind was not found.
     }{ $ruled ->
        [true] { "" }
       *[other] { " " }The majority it needs was not found: the simple one is set here.
     } { $power }
    .owners = <b>Drawn are seats, not shares.</b> Shares belong to owners. One owner may send several blocs, so no share stands beside a bloc. The record on who owns: { $told }
    .record = <b>On record:</b> { $result }. { $replay ->
        [agrees] The replay comes to the same.
        [differs] The replay comes to something else: the rule of this body differs.
       *[changed] You changed votes or rule; press <i>As recorded</i> to go back.
     }
    .vote = { $when }: { $motion }, { $result }.
    .changed = What changed since { $when }?
    .by-side = By side
    .side = { $side }: { $known ->
        [true] owns { $owned } per cent,{ " " }
       *[other] { "" }
     }holds { $seats } of the seats. If each side votes as one, it could turn the result in { $n } of { $total } ways
    .split = No line by side here: { $sides } did not vote as one.
    .left-out = What counting leaves out: who knows the facts, who sets the agenda, who may speak, and what becomes public.
# a real case beside a design
likeness = <b>{ $name }</b> <span class="pcc-quiet">(distance { $distance })</span><br>Alike: { $alike }.<br>Different: { $apart }.
    .look = Look at this case
# what a design makes
design-in-words =
    .place-open = open, until you choose { $fields }
    .place-same = { $plans } and { $both ->
        [true] deliver
       *[other] delivers
     }
    .place = { $plans }, { $delivers }
    .model-open = open, until you choose the owner
    .no-model = none of the { WORD($n) }
    .why = <b>Why:</b> { $why }
    .definition = <b>The codebook says:</b> { $definition }
build-one =
    .look = Set who holds each role, and on what terms. Which ownership model does that make?
    .start = Start from
    .own = A design of my own
    .group-roles = Who holds which role
    .group-public = What the public side puts in
    .group-community = What the community brings
    .no-model = No ownership model
    .model = This makes: { $model }
    .same = The case you started from is coded the same: { $model }.
    .otherwise = The case you started from is coded otherwise: <b>{ $model }</b>.
    .nearest = Real cases nearest to it
    .near = <b>{ $name }</b>, { $city }: { $model }
    .alike = Alike in { $alike }; different in { $apart }.
gallery =
    .look = All designs of the room. Where do they lie, what do they share, and which real case is each nearest to? Choose a letter.
    .folder = Folder
    .again = Look again
    .show = Show
    .view-all = Side by side
    .view-grid = Who plans and delivers
    .view-roles = Roles
    .view-models = Models
    .view-shared = Shared and different
    .view-cases = Nearest real cases
    .vote-passes = { CAPITAL($vote) }
    .invented = <b>There is no design in this folder yet.</b> These four are invented examples.
    .problems = Not all files are shown as they are:
    .empty = <b>No design to show.</b> Save one in the studio, or name another folder.
    .chosen = You chose { $letter }: { $design }
    .choose = Choose { $letter }
    .column-design = Design
    .column-town = Town
    .column-model = Ownership model
    .column-place = Who plans and delivers
    .column-motion = First motion
    .count = { CAPITAL(WORD($n)) } { $n ->
        [one] design
       *[other] designs
     } in the room
    .owners = <b>Who owns what delivers the service:</b> { $owners }.
    .owner = { $who } in { $n }
    .not-decided = not decided
    .nothing = Nothing has been decided in these designs yet.
    .in-common = In common in all { $total }: { $same }. Farthest apart: { $apart }
    .most = the most frequent
    .share = { $n } of { $total }
    .recurring = <b>{ $n } of { $total }</b>: { $what } <span class="pcc-quiet">({ $letters })</span>
    .near = The real case nearest to each design
    .undecided = { $design }: nothing decided yet that cases can be compared by.
    .nearest = { $design } is nearest to { $case } Then: { $others }.
    .distance = Distance (Gower, 1971), all fields with the same weight: 0 is alike in all that is known of both, 1 in nothing.
studio =
    .look = Design a collaboration for our own town, block by block. What does it make, and who has tried it?
    .back = Back
    .next = Next
    .bring-back = Bring back what was there
    .weigh = What counts as similar?
    .six-roles = Each of the six roles
    .step = { $at } of { $n }. { $ask }
    .hint-place-city = Where?
    .hint-name = What shall it be called?
    .hint-summary = One sentence
    .hint-community = Users, neighbours, workers of …
    .hint-first_motion = We buy …, we lower the price of …
    .hint-left_out = People who cannot pay, cannot come, are not asked …
    .hint-duty = Water for all, also for those who cannot pay …
    .hint-tenders = The town's lawyer, before …
    .hint-staff = Jobs, contracts, wages, pensions, the union
    .hint-unpaid_work = Who cooks, minds children, cleans, translates, keeps the books?
    .hint-first_step-what = Small enough to begin on Monday
    .makes = What your design makes
    .nothing-yet = Choose a sector, an owner or anything else that cases can be compared by: similar cases appear here.
    .place = Who plans and delivers: { $place }
    .share = { $n } of { $total }
    .here = ★ your design
    .grid = Real cases in each place. The middle is full co-production (Bovaird, 2007). { $rule }
    .model = Ownership model: { $model }{ $other ->
        [true] { " " }(you chose another)
       *[other] { "" }
     }{ $n ->
        [0] { "" }
       *[other] . Missing for one body together: { $missing }
     }
    .one-more = With <b>{ $what }</b> as well it would be: { $model }.
    .who-owns = Who owns what delivers the service? See block { $block }.
    .other-model = <b>You chose another:</b> { $model }. Then which role or which term is not as you want it?
    .no-vote = First vote: open, until a board has seats
    .who-sits = Who sits on the board? See block { $block }.
    .vote = First vote: { $vote }
    .column-bloc = Bloc
    .column-side = Side
    .column-seats = Seats
    .column-power = Power
    .column-block = Can block
    .blocks = { $blocks ->
        [true] yes
       *[other] no
     }
    .blockers = <b>Can block alone:</b> { $blocs }.
    .power = Power: how often a bloc is the one that decides (Banzhaf, 1965). Every combination of votes is taken to be as likely as any other. { $needed } of { $total } votes carry a motion when all vote.
    .distance = Distance (Gower, 1971): 0 is alike in everything that both are known for, 1 in nothing.
    .similar = Most similar real cases: { $cities }
    .lacks-nothing = Not in your design: nothing that the { $n } most similar cases had
    .all-used = Everything they used is in your design.
    .lacks = Not in your design: { $n } of { $total } similar cases had { $what }{ $more ->
        [0] { "" }
       *[other] , and { $more } more
     }
    .had = <b>{ $n } of { $total }</b> had: { $what } <span class="pcc-quiet">({ $cities })</span>
    .no-need = Counted in the most similar cases. That they had it does not mean that you need it.
    .warnings = Warnings: { $n ->
        [0] none of the { $total } most similar ended, stalled or was weakened{ $found ->
            [0] { "" }
           *[other] ; the nearest that did: { $first }
         }
       *[other] { $n } of the { $total } most similar ended, stalled or were weakened
     }
    .warning = <b>{ $name }</b>: { $status } (as of { $year }), number { $rank } among the most alike.
    .no-warning = None of the { $n } most similar cases ended, stalled or was weakened. That is no promise: cases that failed early leave few sources.
    .hard = What made it hard there
    .lessons = Lessons to weigh: { $n } from the three most similar
    .examples = Two real cases
    .heard = <b>{ $city }</b>, { $country }, { $table ->
        [challenges] what was hard:
       *[other] what was learned:
     } { $text }
    .no-example = No real case is known for this.
    .example = <b>{ $city }</b>, { $country }: { $same ->
        [true] Does the same:{ " " }
       *[other] { "" }
     }{ $did }
    .example-seats = the community holds { $share } of the seats. { $board }: { $seats }
# controls of the canvas of the studio
choices =
    .open = Not decided
    .leave-open = Leave it open
    .any-number = { $field } (any number)
    .more = One more bloc
    .bloc = Each bloc: name, side, seats, vote
    .undecided = undecided
    .name = Name of bloc { $n }
    .side = Side of bloc { $n }
    .seats = Seats of bloc { $n }
    .vote = Vote of bloc { $n }
    .nameless = Bloc { $n }
# what keeps and prints a design, below the canvas
keeping =
    .folder = Folder
    .save = Save our design
    .replace = Replace it
    .design = Design
    .open = Open
    .print = Print our sheet
    .pdf = Save as PDF
    .taken = { $error } Press <i>Replace it</i> to write over it, or change the name or the folder.
    .example = Example: { $name }
    .saved = <b>Saved</b> as { $file }.{ $other ->
        [true] { " " }The file of before, { $before }, is still there.
       *[other] { "" }
     }
    .no-fate = You have not answered a fate card yet: it is the last block.
    .more = Other designs
    .keep-pdf = Open or keep the PDF
    .none = There is no design in { $folder } yet. Save one first, or name another folder.
    .opened = <b>Opened:</b> { $design }.
    .ready = Ready to print.
    .keep = Open or keep the sheet
side-by-side =
    .look = Two cases, facing. What do they share, and where do they part? Which of the differences would you want to know more about?
    .left = Left
    .right = Right
    .swap = Swap
    .swap-tip = Left becomes right
    .near = Most alike
    .near-tip = Put the case most like the left one beside it
    .far = Most different
    .far-tip = Put the case least like the left one beside it
    .show = Show
    .view-roles = Roles and rights
    .view-money = Money
    .view-timeline = What happened
    .view-outcomes = What is reported
    .view-all = All
    .sentence = { $one } and { $two } are alike in { $alike } of { $known } features{ $all ->
        [true] { "" }
       *[other] { " " }known of both
     }{ $alike ->
        [0] { "" }
       *[other] { " " }({ $shared })
     } and differ in { $differ }{ $differ ->
        [0] { "" }
       *[other] { " " }({ $apart })
     }; status: { $first } and { $second }.
    .against = { $left } against { $right }
    .only = { $what } only in the { $first ->
        [true] first
       *[other] second
     }
    .how-title = How alike is reckoned
    .how = Fourteen features are compared: sector, scale, community base, ownership model, six roles, participation level, decision right, public instruments and community contributions. How far two cases lie apart is Gower's distance (1971). It runs from 0, alike in all that is known of both, to 1; each feature has the same weight. What is not found of one of them is left out. Alike means that both cases have the same word of the codebook: two projects can differ much in size. So it does not mean alike in all that matters.
# two cases in two columns
pair =
    .is = What it is
    .roles = Who does what
    .rights = Who decides
    .gives = What each side gives (bold: one of the two only)
    .pays = Who pays
    .year = Year
    .undated = No year
    .outcomes = What is reported of its effects
    .ratings = Ratings run from 0 to 3; the same rating can rest on different evidence.
    .caption-roles = What the two cases are, who does what and who decides
    .caption-money = Money and figures of the two cases
    .caption-timeline = What happened in the two cases, year by year
    .caption-outcomes = Outcomes of the two cases
    .alike = alike
    .both = both: { $value }
    .different = different
    .known-of-one = known of one
    .seats = Seats
    .none-recorded = none recorded
    .no-board = no board with known seats
    .figures-both = Figures known of both
    .figures-one = Figures known of one
    .figures-alone = Figures that stand alone
    .not-recorded = not recorded
    .no-year = no year
    .whole-record =
        { $n ->
            [one] The value rests on the whole record, not on a place of its own. The record has one source:
           *[other] The value rests on the whole record, not on one source. These are all its { $n } sources:
        }
# a question of a quiz, and as a show of hands
question =
    .percent = percent
    .first = { $ask } Which comes first?
    .span = { $low } to { $high }

### Tools, checklists, what nobody wrote down

# a tool on one page: whom it is for, a sentence to say, a form, lines from cases
tools =
    .look = What would help you on Monday? Choose a tool. Say its first sentence aloud, then print the page.
    .tool = Tool
    .name = { $at }. { $title }
    .fill-in = What you fill in
    .print = Open or keep this page
    .print-all = All { WORD($n) } tools in one file
tool-sheet =
    .all = { CAPITAL(WORD($n)) } tools of one page
    .how = Choose one. Say its first sentence aloud, fill in the page with the people concerned, and put a date on it. What cases tell is advice to weigh; law and habits differ from place to place.
    .tool = Tool, and for whom
    .when = When
    .minutes = Minutes
    .monday = What we do first, with whom, by when:
    .head = <b>For:</b> { $who } <b>When:</b> { $when } <b>Time:</b> { $n } minutes.
    .aloud = <b>Say it aloud:</b> “{ $words }”
    .lawyer = Ask a lawyer before you sign. This page finds the questions; it does not know your law.
    .cases = What cases tell
# of how many records something is told on a subject
silences =
    .title = In { $n } of { $total } records nothing was found on the paid staff
    .note = Filled: something is told. Dashed: nothing was found. n = { $n }.
    .text = { $title }. Something is told on: { $counts }. Volunteer labour is coded in { $volunteers } of { $total }; in { $told } of these the record also tells who works unpaid, or at what.
    .count = { $n } of { $total }
    .staff = Paid staff
    .terms = Their terms
    .union = Where unions stand
    .unpaid = Unpaid work
    .surplus = Where a surplus goes
    .column-subject = Subject
    .column-told = Something is told
    .column-missing = Nothing was found

### Who tells it

# who tells a lesson: { $who } lists the tellers
told-by =
    .chip = Told by { $who }
    .reading = The record's own reading; sources: { $who }
    .group = the group
    .public = public bodies
    .partner = a partner
    .researchers = researchers
    .press = the press
    .others = others

### Coded twice

coder-named = { $coder ->
    [first] the first coder
    [second] the second coder
   *[other] coder “{ $coder }”
 }
coded-by =
    .written = { $basis } (Written by { coder-named } in round { $round }. The record's own code: { $before }.)
    .unwritten = A code of { coder-named } in round { $round }, who saw the facts and the definitions and wrote no reason. The record's own code: { $before }.
    .line = { $text } { $n ->
        [0] No case here was coded again: all keep their codes.
       *[other] Codes of { coder-named } ({ $rounds }) in { $n } of { $total ->
            [one] 1 case
           *[other] { $total } cases
         }{ $kept ->
            [0] .
           *[other] ; the others keep theirs.
         }
     }
    .rounds = { $n ->
        [one] round
       *[other] rounds
     } { $rounds }
    .about = { $text } { $n } of { $total } with codes of { coder-named }.
    .coder = Whose codes the case has: empty where it keeps those of its record.
    .round = The round in which that coder coded it: empty where it keeps the codes of its record.
    .exported = { $n } of { $total } cases have codes of another coder in place of those of their record. The columns coder and round of the table cases tell which.
    .cited = { $text } In { $n } of { $total } cases with the codes of { coder-named } ({ $rounds }) in place of those of the record.
    .chip = codes of { coder-named }, round { $round }

coders-agree =
    .title = On { $n } of { $total } fields the coders agree enough for careful conclusions
    .none = No field of these codings has an alpha
    .note = Krippendorff's alpha: 1 is full agreement, 0 is what chance would bring. The line holds most results when cases are drawn again. Dashed: { $least }, below which nothing should be concluded. { $cases } cases, round { $rounds }; beside each field its alpha and how many cases.
    .text = The highest is { $high }, the lowest { $low }. All fields together: { $all }.
    .field = { $field } ({ $alpha })
    .undefined = No alpha for: { $fields }. Where several codes are given at once, or only one code occurs, there is none.
    .weak = Below that line: { $fields }.
    .nominal = codes without an order
    .ordinal = codes in an order
    .interval = numbers
    .ratio = numbers
    .whole = { $alpha }, from { $low } to { $high }
    .mark = { $alpha } ({ $n })
    .all = All fields together
    .column-field = field
    .column-scale = scale
    .column-units = cases
    .column-agree = same code
    .column-alpha = alpha
    .column-low = from
    .column-high = to
codings =
    .no-file = Name at least one file with codings.
    .where = { $file }, line { $line }, { $field } of { $case }
    .place = { $file }, line { $line }
    .refused = { $n ->
        [one] One fault in the codings:
       *[other] { $n } faults in the codings:
     }
    .more = … and { $n } more.
    .twice = this was coded already ({ $before }). Keep one row of each.
    .file-twice = { $file } is named twice. Name the file of each coder once.
    .nothing = not_found (no source tells)
    .no-coder = nobody is named in the column coder.
    .case = case of these data
    .field = coded field
    .no-code = { $found } is no code of { $field }. { $known ->
        [true] Did you mean { $guess }?{ " " }
       *[other] { "" }
     }Allowed: { $codes }.
    .no-column = { $file } has no column { $name }. It needs the columns case, field, coder and value. There are: { $there }.
    .no-utf8 = { $file } is not written in UTF-8. Save it as “CSV UTF-8” and read it again.

coded-twice =
    .look = Choose a comparison and a round. What changes when the second coder's codes stand in it?
    .rows = Rows
    .columns = Columns
    .round = Round
    .current = 2 and 3 (all cases)
    .one-round = { $round } ({ $n } cases)
    .apart = Where the two coders part: { $n ->
        [one] one coding
       *[other] { $n } codings
     } of these two fields
    .head-case = case
    .head-field = field
    .head-first = first coder
    .head-second = second coder
    .head-record = the record today
    .nothing = no code
    .title = { $n ->
        [0] With the codes of { coder-named }, no case changes its place: { $rows } by { $columns }
        [one] With the codes of { coder-named }, 1 of { $total } cases changes its place: { $rows } by { $columns }
       *[other] With the codes of { coder-named }, { $n } of { $total } cases change their place: { $rows } by { $columns }
     }
    .note = Number of cases in each cell, with the codes of their records. Where the codes of { coder-named } ({ $rounds }) change a cell, both numbers stand in it. { $coded } of { $total } cases were coded again.
    .nobody = Nobody has coded a case yet
    .nobody-note = When somebody has, draw this again: what changes then stands here.
    .counts = { $before } → { $after }
    .cell = { $came ->
        [0] { "" }
       *[other] { $came } in{ $left ->
            [0] { "" }
           *[other] ,{ " " }
         }
     }{ $left ->
        [0] { "" }
       *[other] { $left } out
     }
    .axes = { $columns } →   { $rows } ↓
    .way = { $before } → { $after }
    .move = { $name } ({ $ways })
    .moves = These move: { $moves }{ $more ->
        [0] .
       *[other] ; and { $more } more, in the table.
     }
    .same = What the comparison shows stays the same: { $before }.
    .other = With the codes of the records the comparison shows: { $before }. With the other codes it shows: { $after }.
    .column-row = row
    .column-column = column
    .column-before = cases by their record
    .column-after = cases by the other coder
    .column-came = in
    .column-left = out

dossier =
    .newest = The newest source that tells how it stands is of { $year }.

code-blind =
    .look = Two people code the same case without seeing each other's codes. Who begins?
    .case = Case
    .who = Who codes
    .first = First person
    .second = Second person
    .both = Compare
    .not-yet = not coded yet
    .not-found = Not found in the facts
    .reason = Reason for { $field }
    .reason-hint = One sentence: which fact decides?
    .hidden = Read the facts below and their sources. The record's codes and its reasons for them are hidden. So are the codes of the other person.
    .progress = { $who }: { $n } of { $total } fields are coded.
    .meanings = What the codes mean
    .nobody = Nothing can be compared yet. { $first } coded { $n } of { $total } fields of this case, { $second } { $m }.
    .only-both = { $n } of { $total } fields were coded by both. Only these are compared.
    .apart = { $n ->
        [0] You agree on every field that both coded
        [one] You part on 1 of { $total } fields
       *[other] You part on { $n } of { $total } fields
     }
    .settle = Read both reasons aloud. Is one of you wrong, or is the definition unclear, or are the facts too thin?
    .no-reason = no reason was written
    .says = { $who }: { $code }
    .same = The same codes
    .agreement = How far you agree
    .so-far = { $n ->
        [one] You both coded one case
       *[other] You both coded { $n } cases
     }. In { $same } of { $total } codings you chose the same code.
    .few = Alpha compares this with what chance would bring. It needs more cases: at least { $least }.
    .alpha = Krippendorff's alpha of all fields together is { $alpha }. When cases are drawn again at random, most draws lie between { $low } and { $high }.
    .undefined = Alpha is undefined: all codes are the same, so nothing can tell agreement from habit.
    .field = field
    .cases = cases
    .agree = agree
    .alpha-short = alpha
    .interval = interval
    .collection = What this collection coded, and why
    .keep = Keep the codes (CSV)
    .kept = Nothing is written on this computer. The link saves your codes; pcc.read_codings reads them again.
    .sheet = Code this case alone, on this sheet. Then lay the two sheets side by side.

### The canvas: plain questions and answers, the fate card, the draft
canvas-question =
    .sector = What is it about?
    .scale = How large is it?
    .community_base = Who are most of the members?
    .community_partners-legal_form = In what form are they organised?
    .roles-initiative = Who begins?
    .public_partners-level = Which public bodies take part?
    .public_instruments = What does the public side put in?
    .community_contributions = What do people put in?
    .roles-ownership = Who owns what delivers the service?
    .roles-capital = Who pays for the start?
    .roles-running_costs = Who pays year by year?
    .surplus_use = Where does a surplus go?
    .roles-delivery = Who runs it day by day?
    .roles-governance = Who settles the big questions?
    .decision_right = What right does the community have there?
    .boards-majority = How many votes carry a motion?
canvas-answer =
    .scale-project = One place, one building, one plant
    .scale-organisation = One body with several places
    .scale-programme = Many groups under one set of rules
    .holder-public = The public side
    .holder-shared = Both sides together
    .holder-community = The community
    .holder-private = A firm that seeks a profit
    .holder-third_party = Somebody else, such as a donor or a charity
    .holder-own_income = What it sells to others
    .boards-blocs-side-third_party = Others, such as experts
    .boards-blocs-side-private = Firms
    .community_base-wide_membership = The public at large
    .community_base-mixed = Several of these
    .public_instruments-asset_transfer = Land or a building, for good
    .public_instruments-procurement_or_contract = A contract: it buys the service
    .public_instruments-planning_power = Permits and plans for land
    .public_instruments-staff_or_technical_support = Staff or technical help
    .public_instruments-equity_stake = Shares in a common company
    .public_instruments-expropriation_or_purchase = Property that it buys or takes by law
    .community_contributions-service_delivery = They deliver the service
    .community_contributions-design_or_planning = They help to plan
    .community_contributions-monitoring = They watch over it
    .community_contributions-fundraising = Money from others
    .surplus_use-reinvested = Back into the same service
    .surplus_use-public_budget = To the public budget
    .surplus_use-members = Paid out to members
    .surplus_use-new_projects = Into new projects
    .surplus_use-community_fund = Into a fund for the community
    .surplus_use-none = There is none
    .decision_right-none = None
    .decision_right-informs = It may say something; nobody has to answer
    .decision_right-must_be_considered = It may give an opinion, and gets an answer
    .decision_right-minority_vote = It has votes, and can be outvoted
    .decision_right-co_decides = Nothing is decided without it
    .decision_right-decides = It decides
    .ownership_model-parallel_provision = Each side its own part (parallel provision)
    .ownership_model-shared_planning_power = They plan together, nothing is owned together (shared planning power)
    .ownership_model-delegated_service = The community runs it for the public side (delegated service)
fate =
    .head = Fate card
    .draw = Draw a fate card
    .another = Another card
    .answer = By which clause of your design do you answer? Write the clause.
    .hint = One sentence that could stand in your agreement
    .happened = What really happened
    .compare = Would your clause have helped there? Change your design if not.
    .no-card = This card is no longer in the set.
request =
    .look = One request to the council that all tables can sign. What do we ask for, of whom, by when, and what do we offer?
    .title = Our request to the council
    .head = Date: ____________________
    .ask = We ask for one thing. In one sentence:
    .whom = To whom? Who has to decide and to sign?
    .when = By when do we ask for an answer?
    .offer = What do we offer in return?
    .hint-ask = We ask the council to …
    .hint-whom = The council, the committee for …, the office for …
    .hint-when = A date, and the meeting at which we shall ask again
    .hint-offer = Knowledge, work, money, members …
    .open-ask = the sentence
    .open-whom = to whom
    .open-when = by when
    .open-offer = what we offer
    .state = { $n ->
        [0] <b>All four parts are written.</b> Read it aloud once more: can every table sign it?
       *[other] <b>Still open:</b> { $open }. On the page there is room to write it by hand.
     }
    .keep = Open or keep the request
    .public = What the designs ask of the public side
    .asked = { $what } <span class="pcc-quiet">({ $letters })</span>
    .steps = First steps that tables named
    .sign = These tables sign
    .column-table = Table
    .column-names = Names
    .column-signed = Signed
    .foot = Written in a workshop on public-community collaborations. It says nothing about any case on record.
    .received = Received by, on (name, office, date):
draft =
    .ask = This folder holds a draft that has not been saved. Go on with it, or begin again?
    .go-on = Go on with the draft of { $time }{ $today ->
        [true] { "" }
       *[other] { " " }yesterday
     }: { $design }{ $signed ->
        [true] { " " }({ $by })
       *[other] { "" }
     }
    .anew = Begin again
    .damaged = A draft of before is damaged and cannot be opened. What was saved is not touched by this.
    .not-kept = No draft can be kept here: { $reason } Save into a folder of your own.


### ---

### Records, tables, data set, designs, commands

nothing =
    .not_found = not found
    .does_not_apply = does not apply
    .none = none

months =
    .m1 = January
    .m2 = February
    .m3 = March
    .m4 = April
    .m5 = May
    .m6 = June
    .m7 = July
    .m8 = August
    .m9 = September
    .m10 = October
    .m11 = November
    .m12 = December

# Facts of a record. one-… is what one item of a list is called (one for each list of a record)
fact =
    .as-of = as of { $year }
    .no-year = year not found
    .without-year = no year
    .about = about: { $field }
    .bloc = Bloc
    .one-boards = Board
    .one-votes = Vote
    .one-promises = Promise
    .one-indicators = Figure
    .one-events = Event
    .one-lessons = Lesson
    .one-challenges = Challenge
    .one-triggers = Trigger
    .one-set_off = What it set off
    .one-spells = Spell
    .one-sources = Source
    .one-gaps = Gap
    .one-public_partners = Public partner
    .one-community_partners = Community partner
    .one-other_partners = Other partner
    .one-staff = Paid staff
    .one-unpaid_work = Unpaid work
board-told =
    .seats = { $n ->
        [one] { $n } seat
       *[other] { $n } seats
     }
    .no-seats = seats not known
    .split = { $known ->
        [none] split not known
       *[part] split known in part
     }
    .binding = { $binds ->
        [true] its decisions bind
        [false] its decisions do not bind
       *[none] whether its decisions bind was not found
     }
vote-told =
    .for = { $count } for
    .against = { $count } against
    .abstain = { $count } voted neither way
    .no-vote = vote not found
    .no-blocs = who voted how was not found
# $amount is a number with its unit, or a unit such as "year" with a year
promise-told =
    .by = promised by: { $who }
    .in = promised in { $year }
    .due = due { $when }
    .promised = promised { $amount }
    .delivered = delivered { $amount }
    .overdue = { $state }, overdue
    .no-state = what became of it was not found
figure-told =
    .value = { $about ->
        [about] about{ " " }
        [at_least] at least{ " " }
        [at_most] at most{ " " }
       *[exact] { "" }
     }{ $value } { $unit }{ $known ->
        [both] , between { $low } and { $high }
        [low] , { $low } or more
        [high] , up to { $high }
       *[none] { "" }
     }
    .exact = exact figure
    .said-by = { $who ->
        [public] said by the public side
        [community] said by the community
        [press] said by the press
        [court] said by a court
       *[independent] said by an independent source
     }
spell-told =
    .years = { $over ->
        [true] { $first } to { $last }
       *[other] since { $first }
     }
work-told =
    .terms = terms: { $what }
    .union = unions: { $what }
period =
    .start = { $known ->
        [true] { $precision ->
            [about] about { $year }
            [by] { $year } or earlier
           *[exact] { $year }
         }
       *[other] start not found
     }
    .since = since { $start }
    .ended = { $start }–{ $known ->
        [true] { $end }
       *[other] end not found
     }

# "Says who?": the answer for any value of a record
why =
    .says-who = Says who?
    .says-who-of = Says who? { $field }
    .since-when = Since when
    .gaps = What could not be established
    .since-and-before = { $since }; before: { $before }
    .last-terms = the last terms in force
    .no-basis = This record gives no reason of its own for this value.
    .not-applying = This does not apply to the case.
    .not-found = Nothing was found for this value.{ $gap ->
        [true] { "" }
       *[other] { " " }No gap of the record is marked as being about it; all gaps stand on the card.
     }
    .no-item = The record holds none: nothing was found.{ $gap ->
        [true] { "" }
       *[other] { " " }No gap of the record is marked as being about it; all gaps stand on the card.
     }
    .events-of-year = This record gives no reason of its own for this value. Events recorded for that year, with their sources: { $events }.
    .year-of-status = This record gives no reason of its own for this value. It is the year of the newest source that shows the status; those of the status are:
    .recorded = A recorded fact: it is what its sources tell.
    .part-of = A recorded fact: it is what its sources tell. It is part of: { $whole }.
    .of-gap = What could not be established, or where sources disagree.{ $sources ->
        [true] { "" }
       *[other] { " " }No source is named for it.
     }
    .rests-on = { $any ->
        [true] A source that was read. These facts of the record rest on it: { $places }.
       *[other] No fact rests on it.
     }
    .yes-no = { $value ->
        [true] yes
       *[false] no
     }
    .several = { $wanted } may mean several things in { $case }: { $there }. Name one of them.
    .which-item = { $case } has { $n } { $list }: { $there }. Name one of them.
    .of-many = { $there } … ({ $n } in all)
    .unknown = { $wanted } is nothing that the record of { $case } holds.{ $hint ->
        [true] { " " }Did you mean { $guess }?
       *[other] { "" }
     } Allowed: { $fields } … and items such as events[1], boards[1].blocs[2] or a name.
    .unknown-part = { $wanted } is nothing that the record of { $case } holds. Allowed: { $fields }.
    .unknown-item = { $wanted } is nothing that the record of { $case } holds. { $any ->
        [true] It has { $there }.
       *[other] It has no { $list }.
     }

source =
    .none = No source is named.
    .no-year = no year
    .read-on = Read on { $day }
    .sort = { $language }, { $kind }{ $part ->
        [true] , read: { $read }
       *[other] { "" }
     }
# at the foot of pictures and sheets
data-line =
    .ours = Data: { $data }. The coding is this project's own, not the report's.
    .both = Data: { $data } and { n-records } of your own. The coding is this project's and yours, not the report's.
    .ringed = Data: { $data } and { n-records } of your own (black ring or sloping letters). The coding is this project's and yours, not the report's.
    .yours = Data: { n-records } of your own. The coding is yours, by the codebook of { $version }.
codebook =
    .about = Codebook { $version }: { $fields } fields, { $codes } codes (.table() lists them)
    .field = { $label }: { $meaning }
    .code = - { $code } ({ $label }): { $meaning }
    .agreed = Two coders, { $n } values: alpha { $alpha }{ $reliable ->
        [true] .
       *[false] ; too low to conclude anything from this field.
     }
dataset =
    .about = { $cases ->
        [one] { $cases } case
       *[other] { $cases } cases
     } in { $sectors ->
        [one] { $sectors } sector
       *[other] { $sectors } sectors
     }, { $mine ->
        [all] all of them your own,{ " " }
        [one] your own,{ " " }
        [some] { $own } of them your own,{ " " }
       *[none] { "" }
     }{ $sources ->
        [one] { $sources } source
       *[other] { $sources } sources
     } (.cases, .outcomes, .events …)
    .table = table
    .rows = rows
# the blocks of the canvas: short names, and what each asks
canvas =
    .need = Need
    .need-ask = What does our town need?
    .left-out = Left out
    .left-out-ask = Who is left out today?
    .climate = Climate, place
    .climate-ask = What do the climate and the place ask of us?
    .people = People
    .people-ask = Which people organise themselves, and who begins?
    .duty = Public duty
    .duty-ask = What stays a public duty, and what does the public side put in?
    .owner = Owner
    .owner-ask = Who owns it, and what do people put in?
    .money = Money
    .money-ask = Who pays, and where does a surplus go?
    .work = Work
    .work-ask = Who does the work? Who is paid for it, and who is not?
    .deciding = Deciding
    .deciding-ask = Who decides on prices, investment and rules?
    .vote = Vote
    .vote-ask = Who sits on the board? Does the first motion pass?
    .what-if = What if
    .what-if-ask = What happens if it goes wrong?
    .first-step = First step
    .first-step-ask = What do we do first, by whom, by when?
    .fate = Fate card
    .fate-ask = Something happens. By which clause do you answer?
# texts of a design, as they are called beside the line to write on
design-text =
    .city = Town
    .name = Name of the design
    .summary = Who gets what?
    .community = Who exactly are the people?
    .first_motion = What does the board decide first (the first motion)?
    .by = Drawn by
    .left_out = Who goes without today, and why?
    .climate = Heat, water, soil, energy: what has to be better here in ten years?
    .duty = What stays the duty of the public side, whatever happens?
    .tenders = Tenders: does the law ask for an open offer to all firms? Who finds out?
    .staff = Who are the staff? How are they paid, and do they have a seat?
    .unpaid_work = Who does unpaid work, and how many of them are women?
    .new_majority = A new majority in the council wants to end it:
    .breach = One side breaks the agreement:
    .insolvency = It cannot pay its debts:
    .quarrel = We quarrel with one another:
    .what = What is the first step?
    .by_whom = By whom?
    .by_when = By when?
design =
    .head =
        A design for a town, drawn with pcc_data. It is imagined: it says nothing about any case on record.
        Open it in the studio, or begin a real record with: pcc new-case ID --from THIS_FILE
    .about = { $title } (a design, imagined)
    .imagined = A design, imagined.
    .unnamed = A design without a name
    .seats-and-votes = Who has how many seats?
    .undecided = undecided
    .bloc = { $name } { $seats } ({ $vote })
    .fate = Fate card
    .our-answer = The clause:
    .too-many = Only the first { $most } of { $n } files are shown.
    .only-here = In the room, designs lie in the folder { $folder } alone.
first-motion =
    .no-board = There is no board yet.
    .sure = { $named ->
        [true] The first motion
       *[false] it
     } { $passes ->
        [true] passes
       *[false] fails
     }{ $open ->
        [0] { "" }
       *[other] { " " }whatever the undecided do
     }: { $for } for and { $against } against, of { $seats } seats.
    .hangs = { $named ->
        [true] The first motion
       *[false] it
     } hangs on { $blocs }: { $for } for and { $against } against, of { $seats } seats.
# A fault or warning in one line, and how a value is told that was found
fault =
    .allowed = allowed: { $allowed }
    .meant = did you mean { $word }?
    .warning = warning
    .more = and { $n } more faults in this file
    .nothing = nothing
    .a-list = a list of { $n }
    .a-group = a group of keys
# The command check, and what a warning says of records when they are loaded
check =
    .old-format = { $note }.{ $more ->
        [0] { "" }
        [one] { " " }There is more in format 1: { $more } other record.
       *[other] { " " }There is more in format 1: { $more } other records.
     }
    .upgraded = { $file }:{ $line }: note: { $fields }: written as in format 1, and read as meant; `pcc format { $file }` writes the record again
    .own-codebook = { $path } holds codes of your own, no record: name its folder
    .no-record = no record (*.yaml) in { $path }
    .no-path = no such file or folder: { $path }{ $relative ->
        [true] { " " }(looked for in { $folder })
       *[false] { "" }
     }
    .none-named = no record named
    .in-codebook = { $n ->
        [one] { $n } fault
       *[other] { $n } faults
     } in the codebook { $file }
    .thin = Thin so far, with few facts: { $records }. `pcc check` of one record tells what it lacks.
    .summary = { $warning ->
        [true] { $n ->
            [one] { $n } warning
           *[other] { $n } warnings
         }
       *[false] { $n ->
            [one] { $n } fault
           *[other] { $n } faults
         }
     } in { $files } of { $records ->
        [one] { $records } record
       *[other] { $records } records
     }, by section: { $sections }
    .no-faults = { $records ->
        [one] { $records } record
       *[other] { $records } records
     }, no faults
    .again = Some rules can be looked at only when these are mended: check again then.
    .the-file = the file
### Many records: how far a command is
spread =
    .done = { $files ->
        [one] { $done } of { $files } record
       *[other] { $done } of { $files } records
     }
id-taken =
    .problem = is the id of a case of the collection
    .allowed = an id of its own, or load(extra=…, replace=True), which puts this record in its place
    .twice = is the id of another record too (found in { $other })
    .own = an id of its own
# The command format
layout =
    .not-possible = this cannot be written in the one layout so that it reads the same; it was left as it is
    .summary = { $n ->
        [0] Every record is in the one layout.
       *[other] { $n } { $check ->
            [true] would change
           *[false] written
         }, { $kept } in the one layout already
     }
    .left = { $file }: { $reason }; it was left as it is
    .done = { $check ->
        [true] would change
       *[false] written
     }: { $file }{ $upgraded ->
        [true] , from format 1
       *[false] { "" }
     }
    .no-id = this is no record (it has no id)
    .an-id = the id of the case, as a key at the margin
# The command new-case
new-case =
    .no-folder = { $folder } is no folder.
    .there = { $file } is there already; nothing was written.
    .no-id = { $case } cannot be an id: { $allowed }.{ $hint ->
        [try] { " " }Try { $better }.
        [by-hand] { " " }Try { $better }, or write the name in Latin letters.
       *[none] { "" }
     }
# Comments in the template of a record. $mark stands wherever something is to be filled in; note-… and section-… bear
# the names of fields
template =
    .head =
        A new case. Replace every { $mark }, then run: pcc check FILE

        Every value needs a source that was read: list it under sources, and name its id where you use it. Own words only.
        Write null where nothing was found; say under gaps what could not be established, and where sources disagree.
        Setbacks, conflicts and failures count as much as successes.
    .head-short = Replace every { $mark }, then run: pcc check FILE
    .note-coding_basis = One entry a coded field. Delete that of a field that is null or unknown; add end_reason if ended.
    .note-outcomes = A rating needs its basis and sources. Leave null where no evidence was found: common, and right.
    .section-id = What and where
    .section-start_year = When, and how it stands
    .section-public_partners = Who
    .section-ownership_model = Who holds what, and who decides (codes as in datasets/codebook.yaml; pcc check lists them)
    .section-boards = Boards, votes, promises; what each side gives
    .section-coding_basis = Why each code: a sentence in the quotes, then ids of sources. Delete the line of a field that is null
    .section-outcomes = What is reported of its effects: { "{" }rating: null{ "}" }, or as { "{" }rating: 2, basis: "One sentence.", sources: [s1]{ "}" }
    .section-events = What happened, what was hard, what can be learnt. Figures: see indicators in the form without --short
    .section-sources = Sources that were read, and what they leave open
    .add-source = A book, interview, archive or document needs no address. To add one (without the #):
    .add-item = To add one, put this in place of the [] (without the #):
    .add-group = To tell it, put this in place of the null (without the #):
    .codes-as-above = codes as above
schema =
    .title = Record of { $title }
# Faults of a design
design-fault =
    .set-aside = line { $line }: { $key } is no field of a design; it was left out
    .more = and { $n } more faults
    .is-record = this is the record of a case, not a design
    .from-studio = a file that the studio saved
    .no-format = format: is missing; read as format { $format }
    .no-number = is no number of a format (found { $found })
    .other-format = { $age ->
        [older] is of an older version (found { $found })
       *[newer] is of a newer version (found { $found })
     }
    .this-format = { $age ->
        [older] { $format }; draw the design again
       *[newer] { $format }; a newer version of this program reads it
     }
    .long = is too long (found { $n } characters)
    .at-most = at most { $most } characters
    .lines = runs over several lines
    .one-line = a text in one line
# Files that cannot be read as YAML, wholly or in part
yaml =
    .too-large = the file is too large
    .most-bytes = at most { $most } bytes
    .utf-16 = the file is saved as UTF-16
    .utf-8 = text saved as UTF-8
    .not-utf-8 = this is not UTF-8 text (found the byte { $byte })
    .tab = a tab
    .spaces = spaces
    .unseen = an invisible character (found { $sign })
    .seen = text that can be seen
    .unreadable = this cannot be read as YAML ({ $reason })
    .no-yaml = no YAML
    .key-twice = the key is there twice (found in lines { $first } and { $again })
    .empty = the file is empty
    .a-record = a record
    .alias = an alias (found *{ $found }); records do not use them
    .value-itself = the value itself
    .anchor = an anchor (found &{ $found }); records do not use them
    .tag = a tag (found { $found }); records do not use them
    .second = a second document begins here (---)
    .one-record = one record a file
    .long-number = a number of { $n } digits
    .odd-key = a key that is itself a list, a group or an alias
    .a-word = a word
    .no-file = the file cannot be read ({ $reason })
yaml-reason =
    .colon = a colon inside a text (put the text in quotes), or an indentation that does not fit the line above
    .sign = a text that begins with @, ` or %; put it in quotes
    .no-colon = a key without a colon, or a quotation mark that is not closed
    .not-closed = a quotation mark or bracket that is not closed
    .misplaced = the indentation does not fit the lines above, or a quotation mark or bracket is out of place
    .deep = nested deeper than { $most } levels
# The parts of a record or design ($what is the word record or design)
shape =
    .no-record = this is no { $what } (found { $found })
    .lines = lines such as key: value
    .no-group = is no group of keys (found { $found })
    .no-field = is no field of a { $what } (found the key { $found })
    .no-list = is no list (found { $found })
    .missing = is missing
    .too-few = has too few entries (found { $found })
    .at-least = at least { $least }
    .at-most = at most { $most }
    .twice = is there twice (found { $found })
    .once = once
    .group = a group of { $keys }
    .list = { $least ->
        [0] a list, or [] for none
       *[other] a list of at least { $least }
     }
# What may stand in the place of a value of each kind
value =
    .slug = small letters and digits joined by hyphens, the place first
    .text = text without HTML (in quotes if it looks like a number, true or null)
    .long_text = text of at least 8 characters, without HTML
    .text_or_blank = text without HTML, or null
    .year = a year from { $first } to { $now }
    .year_ahead = a year from { $first } to { $last }
    .month = a number from 1 to 12
    .whole = a whole number from 0 to 10,000,000
    .seats = a whole number from 0 to { $seats }
    .number = a number such as 1200 or 4.5, without separators or units
    .latitude = degrees north, from -90 to 90
    .longitude = degrees east, from -180 to 180
    .yes_no = true, false
    .url = http:// or https:// and a host
    .language = a language tag (BCP 47), such as en, pt-BR, fil or ckb
    .day = a day such as 2026-11-25, or a month or year such as 2026-11 or 2026 (in quotes)
    .country = three capital letters (ISO 3166-1 alpha-3), such as DEU
    .source_id = a short id such as s1
value-wrong =
    .fill-in = is still to be filled in
    .empty = is empty
    .kind = is no { $kind ->
        [slug] id
        [text] text
        [year] year
        [month] month
        [whole] whole number
        [seats] number of seats
        [latitude] latitude
        [longitude] longitude
        [url] web address
        [language] language tag
        [day] day
        [country] country code
        [source_id] source id
       *[number] number
     } (found { $found })
    .no-code = is no code of this field (found { $found })
    .short = is too short (found { $found })
    .unseen = holds an invisible character
    .html = holds HTML (found { $found })
    .yes-no = is neither true nor false (found { $found })
    .no-host = is a web address without a host (found { $found })
    .reserved = is the word that stands for a missing value in the tables (found { $found }); say it in other words, or leave it out
# A codebook of one's own
own-codes =
    .second = there is a second codebook beside it ({ $file })
    .one-codebook = one codebook in a folder
    .lists = lists that codes can be added to: { $lists }
    .no-list = no codes can be added to { $found }
    .codes = codes, each with label and definition
    .too-many = adds { $n } codes, more than there are markers for
    .taken = { $code } is a code of the collection's codebook, which is never redefined
    .another-name = a code of another name
    .no-name = is no name of a code (found { $found })
    .a-name = small letters a to z, figures and _, a letter first
    .keys = keys: { $keys }
    .no-key = is no key of a code (found { $found })
    .text-for = a text for the { $key }
    .a-text = a text, in quotes where it holds a colon or #
    .no-english = has no English text
    .texts = a text, or texts by language, one of them en
    .label-taken = is the label of { $code } already
    .own-label = a label of its own
    .sign-taken = is the { $key } of { $code } already
    .another = another, such as { $signs }
    .no-sign = is no { $key } (found { $found })
    .a-colour = six signs in quotes, such as "#117733"
# Faults of a record. problem: what is wrong (it follows the name of the field and a colon); allowed: what may stand there
rule-id-of-file =
    .problem = differs from the name of the file (found { $found })
    .allowed = { $stem }
rule-before =
    .problem = lies before { $other } (found { $found } and { $least })
    .allowed = { $least } or later
rule-precision =
    .problem = is given, but start_year is not
    .allowed = null, or a start_year
rule-not-ended =
    .problem = is given, but the status is { $status }
    .allowed = null, or the status ended
rule-at-sea =
    .problem = latitude and longitude are both 0, out at sea
    .allowed = the place of the case
rule-no-basis =
    .problem = is missing, but { $field } is coded (found { $found })
    .allowed = basis and sources
rule-no-code =
    .problem = gives a reason, but { $field } is not coded (found { $found })
    .allowed = a code for { $field }, or no basis
rule-no-rating =
    .problem = gives a reason, but there is no rating
    .allowed = a rating, or no basis
rule-rating-basis =
    .problem = is missing, but there is a rating (found { $rating })
    .allowed = one sentence: why this rating
rule-rating-sources =
    .problem = names no source, but there is a rating (found { $rating })
    .allowed = at least one source
rule-source-twice =
    .problem = is there twice (found { $found })
    .allowed = an id of its own
rule-no-source =
    .problem = is no source of this record (found { $found })
    .allowed = an id listed under sources ({ $first } … { $last })
rule-no-seat =
    .problem = is no seat at all (found 0)
    .allowed = at least 1
rule-seats-total =
    .problem = differs from the seats of the blocs together (found { $found })
    .allowed = { $seats }
rule-result =
    .problem = does not fit the blocs (found { $result } with { $for } for and { $against } against)
    .allowed = { $other }, or other seats
rule-currency =
    .problem = is no currency (found { $found })
    .allowed = three capital letters (ISO 4217), such as EUR
rule-range =
    .problem = lies outside low and high (found { $found })
    .allowed = low ≤ value ≤ high
rule-share =
    .problem = is no share of a whole (found { $found })
    .allowed = a number from 0 to 100
rule-spell-code =
    .problem = is no code of { $field } (found { $found })
    .allowed = { $codes }
rule-only-spell =
    .problem = is the only spell of { $field }
    .allowed = at least two spells of a field, or none
rule-overlap =
    .problem = overlaps with the spell of { $field } from { $year }
    .allowed = { $year } or earlier
rule-no-time =
    .problem = is missing, and nothing tells when it was
    .allowed = a year, or `when` in words
rule-month =
    .problem = is given without a year
    .allowed = null, or a year
rule-address =
    .problem = is missing, but the source is { $kind }
    .allowed = a web address; only { $kinds } need none
rule-where =
    .problem = is missing, and there is no address
    .allowed = where it can be found
rule-gap-about =
    .problem = is no field (found { $found })
    .allowed = a field of the codebook, or null
rule-count =
    .problem = is no such count (found { $found })
    .allowed = { $percent ->
        [true] 0 to 100
       *[false] 0 or more
     }
rule-ahead =
    .problem = lies ahead, but the figure is { $kind } (found { $found })
    .allowed = a year up to { $last }, or the kind planned
rule-bloc-twice =
    .problem = is there twice (found { $found })
    .allowed = a name of its own for each bloc
rule-too-many =
    .problem = has too many entries (found { $found })
    .allowed = at most { $most }
rule-no-seats =
    .problem = holds no seat at all
    .allowed = at least one seat
rule-too-many-seats =
    .problem = has too many seats together (found { $found })
    .allowed = at most { $most }
# Warnings
doubt-durability =
    .problem = is 3 after { $n } years (from { $start } to { $last })
    .allowed = a 3 needs { $needed } years and a documented test that it survived
doubt-status-year =
    .problem = is older than a source of the status (found { $found } and { $newest })
    .allowed = { $newest }
doubt-result =
    .problem = does not fit its counts (found { $result } with { $for } for and { $against } against)
    .allowed = another result or count, or a gap that explains it
doubt-ending =
    .problem = { $field ->
        [end_year] has no year, though the case ended
       *[end_reason] has no reason, though the case ended
     }
    .allowed = { $field ->
        [end_year] a year, or a gap about end_year
       *[end_reason] a reason, or a gap about end_reason
     }
doubt-outside =
    .problem = lies { $away } degrees outside { $country } (found { $found })
    .allowed = { $turned ->
        [true] the two the other way round: latitude is north, longitude is east
       *[false] a point in the country; west and south are negative
     }
doubt-country-name =
    .problem = is another name of { $country } (found { $found })
    .allowed = { $country }, as other cases have it: two names are counted as two countries
doubt-country =
    .problem = is not the code of { $country } (found { $found })
    .allowed = { $codes }
doubt-address =
    .problem = holds a place for something still to come (found { $found })
    .allowed = the whole address
doubt-address-twice =
    .problem = is the address of { $other } too
    .allowed = one source for one address
doubt-early =
    .problem = lies more than { $n } years before the start (found { $found })
    .allowed = { $least } or later, if that is meant
doubt-source-unused =
    .problem = is used by no fact (found { $found })
    .allowed = a fact that names it, or no such source
doubt-thin =
    .problem = the record is thin: { $lacks }
    .allowed = more facts, if sources tell them
    .list = { $list } { $n } of { $least }
    .rated = outcomes rated { $n } of { $least }
# a filter that nothing matches
filter =
    .no-case-none = No case has the { $field } { $value }.
    .no-case-guess = No case has the { $field } { $value }. Did you mean { $guess }?
    .no-case-span = No case has the { $field } { $value }. The cases here go from { $least } to { $most }.
load =
    .refused = { $n ->
        [one] { $n } fault
       *[other] { $n } faults
     }; nothing was loaded.
    .file = { $file } ({ $n ->
        [one] { $n } fault
       *[other] { $n } faults
     })
    .left-out = { $n ->
        [one] { $n } broken record was
       *[other] { $n } broken records were
     } left out: { $files }. `pcc check` tells every fault.

### Citing: the set, a selection, a case; what changed from version to version

cite =
    .whole = { data-package.authors } ({ $year }). { $title } (version { $version }) [Data set]. Licence { $licence }.
    .selection = { data-package.authors } ({ $year }). { $title } (version { $version }): a selection of { $n } of { $total } cases [Data set]. Licence { $licence }.
    .with-own = { $whole } Beside: { own-records }.
    .only-own = Data: { own-records }. Codebook: { $whole }
    .place = { $name } ({ $city }, { $country })
    .case = { $place }, coded from { $sources } sources. { $content } In: { $whole }
    .own-case = { $place }: { own-records }. { $content } Codebook: { $whole }
    .content = Content { $hash }.
    .kind = Data set, version { $version }
    .kind-in = { $title }, version { $version }
    .selected = A selection of { $n } of { $total } cases.
    .coded-from = Coded from { $n } sources.
    .own = With { own-records }.
    .cases = Cases: { $cases }.
    .licence = Licence { $licence }.

my-table =
    .title = Cases by scale and status
    .behind = { $n ->
        [one] One case stands
       *[other] { $n } cases stand
     } behind this table. They were chosen, not drawn by lot.
    .cite = Cite the data behind this table
    .own = A table of your own
    .all = All

code-log =
    .head = # Changes of codes
    .about = Computed by `pcc build` from `{ $file }`, which holds every code of every version; edit neither. How each change came about stands in the records.
    .first = The first version in this list: { $cases } cases with { $codes } codes.
    .same = No code changed.
    .added = New { $n ->
        [one] case
       *[other] cases
     } ({ $n }): { $cases }.
    .gone = Taken out ({ $n }): { $cases }.
    .fields = New { $n ->
        [one] field
       *[other] fields
     } ({ $n }): { $fields }.
    .moved = { $n ->
        [one] One code is another one:
       *[other] { $n } codes are others:
     }
    .case = case
    .field = field
    .before = before
    .after = after
    .damaged = { $file }:{ $line }: this is no row of the log of codes. Take the file back from the last commit.
    .older = The version { $version } in datasets/codebook.yaml is no later than { $last }, the last one in the log of codes. Give it a higher number.
    .not-moved = The codes are not those of version { $version } ({ $n } in { $cases ->
        [one] one case
       *[other] { $cases } cases
     } differ; { $example }). Who cites this version could no longer find what they cited. Raise `version` and `released` in datasets/codebook.yaml. Raise the version in CITATION.cff and pcc_data/__init__.py too. Then run `pcc build`. While you work on a version, a version such as { $trial } lets codes change freely.

### A spreadsheet becomes records

own-marks = With a black ring, or a name in sloping letters: { n-records } of your own.
incoming =
    .place = { $which ->
        [cell] { $file }, sheet { $sheet }, cell { $cell }
       *[sheet] { $file }, sheet { $sheet }
     }
    .empty-cell = an empty cell
    .twice = the column { $column } is there twice (first in cell { $first })
    .no-head = holds something, and its column has no name in the first row
    .merged = is one cell made of several; undo the merging, and fill in each row
    .formula = holds a formula (found { $found }); copy the cell and paste it as a value. If it is a text, put an apostrophe in front
    .error = holds an error of the spreadsheet (found { $found }); write the value, or leave the cell empty
    .date = has become a date ({ $found }); give the cell the format Text, and write what was meant
    .true = has become a yes or no (found { $found }); give the cell the format Text, and write what was meant
    .no-text-cell = is neither text nor number
    .two-readings = can be read in two ways (found { $found }); write { $thousands }, or write { $decimal }
    .old = { $path } is no workbook that can be read: an old format, or one with a password. In the program that made it, choose Save as, and then Excel workbook (.xlsx) or CSV UTF-8.
    .large = { $path } is too large: at most { $most } MB.
    .many = { $sheet } has too many cells: at most { $most }.
    .needs-openpyxl = To read a workbook the package openpyxl is needed: pip install 'pcc-data[export]'. Or save each sheet as CSV UTF-8.
    .no-workbook = { $path } is damaged, or no Excel workbook. In the program that made it, choose Save as, and then Excel workbook (.xlsx).
    .no-utf-8 = { $path }, line { $line }: its letters are not in UTF-8. Choose Save as, and then CSV UTF-8.
    .no-text = { $path } is no CSV: it is not text.
    .no-csv = { $path } is no whole CSV: a quotation mark is not closed, or stands in a cell without being doubled.
    .no-cases-csv = { $path } is a folder without cases.csv.
    .nothing = { $path } holds no case.
    .no-cases = there is no sheet named cases
    .no-sheet = is the name of no table; give it another name in front of which no table stands, or remove it from a copy
    .no-column = is no column of this table (found { $found })
    .no-case-column = has no column named case, which tells to which case a row belongs
    .no-id = is empty; each row needs the id of its case
    .case-twice = this case is there already (found { $found }, first in cell { $first })
    .row-twice = the case has such a row already (found { $found }, first in cell { $first })
    .no-such-case = is no case of the sheet cases (found { $found })
    .not-here = does not belong to this kind of row; leave it empty
    .differs = differs from cell { $first }, and both are about the same (found { $found }, there { $other })
    .lack = { $part } (sheet { $sheet }, cell { $cell })
    .more-rows = { $part }: { $n ->
        [one] { $n } row more
       *[other] { $n } rows more
     }
    .reasons = codings: a reason for { $fields }
    .more-parts = { $n } more
    .lacks = { $case }: { $n ->
        [one] { $n } part is lacking
       *[other] { $n } parts are lacking
     }: { $parts }
    .refused = { $n ->
        [one] { $n } fault
       *[other] { $n } faults
     } in { $file }. Nothing was written.
    .lacking = { $n ->
        [one] { $n } record is not complete
       *[other] { $n } records are not complete
     }. Nothing was written. Complete the spreadsheet, or write them all the same with --incomplete: FILL_IN then stands wherever something is lacking, and `pcc check` asks for it.
    .taken = { $n ->
        [one] { $n } file is there already
       *[other] { $n } files are there already
     } in { $folder }: { $files }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
     }. Nothing was written. Choose another folder (--folder), move these files away, or take their cases out of the spreadsheet.
    .written = { $n ->
        [one] { $n } record
       *[other] { $n } records
     } written to { $folder }.{ $lacking ->
        [0] { " " }Look at them with the others: pcc.load(extra="{ $folder }").
       *[other] { " " }{ $lacking } of them { $lacking ->
            [one] is not complete
           *[other] are not complete
         }: replace every FILL_IN, then run: pcc check { $folder }
     }
    .report = What could not be taken over stands in { $file }.
    .no-row = No row of the sheet { $sheet } has a name from which an id can be made.
    .same-id = gives the same id as the row of cell { $first }; the first one was taken
    .whole-row = the whole row
    .no-name = the row has no name from which an id can be made
    .not-in-map = the column is not in the map; cells with something in them: { $n }
    .no-code-in-map = the map gives no code for this value
    .no-amount = is no amount in { $unit } that can be read
    .a-range = is a span, and a record needs one figure; say of_a_range: low, high or middle in the map, or find the figure
    .no-such-column = is no column of the table (found { $found })
    .case-of-map = the columns of which the id of a case is made, the place first
    .no-field = is no field that a column can fill (found { $found })
    .not-loaded = { $file } is not complete, or something in it is wrong; nothing was loaded.
    .ids-taken = { $n ->
        [one] This id is taken
       *[other] These ids are taken
     } already: { $ids }. Give your cases ids of their own, or say that they stand in place of the others (replace=True).
    .import = make records of a spreadsheet: all of it, or nothing
    .import-file = a workbook (.xlsx) as pcc new-case --xlsx makes it, a CSV of the cases, or a folder of CSV files that pcc export made
    .import-folder = where the records go (default: my_cases)
    .import-incomplete = write records that lack something too, with FILL_IN in its place
    .import-map = a table of somebody else's: a YAML file that tells which column is which field
    .new-case-xlsx = a workbook to fill in, a sheet each table (default: my_cases.xlsx)
    .new-case-one = Name a case, or ask for a workbook with --xlsx.
    .help-title = How to fill in this workbook
    .help-intro =
        One row of the sheet cases is one case. Each other sheet is a list: one row is one event, one lesson, one source; its column case says of which case.
        The id of a case has small letters, digits and hyphens, the place first: my-town-solar-roofs.
        Columns in dark heads are needed. Leave a cell empty where you found nothing.
        Codes can be chosen from lists; the sheet codes explains them. Several ids of sources, or several codes, are parted by semicolons: s1;s2.
        Each code needs a reason in the sheet codings, and each fact its sources.
        Boards and votes: one row is one group with its seats; rows with the same number belong together.
        Then run: pcc import { $file }
    .help-sheet = sheet
    .help-column = column
    .help-label = name
    .help-definition = what it is
    .help-needed = needed
    .help-yes = yes
    .help-case = The id of the case: small letters, digits and hyphens, the place first.
    .help-number = Rows with the same number are one board, or one vote.
    .help-several = Several are parted by semicolons.
    .help-sources = Ids of the sources it rests on, parted by semicolons: s1;s2
    .codes-list = list
    .codes-code = code
    .not-in-list = Choose a word from the list, or leave the cell empty.

### ---

### Stories, plays and cards

rating-told = { $n } of { $most }: { $word }
# whose account something is, by the kinds of its sources
# of few cases, whether each was counted
predict-each =
    .title = { $n ->
        [one] The only case asked for
       *[other] All { $n }, one by one
     }
    .counted = counted?
    .mark-yes = ✔ yes
    .mark-no = ✘ no
    .mark-not_found = ? not found
# the ten experiences as stories
stories =
    .look = Choose a story in the list or on the map, and read it aloud. How does it go on? Guess, then see.
    .story = Story
    .named = { $at }. { $city }: { $title }
    .back = Previous story
    .onward = Next story
    .scene = The scene.
    .stake = At stake.
    .deal = The deal.
    .turn = The turn.
    .today = Today.
    .guess = How does it go on?
    .asked = Story { $at }: { $title }. How does it go on?
    .numbered = { $at }. { $end }
    .guess-works = It works as planned
    .guess-stopped = Something stops it
    .guess-smaller = Less comes than was planned
    .guess-larger = It grows beyond the plan
    .guessed = Your guess: <b>{ $guess }</b>. { $close ->
        [true] So we read it, too. What could have told you?
       *[false] What was different?
     }
    .wait = The story goes on when you have guessed.
    .end = “{ $end }”
    .closest = <b>Closest, in our reading:</b> { $ends }. { $why }
    .stands = <b>How it stands:</b> { $status }, { $year }.
    .set-off = What it set off:
    .none = nothing was found.
    .voice = One voice:
    .lessons = { $n ->
        [one] A lesson
       *[other] { CAPITAL(WORD($n)) } lessons
     } of this case
    .ask = One question for us:
    .part = { $part } { $text }
    .sources = Says who? Sources of this story
    .print = Keep all { $n } stories as cards to print (A5)
story-cards =
    .title = The ten experiences as stories
    .how = { CAPITAL(WORD($n)) } cards, each with a front and a back. The report told of ten experiences; Rennes has two cards here. All judgements are this project's own, made from public sources.
    .steps = What to do with them
    .step-1 = One person reads the front aloud. It takes a minute.
    .step-2 = All guess how it goes on, and write it down.
    .step-3 = Turn the card. What surprised you, and who says so?
    .step-4 = Tell the next table your story in your own words, with its question.
    .which = The stories
    .again = What comes back in several stories?
    .place = { $city }, { $country }. { $sector }.
    .front-rests = The front rests on:
# plays: the steps, on paper and on the screen
play =
    .look = A play in steps. Press “Next step” when you are ready: nothing is told before its step.
    .step = Step { $at } of { $total }: { $title }
    .span = { $first }–{ $last }′
    .clock = Minutes { $first } to { $last } of { $total }
    .minutes = It takes { $n } minutes.
    .say-aloud = Say: “{ $text }”
    .say = <b>Say:</b> “{ $text }”
    .moves = <b>Who moves:</b> { $text }
    .onward = Next step
    .back = Step back
    .card = Fate card
    .card-named = Card { $at }
    .start = What to do
    .want = <b>What you want.</b> { $text }
    .know = <b>What you know.</b> { $text }
    .ask = <b>What you ask.</b> { $text }
    .motion-march = <b>March:</b> { $motion }
    .motion-june = <b>June:</b> { $motion }
    .open-march = Open after the first vote
    .open-june = Open after the second vote
    .reveal-march = Show how they voted in March
    .reveal-june = Show how they voted in June
    .reveal-next = Show what happened next
    .reveal-happened = Show what happened there
    .reveal-delivered = Show what was delivered
    .reveal-owed = Show who owed it
    .counted = { $for } for, { $against } against{ $unknown ->
        [0] .
       *[other] , { $unknown } not known.
     }
    .next = What happened next
    .debrief = Talk about it
    .unknown = What is not known
    .seat = Seat
    .vote = Vote
    .who = Who it is
    .print = Keep this play to print
nine-chairs =
    .table = For the one who leads the meeting
    .prepare = Before you begin
    .bring = Set up { $n } chairs in a row. Cut out the { $letters } letters and fold them, so that nobody reads another's. Cut out the slips and keep them: those of March are given out after the first vote, those of June after the second.
    .open = Your letter leaves this open: { $question }
    .slips = Slips: cut them out, fold them and give them out after each vote
hearing =
    .card = Fate card { $at }
    .answer = Answer with one sentence that could stand in your agreement.
    .clause = The clause
    .key = Key: what happened there
promise-wall =
    .prepare = Before you begin
    .bring = Cut out { $n } promises and { $n } cards that say what was delivered. You need pins, string and a wall.
    .head = { $city }, { $year }
    .guess = We think:
    .owed = Who owed it: { $who }.
    .ours = A promise of our town
    .ours-what = What was promised?
    .ours-whom = To whom?
    .ours-sum = How much or how many?
    .ours-until = Until when?
    .ours-who = Who owes it, and who has to sign?
    .ours-source = Where does it stand in writing?
    .ours-again = Who of us looks again, and on which day?
    .place = Place
    .year = Promised in
    .what = What
    .sum = How much
    .became = What became of it
    .owes = Who owed it
vignette-cards =
    .own = { $at }. A story of our own
    .title = Stories to sort
    .how = { $n } short stories. Some are public-community collaborations, and some are not. Cut them out and sort them on the floor.
    .rope = With a rope
    .steps = Lay a rope across the floor: “it is one” on one side, “it is not one” on the other. Each pair reads a story aloud and puts it down. Anybody may move a card who names the test that decides.
    .key = Key: for the one who leads
    .answer = { $one ->
        [true] It is one
       *[other] It is not one
     } ({ $kind }).
# what stood there before, and what set it going
how-it-began =
    .title = What set it going most often: { $parts }
    .part = { $what } where { $who } provided it before ({ $share })
    .left-out = Left out: { $n } of { $total } cases, where one of the two was not found.

### ---

### Paper: worksheets, keys, cards

# Space to answer, and what stands in a key
on-paper =
    .number = Guess: ____________ { $unit }
    .order = Put these in order:
    .option = Option
    .hands = Hands (make a stroke for each)
    .answer = <b>{ $answer }</b> { $explain }
    .hint = Hint for who is wrong: { $hint }
    .which-test = Which test decides? (number)
    .sorted = <b>{ $title }.</b> { $pile }. Test { $n } decides. { $why }
    .some-of-both = A rule that gives some of both
    .our-answer = Answer
    .role = Role
    .terms = Terms
    .changed = The same, but { $field }: { $value }
    .play-cards = For who leads the play: all its cards and letters, to cut out, come by pcc handout plays { $play }
    .place = Place
    .note = What was noticed
    .cards = For who leads the workshop: each of these is also a card to print, by pcc handout cards
    .pick-number = No.
    .pick-lesson = Lesson or challenge, and its place
    .pick-teller = Who tells it?
    .pick-different = What is different here?

# The blank canvas on A3
canvas-page =
    .title = Our town: a canvas for a collaboration
    .head = Town: ____________________ Drawn by: ____________________ Date: ____________ Leave a block open if you cannot agree.
    .fate = Fate card, and our clause

# How a sentence about the screen is known: words that only a screen has, and verbs that mean a control when the name of
# one follows in italics. What a control does when its name begins the sentence. Verbs with which a task begins. Each list is parted by commas; a word may be a regular expression.
paper-words =
    .screen = click, clicks, clicked, you press, (?<!the )press(?= (?:the |a |one |that |\*|“|<|Start)), pressing, scroll, slider, drag, keyboard, arrow keys, Run All Cells, run the notebook, tick at, take away the tick, button, buttons, from the list, in the list, on the map above, close the page, close the notebook, saved on this computer, type the numbers, the link stands, open that line, open the line, open one case, open one source, set it back, set a weight, set the weight, above the picture, below the picture, under the picture, explorer, opening view, kept as a draft, menu, Choose a letter, choose your own language, choose a test, choose a thing, on the map, hover, choose a case and, choose a tool\., choose one:, ; open it, one of you clicks, Tab into, drop-down, turns the pages, lines on the right, line on the right, in the gallery
    .control = choose, open, opens, set, go through, jump, switch, filter, in the view
    .does = opens, makes, turns, steps, also names
    .task = Tell, Take, Find, Write, Choose, Ask, Name, Read, Compare, Say, Go through, Think, Each of you, In a group, Discuss, Look, Mark, Draw, Make, Give, Change, Agree, Say aloud, Pick, Let, Do not count, Now
# What stands where something is left to the key, what the pages are called; how paragraphs of a notebook begin, and what
# its last section is called
worksheet =
    .worksheet = { $title }: worksheet
    .key = { $title }: key
    .worksheet-head = Name or table: ____________________ Date: ____________ The numbers lead to the key.
    .key-head = For who leads the group. The numbers are those of the worksheet.
    .core = The short way is marked “core path”.
    .no-answer = There is no answer on record. It is yours: compare what the tables wrote.
    .notes = Says who?
    .notes-head = Who published it, and when: at most two sources for each statement. All of them, with title and address, stand on the card of the case in 2_1.
    .guess-first = Guess first.
    .guess-again = Guess again.
    .look = Look.
    .explain = Explain.
    .summary = Summary
    .next = What's next

# Cards of cases and stories
cards =
    .title-cases = Cases as cards
    .more = Sources and more: on the large card, and in the record of the case.

# A notebook that a command cannot find or read
find-notebook =
    .none = { $what }: there is no such notebook. { $told }
    .nearest = Did you mean { $guess }?
    .known = There are: { $names }.
    .damaged = { $file } is not a whole notebook. Perhaps it was cut short when it was saved or copied. { live.way-back }

# The command `pcc handout`, and the index page of all that it makes
handout =
    .title = Paper for a workshop
    .how = Print a worksheet for each table and one key for who leads. Cards are printed on both sides: two to a sheet turn on the short edge, four on the long edge.
    .pdf = All of it as one PDF
    .runs = Runs the notebook { $name }. This takes half a minute or so.
    .begins = Runs { $n } notebooks, each for a worksheet and a key; then makes cards, sheets and one PDF.
    .progress = { $at } of { $n }: { $name }
    .progress-left = { $at } of { $n }: { $name } (about { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
     } left for the notebooks)
    .sheets = All notebooks are done. Makes cards, canvas, plays, tools, road map.
    .printing = Makes one PDF of { $n } documents. This is the last step.
    .all-written = written: { $n } documents and an index page in { $folder }{ $pages ->
        [0] { "" }
       *[other] ; as one PDF they have { $pages } pages
     }
    .failed = { $notebook } could not be run: { $error }
    .no-names = { $what } takes no more words; found { $name }.
    .only-cards = Only cards have a number to a sheet: pcc handout cards --per-sheet 2
    .no-key = { $what } has no key of its own.
    .closed = nothing can be written in this folder
    .taken = { $folder } holds something already; it was left as it is. Choose another folder.
    .about-cards = { $each ->
        [1] The ten experiences as story cards (A5)
       *[other] The story cards, { $each } to a sheet (A4)
     }
    .about-canvas = The blank canvas (A3)
    .about-plays = { $file ->
        [play_nine_chairs] Play: nine chairs for Cádiz
        [play_promise_wall] Play: the promise wall
       *[other] Play: the hearing, with fate cards
     }
    .about-tools = The tools, one page each
    .about-roadmap = A road map to fill in (A3)
    .about-vignettes = Stories to sort on the floor
    .about-request = One request to the council

### What a key tells of what turns pages on a screen

paged-key =
    .tools = The pages to fill in are printed by pcc handout tools.
    .view = Here stands “{ $view }”. The notebook also has: { $others }.
    .steps = Under each step: where it was seen.
    .checklists = The two checklists are sheets of their own: the notebook on the toolbox (2_5) opens them to print. Their lines also stand on its worksheet.

### For trainers: the run of show, ready for tomorrow

run-of-show =
    .look-plan = How long have you got, and when do you begin?
    .look-debrief = Which questions end the day?
    .look-needs = How many people will come?
    .look-failures = What do you do when something fails?
    .view = Show
    .view-plan = Plan
    .view-debrief = Debrief
    .view-needs = Room, people, paper
    .view-failures = When something fails
    .length = Minutes
    .begin = Begins at
    .at-zero = minute 0
    .how-many = People
    .print = Save this plan of { $n } minutes as a page
    .title = Run of show: { $n } minutes
    .spent = The lines take { $n } of { $total } minutes; the rest is for what takes longer.
    .act = { $span } · { $title }
    .span = { $first } to { $last }
    .times = { $first } to { $last }
    .start = Start page
    .where = On screen: { $section ->
        [none] { $notebook } ({ $number })
       *[other] { $notebook } ({ $number }) ▸ { $section }
     }
    .to-ready = The evening before
    .to-present = Show it
    .to-room = With phones
    .typed = The numbers are those of the notebooks, as under each line. You need one of the last two: the page of the room shows the notebooks too. On the projector the link <i>Then</i> leads from one core path to the next; O lists all steps. Without an installation write <code>python3 start.py</code> in place of <code>pcc</code>.
    .aloud = “{ $text }”
    .moves = Who moves
    .makes = What is made
    .phones = Ask the phones
    .paper = On paper
    .wrong = Goes wrong
    .otherwise = Without a screen, and what goes wrong
    .debrief = Debrief: three questions for each part
    .needs = Room, people and paper for { $n }
    .people = People
    .room = Room
    .to-print = To print
    .commands = Of a worksheet print the pages marked “core path”, and Take it home. <code>2_1</code> is the number of Ten experiences; each notebook has one. Without an installation write <code>python3 start.py</code> in place of <code>pcc</code>. <code>pcc handout all</code> makes everything at once.
    .failures = When something fails
    .sign = How it looks
    .do = Do this
    .ready = Have ready
    .foot = A plan to follow or to leave. Cases and sources stand in the notebooks; the coding of the cases is this project's own.

# Answers of `pcc ready`. State: fine, look (something is to be done), unknown (cannot be told here), left-out
ready =
    .begins = Ready for tomorrow? This looks at the computer, for the plan of { $n } minutes. For those of { $others }, write --minutes and the number behind it. Nothing is sent and nothing is changed.
    .state-fine = fine
    .state-look = look at this
    .state-unknown = cannot be checked here
    .state-left-out = left out
    .versions = Libraries
    .versions-fine = All { $n } are those that were tested together.
    .versions-look = { $n } of { $total } are not those that were tested together: { $names }. Start with python3 start.py, which sets them up.
    .versions-unknown = There is no requirements.lock here. That is so after an installation with pip. Try each page once.
    .fonts = Fonts
    .fonts-fine = Every sign in the names of cases and places can be drawn.
    .fonts-look = These signs are missing: { $signs }. Install the font family Noto.
    .browser = Browser for printing
    .browser-fine = { $name }
    .browser-look = No Chromium or Chrome was found. Pages still open in any browser; print them from there with Ctrl and P. To print by command, install Chromium.
    .pdf = Printing to PDF
    .pdf-fine = A page of the plan became a PDF of { $n } kB.
    .pdf-look = { $said }
    .pdf-unknown = It needs a Chromium or Chrome.
    .port = Port
    .port-fine = { $port } is free on this computer.
    .port-look = { $port } is taken. Choose another one with --port, or close the other program.
    .port-any = { $port } is taken; another free one will be found.
    .memory = Memory
    .memory-fine = { $free } MB are free, about { $need } are needed. By memory alone { $more } live notebooks more could be open. A room has places for { $usual } people; --visitors gives it more. Stories and hands need no place.
    .memory-look = { $free } MB are free, about { $need } are needed. Close other programs, or let fewer phones join.
    .memory-unknown = This system does not say how much is free. About { $need } MB are needed.
    .disk = Disk
    .disk-fine = { $folder } can be written to; { $free } MB are free.
    .disk-full = Only { $free } MB are free on the disk of { $folder }. Make room.
    .disk-look = { $folder } cannot be written to: designs could not be saved. Copy the project into your own folder.
    .data = Data
    .data-fine = { $n } cases, all checked.
    .data-look = { $said } Run pcc check datasets/cases, or get a fresh copy of the project.
    .pages = Pages of the plan
    .opening = … opening { $name } ({ $at } of { $total })
    .pages-fine = { $n } notebooks opened without a fault, the slowest in { $seconds } seconds.
    .pages-look = { $names } stopped. Open it in JupyterLab and choose Run ▸ Run All Cells: the last cell tells what is wrong.
    .quick = Run it once more without --quick.
    .none-left = { $quick ->
        [true] Nothing is left to look at in what was looked at. The pages of the plan were not opened.
       *[false] Nothing is left to look at. Print the plan, pack a cable, sleep well.
     }
    .left = { $n ->
        [one] One line
       *[other] { $n } lines
     } to look at.

### The room: phones, hands, designs, and the trainer's page

# What a script fills in while the page is open comes as values: $pages, $phones, $n …
room =
    .title = The room
    .home = The room
    .sorry = One moment
    .back = Back to the room
    .head-403 = You are not in the room yet
    .error-403 = This room is for the people in it. Read the square on the screen with your phone. Or type the address as it stands there. It ends in four words in small letters, with a hyphen between them.
    .head-words = These four words do not open the room
    .error-words = Look at the screen again: is each word spelled as it stands there, in that order? Each room has new words, so those of last time do not work. Or read the square on the screen with your phone: then there is nothing to type.
    .head-404 = There is no such page
    .error-404 = There is no such page in this room.
    .error-429 = That was too often in a short time. Please wait a minute; this page tries again by itself.
    .error-503 = All places are taken just now. Keep this page open: it tries again by itself, and lets you in when there is a place. Stories and questions work without a place.
    .error-other = That did not work. Nothing is broken; please go back and try again.
    .no-address = { $asked } is no address of a network. It looks like 192.168.1.20; leave --ip out, and it is found.
    .everywhere = { $asked } means all networks of this machine, also those outside the room. Give one address, or ask for it with --all-interfaces.
    .public = { $asked } can be reached from the internet. A room is open in a local network only. Its addresses begin with 10, 172.16 to 172.31, 192.168, 169.254 or 127.
    .about = open notebooks to the phones and laptops in the room, from this machine
    .notebooks-arg = notebooks that the people in the room can open; most places are made ready for the first that is not the start page
    .ip = address of this machine to be open on (default: its address in the local network)
    .everywhere-help = be open on all networks of this machine
    .visitors = how many people can have a live notebook open at a time (default: { $usual })
    .folder-help = folder that designs of the tables go into (default: my_designs beside the gallery)
    .language = language that the pages and pictures of the room speak (default: { $first }); texts of notebooks stay as they are written
    .reading = Reading the cases …
    .opens = The room is open. People in it enter here:
    .trainer-way = Your own page. Show the page, not its address: who has the address steers the room.
    .plain-http = The room speaks plain http: who is in the same network can read along. So nobody is asked for a name or anything personal.
    .terminal-end = Leave this window open. Close the room on your page, or press Ctrl and C here.
    .progress = Pages made ready: { $ready } of { $of }
    .is-ready = All pages are ready: people can enter.
    .only-here = This machine is in no local network, so only it can enter. Join a network, or switch on a phone's hotspot, and start again.
    .one-pool = Give at least one visitor.
    .trainer = The room: trainer's page
    .enter = Come in
    .code = A square to read with a phone: { $address }
    .counts = Live notebooks open: { $pages }, by { $visitors } of at most { $most } people. Phones here: { $phones }.
    .getting-ready = Getting pages ready: { $ready } of { $waiting }. People who enter now wait a little longer.
    .all-ready = All waiting pages are ready.
    .full-soon = All places are taken. Who comes now sees a kind page that tries again.
    .hands = Hands
    .which = Question
    .section = { $title } ▸ { $section }{ $core ->
        [true] , core path
       *[other] {""}
    }
    .other-questions = Other questions
    .open-question = Open this question on the phones
    .no-question = No question is open.
    .answered = Answered by phone: { $n }. Phones here: { $phones }.
    .reveal = Reveal
    .drawing = The answers are drawn …
    .new-question = New question
    .counted = Hands counted in the room
    .option = Hands for { $n }
    .present = On the projector
    .designs-head = Designs of the tables
    .designs = { $n } arrived: { $names }. In the gallery, choose Look again.
    .no-designs = None has arrived yet.
    .close = Close the room
    .sure-close = Close the room for everybody? All pages end at once. Answers are forgotten; designs that arrived stay.
    .closed = The room is closed. You can close this window.
    .lost = The room cannot be reached. Is it closed, or have you left its network? Nothing is broken: this page tries again by itself.
    .waiting = No question is open just now. It appears here by itself.
    .given = Your answer is in. You can change it until the answers are shown.
    .revealed = The answers of the room are counted. Your trainer shows them on the screen.
    .too-fast = That was very fast. Wait a few seconds, then tap again.
    .stories = { $n } stories
    .stories-how = Read a story up to its turn, guess, then see how it goes on. Your guess stays on your phone.
    .story = { $at }. { $city }: { $title }
    .later = Please leave the end of this story until later: the room guesses it together.
    .later-open = The room has guessed. Go on with the story
    .notebooks = Live notebooks
    .notebooks-how = The same pages as on the screen, for you alone. They need a moment to open.
    .send-head = Send a design to the gallery
    .send-how = A design that you saved on your own laptop lies in the folder my_designs there. Choose its file; the last one you send counts.
    .file = File of the design
    .send = Send
    .sending = On its way …
    .choose-file = Choose a file first.
    .not-sent = It was not sent. Try again in a moment; a file of a design is smaller than 64 kB.
    .kept = { $title } is in the gallery.
    .your-file = your file
    .designs-full = The gallery has { $n } designs already; there is no place for another.
    .not-written = The gallery's folder cannot be written. { $reason }
