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
    .public-duty = The public side pays for the service under a contract and gives no money, land or credit for an asset: it is a public duty that the community carries out.
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
    .rule = Who plans is read from the role governance: public, both sides (shared) or the community. Two refinements: where the record shows that the community has no right at all, the public side plans; where governance is public and yet both sides usually decide together (participation level collaborate or empower), both plan. Who delivers is the role delivery. The grid is Bovaird's; this reading of it is the project's own.

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
    .present = show one notebook to a room: big type, no code, nothing beside it
    .build = make tables, schema and data card from the records
    .build-check = write nothing; exit 1 when something is stale
    .export = save all tables
    .export-format = csv, parquet, xlsx, datapackage or bibtex
    .export-extra = folder with records of your own, added to the project's
    .export-replace = a record of yours stands in place of the project's of the same id
    .export-excel = csv for Excel: letters known, no text taken for a formula
    .export-force = replace files that no export wrote, or that were changed since
    .handout = run a notebook and save it as a page to print, without code
    .folder = where to write it (default: here)
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
    .lab-opens = JupyterLab opens in your browser. Leave this window open; press Ctrl and C twice here to end it.
    .copied = The notebooks were copied to { $folder }.

# What stands in a page for a widget whose kernel is gone
lab-files =
    .again = To bring this back, choose Run ▸ Run All Cells.

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
    .round-3 = Round 3: { $n } cases that were added later, the same { $fields } fields, two blind codings before they were settled; and { $added } for { $later } of all { $cases } cases.
    .unreliable = under { $least }: not for conclusions
    .compared = cases compared (2 and 3)
    .alpha = alpha, round { $round }
    .overlap = { $field } takes several codes at once. In { $n } cases that two coders looked at, the codes that both gave are on average { $share } of the codes that either gave (mean overlap, no alpha; 1 where neither gave any).
    .undefined = undefined: all codes are the same
    .interval = { $alpha } ({ $low } to { $high })

### Charts: rows and dots

### ---

### Charts: counts

### ---

### Explorers

### ---

### Studio, side by side, toolbox, pages, quiz

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
    .abstain = { $count } abstained
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
    .yours = Data: { n-records } of your own. The coding is yours, by the codebook of { $version }.
codebook =
    .about = Codebook { $version }: { $fields } fields, { $codes } codes (.table() lists them)
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
cite =
    .whole = The pcc_data authors ({ $year }). { $title } (version { $version }) [Data set]. Licence { $licence }.
    .with-own = { $whole } Beside: { own-records }.
    .own-case = { $name } ({ $city }, { $country }): { own-records }. Beside: { $whole }
    .case = { $name } ({ $city }, { $country }), coded from { $sources } sources. In: { $whole }
# the ten blocks of the canvas: short names, and what each asks
canvas =
    .need = Need
    .need-ask = What does our town need?
    .people = People
    .people-ask = Who is the organised community?
    .public-side = Public side
    .public-side-ask = Which public bodies take part? Who begins?
    .public-part = Public part
    .public-part-ask = What does the public side put in?
    .our-part = Our part
    .our-part-ask = What does the community put in?
    .owner = Owner
    .owner-ask = Who owns what delivers the service?
    .money = Money
    .money-ask = Who pays, and where does a surplus go?
    .running = Running
    .running-ask = Who runs it, and how do both sides work together?
    .say = Say
    .say-ask = Who decides on prices, investment and rules?
    .vote = Vote
    .vote-ask = Who sits on the board? Does the first motion pass?
# texts of a design, as they are called beside the line to write on
design-text =
    .city = Town
    .name = Its name
    .summary = What it is for
    .community = In our words
    .first_motion = First motion
    .by = Drawn by
design =
    .head =
        A design for a town, drawn with pcc_data. It is imagined: it says nothing about any case on record.
        Open it in the studio, or begin a real record with: pcc new-case ID --from THIS_FILE
    .about = { $title } (a design, imagined)
    .imagined = A design, imagined.
    .unnamed = A design without a name
    .seats-and-votes = Seats and votes
    .undecided = undecided
    .bloc = { $name } { $seats } ({ $vote })
    .too-many = Only the first { $most } of { $n } files are shown.
first-motion =
    .no-board = There is no board yet.
    .sure = The first motion { $passes ->
        [true] passes
       *[false] fails
     }{ $open ->
        [0] { "" }
       *[other] { " " }whatever the undecided do
     }: { $for } for and { $against } against, of { $seats } seats.
    .hangs = The first motion hangs on { $blocs }: { $for } for and { $against } against, of { $seats } seats.
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

### ---
