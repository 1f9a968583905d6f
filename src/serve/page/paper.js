// The document in place of the page while the browser prints, whoever asked for that: its menu, its keys.
//
// A frame prints as the piece of it that is seen. So the document itself stands in the page for as long as that prints;
// what could do anything there is left out, and the policy of the page lets no script of it run.

const ACTS = "script, link, meta, base, iframe, object, embed, form, style";

// Prints what `html` gives.
export function paper(html) {
  let undo = null;
  addEventListener("beforeprint", () => {
    undo?.();
    undo = html() ? put(html()) : null;
  });
  addEventListener("afterprint", () => {
    undo?.();
    undo = null;
  });
}

function put(html) {
  // The parser of a frame: by the policy of the page its styles would be lost.
  const { DOMParser } = document.getElementById("sheet").contentWindow;
  const next = new DOMParser().parseFromString(html, "text/html");
  const css = [...next.querySelectorAll("style")].map((style) => style.textContent).join("\n");
  for (const element of next.querySelectorAll(ACTS)) element.remove();
  const sheets = [css, "body > :not(.paper) { display: none !important } .paper { display: contents }"].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  const box = document.createElement("div");
  box.className = "paper";
  box.append(...[...next.body.childNodes].map((node) => document.adoptNode(node)));
  const own = [...document.styleSheets].filter((sheet) => sheet.ownerNode);
  for (const sheet of own) sheet.disabled = true;
  document.adoptedStyleSheets = sheets;
  const [tongue, title] = [document.documentElement.lang, document.title];
  document.documentElement.lang = next.documentElement.lang;
  document.title = next.title || title;
  document.body.append(box);
  return () => {
    box.remove();
    document.adoptedStyleSheets = [];
    for (const sheet of own) sheet.disabled = false;
    document.documentElement.lang = tongue;
    document.title = title;
  };
}
