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

### ---
