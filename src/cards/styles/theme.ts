/**
 * What publishers may set on the element: `topline-card { --topline-accent: #7a1f5c }`.
 * Colours follow the card's colour scheme; each pair is light, dark, and meets WCAG AA as text on
 * the card's own background.
 */
export const theme = `
:host {
  --topline-ink:light-dark(#14171a,#eceef0);
  --topline-muted:light-dark(#5a626b,#a7afb8);
  --topline-rule:light-dark(#dadee2,#3b4147);
  --topline-background:light-dark(#fff,#15181b);
  --topline-accent:light-dark(#0b6b69,#5cc9c2);
  --topline-republican:light-dark(#b8281d,#ff8b7e);
  --topline-democrat:light-dark(#1a5fa8,#82b6ff);
  --topline-other-1:light-dark(#6a45a0,#c2a5ff);
  --topline-other-2:light-dark(#2c7437,#7fd38c);
  --topline-other-3:light-dark(#8f5500,#f0b14f);
  --topline-other-4:light-dark(#4d5a66,#b4c1cd);
  --topline-padding:clamp(12px,2.5cqi,18px);
  display: block;
  min-width: min(100%, 280px);
  container-type: inline-size;
}
.a { color: var(--topline-accent) }
.r { color: var(--topline-republican) }
.d { color: var(--topline-democrat) }
.o0 { color: var(--topline-other-1) }
.o1 { color: var(--topline-other-2) }
.o2 { color: var(--topline-other-3) }
.o3 { color: var(--topline-other-4) }
@media (forced-colors: active) {
  .card { --topline-rule:GrayText;--topline-background:Canvas }
  .card path { color: CanvasText }
  .line.m1, .line.m3 { stroke-dasharray: 6 4 }
}
`;
