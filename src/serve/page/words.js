// Every word of the page, in both languages.

const WORDS = {
  skip: ["跳到内容", "Skip to the content"],
  views: ["看什么", "Views"],
  document: ["公文", "Document"],
  pictures: ["图", "Pictures"],
  tables: ["表", "Tables"],
  problems: ["问题", "Problems"],
  search: ["搜索正文和问题", "Search text and problems"],
  print: ["打印", "Print"],
  download: ["下载", "Download"],
  help: ["键盘操作", "Keyboard"],
  layout: ["版面", "Layout"],
  leaves: ["分页", "Pages"],
  flow: ["连续", "Flowing"],
  leavesTold: [
    "屏幕上按打印的版心和断页规则分页；最后以打印为准",
    "Pages break on the screen by the rules of print; the printer has the last word",
  ],
  size: ["大小", "Size"],
  fit: ["适合宽度", "Fit"],
  less: ["缩小", "Smaller"],
  more: ["放大", "Larger"],
  outline: ["转到标题", "Go to a heading"],
  outlineFirst: ["目录", "Contents"],
  grades: ["显示哪些", "Which are shown"],
  error: ["错误", "Errors"],
  warning: ["警告", "Warnings"],
  info: ["提示", "Notes"],
  errorOne: ["错误", "Error"],
  warningOne: ["警告", "Warning"],
  infoOne: ["提示", "Note"],
  none: ["未发现问题", "Nothing to mend"],
  noneShown: ["这几类都没有", "None of these kinds"],
  writeInstead: ["改法：", "Instead: "],
  quickFix: ["可以自动改：", "Can be mended: "],
  openEditor: ["在编辑器里打开", "Open in the editor"],
  leaf: ["第 {n} 页，共 {of} 页", "Page {n} of {of}"],
  sourceLine: ["源文件第 {line} 行", "Line {line} of the source"],
  stale: [
    "方案有错误，下面还是改错之前的样子；改好后自动更新",
    "The plan has errors: this is how it was before them. It follows as soon as they are mended.",
  ],
  unread: [
    "下面是最后一次读到的样子；能读了自动更新",
    "This is how it was when it could last be read. It follows as soon as it can be read again.",
  ],
  firstStale: [
    "方案有错误，下面是能看懂的部分；改好后自动更新",
    "The plan has errors: this is as much of it as could be understood.",
  ],
  failed: ["画不出来", "This could not be drawn"],
  noDocument: ["还没有可以看的公文，先改好列出的问题", "There is no document yet: mend what is listed first"],
  noTable: ["方案里没有这张表要列的内容", "The plan has nothing for this table"],
  current: ["已是最新", "Up to date"],
  lost: ["和程序的连接断了，正在重连……", "The program is gone; trying to reach it…"],
  errorCount: ["个错误", "error"],
  errorCounts: ["个错误", "errors"],
  warningCount: ["个警告", "warning"],
  warningCounts: ["个警告", "warnings"],
  infoCount: ["个提示", "note"],
  infoCounts: ["个提示", "notes"],
  changed: ["{files} 改了", "{files} changed"],
  inDocument: ["正文", "In the document"],
  inProblems: ["问题", "In the problems"],
  notFound: ["没有找到", "Nothing found"],
  keyDocument: ["公文、图、表", "Document, pictures, tables"],
  keyProblem: ["下一个、上一个问题", "Next, previous problem"],
  keySub: ["前一张、后一张图或表", "Previous, next picture or table"],
  keyZoom: ["图放大、缩小", "Larger, smaller picture"],
  keySearch: ["搜索", "Search"],
  keyEditor: ["在编辑器里打开所选的问题", "Open the chosen problem in the editor"],
  keyPrint: ["打印", "Print"],
  keyHelp: ["这张表", "This list"],
  close: ["关闭", "Close"],
  webPage: ["网页", "Web page"],
  workbook: ["全部表格", "All tables"],
  data: ["方案数据", "The plan as data"],
  agenda: ["日历", "Calendar"],
  dependency: ["措施依赖图", "Dependencies"],
  responsibility: ["责任关系图", "Responsibility"],
  alignment: ["目标支撑图", "Alignment"],
  timeline: ["进度安排图", "Timeline"],
  schedule: ["进度安排表", "Schedule"],
  ledger: ["工作台账", "Ledger"],
  quotas: ["指标表", "Quotas"],
  duties: ["责任分工表", "Duties"],
  obligations: ["经常性工作表", "Recurring"],
  projects: ["重点项目清单", "Projects"],
  members: ["成员名单", "Members"],
};

let tongue = "zh";

export const lang = () => tongue;

export function speak(next) {
  tongue = next === "en" ? "en" : "zh";
  document.documentElement.lang = tongue === "en" ? "en" : "zh-CN";
}

export function say(key, values = {}) {
  const words = WORDS[key]?.[tongue === "en" ? 1 : 0] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// One language of what the program says in both.
export const said = (text) => (text ? text[tongue] : "");

// Fills in what stands in the page.
export function label(root) {
  const each = (name, put) => {
    for (const element of root.querySelectorAll(`[data-${name}]`)) put(element, say(element.dataset[name]));
  };
  each("say", (element, words) => (element.textContent = words));
  each("label", (element, words) => element.setAttribute("aria-label", words));
  each("title", (element, words) => (element.title = words));
  each("placeholder", (element, words) => {
    element.placeholder = words;
    element.setAttribute("aria-label", words);
  });
}
