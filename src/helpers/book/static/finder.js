/* Search and filters for lists: see helpers/book/finder.py. Needs no kernel, no network. */
(function () {
  "use strict";

  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  /* 1,500,000 and 1 500 000 are one number, and a year beside a number is none of it */
  const joined = (text) => text.replace(/(?<!\d)\d{1,3}(?:[,\s]\d{3})+(?!\d)/g, (number) => number.replace(/\D/g, ""));

  /* a word may begin anywhere, a number is found whole: 13 is not in 1913 */
  function fits(word) {
    if (!/^\d[\d.]*$/.test(word)) return (text) => text.includes(word);
    const number = new RegExp(`(?<![\\d.,])${word.replace(/\.$/, "").replaceAll(".", "\\.")}(?!\\d|[.,]\\d)`);
    return (text) => number.test(text);
  }

  /* an item with a head ends it with a link to itself */
  function nameItself(item) {
    const head = item.querySelector("[data-head]");
    if (!head || !item.id) return;
    const link = document.createElement("a");
    Object.assign(link, { className: "headerlink", href: `#${item.id}`, title: "Link to this entry", textContent: "#" });
    head.append(link);
  }

  class Finder {
    constructor(box) {
      this.box = box;
      this.form = box.querySelector(".steppe-find");
      this.list = box.querySelector(".steppe-items");
      this.count = box.querySelector(".steppe-count");
      this.first = Number(box.dataset.first) || Infinity;
      this.step = Number(box.dataset.step);
      this.packed = box.querySelector(".steppe-packed");
      this.from = 0;
      this.to = this.first;
      if (this.packed) {
        this.before = this.button("before", () => this.widen(Math.max(0, this.from - this.step), this.to));
        this.after = this.button("more", () => this.widen(this.from, this.to + this.step));
        this.list.before(this.before);
        this.list.after(this.after);
      }
    }

    async start() {
      const holder = document.createElement("template");
      if (this.packed) holder.innerHTML = await window.steppeUnpack(this.packed);
      const source = this.packed ? holder.content : this.box;
      this.items = [...source.querySelectorAll(".steppe-item")];
      this.items.forEach(nameItself);
      const read = (item, part) => {
        const text = plain(`${part ? part.textContent : ""} ${item.dataset.words || ""}`);
        return `${text} ${joined(text)}`;
      };
      this.texts = new Map(this.items.map((item) => [item, read(item, item)]));
      this.heads = new Map(this.items.map((item) => [item, read(item, item.querySelector("[data-head]"))]));
      const asked = new URLSearchParams(location.search);
      for (const field of this.fields()) this.set(field, asked.get(field.name) || "");
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("input", () => this.change());
      this.form.addEventListener("reset", () => setTimeout(() => this.change()));
      window.addEventListener("hashchange", () => this.seek());
      this.show();
      this.seek();
    }

    fields() {
      return [...this.form.elements].filter((field) => field.name);
    }

    set(field, value) {
      const known = !field.options || [...field.options].some((option) => option.value === value);
      field.value = known ? value : "";
    }

    button(direction, act) {
      const made = document.createElement("button");
      made.type = "button";
      made.className = `steppe-${direction}`;
      made.addEventListener("click", act);
      return made;
    }

    change() {
      this.from = 0;
      this.to = this.first;
      this.note("");
      this.show();
    }

    /* the address says what the form says, so that a choice can be kept and sent */
    note(hash) {
      const address = new URL(location.href);
      for (const { name, value } of this.fields()) {
        address.searchParams.delete(name);
        if (value.trim()) address.searchParams.set(name, value.trim());
      }
      address.hash = hash;
      history.replaceState(null, "", address);
    }

    found() {
      const words = joined(plain(this.form.elements.q.value)).split(/[\s"“”«»?!;:]+|,(?=\s|$)/).filter(Boolean).map(fits);
      const chosen = this.fields().filter((field) => field.name !== "q" && field.value);
      const holds = (texts) => (item) => words.every((word) => word(texts.get(item)));
      const fit = this.items.filter((item) => holds(this.texts)(item) && chosen.every(({ name, value }) => (item.dataset[name] || "").split("|").includes(value)));
      if (!words.length) return fit;
      // what is said in the head comes before what is said beside it
      const first = fit.filter(holds(this.heads));
      return [...first, ...fit.filter((item) => !first.includes(item))];
    }

    show() {
      this.fit = this.found();
      const shown = this.fit.slice(this.from, this.to);
      if (this.packed) {
        this.list.replaceChildren(...shown);
        this.offer(this.before, this.from, "before these");
        this.offer(this.after, this.fit.length - this.to, "more");
      } else {
        const kept = new Set(shown);
        this.items.forEach((item) => { item.hidden = !kept.has(item); });
      }
      const part = shown.length < this.fit.length ? ` found, ${shown.length} of them shown` : " shown";
      this.count.textContent = `${this.fit.length} of ${this.items.length} ${this.box.dataset.noun}${part}`
        + (this.fit.length ? "" : ": take fewer words or choices");
    }

    offer(button, left, words) {
      button.hidden = left <= 0;
      button.textContent = `Show ${Math.min(left, this.step)} ${words}`;
    }

    /* after a press the reader stands at the first new item */
    widen(from, to) {
      const first = from < this.from ? from : this.to;
      [this.from, this.to] = [from, to];
      this.show();
      this.stand(this.fit[first]);
    }

    stand(item) {
      item.tabIndex = -1;
      item.focus({ preventScroll: true });
      item.scrollIntoView();
    }

    /* the item that the address names: shown, marked, in view */
    seek() {
      const name = decodeURIComponent(location.hash.slice(1));
      const holds = (item) => item.id === name || item.querySelector(`[id="${CSS.escape(name)}"]`);
      const asked = name && this.items.find(holds);
      this.items.forEach((item) => item.classList.toggle("steppe-asked", item === asked));
      if (!asked) return;
      if (!this.fit.includes(asked)) {
        for (const field of this.fields()) this.set(field, "");
        this.note(location.hash);
        this.show();
      }
      const at = this.fit.indexOf(asked);
      if (at < this.from || at >= this.to) {
        [this.from, this.to] = [at, at + this.first];
        this.show();
      }
      this.stand(asked);
    }
  }

  document.querySelectorAll(".steppe-finder").forEach((box) => new Finder(box).start());
})();
