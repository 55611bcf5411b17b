/* Charts, controls and questions of the book; needs no kernel, no network, no module. */
(function () {
  "use strict";

  const look = JSON.parse(document.getElementById("steppe-look").textContent);
  const CONFIG = {
    displayModeBar: false,
    displaylogo: false,
    plotlyServerURL: "",
    responsive: true,
    scrollZoom: false,
    showSendToCloud: false,
  };
  // without a server the search cannot fetch the pages for its summaries; it still finds them
  if (location.protocol === "file:" && typeof DOCUMENTATION_OPTIONS !== "undefined") {
    DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
  }

  const charts = new Map();
  let plotly = null;

  const isDark = () => document.documentElement.dataset.theme === "dark";

  /* ---- plotly.js is asked for by the first chart that comes into view ---- */

  function loadPlotly(place) {
    plotly = plotly || new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = place + "_static/plotly.min.js";
      script.onload = () => resolve(window.Plotly);
      script.onerror = () => reject(new Error("plotly.min.js did not load"));
      document.head.append(script);
    });
    return plotly;
  }

  /* ---- colours ---- */

  function recolour(part) {
    if (typeof part === "string") return look.dark[part.toLowerCase()] || part;
    if (Array.isArray(part)) return part.map(recolour);
    if (part && typeof part === "object") {
      return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, recolour(value)]));
    }
    return part;
  }

  /* A chart without our description (an instructor's) keeps its own look on dark pages but for
     the paper and the letters, which must fit the page. */
  function dress(figure) {
    const layout = { ...figure.layout, autosize: true };
    delete layout.width;
    if (figure.own) {
      layout.template = look.template;
      layout.annotations = (layout.annotations || []).filter((note) => note.name !== "sources");
      layout.margin = { ...(layout.margin || {}), b: 16 };
      const ready = { data: figure.data, layout };
      return isDark() ? recolour(ready) : ready;
    }
    if (isDark()) {
      layout.paper_bgcolor = look.dark["#ffffff"];
      layout.font = { ...(layout.font || {}), color: look.dark["#1a1a1a"] };
    }
    return { data: figure.data, layout };
  }

  /* ---- one chart ---- */

  class Chart {
    constructor(box) {
      this.box = box;
      this.plot = box.querySelector(".steppe-chart"); // none where the table is the view
      this.ready = window.steppeUnpack(box.querySelector(".steppe-payload")).then((payload) => {
        this.payload = payload;
      });
      this.form = box.querySelector(".steppe-controls");
      this.state = 0;
      this.drawn = false;
      if (this.form) this.listen();
      box.querySelectorAll(".steppe-download").forEach((button) => {
        button.addEventListener("click", () => this.download(button.dataset.format));
      });
      if (!this.plot) this.draw();
    }

    figure() {
      const { pool, states, figure, meta } = this.payload;
      if (!states) return { ...figure, meta, own: "alt" in meta };
      const state = states[this.state];
      const unpack = (parts) => Object.fromEntries(
        Object.entries(parts).map(([name, index]) => [name, pool[index]]));
      return {
        data: state.data.map((index) => pool[index]),
        layout: unpack(state.layout),
        meta: unpack(state.meta),
        own: true,
      };
    }

    /* -- filters: a line of the table stays if it fits every choice, a mark if its row does -- */

    chosen() {
      const filters = this.form ? this.form.querySelectorAll("[data-filter]") : [];
      return [...filters].filter((one) => one.value).map((one) => [one.name, one.value]);
    }

    shown() {
      const figure = this.figure();
      const chosen = this.chosen();
      if (!chosen.length) return figure;
      const { filter, table, ...meta } = figure.meta;
      const fits = (line) => chosen.every(
        ([name, word]) => filter.facets[name].lines[line].includes(word));
      const kept = table.rows.map((_, line) => line).filter(fits);
      const only = (list) => kept.map((line) => list[line]);
      const links = new Set(only(table.links).flatMap((link) => link.split(" ")));
      const stays = (mark) => !mark || mark.split(" ").some((row) => links.has(row));
      const words = chosen.map(([name, word]) => `${this.form.elements[name].labels[0].textContent}: ${word}`);
      const count = `${kept.length} of ${table.rows.length} ${filter.noun} shown`;
      const layout = { ...figure.layout };
      if (!kept.length) layout.annotations = [...(layout.annotations || []), blank(filter.empty)];
      return {
        ...figure,
        data: figure.data.map((trace) => sift(trace, stays)),
        layout,
        meta: {
          ...meta,
          alt: `${count} (${words.join("; ")}). Without this choice: ${meta.alt}`,
          sources: byNumber(only(filter.sources).flat()),
          table: { ...table, rows: only(table.rows), links: only(table.links) },
        },
        count: kept.length ? count : `${count}: ${filter.empty.replace("<br>", " ")}`,
      };
    }

    /* the name of what is shown: number of the state, then what is filtered */
    key() {
      return [this.state, ...this.chosen().map(([name, word]) => `${name}: ${word}`)].join("; ");
    }

    async draw() {
      await this.ready;
      if (!this.plot) {
        this.drawn = true;
        this.box.dataset.state = this.key();
        return;
      }
      const Plotly = await loadPlotly(this.box.dataset.place);
      // while this is drawn the reader may choose on: the name is that of what is drawn
      const key = this.key();
      // plotly.js writes into what it is given; the payload must stay as it came
      const { data, layout } = JSON.parse(JSON.stringify(dress(this.shown())));
      // a state may be taller than the one before
      if (layout.height) this.plot.style.height = `${layout.height}px`;
      await Plotly.react(this.plot, data, layout, CONFIG);
      if (!this.drawn) this.plot.on("plotly_click", ({ points }) => this.pick(points[0]));
      this.drawn = true;
      this.plot.dataset.state = key;
      this.plot.dataset.look = isDark() ? "dark" : "light";
    }

    /* -- controls: native, one number per control, mixed to the number of the state -- */

    listen() {
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("input", () => this.change());
      // the controls have their first values again only after the event
      this.form.addEventListener("reset", () => setTimeout(() => this.change()));
      this.form.querySelectorAll("[data-step]").forEach((button) => {
        button.addEventListener("click", () => this.step(button));
      });
      this.change(true);
    }

    step(button) {
      const range = button.parentElement.querySelector(`[id="${button.dataset.of}"]`);
      range.value = Number(range.value) + Number(button.dataset.step);
      range.dispatchEvent(new Event("input", { bubbles: true }));
    }

    choices() {
      const found = [];
      const seen = new Set();
      for (const control of this.form.elements) {
        if (!control.name || seen.has(control.name) || "filter" in control.dataset) continue;
        seen.add(control.name);
        found.push(this.choice(control));
      }
      return found;
    }

    choice(control) {
      if (control.type === "checkbox") {
        return { index: String(control.checked) === control.dataset.first ? 0 : 1, size: 2 };
      }
      if (control.type === "range") {
        const words = control.dataset.words.split("|");
        const word = words[Number(control.value)];
        control.setAttribute("aria-valuetext", word);
        control.nextElementSibling.textContent = word;
        return { index: Number(control.value), size: words.length };
      }
      if (control.type === "radio") {
        const group = [...this.form.elements].filter((other) => other.name === control.name);
        return { index: group.findIndex((other) => other.checked), size: group.length };
      }
      return { index: control.selectedIndex, size: control.options.length };
    }

    async change(first) {
      this.state = this.choices().reduce((state, { index, size }) => state * size + index, 0);
      if (first && this.key() === "0") return;
      await this.ready;
      const { meta: { alt, table, sources, filter }, count } = this.shown();
      this.box.querySelector(".steppe-alt").textContent = alt;
      const counted = this.box.querySelector(".steppe-count");
      const all = () => `${table.rows.length} of ${table.rows.length} ${filter.noun} shown`;
      if (counted) counted.textContent = count || all();
      if (table) this.fillTable(table);
      if (sources) this.fillSources(sources);
      if (this.drawn) this.draw();
    }

    fillSources(keys) {
      const line = this.box.querySelector(".steppe-works-of");
      if (!line) return;
      const { list, shown } = line.dataset;
      const link = (href, text) => {
        const made = document.createElement("a");
        made.href = href;
        made.textContent = text;
        return made;
      };
      const named = keys.slice(0, Number(shown));
      const parts = named.flatMap((key, at) => [
        at ? "; " : "", link(`${list}#source-${key}`, this.payload.names[key])]);
      const more = keys.length - named.length;
      if (more) parts.push(" and ", link(list, `${more} more ${more === 1 ? "work" : "works"}`));
      line.replaceChildren(keys.length === 1 ? "Source: " : "Sources: ", ...parts);
      line.hidden = !keys.length;
    }

    fillTable(table) {
      const place = this.box.dataset.place;
      const head = this.box.querySelector("table thead tr");
      const linked = table.links.some(Boolean);
      const cell = (tag, text, scope) => {
        const made = document.createElement(tag);
        if (scope) made.scope = scope;
        made.textContent = text === null ? "" : text;
        return made;
      };
      head.replaceChildren(...table.columns.map((name) => cell("th", name, "col")));
      if (linked) head.append(cell("th", "Row", "col"));
      const lines = table.rows.map((cells, number) => {
        const line = document.createElement("tr");
        line.append(...cells.map((text, at) => (at ? cell("td", text) : cell("th", text, "row"))));
        if (linked) line.append(this.rowLinks(table.links[number], place));
        // the same subject as in the line above: a view that is read names it once
        if (number && cells[0] === table.rows[number - 1][0]) line.className = "steppe-again";
        return line;
      });
      this.box.querySelector("table tbody").replaceChildren(...lines);
    }

    rowLinks(rows, place) {
      const cell = document.createElement("td");
      const names = rows.split(" ").filter(Boolean);
      names.forEach((row, at) => {
        cell.append(rowLink(row, names.length === 1 ? "row" : at + 1, place), " ");
      });
      return cell;
    }

    /* -- a mark that was clicked or tapped leads to its rows -- */

    pick(point) {
      const rows = [point.customdata].flat(2).filter(Boolean).join(" ").split(" ").filter(Boolean);
      if (!rows.length) return;
      const line = this.box.querySelector(".steppe-picked");
      const words = (point.hovertext || point.data.name || "").split("<br>")[0].replace(/<[^>]+>/g, "");
      const links = rows.flatMap((row) => [" ", rowLink(row, row.split("/")[1] || row, this.box.dataset.place)]);
      line.replaceChildren(`${words}: ${rows.length === 1 ? "row" : "rows"}`, ...links);
      line.hidden = false;
    }

    /* -- downloads: made of what is on the page -- */

    async download(format) {
      await this.ready;
      const { data, layout, meta } = this.shown();
      const text = format === "csv"
        ? toCsv(meta.table)
        : JSON.stringify({ data, layout, meta }, null, 1);
      const type = format === "csv" ? "text/csv" : "application/json";
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
      link.download = `${this.name()}.${format}`;
      link.click();
      // a slow machine may not have begun to read it yet
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    }

    name() {
      const figure = this.box.closest("figure");
      return (figure && figure.id) || this.box.id;
    }
  }

  function rowLink(row, text, place) {
    const link = document.createElement("a");
    link.href = `${place}data/${row.split("/")[0]}.html` + (row.includes("/") ? `#row-${row.replace("/", "-")}` : "");
    link.textContent = text;
    return link;
  }

  /* leave out of a trace the points that do not stay, and what is listed point by point */
  function sift(trace, stays) {
    const marks = trace.customdata;
    if (!Array.isArray(marks)) return trace;
    // a point without a row belongs to the mark before it: a curve names its row once
    let row = null;
    const rows = marks.map((mark) => (row = mark || row));
    const kept = rows.map((_, at) => at).filter((at) => stays(rows[at]));
    const cut = (part) => {
      if (Array.isArray(part)) return part.length === marks.length ? kept.map((at) => part[at]) : part;
      if (!part || typeof part !== "object") return part;
      return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, cut(inner)]));
    };
    return cut(trace);
  }

  /* what the chart function writes where nothing fits */
  const blank = (text) => ({
    text, xref: "paper", yref: "paper", x: 0.5, y: 0.96, showarrow: false,
    bgcolor: look.template.layout.paper_bgcolor, borderpad: 6,
  });

  /* each key once, the most frequent first, as under a chart that is not filtered */
  function byNumber(keys) {
    const counts = new Map();
    [...keys].sort().forEach((key) => counts.set(key, (counts.get(key) || 0) + 1));
    return [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one));
  }

  function toCsv(table) {
    const quote = (cell) => {
      const text = cell === null ? "" : String(cell);
      return /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
    };
    const linked = table.links.some(Boolean);
    const lines = [linked ? [...table.columns, "Row"] : table.columns];
    table.rows.forEach((row, at) => lines.push(linked ? [...row, table.links[at]] : row));
    return lines.map((line) => line.map(quote).join(",")).join("\n") + "\n";
  }

  /* ---- all charts of the page: drawn when they come near the view ---- */

  function startCharts() {
    const watcher = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        watcher.unobserve(target);
        charts.get(target).draw();
      }
    }, { rootMargin: "300px 0px" });
    document.querySelectorAll(".steppe-figure").forEach((box) => {
      charts.set(box, new Chart(box));
      watcher.observe(box);
    });
    new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    window.addEventListener("beforeprint", () => charts.forEach((chart) => chart.draw()));
  }

  function redraw() {
    charts.forEach((chart) => { if (chart.drawn) chart.draw(); });
  }

  /* ---- questions ---- */

  function startQuizzes() {
    document.querySelectorAll("form.quiz").forEach((form) => {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        let first = null;
        form.querySelectorAll("input").forEach((input) => {
          const feedback = document.getElementById(input.getAttribute("aria-describedby"));
          feedback.hidden = !input.checked;
          if (input.checked && !first) first = feedback;
        });
        if (first) {
          first.tabIndex = -1;
          first.focus();
        }
      });
    });
  }

  function start() {
    startCharts();
    startQuizzes();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
