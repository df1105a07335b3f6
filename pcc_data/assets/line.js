// A line to write in. What stands in it is the reader's: every key goes to the kernel, and nothing older comes back over it.
export default () => {
  const here = Math.random().toString(36).slice(2); // the same line may stand in two windows
  const inputs = new Set();
  let text = ""; // what was typed last, in words
  let typed = 0, sent = 0, heard = 0, left = 0; // and by number: what was typed, sent, heard by the kernel, and left as it is
  let composing = false; // Chinese, Japanese or Korean on its way from letters to signs

  function show(model) {
    if (typed === heard) text = model.get("text");
    for (const input of inputs) {
      if (input.value !== text) input.value = text;
      input.parentElement.toggleAttribute("data-unheard", typed > heard);
    }
  }

  function tell(model, done) {
    if (composing || (!done && sent > heard)) return; // one at a time: what is typed meanwhile goes together, when it is heard
    sent = typed;
    model.send({ typed: text, mark: `${here} ${sent}`, done });
  }

  function write(model, input, done) {
    text = input.value;
    typed += 1;
    if (done) left = typed;
    show(model);
    tell(model, done);
  }

  function hear(model) {
    const [who, mark] = model.get("heard").split(" ");
    if (who === here) heard = Math.max(heard, Number(mark));
    show(model);
    if (typed > sent) tell(model, false);
  }

  function initialize({ model }) {
    text = model.get("text");
    model.on("change:text", () => show(model));
    model.on("change:heard", () => hear(model));
    globalThis.pccInOrder ??= pressesWait();
  }

  function render({ model, el }) {
    const label = document.createElement("label");
    const area = model.get("kind") === "area"; // room for several lines
    const input = document.createElement(area ? "textarea" : "input");
    el.classList.add("jupyter-widgets", "widget-inline-hbox", "widget-text", "pcc-line");
    label.className = "widget-label";
    label.textContent = model.get("description");
    label.htmlFor = input.id = `${here}${inputs.size}${Date.now().toString(36)}`;
    if (area) input.rows = 2;
    else input.type = model.get("kind");
    el.classList.toggle("pcc-area", area);
    input.placeholder = model.get("hint");
    input.dir = "auto";
    for (const edge of ["min", "max"]) if (model.get(edge) !== null) input[edge] = model.get(edge);
    el.append(label, input);
    inputs.add(input);
    show(model);
    const leave = () => { if (typed > left && !composing) write(model, input, true); };
    input.addEventListener("input", () => write(model, input, false));
    input.addEventListener("compositionstart", () => { composing = true; });
    input.addEventListener("compositionend", () => { composing = false; write(model, input, false); });
    for (const end of ["change", "blur"]) input.addEventListener(end, leave);
    input.addEventListener("keydown", (event) => {
      event.stopPropagation(); // JupyterLab has keys of its own
      if (event.key === "Enter" && !event.isComposing && !area) leave();
    });
    return () => {
      composing = false;
      leave();
      inputs.delete(input);
    };
  }
  return { initialize, render };
};

// A press waits until what was typed before it has been heard: on a slow machine it would arrive first.
function pressesWait() {
  const explorer = ".pcc-explorer";
  const outermost = (element) => {
    const above = element.parentElement?.closest(explorer);
    return above ? outermost(above) : element;
  };
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest?.("button, [data-pick], input[type=checkbox]");
    const box = pressed?.closest(explorer) && outermost(pressed.closest(explorer));
    if (!box?.querySelector("[data-unheard]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const again = () => {
      if (box.querySelector("[data-unheard]")) return;
      watch.disconnect();
      const pick = pressed.dataset.pick; // the picture may have been drawn anew meanwhile
      const there = pressed.isConnected || !pick ? pressed : box.querySelector(`[data-pick="${CSS.escape(pick)}"]`);
      there?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    };
    const watch = new MutationObserver(again);
    watch.observe(box, { subtree: true, childList: true, attributeFilter: ["data-unheard"] });
  }, true);
  return true;
}
