/* The page of a running job follows it without being loaded anew; without this script the page reloads itself. */
(() => {
  "use strict";
  const EVERY = 2000;
  const here = () => document.querySelector("[data-job]");
  const parts = (job) => [...job.querySelectorAll("[data-job-part]")];

  async function follow() {
    let job = null;
    try {
      const answer = await fetch(location.href, { headers: { "X-Requested-With": "fetch" } });
      if (answer.redirected || !answer.ok) { location.reload(); return; }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      job = page.querySelector("[data-job]");
      document.title = page.title;
    } catch { /* no answer: asked again */ }
    if (job) {
      const now = parts(here());
      parts(job).forEach((part, index) => {
        if (now[index].innerHTML !== part.innerHTML) now[index].replaceChildren(...part.childNodes);
      });
      here().dataset.job = job.dataset.job;
    }
    if (here().dataset.job === "running") setTimeout(follow, EVERY);
  }
  setTimeout(follow, EVERY);
})();
