/** The pages of panels. What a plan says never becomes markup here; nothing in them may run but what is named. */

/** The words of a page, as text. */
export function escaped(text: string): string {
  const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (sign) => signs[sign]!);
}

function page(policy: string, style: string, body: string): string {
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${policy}">
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const WHOLE = "html, body { height: 100%; margin: 0; padding: 0; }";

/** The page of `fangan serve`, the whole panel wide; what it wishes of the editor is handed on. `nonce` is new each time. */
export function framed(address: string, title: string, nonce: string): string {
  const origin = new URL(address).origin;
  const relay = `const editor = acquireVsCodeApi();
addEventListener("message", ({ origin, data }) => {
  if (origin === ${JSON.stringify(origin)}) editor.postMessage(data);
});`;
  return page(
    `frame-src ${origin}; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'`,
    `${WHOLE} iframe { width: 100%; height: 100%; border: 0; display: block; }`,
    `<iframe src="${escaped(address)}" title="${escaped(title)}" allow="clipboard-write"></iframe>
<script nonce="${nonce}">${relay}</script>`,
  );
}

/** What a page wishes of the editor: to open a file at a place, or itself in the browser. */
export type Wish = { open: { path: string; line: number; column: number } } | "browse" | undefined;

export function wished(message: unknown): Wish {
  const said = typeof message === "object" && message !== null ? (message as Record<string, unknown>)["fangan"] : undefined;
  if (said === "browse") {
    return said;
  }
  const place = /^vscode:\/\/file(\/[^?#]*):(\d{1,9}):(\d{1,9})$/.exec(typeof said === "string" ? said : "");
  try {
    return place ? { open: { path: decodeURIComponent(place[1]!), line: Number(place[2]), column: Number(place[3]) } } : undefined;
  } catch {
    return undefined;
  }
}

/** A picture, on paper, as large as the panel is wide. */
export function pictured(svg: string): string {
  const data = Buffer.from(svg, "utf8").toString("base64");
  return page(
    "img-src data:; style-src 'unsafe-inline'",
    "body { background: #fff; margin: 0; padding: 1em; } img { max-width: 100%; height: auto; display: block; }",
    `<img alt="" src="data:image/svg+xml;base64,${data}">`,
  );
}

/** Words alone: why there is nothing to be seen. */
export function said(words: string): string {
  return page("style-src 'unsafe-inline'", "pre { white-space: pre-wrap; padding: 1em; }", `<pre>${escaped(words)}</pre>`);
}
