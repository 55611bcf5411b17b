/* Leave out unread rows: see helpers/book/catalogue. Without this script every file is a plain link. */
(function () {
  "use strict";

  const NAME = "unread";
  const switches = [...document.querySelectorAll(".steppe-leave-out")];
  if (!switches.length) return;

  /* what a number says and where a link leads, with and without unread rows */
  const texts = [...document.querySelectorAll("span[data-read]")].map((place) => [place, place.textContent, place.dataset.read]);
  const files = [...document.querySelectorAll("a[data-read]")].map((link) => [link, link.getAttribute("href"), link.dataset.read]);
  const pages = [...document.querySelectorAll("a[data-keep]")].map((link) => [link, link.getAttribute("href")]);
  const boxes = switches.map((place) => place.querySelector("input"));

  function show(out) {
    boxes.forEach((box) => { box.checked = out; });
    document.querySelectorAll(".steppe-rows").forEach((table) => table.classList.toggle("steppe-read", out));
    for (const [place, every, read] of texts) place.textContent = out ? read : every;
    for (const [link, every, read] of files) link.setAttribute("href", out ? read : every);
    for (const [link, page] of pages) link.setAttribute("href", out ? `${page}?${NAME}=no` : page);
  }

  /* the address says what the switch says, so that the view can be kept and sent */
  function note(out) {
    const address = new URL(location.href);
    address.searchParams.delete(NAME);
    if (out) address.searchParams.set(NAME, "no");
    history.replaceState(null, "", address);
  }

  /* whoever follows a link to an unread row sees it */
  function seek() {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!row || !row.matches(".steppe-out") || !boxes[0].checked) return;
    show(false);
    note(false);
    row.scrollIntoView();
  }

  switches.forEach((place) => { place.hidden = false; });
  document.querySelectorAll(".steppe-plain").forEach((place) => { place.hidden = true; });
  boxes.forEach((box) => box.addEventListener("change", () => { show(box.checked); note(box.checked); }));
  window.addEventListener("hashchange", seek);
  show(new URLSearchParams(location.search).get(NAME) === "no");
  seek();
})();
