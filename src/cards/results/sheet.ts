/**
 * What the results card adds to the cards' stylesheet. Columns have room for the longest figures
 * that a count brings, so that new numbers move nothing. The check is drawn: not every font has one.
 */
export const css = `
.tally { grid-template-columns: minmax(0, 1fr) 5.8em minmax(5.8em, auto); font-size: clamp(13px, .6em + 1cqi, 18px) }
.tally b { position: relative; white-space: nowrap; margin-inline-start: .5em }
.tally b::before {
  content: "";
  display: inline-block;
  width: 1.1em;
  height: 1.1em;
  margin-inline-end: .35em;
  border-radius: 50%;
  background: currentColor;
  vertical-align: -.15em;
}
.tally b::after {
  content: "";
  position: absolute;
  left: .42em;
  bottom: .32em;
  width: .25em;
  height: .5em;
  border: solid var(--topline-background);
  border-width: 0 2px 2px 0;
  rotate: 40deg;
}
.tally .won { font-weight: 700 }
.tally .lost { font-weight: 400 }
.tally .cut { border-bottom: 2px dashed var(--topline-ink); margin-bottom: 4px }
.counts td { font-weight: 400; white-space: normal }
.areas { grid-template-columns: minmax(5em, 1fr) repeat(5, auto); margin-bottom: 8px }
.areas tr { border-top: 1px solid var(--topline-rule); padding-block: 4px; align-items: start }
.areas thead tr { align-items: end }
.areas button { border: 0; padding: 0; min-height: 24px; background: none; color: inherit; text-align: inherit; cursor: pointer }
.areas th, .areas td { white-space: normal; overflow-wrap: normal; hyphens: manual }
.areas thead span::before { display: none }
[aria-sort] button::after { content: ""; display: inline-block; margin-inline-start: .3em; border: .3em solid transparent; border-top-color: currentColor; translate: 0 .2em }
[aria-sort=ascending] button::after { rotate: 180deg; translate: 0 -.1em }
small { display: block; font-size: .86em; font-weight: 400; color: var(--topline-muted) }
`;
