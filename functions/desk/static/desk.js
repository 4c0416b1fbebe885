"use strict";
// What pages do beside links and forms; without it everything is still there.
(() => {
  // Keys of one letter can be turned off (WCAG 2.1.4): who speaks to the computer presses them.
  const keysWanted = () => localStorage.getItem("keys") !== "off";
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
        // Every button of it: a second key must not send a second choice.
        for (const button of form.querySelectorAll("button[type=submit]")) {
          setTimeout(() => { button.disabled = true; button.dataset.sent = ""; }, 0);
        }
      });
    }
    for (const keys of document.querySelectorAll("[data-keys]")) {
      keys.checked = keysWanted();
      keys.addEventListener("change", () => localStorage.setItem("keys", keys.checked ? "on" : "off"));
    }
    const told = document.querySelector("[data-focus]");
    if (told) told.focus();
  };
  // The key that is printed on the keyboard: with a Thai layout the key "1" types "ๅ".
  const printed = (event) => {
    const found = /^(?:Digit|Numpad(?=\d)|Key)([0-9A-Z])$/.exec(event.code);
    return found && event.key.length === 1 ? found[1].toLowerCase() : event.key;
  };
  const TYPING = "input:not([type=checkbox], [type=radio]), select, textarea";
  document.addEventListener("keydown", (event) => {
    if (event.target.closest(TYPING) || !keysWanted()) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const chosen = document.querySelector(`[data-key="${CSS.escape(printed(event))}"]`);
    if (chosen) { event.preventDefault(); chosen.click(); }
  });
  // A page that comes back from the browser's memory can be used again.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const button of document.querySelectorAll("button[data-sent]")) button.disabled = false;
  });
  document.addEventListener("DOMContentLoaded", setUp);
  document.addEventListener("htmx:afterSettle", setUp);
})();
