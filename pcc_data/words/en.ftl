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

# what several pictures draw: a mark a case, or bars where there are too many
chart-unit = { $bars ->
    [true] Bars count cases
   *[false] Each mark is a case
 }
# * beside the name of a small group; stands behind another sentence
chart-few = { $few ->
    [true] { " * fewer than three cases." }
   *[false] { "" }
 }
# a count in a cell or beside a bar
chart-share = { $n } of { $total }
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
     }{ chart-few }
# behind the text of the counts
topics =
    .text = { $texts } { $table ->
        [lessons] lessons
       *[challenges] challenges
     } are written down in { $cases } of { $n } cases.
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
    .places-note = Each mark is a case (n = { $n }); the figure in a corner counts them. Tinted: no case. The cases were chosen, not drawn at random.
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
    .failures-note = { chart-unit } (n = { $n }); an ended case stands in both lists. Ends that nobody wrote about cannot be here.
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
    .years-note = { chart-unit } (n = { $n }), in steps of { WORD($span) } years, coloured by status. Young cases have had less time to be noticed, and to end.
    .span = { $first } to { $last }
    .began = began
# of public instruments, or of a city's roles
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
    .note = { chart-unit } (n = { $n }), by status; below them the { instrument-combinations.things } of the combination. A filled dot: part of it.
    .rest = { $n } other combinations of { instrument-combinations.things }. The table behind the picture lists them.
    .none-recorded = none recorded
    .column-combination = combination
    .column-cases = cases
    .column-states = how they stand
    .column-which = which
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
    .note = { chart-unit } (n = { $n }), ratings from 0 to 3. Diamond: median of the rated cases; hollow where fewer than three are rated. { $bars ->
        [true] Dotted
       *[false] Hollow
     }, at the right: no evidence found.{ chart-few }
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
# the mean rating of a group without one of its cases
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
# outcome profiles of groups under the weights of the room
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
