/* A button that copies a text; works from a server and by double click. */
(function () {
  "use strict";

  /* browsers that keep the clipboard from pages of a folder still copy what is selected */
  function copySelected(text, near) {
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    // in an open dialog only what stands inside it can be selected
    (near.closest("dialog") || document.body).append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    near.focus();
    return done;
  }

  async function copy(text, near) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copySelected(text, near);
    }
  }

  /* label: what stands on the button; text: gives what is copied when it is pressed */
  window.steppeCopyButton = (label, text) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "steppe-copy";
    button.textContent = label;
    const said = document.createElement("span");
    said.className = "steppe-copied";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      said.textContent = "";
      const done = await copy(text(), button);
      said.textContent = done ? "Copied" : "The browser does not copy; select the text instead";
    });
    const both = document.createElement("span");
    both.append(button, " ", said);
    return both;
  };
})();
