/** What changes with the card's own width: two columns from 540 px, large figures from 640 px. */
export const widths = `
@container (max-width: 539.9px) {
  .sides { flex-direction: column; gap: 8px }
  .card > .list tr:nth-child(3), .list th span::before { display: none }
}
@container (min-width: 640px) {
  .sides td:nth-child(3), .sides tr:first-child td:nth-last-child(2) { font-size: 2.2em; line-height: 1.2 }
  .sides td svg { max-height: 40px }
}
`;
