// What a live page says while it is made, and when its server cannot be reached.
(() => {
  const live = JSON.parse(document.getElementById("pcc-live").textContent);
  const words = live.words;
  const asked = new URLSearchParams(location.search);
  if (asked.has("token")) { // the browser has it as a cookie now; on the projector nobody has to see it
    asked.delete("token");
    history.replaceState(null, "", `${location.pathname}${asked.size ? `?${asked}` : ""}${location.hash}`);
  }
  // which windows of this browser are wide: the server asks narrow ones for their style (window.js)
  const noteWindow = () => {
    document.cookie = `pcc-window=wide; path=/; SameSite=Lax${matchMedia("(width < 600px)").matches ? "; max-age=0" : ""}`;
  };
  noteWindow();
  addEventListener("resize", noteWindow);
  const onStage = live.stage || asked.has("stage"); // one step a screen
  const EVERY = 3000; // milliseconds between two questions whether the server is there
  const LEAVING = 60000; // milliseconds that the next page may take to come
  const NUMBER = /^[-−+]?[\d.,]+(e[-+]?\d+)?\s?%?$/, NOTHING = /^(NaN|NaT|None|<NA>|–|-)$/;
  const PICTURE = ".pcc-svg, .pcc-explorer, .pcc-covered, .pcc-chart";
  let lost = false;

  // The page's script looks for the state of each widget for two seconds by the clock. On a slow machine the browser
  // is busy for longer than that, with making just these states; so a moment in which it is busy counts as short.
  const clock = Date.now, BUSY = 150; // milliseconds
  let told = clock(), seen = told;
  Date.now = () => {
    const now = clock();
    told += Math.min(now - seen, BUSY);
    seen = now;
    return told;
  };

  const status = (text) => {
    const place = document.getElementById("pcc-status");
    if (place && place.textContent !== text) place.textContent = text;
    if (place) place.hidden = !text;
  };
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // Called by each cell as it arrives: the kernel has run it.
  function made(cell, cells) {
    if (cell < cells) status(filled(words.making, { cell, cells }));
  }

  // Everything has arrived; the pictures stand once the page has connected to the kernel.
  function complete() {
    document.body.dataset.complete = "true";
    const waiting = [...document.querySelectorAll('script[type="application/vnd.voila.cell-output+json"]')];
    for (const script of waiting) {
      if (/widget-view|image\/|text\/html/.test(script.textContent)) script.closest(".pcc-cell").dataset.shows = "true";
    }
    status(words.connecting);
    const watch = new MutationObserver(check);
    watch.observe(document.getElementById("rendered_cells"), { childList: true, subtree: true });
    check();
    function check() {
      const shows = [...document.querySelectorAll('.pcc-cell[data-shows="true"]')];
      if (!shows.every((cell) => cell.querySelector(PICTURE) || cell.querySelector(".jp-RenderedHTML, .jp-RenderedImage"))) return;
      watch.disconnect();
      Date.now = clock;
      document.body.dataset.ready = "true"; // what the stage held back is laid out from here on
      tidy();
      count();
      status("");
      document.dispatchEvent(new CustomEvent("pcc-ready"));
    }
  }

  // Names for what Voilà leaves without one.
  function tidy() {
    const empty = [...document.querySelectorAll('.pcc-cell[data-kind="code"]:not([data-shows])')].filter((cell) => !cell.innerText.trim());
    for (const cell of empty) cell.hidden = true; // all at once: the page is laid out once
    for (const table of document.querySelectorAll(".jp-RenderedHTML > div > table.dataframe")) { // they scroll, also by keyboard
      const box = table.parentElement;
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", words.table);
    }
    document.querySelectorAll("main table.dataframe:not(.pcc-chart *)").forEach(numbersRight);
    document.querySelectorAll(".jp-RenderedMarkdown table").forEach(nameCells);
  }

  // On a phone the cells of a row stand below one another, each behind the head of its column.
  function nameCells(table) {
    const heads = [...table.tHead?.rows[0]?.cells ?? []].map((head) => head.textContent.trim());
    for (const row of table.tBodies[0]?.rows ?? []) [...row.cells].forEach((cell, at) => { cell.dataset.head = heads[at] ?? ""; });
  }

  // A table of pandas has its texts at the left, and at the right what are numbers from top to bottom, with its head.
  function numbersRight(table) {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => [...row.querySelectorAll("td")]);
    const heads = [...(table.tHead?.rows ?? [])].map((row) => [...row.cells]);
    const wide = Math.max(0, ...rows.map((row) => row.length));
    for (let at = 0; at < wide; at += 1) {
      const told = rows.map((row) => row[at]?.textContent.trim()).filter((text) => text && !NOTHING.test(text));
      if (!told.length || !told.every((text) => NUMBER.test(text))) continue;
      const over = heads.filter((head) => head.length >= wide).map((head) => head[head.length - wide + at]);
      for (const cell of [...rows.map((row) => row[at]), ...over]) cell?.classList.add("pcc-right");
    }
  }

  // Pictures behind lines of the same words, one after the other, are counted, so that each line has a name of its own.
  function count() {
    const lines = [...document.querySelectorAll("#rendered_cells .pcc-cell:not([hidden])")]
      .map((cell) => cell.querySelector('details[data-key="guess"] > summary'));
    for (const [at, line] of lines.entries()) {
      if (!line || lines[at - 1]) continue;
      const next = lines.indexOf(null, at), run = lines.slice(at, next < 0 ? lines.length : next);
      if (run.length > 1) run.forEach((one, place) => { one.textContent = filled(words.counted, { text: one.textContent, at: place + 1, of: run.length }); });
    }
  }

  // Style (and language, where there are several) of the page: it opens anew with the choice in its address.
  function choices() {
    const big = !onStage && (asked.get("style") ?? live.now.style) === "projector";
    document.documentElement.classList.toggle("pcc-big", big); // not the pictures alone
    const place = document.querySelector(".pcc-of-page");
    for (const { name, label, values } of live.choices) {
      if (Object.keys(values).length < 2) continue;
      const box = document.createElement("label");
      const list = document.createElement("select");
      for (const [value, text] of Object.entries(values)) list.add(new Option(text, value, false, value === (asked.get(name) ?? live.now[name])));
      list.addEventListener("change", () => {
        asked.set(name, list.value);
        location.search = asked;
      });
      box.append(`${label} `, list);
      place.append(box);
    }
  }

  // Links to other notebooks keep what was chosen on this page.
  function keep() {
    for (const link of document.querySelectorAll("main a[href], nav a[href]")) {
      const there = new URL(link.href, location.href);
      if (there.origin !== location.origin || !there.pathname.endsWith(".ipynb") || !there.pathname.includes("/voila/render/")) continue;
      if (live.room && !live.beside.some((one) => new URL(one.href, location.href).pathname === there.pathname)) {
        link.replaceWith(...link.childNodes); // this room does not show it
        continue;
      }
      for (const [name, value] of asked) there.searchParams.set(name, value);
      link.href = there;
    }
  }

  // What the server says of this page's kernel; null while it cannot be reached.
  async function alive() {
    const settings = document.getElementById("jupyter-config-data");
    const kernel = settings ? JSON.parse(settings.textContent).kernelId : "";
    const own = /(?:^|;\s*)_xsrf=([^;]*)/.exec(document.cookie)?.[1]; // a JupyterHub answers only who shows it
    const headers = own ? { "X-XSRFToken": decodeURIComponent(own) } : {};
    try {
      const answer = await fetch(`${live.alive}?kernel=${kernel}`, { cache: "no-store", headers });
      if (!answer.ok) return null;
      const told = await answer.json();
      return { kernel: told.kernel || !kernel, asks: told.asks };
    } catch {
      return null;
    }
  }

  let again, leaves = -Infinity;
  addEventListener("beforeunload", () => { leaves = performance.now(); });
  // Who leaves ends the kernel, and the next page may take its time: until it comes this one must not begin again.
  const isLeft = () => performance.now() - leaves < LEAVING;

  async function watchOver() {
    clearTimeout(again);
    const there = await alive();
    if (there) document.getElementById("pcc-asked").hidden = !there.asks;
    const place = document.getElementById("pcc-lost");
    if (!there && !lost) {
      lost = true;
      place.textContent = words.lost;
      place.hidden = false;
    } else if (there && !there.kernel && document.body.dataset.complete && !isLeft()) { // it ended while nobody was connected
      place.textContent = words.anew;
      place.hidden = false;
      location.reload();
      return;
    } else if (there && lost) {
      lost = false;
      place.hidden = true;
      place.textContent = "";
    }
    again = setTimeout(watchOver, EVERY);
  }

  window.pccLive = { live, words, asked, onStage, made, complete, status, filled };
  // what Voilà's own script calls
  window.voila_heartbeat = () => {};
  window.update_loading_text = () => {};
  window.display_cells = () => {};
  document.addEventListener("DOMContentLoaded", () => { choices(); keep(); });
  document.addEventListener("pcc-ready", keep);
  document.addEventListener("DOMContentLoaded", watchOver);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) watchOver(); }); // a phone that slept
})();
