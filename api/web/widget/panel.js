// The chat's frame. On a small screen it fills the screen and keeps the focus, and makes way for the phone's keyboard.
const SMALL = matchMedia("(max-width: 30em), (max-height: 30em)");
const STOPS = "button:not([tabindex='-1']), a[href]:not([tabindex='-1']), textarea, summary, [tabindex='0']";

export class Frame {
  constructor(panel, inline) {
    Object.assign(this, { panel, inline });
    panel.addEventListener("keydown", (event) => event.key === "Tab" && this.full && this.wrap(event));
    SMALL.addEventListener("change", () => this.fit());
    window.visualViewport?.addEventListener("resize", () => this.fit());
    window.visualViewport?.addEventListener("scroll", () => this.fit());
    this.fit();
  }

  get full() {
    return SMALL.matches && !this.inline;
  }

  fit() {
    const view = this.full && window.visualViewport?.scale === 1 ? window.visualViewport : null;
    this.panel.style.setProperty("--top", view ? `${view.offsetTop}px` : "0px");
    this.panel.style.setProperty("--height", view ? `${view.height}px` : "100dvh");
    this.full ? this.panel.setAttribute("aria-modal", "true") : this.panel.removeAttribute("aria-modal");
  }

  wrap(event) {
    const stops = [...this.panel.querySelectorAll(STOPS)].filter((one) => one.checkVisibility?.() ?? one.offsetParent);
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (this.panel.getRootNode().activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
  }
}
