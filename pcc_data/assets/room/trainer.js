// The trainer's page: counts, the open question, the hands, and the end of the room.
(() => {
  const words = JSON.parse(document.getElementById("pcc-told").textContent);
  const EVERY = 1500;
  const find = (id) => document.getElementById(id);
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const set = (id, text) => {
    if (find(id).textContent !== text) find(id).textContent = text;
  };
  let shape = "", pictured = "", over = false;

  const make = (name, values = {}, ...inside) => {
    const one = Object.assign(document.createElement(name), values);
    one.append(...inside); // texts go in as texts
    return one;
  };

  async function call(body) {
    try {
      const how = body ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : { cache: "no-store" };
      const answer = await fetch("/trainer/state", how);
      if (!answer.ok) throw new Error(answer.status);
      show(await answer.json());
      told(over ? words.closed : ""); // at once: the last kernels need some seconds to end
    } catch {
      told(over ? words.closed : words.lost);
    }
  }

  function told(text) {
    set("pcc-lost", text);
    find("pcc-lost").hidden = !text;
    document.querySelector(".trainer").hidden = over; // nothing on it can be used any more
  }

  function show(state) {
    set("pcc-counts", filled(words.counts, state));
    const full = state.visitors >= state.most ? words["full-soon"] : "";
    set("pcc-ready", full || (state.ready < state.waiting ? filled(words["getting-ready"], state) : words["all-ready"]));
    set("pcc-designs", state.designs.length ? filled(words.designs, { n: state.designs.length, names: state.designs.join(", ") }) : words["no-designs"]);
    hands(state);
  }

  function hands(state) {
    const now = JSON.stringify([state.question, state.ask, state.revealed]);
    if (now !== shape) {
      shape = now;
      build(state);
    }
    const answered = find("pcc-answered");
    if (answered) set("pcc-answered", filled(words.answered, { n: state.answered, phones: state.phones }));
    picture(state);
  }

  function build(state) {
    const place = find("pcc-hands");
    if (!state.ask) return place.replaceChildren(make("p", { textContent: words["no-question"] }));
    const options = make("ul", {}, ...state.options.map((text) => make("li", { textContent: text }))); // who has no phone reads them here
    const rows = state.options.map((text, at) => {
      const field = make("input", { type: "number", min: 0, max: 999, value: state.typed[at], onchange: () => call({ do: "type", option: at, count: Number(field.value) || 0 }) });
      return make("li", {}, make("label", {}, field, make("span", { textContent: ` ${text}` })));
    });
    const reveal = make("button", { type: "button", id: "pcc-reveal", textContent: words.reveal, disabled: state.revealed, onclick: () => call({ do: "reveal" }) });
    const anew = make("button", { type: "button", id: "pcc-new", textContent: words["new-question"], onclick: () => call({ do: "clear" }) });
    place.replaceChildren(
      make("h3", { textContent: state.ask }), options, make("p", { id: "pcc-answered" }), make("p", {}, reveal, " ", anew),
      make("details", {}, make("summary", { textContent: words.counted }), make("ul", { className: "plain" }, ...rows)),
    );
  }

  // Drawn by the server, once they are revealed; drawn anew when a hand is typed afterwards.
  async function picture(state) {
    const now = state.revealed ? JSON.stringify([state.question, state.typed]) : "";
    if (now === pictured) return;
    pictured = now;
    find("pcc-picture").replaceChildren();
    if (!now) return;
    find("pcc-picture").textContent = words.drawing;
    const answer = await fetch("/trainer/hands", { cache: "no-store" });
    if (answer.ok) {
      find("pcc-picture").innerHTML = await answer.text();
      find("pcc-picture").scrollIntoView({ block: "end" });
    }
  }

  // The projector's page stays as it is where it shows that notebook already: it only comes to the front.
  for (const link of document.querySelectorAll('a[target="pcc-stage"]')) {
    link.addEventListener("click", (event) => {
      const stage = window.open("", link.target); // nothing is loaded where it is open
      if (stage?.location.pathname !== link.pathname) return;
      event.preventDefault();
      stage.focus();
    });
  }

  find("pcc-open").addEventListener("click", () => call({ do: "open", key: find("pcc-choice").value }));
  find("pcc-close").addEventListener("click", () => {
    if (!confirm(words["sure-close"])) return;
    over = true;
    call({ do: "close" });
  });
  const again = async () => {
    await call();
    setTimeout(again, EVERY);
  };
  again();
})();
