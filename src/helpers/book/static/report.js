/* "Report an error": a prepared message about a figure or a row. It goes to the project's list of
   reports or to its e-mail address; where the book names neither, the reader can copy it. */
(function () {
  "use strict";

  const LONGEST = 1500; // letters of what is shown; a longer address is cut by some programs

  const setting = (name) => {
    const found = document.querySelector(`meta[name="steppe-${name}"]`);
    return found ? found.content : "";
  };
  const tidy = (node) => (node ? node.textContent.replace(/\s+/g, " ").replaceAll(" ;", ";").trim() : "");
  const short = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);

  /* ---- what is reported ---- */

  function aboutFigure(link, box) {
    const figure = box.closest("figure");
    const title = window.steppeBook.figureTitle(figure);
    const shown = tidy(box.querySelector(".steppe-alt"));
    const sources = tidy(box.querySelector(".steppe-works-of"));
    return {
      title,
      anchor: (figure && figure.id) || box.id,
      lines: [`Shown: ${shown}`, sources],
    };
  }

  /* a row of a table with the heads of its columns, or a list of terms, or plain text */
  function aboutRow(link) {
    const row = link.dataset.row || "";
    const place = link.closest("tr, [id^='row-'], dl, li, section");
    const anchored = link.closest("[id]");
    return { title: row || tidy(place), anchor: anchored ? anchored.id : "", lines: cells(link, place) };
  }

  function cells(link, place) {
    if (!place) return [];
    const line = link.closest("tr");
    if (line) {
      const heads = [...line.closest("table").querySelectorAll("thead th")].map(tidy);
      return [...line.cells]
        .map((cell, at) => [heads[at] || "", tidy(without(cell))])
        .filter(([, text]) => text)
        .map(([head, text]) => (head ? `${head}: ${text}` : text));
    }
    const terms = [...place.querySelectorAll("dt")];
    if (terms.length) return terms.map((term) => `${tidy(term)}: ${tidy(without(term.nextElementSibling))}`);
    return [tidy(without(place))];
  }

  /* the words of a cell without our own links */
  function without(node) {
    if (!node) return null;
    const copy = node.cloneNode(true);
    copy.querySelectorAll(".steppe-report, .headerlink, script").forEach((part) => part.remove());
    copy.querySelectorAll("br").forEach((part) => part.replaceWith(part.nextSibling ? "; " : ""));
    return copy;
  }

  function message(link) {
    const box = link.closest(".steppe-figure");
    const about = box ? aboutFigure(link, box) : aboutRow(link);
    const book = window.steppeBook;
    const lines = [
      `About: ${about.title}`,
      book.part ? `Page: ${book.part}` : "",
      short(about.lines.filter(Boolean).join("\n")),
      `Book: ${book.title}. ${book.edition}.`,
      `Address: ${book.address(about.anchor)}`,
    ].filter(Boolean);
    const questions = [
      "What is wrong?",
      "How do you know? (book and page, archive and file, a paper you have, your own memory)",
      "May your name be mentioned? (not necessary)",
    ];
    return {
      title: `Correction: ${about.title}`,
      body: `${lines.join("\n")}\n\n${questions.map((question) => `${question}\n\n`).join("\n")}`,
    };
  }

  /* ---- where it goes ---- */

  function target(link) {
    const { title, body } = message(link);
    const tracker = setting("tracker");
    const email = setting("email");
    const query = (names) => names.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join("&");
    if (tracker) {
      const joint = tracker.includes("?") ? "&" : "?";
      return tracker + joint + query([["title", title], ["body", body]]);
    }
    if (email) return `mailto:${email}?${query([["subject", title], ["body", body]])}`;
    return "";
  }

  /* ---- no address: the message, to be copied ---- */

  let dialog = null;

  function make(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function buildDialog() {
    const text = make("textarea", { id: "steppe-report-text", rows: 14, spellcheck: false });
    const more = make("a", { textContent: "How corrections are made" });
    const close = make("button", { type: "button", className: "steppe-copy", textContent: "Close" });
    dialog = make("dialog", { id: "steppe-report" },
      make("h2", { id: "steppe-report-title", textContent: "Report an error" }),
      make("p", {}, "This copy of the book names no address for reports. "
        + "Whoever gave you the book can be written to: complete the message, copy it and send it there."),
      make("label", { htmlFor: text.id, textContent: "Message" }),
      text,
      make("p", { className: "steppe-copies" }, window.steppeCopyButton("Copy", () => text.value), close, more));
    dialog.setAttribute("aria-labelledby", "steppe-report-title");
    close.addEventListener("click", () => dialog.close());
    document.body.append(dialog);
  }

  function showDialog(link) {
    if (!dialog) buildDialog();
    const { body } = message(link);
    const text = dialog.querySelector("textarea");
    text.value = body;
    dialog.querySelector("a").href = link.getAttribute("href");
    dialog.querySelector("[role=status]").textContent = "";
    // a browser may forget where the reader was if the link was clicked and not focused
    dialog.addEventListener("close", () => link.focus(), { once: true });
    dialog.showModal();
    text.focus();
    text.setSelectionRange(0, 0);
    text.scrollTop = 0;
  }

  /* links may be made later by other scripts: the page listens, not each link */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.steppe-report");
    if (!link) return;
    const address = target(link);
    if (address) {
      // the way back to the page without scripts is kept for the next time
      const before = link.getAttribute("href");
      link.href = address;
      setTimeout(() => link.setAttribute("href", before));
    } else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      showDialog(link);
    }
  });
})();
