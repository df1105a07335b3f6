// A picture in a page. Dots (elements with data-pick) are chosen by click, or by arrow keys and Enter.
function render({ model, el }) {
  const box = document.createElement("div");
  const said = document.createElement("div");
  box.className = "pcc pcc-picture";
  said.className = "pcc-said";
  said.setAttribute("role", "status");
  el.append(box, said);

  const dots = () => [...box.querySelectorAll("[data-pick]")];
  const AT_ONCE = 5000; // milliseconds within which a picture answers a choice
  let picked = 0;
  const open = () => [...box.querySelectorAll("details[open][data-key]")].map((d) => d.dataset.key);

  function show() {
    const opened = new Set(open());
    const focused = box.contains(document.activeElement) ? document.activeElement.closest("[data-pick]")?.dataset.pick : null;
    box.style.minHeight = `${box.offsetHeight}px`;
    box.innerHTML = model.get("html");
    for (const d of box.querySelectorAll("details[data-key]")) if (opened.has(d.dataset.key)) d.open = true;
    const all = dots();
    const here = all.find((d) => d.dataset.pick === focused) || all[0];
    if (here) here.setAttribute("tabindex", "0");
    if (focused && here) here.focus({ preventScroll: true });
    mark();
    fit();
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

  // What was chosen in the picture comes into view where it stands below it.
  function arrive() {
    const shown = box.querySelector('[role="status"]') || box.querySelector(".pcc-card");
    const place = shown?.getBoundingClientRect();
    if (!place || place.bottom <= window.innerHeight) return;
    shown.scrollIntoView({ block: place.height < window.innerHeight * 0.6 ? "end" : "start" });
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
  const say = () => { said.textContent = model.get("said"); };
  function mark() {
    for (const d of dots()) d.toggleAttribute("data-chosen", d.dataset.pick === model.get("chosen"));
  }
  model.on("change:chosen", mark);
  model.on("change:html", show);
  model.on("change:busy", busy);
  model.on("change:said", say);
  show();
  say();
}
export default { render };
