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

# What many pictures say. Small lines hold whole sentences, one after the other.
chart =
    .no-case = No case matches
    .empty = Nothing to draw: the selection is empty.
    .sentence = { $title }.
    .numbers = Show the numbers
    .guessed = We have guessed: show the picture
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
    .title = In { of-cases } people share in power or hold it
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
    .note = { $name }. { $known ->
        [false] In words, in the order of the record; no year is known.
       *[true] Top: to scale; below: in words.{ $n ->
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
     } on record: { $states }
    .text = { $n ->
        [one] One promise
       *[other] { $n } promises
     } { $cases ->
        [1] in one case
       *[other] in { $holding } of { $cases } cases
     }: { $states }. The share delivered is known for { $known ->
        [0] none of them.
       *[other] { WORD($known) } of them; { $reached } reached what was promised, { $nothing } nothing of it.
     }
    .note = Each row has its own unit: the frame is what was promised, the filling what was delivered by the year given; hollow mark: delivery not found.{ $part ->
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
    .title = The community holds more than half of the seats in { of } cases; the share it owns is on record as well in { WORD($both) } of these
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
    .title = Where people usually decide or help to decide, their right is secure in { of }
    .title-none = In no case here do people usually decide or help to decide while their right is known
    .known = Both habit and right are known for { n-cases } of { $total }.
    .more = In { $n } the habit is to collaborate or to empower: in { $binding } of these the community has a vote, in { $secure } one that cannot be outvoted; { WORD($weaker) } could lose by a vote, or by a change of mind.
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
       *[other] { " " }({ $held } of { $n } hands)
     }
    .note = { $ask } Hands raised{ $right ->
        [true] , and to the right what the data say.
       *[false] { "." }
     } { $n } hands in all.
    .text = { $ask } { $n } hands. { $counts }. { $title }.
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
        [true] { " " }The axis grows tenfold at each step.
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
        [true] { " –: none, or not on record." }
       *[false] { "" }
     }
    .power = Power: how often a bloc is the one that decides, if every combination of votes is equally likely.
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
    .head-banzhaf = Power %
        Banzhaf
    .head-shapley_shubik = Power %
        Shapley-Shubik
    .column-bloc = bloc
    .column-side = side
    .column-vote = vote
    .column-seats = seats
    .column-owned = owned %
    .column-share = seats %
    .column-banzhaf = Banzhaf %
    .column-shapley_shubik = Shapley-Shubik %
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
# outcome profiles of groups under the weights of the room; .column-… are asked for by name
weighted-profiles =
    .title = { $kind ->
        [nothing] Give at least one outcome a weight
        [few] Too few ratings to compare two groups under these weights
        [level] { $one } and { $two } are level under these weights
        [single] Highest with these weights: { $one }, then { $two }; only one outcome counts
       *[turned] Highest with these weights: { $one }, then { $two }; { $turned ->
            [0] none
           *[other] { $turned }
         } of { $draws } other weightings would swap them
     }
    .nothing = All weights are zero. Give at least one outcome a weight.
    .highest = With these weights { $one } and { $two } have the highest weighted means of the { WORD($n) } groups that can be compared.
    .turned = In { $turned } of { $draws } other weightings of the same outcomes, drawn at random, their order would turn round.
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
# how far the model is real, against how the case stands
real-and-status =
    .title = { CAPITAL($active) }: { $full ->
        [0] { $others } cases that are not real { $real }
       *[other] { $rest ->
            [0] { $holders } cases that are real { $real }
           *[other] { $holders } cases that are real { $real }, { $others } of the rest
         }
     }
    .text = Of { n-cases } whose model is real { $real }, { WORD($both) } are { $active }; of the other { WORD($rest) }, { WORD($neither) } are. Which came first, the table does not tell.
    .across = How they stand →

### ---

### Explorers

### ---

### Studio, side by side, toolbox, pages, quiz

### ---

### Records, tables, data set, designs, commands

### ---
