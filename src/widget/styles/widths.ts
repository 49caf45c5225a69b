/** What changes with the card's own width: two columns from 540 px. */
export const widths = `
@container (max-width: 539.9px) {
  .sides { flex-direction: column; gap: 8px }
  .card > .list tr:nth-child(3), .list th span::before { display: none }
}
`;
