/* Unpack what a page holds deflated, in base64: charts, cards, long lists. */
(function () {
  "use strict";

  window.steppeUnpack = async (script) => {
    const bytes = Uint8Array.from(atob(script.textContent), (letter) => letter.charCodeAt(0));
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(plain).json();
  };
})();
