/* How to cite a chapter or a figure: Chicago, BibTeX, and what Zotero reads. */
(function () {
  "use strict";

  const meta = (...names) => {
    const found = names.map((name) => document.querySelector(`meta[name="${name}"]`)).find(Boolean);
    return found ? found.content : "";
  };
  const book = meta("citation_inbook_title", "DC.source") || meta("DC.title");
  const part = meta("citation_inbook_title", "DC.source") ? meta("citation_title", "DC.title") : "";
  const version = meta("prism.edition");
  const [year, month, day] = meta("citation_publication_date", "DC.date").split("-");
  const months = ["January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December"];
  const monthName = months[Number(month) - 1] || "";
  const edition = `Version ${version}, ${Number(day)} ${monthName} ${year}`;

  /* ---- where the reader stands ---- */

  /* the page's name in the book: chapters/karlag/origins */
  function pageName() {
    const top = new URL(document.documentElement.dataset.content_root || "./", location.href);
    return location.href.split(/[#?]/)[0].slice(top.href.length).replace(/\.html$/, "") || "index";
  }

  /* the path of a copy on somebody's disk helps nobody and tells the name of its owner */
  function address(anchor) {
    const here = location.protocol === "file:" ? `${pageName()}.html` : location.href.split("#")[0];
    return here + (anchor ? `#${anchor}` : "");
  }

  const isCopy = location.protocol === "file:";

  /* ---- Chicago and BibTeX ---- */

  const special = { "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}" };
  const tex = (text) => text.replace(/[&%$#_{}~^\\]/g, (letter) => special[letter] || `\\${letter}`);

  function key(anchor) {
    const page = pageName().replace(/^chapters\//, "").replace(/^index$/, "");
    return ["steppecamps", ...page.split("/"), anchor].filter(Boolean).join("-");
  }

  function bibtex(title, chapter, anchor) {
    const fields = [
      ["title", `{${tex(title)}}`],
      ["booktitle", `{${tex(book)}}`],
      ["year", year],
      ["month", monthName.slice(0, 3).toLowerCase()],
      ["version", version],
      ["note", edition + (chapter ? `, in the chapter “${tex(chapter)}”` : "")],
      ...(isCopy
        ? [["howpublished", `Copy of the book, ${tex(address(anchor))}`]]
        : [["url", address(anchor)], ["urldate", today()]]),
    ];
    const lines = fields.map(([name, value]) => `  ${name} = ${name === "month" ? value : `{${value}}`}`);
    return `@incollection{${key(anchor)},\n${lines.join(",\n")}\n}`;
  }

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  /* the same words as `chicago` in citation.py, and the address */
  function chicago(paragraph, title, chapter, anchor) {
    const name = document.createElement("cite");
    name.textContent = book;
    const stop = /[.?!]$/.test(title) ? "" : ".";
    paragraph.replaceChildren(
      `“${title}${stop}” In ${chapter ? `“${chapter},” ` : ""}`, name,
      `. ${edition}. ${isCopy ? "Copy of the book, " : ""}${address(anchor)}${isCopy ? "." : ""}`);
  }

  function fill(box, paragraph, entry, title, chapter, anchor) {
    chicago(paragraph, title, chapter, anchor);
    entry.textContent = bibtex(title, chapter, anchor);
    const buttons = document.createElement("p");
    buttons.className = "steppe-copies";
    buttons.append(
      window.steppeCopyButton("Copy Chicago", () => paragraph.textContent),
      window.steppeCopyButton("Copy BibTeX", () => entry.textContent));
    box.append(buttons);
  }

  /* ---- figures ---- */

  const words = (node) => (node ? node.textContent.replace(/[#¶]\s*$/, "").trim() : "");

  /* number and first sentence of the caption: the others say how to use the controls */
  function figureTitle(figure) {
    const number = words(figure && figure.querySelector("figcaption .caption-number"));
    const caption = words(figure && figure.querySelector("figcaption .caption-text, figcaption p"));
    const first = caption.replace(/^Fig\. \d+ */, "").split(/(?<=[\p{Ll}\d)”]{2})\.\s+(?=\p{Lu})/u)[0];
    return [number, first.replace(/\.$/, "")].filter(Boolean).join(": ") || "Figure";
  }

  function citeFigure(details) {
    const figure = details.closest("figure");
    const box = details.closest(".steppe-figure");
    const anchor = (figure && figure.id) || box.id;
    const title = figureTitle(figure);
    const paragraph = details.querySelector(".steppe-citation");
    if (!paragraph.textContent) {
      const entry = document.createElement("pre");
      entry.className = "steppe-bibtex";
      entry.tabIndex = 0;
      entry.setAttribute("aria-label", "BibTeX");
      details.append(entry);
      fill(details, paragraph, entry, title, part, anchor);
    }
    tellZotero(details, title, anchor);
  }

  /* Zotero prefers COinS to what stands in the head of a page. If every figure carried its own,
     the button would offer a list of figures and the chapter could not be saved at all. So the
     figure whose citation is open has one, and loses it when the citation is closed. */
  function tellZotero(details, title, anchor) {
    details.querySelectorAll(".Z3988").forEach((span) => span.remove());
    if (details.open) {
      const span = document.createElement("span");
      span.className = "Z3988";
      span.title = contextObject(title, anchor);
      details.append(span);
    }
    document.dispatchEvent(new Event("ZoteroItemUpdated", { bubbles: true, cancelable: true }));
  }

  function contextObject(title, anchor) {
    const fields = [
      ["url_ver", "Z39.88-2004"],
      ["ctx_ver", "Z39.88-2004"],
      ["rft_val_fmt", "info:ofi/fmt:kev:mtx:book"],
      ["rft.genre", "bookitem"],
      ["rft.atitle", title],
      ["rft.btitle", book],
      ["rft.edition", version],
      ["rft.date", `${year}-${month}-${day}`],
      ["rft.language", "en"],
      ["rft.rights", meta("DC.rights")],
      ["rft.description", `Figure in “${part}”`],
      ["rft.identifier", address(anchor)],
    ];
    return fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  }

  /* ---- what the message about an error needs too ---- */

  window.steppeBook = { title: book, part, edition, address, figureTitle };

  /* ---- start ---- */

  document.querySelectorAll(".steppe-cite-page").forEach((box) => {
    fill(box, box.querySelector(".steppe-citation"), box.querySelector(".steppe-bibtex"), part, "", "");
  });
  document.querySelectorAll(".steppe-cite").forEach((details) => {
    details.addEventListener("toggle", () => citeFigure(details));
  });
})();
