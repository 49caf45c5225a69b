/** What the timeline card adds to the cards' stylesheet: a line with a mark for each date. */
export const css = `
.why { color: var(--topline-ink) }
.times { padding: 0; list-style: none }
.times li { display: grid; grid-template-columns: 7.4em 1fr }
.day { padding-block: 5px; font-size: .93em; color: var(--topline-muted) }
.day + span { position: relative; padding: 5px 0 5px 16px; border-inline-start: 2px solid var(--topline-rule) }
.times .day + span::before {
  content: "";
  position: absolute;
  inset: .75em auto auto -6px;
  width: 6px;
  height: 6px;
  border: 2px solid var(--topline-muted);
  border-radius: 50%;
  background: var(--topline-muted);
}
.times .today span::before { border-color: var(--topline-accent); background: var(--topline-accent) }
.times .next span::before { background: var(--topline-background) }
.today { font-weight: 700 }
.today .day { color: var(--topline-ink) }
`;
