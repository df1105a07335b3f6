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

### Charts: rows and dots

### ---

### Charts: counts

### ---

### Explorers

### ---

### Studio, side by side, toolbox, pages, quiz

says-who = Says who?
    .of = Says who? { $what }
    .table = Says who? Sources of the { $table }
# a case, in full
card =
    # the parts of a card, and the lists in them
    .part-stands = How it stands
    .part-came = How it came about
    .part-who = Who works together
    .part-roles = Who does what
    .part-rights = Who decides
    .part-gives = What each side gives, and who answers for it
    .part-outcomes = What came of it
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
case-card =
    .head = { $city }, { $country }, { $years }. { $sector }.{ $own ->
        [true] { " " }A record of your own.
       *[other] { "" }
     }
    .stands = Who decides, and how it stands
    .hard = What made it hard
    .room = What surprises us
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
    .chosen = We chose another model: <b>{ $model }</b>. { $definition }
    .vote = { $vote } Can block alone: { $blockers }.
    .nobody = nobody
    .similar = The real cases most like it
    .likeness = <b>{ $name }</b>, { $city }. Alike: { $alike }. Different: { $apart }.
    .nothing = nothing
    .lacks = What similar cases had, and our design has not
    .had = { $n } of { $total } had: { $what }
    .warnings = Warnings
    .troubled = { $n } of the { $total } most similar ended, stalled or were weakened.
    .warning = <b>{ $name }</b> ({ $status }): { $told }
    .lessons = Lessons to weigh
    .lesson = { $lesson } ({ $city })
    .room-cases = What we take from these cases, and what we would do otherwise
    .room-first = The first step, by whom, by when
# all that is printed
sheet =
    .sources = Sources
    .print = { $link }, then print it from your browser (Ctrl+P, on a Mac ⌘P).
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
    .tests = <b>{ CAPITAL(WORD($n)) } tests.</b> All of them must hold.
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
    .pile = <b>{ $pile } ({ $n }):</b> { $stories }.
# place a case in the grid
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
    # roles, each told by its reason
    .initiative = How it began
    .governance = Who settles questions
    .delivery = Who does the work
checklist =
    .look = Read it aloud, line by line. What does your town have, what not yet, and what is not for you? Print it and take it home.
    .for = For
    .for-council = A council
    .for-community = A community group
    # what a line rests on
    .lessons = lesson
    .challenges = challenge
    .ground = <b>{ $name }</b> <span class="pcc-quiet">({ $kind })</span>: { $text }
    .from = { $n ->
        [0] Its cases are not in this data set
       *[other] From { $places }
     }
    .rests = { $n } lines in own words, from lessons and challenges of { $cases } of { $total } cases. Each rests on single cases: advice to weigh, no finding about all of them.
    .caution = Lines in own words, from lessons and challenges of single cases: advice to weigh, no finding about all of them.
    .print = Open or keep the page to print
    .place-and-date = Place and date: ______________________________
    .in-place = in place
    .not-yet = not yet
    .not-for-us = not for us
    .who-by-when = who, by when:

### ---

### Records, tables, data set, designs, commands

### ---
