/**
 * Keeps out what pages hand down: case, spacing, indents, `nowrap`, direction. The charts run from
 * left to right, as does every language there is. A float takes no underline from around it. The
 * page's font, its colour scheme and its hiding are meant to be handed down.
 */
export const own = `
.cards {
  all: initial;
  direction: ltr;
  float: left;
  width: 100%;
  min-height: inherit;
  color-scheme: inherit;
  visibility: inherit;
  font-family: inherit;
  overflow-wrap: break-word;
  -webkit-text-size-adjust: 100%;
}
`;
