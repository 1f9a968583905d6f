// Colours plans in the manual's pages, by form alone: headings, the keyword of a data line, numbers with their unit,
// names of papers, references, comments. It knows no keyword, so a new one needs no change here.
(function () {
    "use strict";
    const plan = () => ({
        name: "plan",
        contains: [
            { className: "comment", begin: /^[ \t　]*(\/\/|、、)/, end: /$/ },
            { className: "section", begin: /^[#＃]{1,6}(?=[ 　])/, end: /$/ },
            { className: "keyword", begin: /^[ \t　]*[-－][ 　]*[^：:，,{}\n]{1,30}(?=[：:])/ },
            { className: "link", begin: /《/, end: /》/ },
            { className: "variable", begin: /\{/, end: /\}/ },
            { className: "number", begin: /\d+(\.\d+)?([-—至～]\d+(\.\d+)?)?(年\d+月\d+日|年\d+月|月\d+日|[年月日%‰]|万元|学年)?/ },
        ],
    });
    hljs.registerLanguage("plan", plan);
    document.querySelectorAll("code.language-plan").forEach((block) => hljs.highlightBlock(block));
})();
