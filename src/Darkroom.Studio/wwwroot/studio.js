// What a browser does by itself: times in its own zone, light and dark, dialogs, files, copying. Loaded once as a module; nothing here asks the server.

const root = document.documentElement;

/** A point in time, shown in the zone and language of whoever looks. */
class LocalTime extends HTMLElement {
  static observedAttributes = ["datetime"];

  attributeChangedCallback() {
    const at = new Date(this.getAttribute("datetime") ?? "");
    if (Number.isNaN(at.getTime())) return;
    const precise = this.hasAttribute("precise");
    const day = { year: "numeric", month: "2-digit", day: "2-digit" };
    this.#text.textContent = at.toLocaleString(undefined, { ...day, hour: "2-digit", minute: "2-digit", second: precise ? "2-digit" : undefined, hourCycle: "h23" });
    this.title = at.toLocaleString(undefined, { dateStyle: "full", timeStyle: "long" });
  }

  #text = this.attachShadow({ mode: "open" }).appendChild(document.createElement("span"));
}

/** A duration that goes on counting between two readings, at the rate of the server's clock. */
class ElapsedTime extends HTMLElement {
  static observedAttributes = ["seconds", "rate"];
  #text = this.attachShadow({ mode: "open" }).appendChild(document.createElement("span"));
  #from = 0;
  #timer = 0;

  attributeChangedCallback() {
    this.#from = performance.now();
    this.#show();
    clearInterval(this.#timer);
    if (this.isConnected && this.#rate > 0) this.#timer = setInterval(() => this.#show(), 1000);
  }

  connectedCallback() {
    this.attributeChangedCallback();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  get #rate() {
    return Number(this.getAttribute("rate") ?? 0);
  }

  #show() {
    const passed = ((performance.now() - this.#from) / 1000) * this.#rate;
    this.#text.textContent = duration(Number(this.getAttribute("seconds") ?? 0) + passed);
  }
}

function duration(seconds) {
  const whole = Math.floor(seconds);
  const [days, hours, minutes] = [Math.floor(whole / 86400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60];
  if (days > 0) return `${days} d ${hours} h`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  if (minutes > 0) return `${minutes} min ${whole % 60} s`;
  return `${whole} s`;
}

customElements.define("local-time", LocalTime);
customElements.define("elapsed-time", ElapsedTime);

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function switchTheme() {
  const chosen = isDark() ? "light" : "dark";
  root.dataset.theme = chosen;
  document.cookie = `darkroom-theme=${chosen}; path=/; max-age=31536000; samesite=strict`;
}

document.addEventListener("click", event => {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("[data-theme-switch]")) switchTheme();
  if (target?.closest("[data-shortcuts]")) document.getElementById("shortcuts")?.showModal();
  if (target?.closest("[data-finder]")) openFinder();
  if (target?.closest("[data-finder-hit]")) target.closest("dialog")?.close();
  target?.closest("[data-close-dialog]")?.closest("dialog")?.close();
  const copier = target?.closest("[data-copy]");
  if (copier) copy(copier);
  if (target?.closest("[data-print]")) print();
});

// Shortcuts, as Shortcuts.razor lists them. While somebody types, only Ctrl+K is one.
const places = { i: "/images", h: "/hosting", o: "/operations", a: "/audit" };
let goPressed = 0;

document.addEventListener("keydown", event => {
  const target = event.target instanceof Element ? event.target : null;
  if (finderIsAwaited()) {
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) finderInput().value += event.key;
    if (event.key === "Escape") finder.close();
    return;
  }
  if (target?.closest(".finder")) {
    moveInFinder(event, target.closest(".finder"));
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    openFinder();
    return;
  }
  if (event.key === "Enter" && target?.matches("form input[type=search]")) event.preventDefault(); // It narrows a list, and isn't what the form is filled in for.
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") || target?.closest("input, textarea, select")) return;
  if (event.key === "?") document.getElementById("shortcuts")?.showModal();
  if (event.key === "/") {
    event.preventDefault();
    document.querySelector(".list .search input")?.focus();
  }
  const place = places[event.key];
  if (place && event.timeStamp - goPressed < 1500) document.querySelector(`.side a[href="${place}"]`)?.click();
  goPressed = event.key === "g" ? event.timeStamp : 0;
});

let finder = null;

// Opened here and not by the server, which would come after the first keys.
function openFinder() {
  if (still.size > 0) return;
  finder = document.querySelector(".finder");
  if (finder) showDialog(finder);
}

/** When a page is connected, another takes the place of its first picture, sometimes a moment later. What was opened and typed there goes on here. */
const finderIsAwaited = () => finder?.open && !finder.isConnected;

const finderInput = () => finder.querySelector("[data-finder-input]");

new MutationObserver(() => {
  if (!finderIsAwaited() || !document.querySelector(".finder")) return;
  const typed = finderInput().value;
  openFinder();
  if (!typed) return;
  finderInput().value = typed;
  finderInput().dispatchEvent(new Event("input", { bubbles: true }));
}).observe(document.body, { childList: true, subtree: true });

function moveInFinder(event, finder) {
  const hits = [...finder.querySelectorAll("[data-finder-hit]")];
  const input = finder.querySelector("[data-finder-input]");
  const at = hits.indexOf(document.activeElement);
  if (event.key === "ArrowDown") (hits[at + 1] ?? hits[at] ?? input).focus();
  else if (event.key === "ArrowUp") (hits[at - 1] ?? input).focus();
  else if (event.key === "Enter" && at < 0) hits[0]?.click();
  else if (event.key === "Escape") finder.close(); // A search field would only be emptied by it.
  else return;
  event.preventDefault();
}

async function copy(button) {
  const text = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(text.textContent);
    button.dataset.copied = "yes";
    setTimeout(() => delete button.dataset.copied, 2000);
  } catch {
    // Refused, or a page without TLS on another host: what is selected can be copied by hand.
    text.closest("details")?.setAttribute("open", "");
    getSelection().selectAllChildren(text);
  }
}

export function showDialog(dialog) {
  if (dialog.open) return;
  dialog.showModal();
  dialog.querySelector("input[autofocus]")?.select();
}

export function closeDialog(dialog) {
  dialog.close();
}

/** Brings whoever sent a form to the first thing that is wrong with it. */
export function focusFirstWrong(form) {
  const wrong = form.querySelector('[aria-invalid="true"], .problems');
  if (wrong?.matches(".problems")) wrong.tabIndex = -1;
  wrong?.focus();
}

// The browser knows best what is typed last; told by the server it would come late, or after what is typed next.
document.addEventListener("input", event => {
  if (event.target instanceof Element && event.target.matches("[data-in-address]")) showInAddress();
});

/** Tells in the address what a list is searched for, without going anywhere. */
export function showInAddress() {
  const address = new URL(location);
  for (const input of document.querySelectorAll("[data-in-address]")) {
    const text = input.value.trim();
    if (text) address.searchParams.set(input.dataset.inAddress, text);
    else address.searchParams.delete(input.dataset.inAddress);
  }
  history.replaceState(history.state, "", address);
}

/** Hands a file from the server to whoever looks. */
export async function save(name, type, stream) {
  const address = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

// A server that was started again doesn't know the page any more; one that is away comes back some time.
document.addEventListener("components-reconnect-state-changed", event => {
  if (event.detail.state === "show") holdStill();
  if (event.detail.state === "hide") moveAgain();
  if (event.detail.state === "rejected") location.reload();
  if (event.detail.state === "failed") comeBack();
}, true);

// What is pressed while nobody listens would be lost without a word.
const still = new Set();
let focused = null;

function holdStill() {
  focused ??= document.activeElement;
  for (const part of document.querySelectorAll(".top, .side, .content, dialog[open]")) {
    part.inert = true;
    still.add(part);
  }
}

function moveAgain() {
  for (const part of still) part.inert = false;
  still.clear();
  focused?.focus();
  focused = null;
}

async function comeBack() {
  try {
    if ((await fetch("/alive")).ok) {
      location.reload();
      return;
    }
  } catch {
    // Not yet.
  }
  setTimeout(comeBack, 3000);
}
