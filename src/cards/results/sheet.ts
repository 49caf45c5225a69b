/**
 * What the results card adds to the cards' stylesheet. Columns have room for the longest figures
 * that a count brings, so that new numbers move nothing. The check is drawn: not every font has one.
 */
export const css = `
.tally { grid-template-columns: minmax(0, 1fr) 5.8em minmax(5.8em, auto); font-size: clamp(13px, .6em + 1cqi, 18px) }
.tally b::before {
  content: "";
  display: inline-block;
  padding: .2em .1em .35em .15em;
  margin: 0 .4em .1em .6em;
  border: solid;
  border-width: 0 2px 2px 0;
  rotate: 40deg;
}
.counts td { font-weight: 400; white-space: normal }
`;
