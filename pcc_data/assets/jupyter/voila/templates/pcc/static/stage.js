// One step a screen, for a projector. A step is a text or a picture of a section; keys and clicker turn the pages.
(() => {
  const { live, words, onStage, filled } = window.pccLive;
  if (!onStage) return;
  const WRITING = "input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable='true']"; // takes letters
  const TYPING = `${WRITING}, input, [data-pick], summary, [role='slider']`; // takes arrows, space, Home and End
  const FOLDED = 'details[data-key="guess"]'; // a picture behind a line to open
  const WRITES = ".pcc-input, .pcc-line, input[type=number]"; // without these a guess cannot be given
  const COVERED = `.pcc-covered, ${FOLDED}`;
  const LARGE = `.pcc-explorer, .pcc-svg, ${COVERED}`; // has a screen of its own; what is less stays below its text
  const FORWARD = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
  const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);
  const SHORT = 240; // letters of text that stand above a picture on one screen
  const READABLE = 24 / 1080; // letters of this part of the screen's height can be read from the last row
  const LETTERS = 8; // pixels that the smallest letters of a picture have at least
  const CONTROLS = ".pcc-controls, .pcc-group";
  const ROWS = 60; // pixels of controls that may stay above a picture
  const BEGAN = "pcc-began"; // when this window showed its first page today, and with an address behind it, this page
  const CORE = "#core"; // where a page opens at the first step of its core path
  const steps = [];
  let now = 0, noteWindow = null;

  const make = (name, values = {}, ...inside) => {
    const one = Object.assign(document.createElement(name), values);
    one.append(...inside);
    return one;
  };
  const press = (text, key, does) => make("button", { type: "button", textContent: text, title: `${text} (${key})`, onclick: does });
  const inCore = (step) => live.core.sections.includes(step.dataset.title);
  const marked = () => make("span", { className: "pcc-core", textContent: words.core });
  const heading = (cell) => cell.querySelector("h1, h2")?.firstChild?.textContent?.trim() ?? "";

  const isLarge = (cell) => cell?.dataset.shows === "true" && Boolean(cell.querySelector(LARGE));
  // Whether a picture stands on the screen of the text before it.
  const joins = (cell, letters) => Boolean(cell.querySelector(COVERED)) || !isLarge(cell) || letters <= SHORT;

  function begun(title, before) {
    const page = make("section", { className: "pcc-step-page", tabIndex: -1 });
    page.dataset.title = title;
    before ? before.after(page) : document.getElementById("rendered_cells").append(page);
    return page;
  }

  // Cells become steps: a section's text, then each of its pictures with what is said of it below. What leads to the
  // next picture stands above that one.
  function arrange() {
    const cells = [...document.querySelectorAll("#rendered_cells > .pcc-cell:not([hidden])")]; // what is printed is a text
    const letters = cells.map((cell) => cell.innerText.length); // before they move: the page is laid out once
    let title = live.title, page = null, before = 0;
    for (const [at, cell] of cells.entries()) {
      const head = heading(cell), shows = cell.dataset.shows === "true";
      if (head) title = head;
      const leads = cells[at + 1]?.dataset.shows === "true" && joins(cells[at + 1], letters[at]);
      const same = page && !head && (!page.dataset.shows ? !shows || joins(cell, before)
        : shows ? cell.querySelector(FOLDED) && page.querySelector(FOLDED) : !leads);
      if (!same) steps.push(page = begun(title));
      before = letters[at] + (same ? before : 0);
      if (isLarge(cell)) page.dataset.shows = "true";
      else if (page.dataset.shows) cell.dataset.after = "true";
      page.append(cell);
    }
    for (const step of [...steps]) part(step);
    for (const [at, step] of steps.entries()) step.setAttribute("aria-label", filled(words.step, { at: at + 1, of: steps.length, title: step.dataset.title }));
  }

  // Texts of several cells that are longer than the screen become several steps.
  function part(step) {
    if (step.dataset.shows) return;
    step.classList.add("pcc-now");
    let page = step;
    for (const cell of [...step.children].slice(1)) {
      const ends = cell.getBoundingClientRect().bottom - page.getBoundingClientRect().top;
      if (page === step && ends <= step.clientHeight) continue;
      if (page === step) {
        page = begun(step.dataset.title, step);
        steps.splice(steps.indexOf(step) + 1, 0, page);
      }
      page.append(cell);
    }
    step.classList.remove("pcc-now");
    if (page !== step) part(page);
  }

  // A picture is made smaller until it stands on the screen as a whole, with its title and the controls that are left;
  // not smaller than its letters can be read: then it is read on like a text.
  function fit() {
    const page = steps[now];
    if (!page?.dataset.shows) return;
    for (const svg of page.querySelectorAll(".pcc-svg")) {
      const box = svg.viewBox.baseVal;
      if (!box?.height) continue;
      const top = svg.getBoundingClientRect().top, frame = svg.closest(`.pcc-explorer, ${FOLDED}`) ?? page;
      const under = top - page.getBoundingClientRect().top + page.scrollTop, above = top - frame.getBoundingClientRect().top;
      const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim());
      const smallest = (some) => Math.min(...some.map((text) => parseFloat(getComputedStyle(text).fontSize)));
      const wide = (over) => (page.clientHeight - over - 12) * box.width / box.height;
      const least = (pixels, some) => pixels * box.width / smallest(some); // how wide it is when its letters have so many
      const read = least(READABLE * innerHeight, texts.filter((text) => text.textContent.trim().length > 2)); // signs on marks aside
      // below all that stands above it, or below its controls; where that makes it too small, below a part or none of them
      const fits = [wide(under), wide(above)].find((one) => one >= read) ?? Math.max(wide(Math.min(above, page.clientHeight * 0.3)), Math.min(read, wide(0)));
      svg.style.maxWidth = `${Math.max(fits, Math.min(least(LETTERS, texts), page.clientWidth), 320)}px`;
    }
  }

  function foot() {
    const bar = make("div", { id: "pcc-foot" });
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", words.steps);
    const away = press(words.fold, "C", fold);
    away.id = "pcc-fold";
    bar.append(
      Object.assign(press(words.back, "←", () => go(now - 1)), { id: "pcc-back" }),
      Object.assign(press(words.next, "→", forward), { id: "pcc-next" }),
      make("span", { id: "pcc-where" }),
      following(),
      Object.assign(marked(), { id: "pcc-core" }),
      make("progress", { id: "pcc-progress", max: 1 }),
      make("span", { id: "pcc-minutes" }),
      away,
      press(words.overview, "O", overview),
      press(words.notes, "N", note),
      press(words.group, "G", group),
    );
    bar.querySelector("progress").setAttribute("aria-label", words.progress);
    document.body.append(bar);
  }

  // The notebook after this one, among those of today.
  function following() {
    const next = live.beside[live.beside.findIndex((one) => one.now) + 1];
    return make("a", { id: "pcc-then", hidden: true, ...(next ? led(next, filled(words.then, next)) : {}) });
  }
  // Its link is in sight on the last step of the page and of its core path, on a page without such a path on all. From
  // there it leads from core path to core path.
  function leadOn() {
    const then = document.getElementById("pcc-then"), short = !live.core.sections.length || inCore(steps[now]);
    const ends = now === steps.length - 1 || (short && !steps.slice(now + 1).some(inCore));
    then.hidden = !then.href || !ends;
    if (then.href) then.hash = short ? CORE : "";
  }
  const led = ({ href }, text) => ({ href: `${href}${location.search}`, textContent: text });

  function tell() {
    const step = steps[now];
    document.getElementById("pcc-where").textContent = filled(words.step, { at: now + 1, of: steps.length, title: step.dataset.title });
    leadOn();
    document.getElementById("pcc-core").hidden = !inCore(step);
    document.getElementById("pcc-progress").value = steps.length > 1 ? now / (steps.length - 1) : 1;
    document.getElementById("pcc-back").disabled = now === 0;
    document.getElementById("pcc-next").disabled = now === steps.length - 1 && !more();
    const away = document.getElementById("pcc-fold");
    away.hidden = !step.querySelector(".pcc-controls");
    away.textContent = step.hasAttribute("data-folded") ? words.unfold : words.fold;
    minutes();
    if (noteWindow && !noteWindow.closed) fillNote(noteWindow.document.body);
    const open = document.querySelector("#pcc-note > div");
    if (open) fillNote(open);
  }

  // Since this page was first opened, also when it begins again or is come back to; and since the first page of today.
  const minutes = () => {
    const place = document.getElementById("pcc-minutes");
    if (!place) return;
    const [used, day] = [`${BEGAN} ${location.pathname}`, BEGAN].map(since);
    const planned = inCore(steps[now]) ? live.core.minutes : live.minutes;
    const told = filled(planned ? words.minutes : words.used, { used, planned });
    place.textContent = day > used ? filled(words.day, { text: told, day }) : told;
  };
  function since(name) {
    const began = Number(sessionStorage.getItem(name)) || Date.now();
    sessionStorage.setItem(name, began);
    return Math.floor((Date.now() - began) / 60000);
  }
  // The day begins anew for another group.
  function again() {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(BEGAN)) sessionStorage.removeItem(name);
    location.reload();
  }

  function go(to) {
    if (to < 0 || to >= steps.length) return;
    steps[now].classList.remove("pcc-now");
    now = to;
    steps[now].classList.add("pcc-now");
    steps[now].scrollTop = 0;
    foldFirst();
    history.replaceState(null, "", `#${now + 1}`);
    fit();
    steps[now].focus({ preventScroll: true });
    tell();
  }

  const more = () => {
    const page = steps[now];
    return page.scrollTop + page.clientHeight < page.scrollHeight - 24;
  };
  // What is longer than the screen is read on before the next step comes.
  function forward() {
    const page = steps[now];
    const picture = page.querySelector(`.pcc-explorer, ${FOLDED}[open]`);
    const screen = page.getBoundingClientRect(), svg = picture?.querySelector(".pcc-svg")?.getBoundingClientRect();
    const below = picture && !(svg?.bottom <= screen.bottom) ? picture.getBoundingClientRect().top - screen.top : 0;
    if (more()) {
      page.scrollBy({ top: below > 40 ? below : page.clientHeight * 0.85, behavior: "instant" });
      tell();
    } else go(now + 1);
  }

  function fold() {
    steps[now].toggleAttribute("data-folded");
    steps[now].dataset.seen = "true";
    tell();
    fit();
  }
  const writes = (row) => [...row.querySelectorAll(WRITES)].some((one) => one.offsetHeight); // some wait for another choice
  // Many rows of controls begin folded away, so that the picture has the screen: once they stand there, which may be
  // after their picture, and not under the hand of who uses them.
  function foldFirst() {
    const page = steps[now];
    if (page.dataset.seen) return false;
    const rows = [...page.querySelectorAll(CONTROLS)]
      .filter((row) => row.offsetHeight && !writes(row) && row.closest(".pcc-explorer")?.querySelector(".pcc-svg"));
    if (!rows.length) return false;
    const many = rows.reduce((sum, row) => sum + row.offsetHeight, 0) > ROWS;
    if (many && rows.some((row) => row.contains(document.activeElement))) page.focus({ preventScroll: true });
    return page.toggleAttribute("data-folded", many);
  }
  // Who touches a control uses them; what was uncovered only gives the first of them the focus.
  function used(event) {
    if (event.target.closest?.(CONTROLS)) steps[now].dataset.seen = "true";
  }

  // Who pressed something goes on with arrows, space or a clicker: they turn the page, and choose no other answer. Who
  // pressed by keyboard stays where they are.
  function pressed(event) {
    if (event.detail && event.target.closest?.(".pcc-now :is(button, summary)")) steps[now].focus({ preventScroll: true });
  }

  const laid = new ResizeObserver(() => { // controls may get their height after their place
    if (foldFirst()) fit();
    tell();
  });

  // What was covered and is shown now comes to the top: its text has been read.
  function changed() {
    foldFirst();
    for (const row of steps[now].querySelectorAll(CONTROLS)) laid.observe(row);
    fit();
    tell();
    const shown = [...steps[now].querySelectorAll(`.pcc-covered > .pcc-explorer, ${FOLDED}[open]`)];
    const fresh = shown.find((one) => !one.dataset.shown);
    for (const one of steps[now].querySelectorAll(`${FOLDED}:not([open])`)) delete one.dataset.shown;
    if (!fresh) return;
    fresh.dataset.shown = "true";
    fresh.scrollIntoView({ block: "start", behavior: "instant" });
  }

  const closed = (id) => {
    const found = document.getElementById(id);
    const held = found?.contains(document.activeElement);
    found?.remove();
    if (id === "pcc-note" && found) fit(); // the step has its width back
    if (held) steps[now].focus({ preventScroll: true }); // the focus is not lost with what is put away
    return Boolean(found);
  };
  function overview() {
    if (closed("pcc-overview")) return steps[now].focus();
    const list = make("ol");
    steps.forEach((step, at) => {
      const one = make("button", { type: "button", textContent: step.dataset.shows ? filled(words.picture, { title: step.dataset.title }) : step.dataset.title });
      if (at === now) one.setAttribute("aria-current", "step");
      if (inCore(step)) one.append(" ", marked());
      one.onclick = () => { closed("pcc-overview"); go(at); };
      list.append(make("li", {}, one));
    });
    const box = make("div", { id: "pcc-overview", className: "pcc-over" }, make("h2", { textContent: words.overview }), list);
    if (live.beside.length > 1) {
      const others = live.beside.map((one) => make("li", {}, one.now ? make("b", { textContent: one.title }) : make("a", led(one, one.title))));
      box.append(make("h2", { textContent: words.beside }), make("ol", { className: "pcc-beside" }, ...others));
    }
    document.body.append(box);
    document.querySelector("#pcc-overview [aria-current]").focus();
  }

  function fillNote(place) {
    const own = live.notes[steps[now].dataset.title] ?? [];
    const said = own.length ? own.map((text) => make("p", { textContent: text })) : [make("p", { textContent: words.nonote })];
    const next = steps[now + 1];
    place.replaceChildren(
      make("h2", { textContent: steps[now].dataset.title }), ...said,
      make("p", { textContent: next ? filled(words.after, { title: next.dataset.title }) : words.last }),
    );
  }
  function note() {
    if (closed("pcc-note")) return;
    const box = make("aside", { id: "pcc-note" });
    box.setAttribute("aria-label", words.notes);
    const place = make("div");
    box.append(make("button", { type: "button", textContent: words.second, onclick: apart }), place);
    document.body.append(box);
    fillNote(place);
    fit(); // in the width that is left
  }
  function apart() {
    noteWindow = window.open("", "pcc-notes", "width=700,height=600");
    if (!noteWindow) return;
    noteWindow.document.title = words.notes;
    noteWindow.addEventListener("keydown", key); // a clicker reaches the window that was pressed last
    noteWindow.document.body.style.cssText = "font: 1.4rem/1.5 sans-serif; white-space: pre-line";
    closed("pcc-note");
    fillNote(noteWindow.document.body);
  }

  function black() {
    if (closed("pcc-black")) return;
    const cover = make("button", { id: "pcc-black", type: "button", onclick: () => closed("pcc-black") });
    cover.setAttribute("aria-label", words.black);
    document.body.append(cover);
    cover.focus();
  }

  function group() {
    if (document.querySelector("dialog[open]")) return;
    const box = make("dialog", {}, make("p", { textContent: words.sure }));
    box.append(
      make("button", { type: "button", textContent: words.yes, onclick: again }),
      make("button", { type: "button", textContent: words.no, onclick: () => box.close() }),
    );
    box.addEventListener("close", () => { box.remove(); steps[now].focus(); });
    document.body.append(box);
    box.showModal();
    box.querySelector("button:last-child").focus();
  }

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (document.getElementById("pcc-black")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return closed("pcc-black");
    }
    const clicker = event.key === "PageDown" || event.key === "PageUp";
    const letter = event.key === "Escape" || (event.key.length === 1 && event.key !== " ");
    if (!clicker && event.target.closest?.(letter ? WRITING : TYPING)) return;
    if (event.key === " " && event.target.closest?.("button, a")) return;
    const does = FORWARD.has(event.key) ? forward : BACK.has(event.key) ? () => go(now - 1)
      : { Home: () => go(0), End: () => go(steps.length - 1), o: overview, n: note, b: black, ".": black, c: fold, g: group,
          Escape: () => closed("pcc-overview") || closed("pcc-note") }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!does) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (document.getElementById("pcc-overview") && (does === forward || BACK.has(event.key))) return;
    does();
  }

  document.addEventListener("DOMContentLoaded", () => document.body.classList.add("pcc-stage"));
  document.addEventListener("pcc-ready", () => {
    arrange();
    if (!steps.length) return;
    foot();
    const asks = location.hash === CORE ? steps.findIndex(inCore) : Number(location.hash.slice(1)) - 1 || 0;
    go(Math.min(Math.max(asks, 0), steps.length - 1));
    for (const one of ["keydown", "pointerdown"]) document.addEventListener(one, used, true);
    document.addEventListener("keydown", key, true);
    document.addEventListener("click", pressed);
    window.addEventListener("resize", fit);
    document.addEventListener("toggle", changed, true);
    new MutationObserver(changed).observe(document.getElementById("rendered_cells"), { childList: true, subtree: true });
    setInterval(minutes, 10000);
  });
})();
