/* An address that was published leads on after its anchor has moved. */
(function () {
  "use strict";

  const told = document.getElementById("steppe-moved");
  if (!told) return;
  const moved = JSON.parse(told.textContent);

  function lead() {
    const anchor = decodeURIComponent(location.hash.slice(1));
    if (Object.hasOwn(moved, anchor)) location.replace(moved[anchor]);
  }

  window.addEventListener("hashchange", lead);
  lead();
})();
