/* A card beside a number or a term: on hover, on focus, on the first tap. */
(function () {
  "use strict";

  const packed = document.getElementById("steppe-cards");
  const rows = packed ? window.steppeUnpack(packed) : Promise.resolve({});

  /* what a card says: of a number the facts of its row, of a term what it means */
  async function factsOf(link) {
    const address = link.getAttribute("href");
    if (!link.classList.contains("term")) return (await rows)[address];
    return (window.steppeTerms || {})[address.split("#term-")[1]];
  }

  function start() {
    const links = document.querySelectorAll("a.number, a.term");
    if (!links.length) return;
    const card = document.createElement("div");
    card.id = "steppe-card";
    card.setAttribute("role", "tooltip");
    card.hidden = true;
    document.body.append(card);
    let wanted = null; // the link whose card is shown or being fetched

    async function show(link) {
      wanted = link;
      const facts = await factsOf(link);
      if (wanted !== link || !facts) return;
      card.replaceChildren(...facts.map((fact, at) => {
        const line = document.createElement(at ? "span" : "strong");
        line.textContent = fact;
        return line;
      }));
      card.hidden = false;
      link.setAttribute("aria-describedby", card.id);
      const place = link.getBoundingClientRect();
      const width = document.documentElement.clientWidth;
      card.style.left = `${Math.max(8, Math.min(place.left, width - card.offsetWidth - 8)) + scrollX}px`;
      card.style.top = `${place.bottom + scrollY}px`;
    }

    function hide() {
      if (wanted) wanted.removeAttribute("aria-describedby");
      card.hidden = true;
      wanted = null;
    }

    let touched = false;
    links.forEach((link) => {
      link.addEventListener("pointerenter", (event) => { if (event.pointerType !== "touch") show(link); });
      link.addEventListener("pointerleave", (event) => {
        if (event.pointerType !== "touch" && event.relatedTarget !== card) hide();
      });
      link.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; });
      link.addEventListener("focus", () => { if (!touched) show(link); });
      link.addEventListener("blur", hide);
      // the first tap shows the card, the second follows the link
      link.addEventListener("click", (event) => {
        if (touched && wanted !== link) {
          event.preventDefault();
          show(link);
        }
        touched = false;
      });
    });
    card.addEventListener("pointerleave", hide);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    document.addEventListener("pointerdown", (event) => {
      if (wanted && !card.contains(event.target) && event.target !== wanted) hide();
    });
  }

  start();
})();
