/** What the Worker's own pages are styled with. The cards bring their own. */
export const PAGE_STYLE = [
  ":root{color-scheme:light dark}",
  "body{margin:0;background:light-dark(#fff,#16171a);color:light-dark(#1d1d1f,#e8e6e3);",
  "font:1.0625rem/1.5 system-ui,sans-serif}",
  "main,footer{max-width:46rem;margin:0 auto;padding:1.5rem 1rem}",
  "h1{font-size:1.75rem;line-height:1.2;margin:0}",
  "header p{margin:.25rem 0 0}",
  "header p,footer{color:light-dark(#5c5c63,#a3a09b)}",
  "topline-card{display:block;margin:2rem 0}",
  "footer{font-size:.875rem;border-top:1px solid light-dark(#dcd8cf,#35363b)}",
  "footer p{margin:.5rem 0}",
  "a{color:light-dark(#0b57d0,#8ab4f8)}",
].join("");
