"use strict";
// What pages do beside links and forms; without it everything is still there.
(() => {
  const setUp = () => {
    document.documentElement.classList.add("js");
    for (const field of document.querySelectorAll("[data-submits]")) {
      field.addEventListener("change", () => field.form.requestSubmit());
    }
    for (const button of document.querySelectorAll("[data-prints]")) {
      button.addEventListener("click", () => window.print());
    }
    for (const form of document.querySelectorAll("form[method=post]")) {
      form.addEventListener("submit", () => {
        const button = form.querySelector("button[type=submit]");
        if (button) setTimeout(() => { button.disabled = true; }, 0);
      });
    }
    const told = document.querySelector("[data-focus]");
    if (told) told.focus();
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (typing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const chosen = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (chosen) { event.preventDefault(); chosen.click(); }
  });
  document.addEventListener("DOMContentLoaded", setUp);
  document.addEventListener("htmx:afterSettle", setUp);
})();
