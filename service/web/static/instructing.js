/*
 * On top of a page that is complete without it: what was mended or chosen shows its effect in place.
 * A choice or a switch is sent at once, a mended sentence with Ctrl+Enter or the button.
 */
(() => {
  "use strict";
  const form = () => document.querySelector("form[data-live]");
  let asking = null;

  async function show(submitter) {
    const sent = form();
    const data = new FormData(sent);
    if (submitter && submitter.name) data.append(submitter.name, submitter.value);
    if (asking) asking.abort();
    asking = new AbortController();
    sent.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(sent.action, { method: "POST", body: data, signal: asking.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("form[data-live]");
      if (!fresh) throw new Error("another page");
      const at = scrollY;
      sent.replaceWith(document.importNode(fresh, true));
      scrollTo({ top: at, behavior: "instant" });
      document.getElementById("result").focus({ preventScroll: true });
    } catch (error) {
      if (error.name === "AbortError") return;
      const step = document.createElement("input");
      step.type = "hidden";
      step.name = submitter ? submitter.name : "step";
      step.value = submitter ? submitter.value : "look";
      sent.append(step);
      sent.submit();
    }
  }

  document.addEventListener("submit", (event) => {
    const by = event.submitter;
    if (event.target !== form() || (by && (by.matches("[data-save], [data-whole]") || by.value === "edit"))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    show(by);
  }, true);

  document.addEventListener("change", (event) => {
    if (event.target.closest("form[data-live]") && event.target.matches("[type=radio], [type=checkbox]")) show(null);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("form[data-live] textarea")) {
      event.preventDefault();
      show(null);
    }
  });
})();
