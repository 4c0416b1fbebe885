"use strict";
// What pages do beside links and forms; without it everything is still there.
(() => {
  const fromAddress = () => {
    // The QR code of a receipt has its code behind the #, which browsers send to nobody.
    const field = document.querySelector("[data-from-address]");
    const code = location.hash.slice(1);
    if (!field || !code.startsWith("SSO1.")) return;
    field.value = code;
    document.querySelector("[data-filled]").hidden = false;
    field.form.querySelector("button[type=submit]").focus();
  };

  const put = (ticket, file, bar) => new Promise((done, failed) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value);
    form.append("file", file);
    const sending = new XMLHttpRequest();
    sending.open("POST", ticket.address);
    sending.upload.addEventListener("progress", (event) => { bar.value = event.loaded / event.total; });
    sending.addEventListener("load", () => (sending.status < 300 ? done() : failed(new Error("refused"))));
    sending.addEventListener("error", () => failed(new Error("lost")));
    sending.send(form);
  });

  const tell = (problems) => {
    const box = document.querySelector("[data-problems]");
    const list = box.querySelector("ul");
    list.replaceChildren(...problems.map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }));
    box.hidden = false;
    box.focus();
  };

  const bars = (list, files) => files.map((file) => {
    const item = document.createElement("li");
    const label = document.createElement("span");
    const bar = document.createElement("progress");
    label.textContent = file.name;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    item.append(label, bar);
    list.append(item);
    return bar;
  });

  const send = async (form) => {
    // Straight to the store, a bar for each file; the letter's own form is sent last.
    const files = [...form.elements.files.files];
    const list = form.querySelector("[data-bars]");
    list.replaceChildren();
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    const listed = JSON.stringify(files.map((file) => ({ name: file.name, size: file.size })));
    fields.set("listed", listed);
    const answer = await fetch("/send/tickets", { method: "POST", body: fields });
    if (answer.status === 422) { tell((await answer.json()).problems); return; }
    if (!answer.ok) throw new Error("refused");
    const { folder, tickets } = await answer.json();
    const shown = bars(list, files);
    try {
      for (const [place, file] of files.entries()) {
        await put(tickets[place], file, shown[place]);
        shown[place].value = 1;
      }
    } catch (error) {
      // Some offices' networks let nothing through to the store: then by way of our own site.
      const total = files.reduce((sum, file) => sum + file.size, 0);
      if (total > Number(form.dataset.most)) throw error;
      list.replaceChildren();
      form.submit();
      return;
    }
    const last = document.createElement("input");
    last.type = "hidden";
    last.name = "listed";
    last.value = listed;
    form.append(last);
    form.elements.files.disabled = true;
    form.enctype = "application/x-www-form-urlencoded";
    form.action = `/send/${folder}`;
    form.submit();
  };

  const busy = (form, yes) => {
    for (const button of form.querySelectorAll("button[type=submit]:not([name])")) button.disabled = yes;
  };

  const setUp = () => {
    document.documentElement.classList.add("js");
    fromAddress();
    for (const form of document.querySelectorAll("form[method=post]")) {
      form.addEventListener("submit", (event) => {
        if (form.matches("[data-sends]")) {
          event.preventDefault();
          busy(form, true);
          const failed = form.querySelector("[data-bars]").dataset.failed;
          send(form).catch(() => tell([failed])).finally(() => busy(form, false));
        } else setTimeout(() => busy(form, true), 0);
      });
    }
    for (const button of document.querySelectorAll("[data-prints]")) {
      button.hidden = false;
      button.addEventListener("click", () => window.print());
    }
    const again = document.querySelector("[data-again]");
    if (again) setTimeout(() => location.reload(), 1000 * Number(again.dataset.again));
    const told = document.querySelector("[data-focus]");
    if (told) told.focus();
  };

  document.addEventListener("DOMContentLoaded", setUp);
  addEventListener("pageshow", (event) => {
    if (event.persisted) for (const form of document.querySelectorAll("form[method=post]")) busy(form, false);
  });
})();
