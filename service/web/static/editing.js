/*
 * On top of a form that is complete without it: what is typed shows its other side and is kept on the server.
 * One request at a time; what is typed meanwhile goes with the next one. Nothing that is being typed is replaced.
 */
(() => {
  "use strict";
  const form = document.querySelector("form[data-edit]");
  if (!form) return;
  const WAIT = 700;
  const HEARTBEAT = 60000;
  const lost = form.querySelector("[data-lost]");
  let waiting = null;
  let busy = false;
  let again = false;
  let leaving = false;
  let typed = false;

  const data = (by) => {
    const sent = new FormData(form);
    if (by && by.name) sent.append(by.name, by.value);
    return sent;
  };

  /* Take over what the server made: everything but what has been typed since it was asked. */
  function take(page, before) {
    const fresh = page.querySelector("form[data-edit]");
    fresh.querySelectorAll("[data-part]").forEach((part) => {
      const here = document.querySelector(`[data-part="${CSS.escape(part.dataset.part)}"]`);
      if (here && here.innerHTML !== part.innerHTML) here.replaceWith(document.importNode(part, true));
    });
    const now = document.querySelector('[data-part="here"]');
    const who = page.querySelector('[data-part="here"]');
    if (now && who) now.replaceWith(document.importNode(who, true));
    fresh.querySelectorAll("input[type=hidden]").forEach((field) => {
      const here = form.elements[field.name];
      if (here && field.name !== "csrf_token") here.value = field.value;
    });
    fresh.querySelectorAll("textarea, input:not([type=hidden])").forEach((field) => {
      const here = form.elements[field.name];
      if (!here) return;
      const untouched = here.value === (before.get(field.name) ?? "");
      if (untouched && here.value !== field.value) here.value = field.value;
      here.defaultValue = field.value;
    });
    fresh.querySelectorAll("[data-texts]").forEach((group) => {
      const here = form.querySelector(`[data-texts="${CSS.escape(group.dataset.texts)}"]`);
      const names = (box) => [...box.querySelectorAll("textarea")].map((one) => one.name).join();
      if (names(here) !== names(group) && !here.contains(document.activeElement)) {
        here.replaceWith(document.importNode(group, true));
      }
    });
    const bar = page.querySelector(".decide .wrap");
    const old = document.querySelector(".decide .wrap");
    if (bar && old && !old.contains(document.activeElement)) old.replaceWith(document.importNode(bar, true));
  }

  async function show(by) {
    if (busy) { again = true; return; }
    busy = true;
    again = false;
    typed = false;
    const before = data(by);
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body: before });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!page.querySelector("form[data-edit]")) throw new Error("another page");
      lost.hidden = true;
      take(page, before);
      if (by) document.getElementById("shown").focus({ preventScroll: true });
    } catch {
      typed = true;
      lost.hidden = false;
    } finally {
      busy = false;
      form.removeAttribute("aria-busy");
      if (again && !leaving) show(null);
    }
  }

  document.addEventListener("input", (event) => {
    if (!form.contains(event.target) || event.target.name.startsWith("more-")) return;
    typed = true;
    clearTimeout(waiting);
    waiting = setTimeout(() => show(null), WAIT);
  });

  document.addEventListener("submit", (event) => {
    if (event.target !== form) return;
    clearTimeout(waiting);
    const by = event.submitter;
    if (by && by.matches("[data-whole]")) {
      if (busy) {
        /* the numbers of the draft come with the answer on its way: send after it */
        event.preventDefault();
        event.stopImmediatePropagation();
        setTimeout(() => form.requestSubmit(by), 100);
        return;
      }
      leaving = true;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    show(by);
  }, true);

  /* Typed a moment before the page is left: kept too. Texts that nobody touched stay behind, the server knows them:
     a browser takes 64 KB at most on its way out. */
  addEventListener("pagehide", () => {
    if (!typed || leaving) return;
    const sent = data(null);
    form.querySelectorAll("[data-texts] textarea").forEach((box) => {
      if (box.value === box.defaultValue) sent.delete(box.name);
    });
    navigator.sendBeacon(form.action, sent);
  });
  addEventListener("pageshow", () => { leaving = false; });
  setInterval(() => { if (document.visibilityState === "visible" && !typed) show(null); }, HEARTBEAT);
})();
