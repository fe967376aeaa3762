/*
 * Comfort on top of pages that are complete without it: keys, folds that open in place, one press per form.
 * Elements marked data-stop are where j and k go; data-find is what "/" goes to.
 */
(() => {
  "use strict";
  const OFF = "tuzetu.keys.off";
  const kept = (storage) => ({
    get: (name) => { try { return window[storage].getItem(name); } catch { return null; } },
    set: (name, value) => { try { window[storage].setItem(name, value); } catch { /* private window: not kept */ } },
  });
  const remembered = kept("localStorage"), passing = kept("sessionStorage");
  const keysOff = () => remembered.get(OFF) === "1";
  const stops = () => [...document.querySelectorAll("[data-stop]")]
    .filter((stop) => stop.offsetParent !== null || stop.closest("details.chapter:not([open])"));
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  /* Where the reader is: the focused stop, else the last one above the upper third of the window. */
  function place(all) {
    const focused = all.findIndex((stop) => stop === document.activeElement || stop.contains(document.activeElement));
    if (focused >= 0) return focused;
    let last = -1;
    all.forEach((stop, index) => { if (stop.getBoundingClientRect().top < innerHeight / 3) last = index; });
    return last;
  }

  function go(step) {
    const all = stops();
    if (!all.length) return;
    const at = place(all);
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
    const put = next.closest("details.chapter:not([open])");
    if (put) put.open = true;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    tell(next);
  }

  /* "Change 5 of 23" in the bar over the text. */
  function tell(stop) {
    const count = document.querySelector("[data-count]");
    if (!count || !stop.dataset.stop) return;
    count.textContent = count.dataset.count.replace("{0}", stop.dataset.stop);
  }

  function typing(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  /* The bar of decisions: d goes to it, the arrows go along it. */
  const controls = () => [...document.querySelectorAll(".decide :is(button, summary, a[href])")]
    .filter((one) => one.offsetParent !== null && !one.closest("nav, details[open] form"));

  function decide(step) {
    const all = controls();
    const at = all.indexOf(document.activeElement);
    const next = all[step ? (at + step + all.length) % all.length : 0];
    if (next) next.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || !controls().includes(document.activeElement)) return;
    event.preventDefault();
    decide(step);
  });

  /* After a form was sent the focus is where it was sent from, not at the top of the page again, and what was done is
     read out with it. A finding that was answered may have left the list: then the one after it takes its place. */
  const AFTER = "tuzetu.after";
  const said = document.getElementById("said");
  const here = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const after = document.getElementById(passing.get(AFTER) || "-");
  passing.set(AFTER, "");
  const told = here || (said && (after || said));
  if (told && (said || told.id === "shown")) {
    if (told.tabIndex < 0) told.tabIndex = -1;
    if (said && told !== said) told.setAttribute("aria-describedby", "said");
    told.focus({ preventScroll: told !== after });
  }
  document.addEventListener("submit", (event) => {
    const next = (event.target.closest(".finding") || document.body).nextElementSibling;
    if (next && next.id) passing.set(AFTER, next.id);
  });

  /* l: the same place in the other language. */
  function turn() {
    const other = document.querySelector(".tongues a[href]:not([aria-current])");
    if (other) other.click();
  }

  const list = document.getElementById("keys");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || keysOff() || list.open) return;
    const act = {
      j: () => go(1), k: () => go(-1), "о": () => go(1), "л": () => go(-1),
      d: () => decide(0), "в": () => decide(0),
      l: turn, "д": turn,
      "/": () => {
        const box = document.querySelector("[data-find-here]") || document.querySelector("[data-find]");
        box.focus();
        box.select();
      },
      "?": () => list.showModal(),
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  document.querySelectorAll("[data-keys]").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    list.showModal();
  }));
  const off = document.querySelector("[data-keys-off]");
  off.checked = keysOff();
  off.addEventListener("change", () => remembered.set(OFF, off.checked ? "1" : "0"));

  document.querySelectorAll("[data-go]").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    go(Number(link.dataset.go));
  }));

  /* A folded stretch opens where it stands: what the reader looks at does not move. */
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-fold]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const fold = link.closest(".fold, tr.is-fold");
    link.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const opened = [...page.querySelectorAll(`[data-stretch="${CSS.escape(link.dataset.fold)}"]`)];
      if (!opened.length) throw new Error("no stretch");
      const nodes = opened.map((node) => document.importNode(node, true));
      fold.replaceWith(...nodes);
      nodes[0].tabIndex = -1;
      nodes[0].focus({ preventScroll: true });
      history.replaceState(null, "", link.href.split("#")[0]);
      document.querySelectorAll("[data-fold]").forEach((other) => {
        const address = new URL(other.href);
        address.searchParams.append("open", link.dataset.fold);
        other.href = address;
      });
    } catch {
      location.assign(link.href);
    }
  });

  /* The number of a unit gives its address: click it, and the address bar has a link to this very place. */
  document.addEventListener("click", (event) => {
    const place = event.target.closest("[data-place]");
    if (place) location.hash = place.parentElement.id;
  });
  document.documentElement.classList.add("scripted");

  /* Links to the other language and to other looks of the page lead to the provision that is read now: the one last
     gone to while it is in sight, else that of the address, else the one in the upper third of the window. Whoever has
     just scrolled up to press one means the place where the page rested before. */
  const PLACES = "main :is([data-at], .p[id], section[id], article[id], tr[id], .unfolded[id])";
  const named = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const holder = (one) => (one && one.closest(PLACES)) || null;
  const atTop = () => scrollY < document.querySelector("header.top").offsetHeight;
  const inSight = (one) => {
    const box = one.getBoundingClientRect();
    return box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  };
  let gone = null, rested = holder(named()), rest = 0;

  function seen() {
    let found = [gone, holder(named())].find((one) => one && inSight(one)) || null;
    if (!found && !atTop()) {
      document.querySelectorAll(PLACES).forEach((one) => {
        const box = one.getBoundingClientRect();
        if (box.height > 0 && box.top < innerHeight / 3) found = one;
      });
    }
    return found;
  }

  document.addEventListener("focusin", (event) => { if (holder(event.target)) rested = gone = holder(event.target); });
  addEventListener("scroll", () => {
    clearTimeout(rest);
    rest = setTimeout(() => { rested = seen(); }, atTop() ? 10000 : 400);
  }, { passive: true });

  const KEEPING = ".tongues a[href], .tools .switch a[href]";
  ["pointerdown", "click"].forEach((name) => document.addEventListener(name, (event) => {
    const link = event.target.closest(KEEPING);
    const place = link && ((atTop() && rested) || seen());
    // folds that were opened here are open there
    if (link && link.closest(".tongues")) link.search = location.search;
    if (place) link.hash = place.dataset.at || place.id;
  }, true));

  /* An address may name a place that is folded here, has no words in this language or is gone: then what holds it. */
  function settle() {
    let name = decodeURIComponent(location.hash.slice(1));
    if (!name || document.getElementById(name)) return;
    const less = () => (/~\d+$/.test(name) ? name.replace(/~\d+$/, "") : name.slice(0, Math.max(0, name.lastIndexOf("."))));
    for (name = name.replace(/^at-/, ""); name; name = less()) {
      const leads = document.querySelector(`.toc [data-leads="${CSS.escape(name)}"]`);
      const found = document.querySelector(`main [data-at="${CSS.escape(name)}"]`) || document.getElementById(name)
        || (leads && document.getElementById(decodeURIComponent(leads.hash.slice(1))));
      if (!found) continue;
      const put = found.closest("details:not([open])");
      if (put) put.open = true;
      if (found.matches("[tabindex]")) found.focus({ preventScroll: true });
      found.scrollIntoView({ behavior: "instant" });
      return;
    }
  }
  settle();
  addEventListener("hashchange", settle);

  /* On paper nothing stays folded. */
  addEventListener("beforeprint", () => document.querySelectorAll("details.chapter").forEach((one) => { one.open = true; }));

  /* One press per form; coming back with the browser's "back" frees the button again. */
  const sent = new Set();
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    if (sent.has(event.target)) { event.preventDefault(); return; }
    sent.add(event.target);
  });
  addEventListener("pageshow", () => sent.clear());

  /* How many characters are left, said before the limit is hit. */
  document.querySelectorAll("[data-limit]").forEach((box) => {
    const told = document.getElementById(box.dataset.left);
    const limit = Number(box.dataset.limit);
    if (!told) return;
    const show = () => {
      const left = limit - box.value.length;
      told.hidden = left > limit / 10;
      told.textContent = told.dataset.words.replace("{0}", String(left));
    };
    box.addEventListener("input", show);
    show();
  });

  /* On a phone the contents lie over the text; a chosen line puts them away. */
  const contents = document.getElementById("contents");
  if (contents) contents.addEventListener("click", (event) => {
    if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
  });
})();
