// How large a picture is drawn in its frame, and moving about in one that is larger than that.
//
// As wide as the frame, unless its words could not be read then; the wheel with Ctrl and two buttons do the rest.

// Below this share of its size a picture is specks; so large it is drawn then.
const SPECKS = 0.6;
const READABLE = 0.75;
const [LEAST, MOST] = [0.1, 4];
const STEP = 1.25;

export class Zoom {
  constructor(frame, doc, told) {
    Object.assign(this, { frame, doc, told, wish: "auto" });
    new ResizeObserver(() => this.apply()).observe(frame);
    doc.addEventListener("wheel", (event) => this.wheeled(event), { passive: false });
    doc.addEventListener("pointerdown", (event) => this.dragged(event));
  }

  get svg() {
    return this.doc.body.querySelector(":scope > svg");
  }

  // Of its own size, which share.
  scale() {
    const fit = Math.min(1, (this.frame.clientWidth - 32) / this.width());
    if (this.wish === "fit") return fit;
    return this.wish !== "auto" ? this.wish : fit < SPECKS ? READABLE : fit;
  }

  width() {
    const { width, viewBox } = this.svg;
    return viewBox.baseVal?.width || width.baseVal.value || 1;
  }

  set(wish) {
    this.wish = wish;
    this.apply();
  }

  by(steps) {
    if (this.svg) this.set(Math.min(MOST, Math.max(LEAST, this.scale() * STEP ** steps)));
  }

  // Draws it so large; what stood in the middle stays there.
  apply() {
    if (!this.svg || this.frame.clientWidth === 0) return;
    const [view, root] = [this.frame.contentWindow, this.doc.documentElement];
    const at = [(view.scrollX + view.innerWidth / 2) / root.scrollWidth, (view.scrollY + view.innerHeight / 2) / root.scrollHeight];
    const isAtStart = view.scrollX === 0 && view.scrollY === 0;
    this.svg.style.width = `${(this.width() * this.scale()).toFixed(1)}px`;
    this.svg.style.height = "auto";
    if (!isAtStart) view.scrollTo(at[0] * root.scrollWidth - view.innerWidth / 2, at[1] * root.scrollHeight - view.innerHeight / 2);
    this.told();
  }

  wheeled(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.by(event.deltaY < 0 ? 0.5 : -0.5);
  }

  // A mouse takes hold of the picture; fingers do so by themselves.
  dragged(event) {
    if (event.pointerType !== "mouse" || event.button !== 0 || event.target.closest("a")) return;
    const view = this.frame.contentWindow;
    const move = ({ movementX, movementY }) => view.scrollBy(-movementX, -movementY);
    const leave = () => view.removeEventListener("pointermove", move);
    view.addEventListener("pointermove", move);
    for (const end of ["pointerup", "pointercancel", "blur"]) view.addEventListener(end, leave, { once: true });
  }
}
