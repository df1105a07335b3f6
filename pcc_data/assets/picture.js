// A picture in a page. Dots (elements with data-pick) are chosen by click, or by arrow keys and Enter.
const LONG = 300; // letters that are read aloud when something changes; the rest is there to be read
const SOON = 150; // milliseconds in which a change of picture and what is said of it arrive together

function render({ model, el }) {
  const box = document.createElement("div");
  const said = document.createElement("div");
  box.className = "pcc pcc-picture";
  box.tabIndex = -1; // where the focus goes when what had it is gone
  said.className = "pcc-said";
  said.setAttribute("role", "status");
  el.append(box, said);

  const dots = () => [...box.querySelectorAll("[data-pick]")];
  const AT_ONCE = 5000; // milliseconds within which a picture answers a choice
  let picked = 0, heard = null, soon = {};
  const open = () => [...box.querySelectorAll("details[open][data-key]")].map((d) => d.dataset.key);

  function show() {
    const opened = new Set(open());
    const at = box.contains(document.activeElement) ? document.activeElement : null;
    const focused = at?.closest("[data-pick]")?.dataset.pick;
    const line = at?.matches("summary") ? at.parentElement.dataset.key : null;
    box.style.minHeight = `${box.offsetHeight}px`;
    box.innerHTML = model.get("html");
    for (const d of box.querySelectorAll("details[data-key]")) if (opened.has(d.dataset.key)) d.open = true;
    const all = dots();
    const here = all.find((d) => d.dataset.pick === focused) || all[0];
    if (here) here.setAttribute("tabindex", "0");
    const again = focused ? here : line ? box.querySelector(`details[data-key="${CSS.escape(line)}"] > summary`) : null;
    if (at) (again ?? box).focus({ preventScroll: true });
    mark();
    fit();
    const now = told();
    const fresh = heard && !box.querySelector('[role="alert"]') ? now.filter((text) => !heard.includes(text)) : []; // an alert is heard without us
    heard = now;
    if (fresh.length) speak(fresh.join(" "), false);
    if (Date.now() - picked < AT_ONCE) arrive();
    picked = 0;
  }

  // The box stays as high as it was, so that nothing below it jumps when the picture changes; a large hole it closes.
  function fit() {
    const held = parseFloat(box.style.minHeight) || 0;
    box.style.minHeight = "";
    const needed = box.offsetHeight;
    if (held > needed && held - needed < window.innerHeight / 5) box.style.minHeight = `${held}px`;
  }

  // What was chosen in the picture comes into view where it stands below it, or out of sight above.
  function arrive() {
    const shown = box.querySelector("[data-status]") || box.querySelector(".pcc-card");
    const place = shown?.getBoundingClientRect();
    if (!place || (place.bottom > 0 && place.bottom <= window.innerHeight)) return;
    shown.scrollIntoView({ block: place.bottom > 0 && place.height < window.innerHeight * 0.6 ? "end" : "start" });
  }

  function pick(target) {
    const dot = target.closest("[data-pick]");
    if (!dot) return;
    picked = Date.now();
    model.send({ pick: dot.dataset.pick }); // a message each: of three quick choices none is lost
  }

  box.addEventListener("click", (event) => pick(event.target));
  box.addEventListener("keydown", (event) => {
    const dot = event.target.closest("[data-pick]");
    if (!dot) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      pick(dot);
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      event.stopPropagation();
      const all = dots();
      const next = all[(all.indexOf(dot) + step + all.length) % all.length];
      dot.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    }
  });
  box.addEventListener("toggle", fit, true);
  const busy = () => box.classList.toggle("pcc-busy", model.get("busy"));
  // Every change is read aloud once: by the kernel's own words for it, or else by the sentence of the picture and the
  // part that tells of a choice. Only one place is live; parts that come and go with the picture are not.
  function speak(text, own) {
    if (soon.own && !own) return;
    clearTimeout(soon.timer);
    soon = { own, timer: setTimeout(() => { said.textContent = text; soon = {}; }, SOON) };
  }
  function told() {
    for (const part of box.querySelectorAll('[role="status"]')) {
      part.removeAttribute("role");
      part.dataset.status = "";
    }
    const parts = [...box.querySelectorAll("figcaption, [data-status]")];
    return (parts.length || box.textContent.length > LONG ? parts : [box]).map(short).filter(Boolean);
  }
  function short(part) {
    const text = part.innerText.replace(/\s+/g, " ").trim();
    if (text.length <= LONG) return text;
    const head = part.querySelector("h2, h3, h4")?.textContent.trim();
    return head || `${text.slice(0, text.lastIndexOf(" ", LONG))} …`;
  }
  const say = () => {
    if (model.get("said")) speak(model.get("said"), true);
    else said.textContent = "";
  };
  function mark() {
    for (const d of dots()) d.toggleAttribute("data-chosen", d.dataset.pick === model.get("chosen"));
  }
  model.on("change:chosen", mark);
  model.on("change:html", show);
  model.on("change:busy", busy);
  model.on("change:said", say);
  show();
  say();
  whenThere(el, watchOver);
}

function whenThere(el, does, tries = 100) {
  const explorer = el.closest(".pcc-explorer");
  if (explorer?.isConnected) does(explorer);
  else if (tries) requestAnimationFrame(() => whenThere(el, does, tries - 1));
}

const watched = new WeakSet();
function watchOver(explorer) {
  if (watched.has(explorer)) return;
  watched.add(explorer);
  const keep = keepFocus(explorer);
  const again = () => {
    nameControls(explorer);
    keep();
  };
  again();
  new MutationObserver(again).observe(explorer, { childList: true, subtree: true, attributeFilter: ["class", "style", "disabled"] });
}

// What ipywidgets draws without words for those who do not see it: whose handle it is, and which button is pressed.
function nameControls(explorer) {
  const set = (one, name, value) => {
    if (value && one.getAttribute(name) !== value) one.setAttribute(name, value);
  };
  const label = (one) => one?.querySelector(".widget-label")?.textContent.trim();
  for (const handle of explorer.querySelectorAll(".noUi-handle")) set(handle, "aria-label", label(handle.closest(".widget-slider")));
  for (const row of explorer.querySelectorAll(".widget-toggle-buttons")) {
    set(row, "role", "group");
    set(row, "aria-label", label(row));
  }
  for (const button of explorer.querySelectorAll(".widget-toggle-button")) set(button, "aria-pressed", String(button.classList.contains("mod-active")));
}

// A control that is drawn anew, put away or turned off takes the focus with it: it goes to its successor, or else to
// the explorer, so that the next Tab goes on from there and not from the top of the page.
function keepFocus(explorer) {
  let last = null, words = "";
  const gone = (one) => !one.isConnected || one.disabled || !one.getClientRects().length;
  const named = (one) => one.getAttribute("aria-label") || one.textContent.trim();
  explorer.tabIndex = -1;
  explorer.addEventListener("focusin", (event) => {
    last = event.target;
    words = named(last);
  });
  explorer.addEventListener("focusout", () => setTimeout(() => {
    if (last && !explorer.contains(document.activeElement) && !gone(last)) last = null; // left by who had it
  }));
  return () => {
    if (!last || !gone(last) || ![document.body, last, null].includes(document.activeElement)) return;
    const kin = [...explorer.querySelectorAll(last.tagName)].filter((one) => !gone(one) && one.tabIndex >= 0);
    (kin.find((one) => named(one) === words) ?? explorer).focus({ preventScroll: true });
  };
}
export default { render };
