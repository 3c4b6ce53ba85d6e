"""How the HTML looks: the paper's look on a screen, light and dark, narrow and wide, and on a printer."""

# Colours are the tokens of the design, each with a contrast of at least 4.5 : 1 where it carries text.
STYLE = """
:root{--surface:#fff;--ground:#f1f3f2;--line:#d3d9d6;--text:#18211e;--muted:#505b56;--accent:#0e5a6b;--bar:#000;
color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--surface:#1e2523;--ground:#151a19;--line:#343e3a;--text:#e8edea;
--muted:#a9b4af;--accent:#74c7d8;--bar:#e8edea}}
*{box-sizing:border-box}
html{background:var(--ground);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:56rem;min-height:100vh;padding:2rem 3.5rem 3rem 9.5rem;background:var(--surface);
color:var(--text);font:1rem/1.5 "Open Sans","Segoe UI",system-ui,-apple-system,"Noto Sans",sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
body>header,body>footer{display:flex;flex-wrap:wrap;gap:.25rem 2rem;margin-left:-6rem;color:var(--muted);
font-size:.875rem}
body>header strong,body>footer span+span{margin-left:auto}
body>header{margin-bottom:2.25rem}
body>footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--line)}
strong,b,h1,h2,h3,h4,h5,h6,thead th{font-weight:600}
body>header strong{color:var(--text)}
h1,h2,h3,h4,h5,h6{position:relative;margin:2rem 0 .5rem;line-height:1.3;text-wrap:balance}
h1{margin-top:0;font-size:1.75rem}
h2{font-size:1.25rem}
h3{font-size:1.125rem}
h4,h5,h6{font-size:1rem}
h1+h2,h2+h3,h3+h4{margin-top:.75rem}
p{margin:.5rem 0}
.number{margin-right:.35em}
.margin{position:absolute;right:100%;width:7rem;padding-right:1.25rem;top:.25em;color:var(--muted);font-size:.875rem;
font-weight:400;text-align:right}
h1 .margin{top:.85em}
.subtitle{margin-top:0}
.small,.callout .lines{font-size:.9375rem;line-height:1.45}
.aside{font-style:italic}
a{color:var(--accent)}
ul,ol{margin:.5rem 0;padding-left:1.5rem}
ul ul,ul ol,ol ul,ol ol{margin:.125rem 0}
table{width:100%;margin:1rem 0;border-collapse:collapse;font-size:.9375rem;line-height:1.4}
caption,.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:.3rem .9rem .35rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th,td{overflow-wrap:break-word}
.long{overflow-wrap:anywhere}
th:last-child,td:last-child{padding-right:0}
tbody th{font-weight:400}
thead th{border-bottom-color:var(--text);color:var(--muted)}
.hang{display:flex;gap:.5rem}
.badge{flex:none;height:1.4em;width:auto;vertical-align:-.3em}
.hang .badge{margin-top:.02em}
.callout{position:relative;margin:1.5rem 0 1.5rem -1.5rem;padding:.4rem 0 .5rem 1.25rem;
border-left:4px solid var(--bar)}
.callout .label{position:absolute;right:100%;width:7rem;margin:0;padding-right:1rem;top:.55rem;color:var(--muted);
font-size:.875rem;text-align:right}
.callout .label b{display:block;color:var(--text)}
.callout .lead{margin:0;font-size:1.125rem;font-weight:600;line-height:1.4}
.callout .lines{margin:.35rem 0 0}
figure{margin:1.25rem 0 .5rem}
.chart{display:block;width:100%;background:#fff;font-family:"Open Sans","Segoe UI",system-ui,sans-serif}
.signatures{display:flex;flex-wrap:wrap;gap:0 2rem;margin-top:1rem}
.signatures p{flex:1 1 12rem;margin-top:3.5rem;padding-top:.25rem;border-top:1px solid var(--text);font-size:.9375rem}
hr{margin:2.5rem 0;border:0;border-top:1px solid var(--line)}
@media screen and (max-width:48rem){
body{padding:1.25rem 1.25rem 2rem}
body>header,body>footer{margin-left:0}
body>header strong,body>footer span+span{margin-left:0}
.margin,.callout .label{position:static;display:inline;width:auto;padding:0;text-align:left}
.margin{display:block}
.callout{margin-left:0}
.callout .label b{display:inline}
}
@media screen and (max-width:36rem){
table,tbody,tr,th,td{display:block;width:auto}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:.4rem 0;border-bottom:1px solid var(--line)}
th,td{padding:.1rem 0;border:0}
tbody th{font-weight:600}
td[data-head]:not([data-head=""]):not(:empty)::before{content:attr(data-head);display:block;color:var(--muted);
font-size:.8125rem}
}
@media print{
@page{size:A4;margin:17mm 19mm 18mm;@bottom-right{content:PAGES;font:600 8pt "Open Sans",sans-serif}}
:root{--surface:#fff;--line:#d3d9d6;--text:#18211e;--muted:#505b56;--accent:#0e5a6b;--bar:#000}
html{background:none;font-size:9.2pt}
body{max-width:none;min-height:0;padding:0 0 0 24mm}
body>header,body>footer{margin-left:-24mm}
h1,h2,h3,h4,h5,h6{break-after:avoid}
tr,figure,.callout,.signatures{break-inside:avoid}
p{orphans:2;widows:2}
.break{visibility:hidden;margin:0;break-after:page}
.badge,.chart{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
"""
