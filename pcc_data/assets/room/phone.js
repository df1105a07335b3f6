// The page of a phone: asks which question is open, sends one answer, and shows how stories go on after a guess.
(() => {
  const words = JSON.parse(document.getElementById("pcc-told").textContent);
  const EVERY = 1500; // milliseconds between two questions to the room
  const NARROW = 600; // pixels below which a window is a phone's, as on live pages
  const place = document.getElementById("pcc-ask");
  const lost = document.getElementById("pcc-lost");
  let drawn = "", asks = false, away = false;

  const make = (name, values = {}, ...inside) => {
    const one = Object.assign(document.createElement(name), values);
    one.append(...inside); // texts go in as texts
    return one;
  };

  function show(state) {
    const now = JSON.stringify(state);
    if (now === drawn) return;
    const focused = document.activeElement?.dataset?.option;
    drawn = now;
    asks = Boolean(state.ask) && !state.revealed && state.given === null;
    point();
    const news = !state.ask ? words.waiting : state.revealed ? words.revealed : state.given === null ? state.ask : words.given;
    const heard = document.getElementById("pcc-said");
    if (heard.textContent !== news) heard.textContent = news;
    if (!state.ask) return place.replaceChildren(make("p", { textContent: words.waiting }));
    const said = state.revealed ? words.revealed : state.given === null ? "" : words.given;
    const options = state.options.map((text, at) => {
      const one = make("button", { type: "button", textContent: text, disabled: state.revealed, onclick: () => send(state.question, at) });
      one.dataset.option = at;
      one.setAttribute("aria-pressed", at === state.given);
      return one;
    });
    place.replaceChildren(make("h2", { textContent: state.ask }), make("div", { className: "options" }, ...options), make("p", { textContent: said }));
    if (focused !== undefined) place.querySelector(`[data-option="${Number(focused)}"]`)?.focus();
  }

  // Who reads further down is led to the question that waits for an answer.
  const point = () => { document.getElementById("pcc-asked").hidden = !(asks && away); };
  new IntersectionObserver(([seen]) => {
    away = !seen.isIntersecting;
    point();
  }).observe(place);

  const say = (text) => {
    lost.textContent = text;
    lost.hidden = !text;
  };

  async function send(question, option) {
    try {
      const answer = await fetch("/room/question", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ question, option }) });
      if (answer.status === 429) return say(words["too-fast"]);
      show(await answer.json());
    } catch {
      say(words.lost);
    }
  }

  async function ask() {
    try {
      const answer = await fetch("/room/question", { cache: "no-store" });
      if (answer.ok) {
        show(await answer.json());
        say("");
      } else if (answer.status !== 429) say(words.lost);
    } catch {
      say(words.lost);
    }
    setTimeout(ask, document.hidden ? 4 * EVERY : EVERY);
  }

  // Pages are made ready for phones. A wide window has its own drawn, which takes some seconds more.
  for (const link of document.querySelectorAll('a[href^="/voila/render/"]')) {
    link.addEventListener("click", () => { link.search = document.documentElement.clientWidth < NARROW ? "" : "?style=screen"; });
  }

  for (const button of document.querySelectorAll("[data-guess]")) {
    button.addEventListener("click", () => {
      const story = button.closest(".story");
      for (const one of story.querySelectorAll("[data-guess]")) one.setAttribute("aria-pressed", one === button);
      story.querySelector(".after").hidden = false;
    });
  }

  document.getElementById("pcc-send").addEventListener("click", async () => {
    const file = document.getElementById("pcc-file").files[0];
    const sent = document.getElementById("pcc-sent");
    if (!file) return (sent.textContent = words["choose-file"]);
    sent.textContent = words.sending;
    try {
      const answer = await fetch("/room/design", { method: "POST", headers: { "Content-Type": "application/yaml" }, body: file });
      const kind = answer.headers.get("Content-Type") ?? "";
      sent.textContent = kind.includes("json") ? (await answer.json()).said : words["not-sent"];
    } catch {
      sent.textContent = words["not-sent"];
    }
  });

  ask();
})();
