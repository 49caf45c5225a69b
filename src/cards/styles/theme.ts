/**
 * What publishers may set on the element: `topline-card { --topline-accent: #7a1f5c }`.
 * Each pair is light, dark, and meets WCAG AA as text on the card's own background.
 */
const COLORS = {
  ink: ["#14171a", "#eceef0"],
  muted: ["#5a626b", "#a7afb8"],
  rule: ["#dadee2", "#3b4147"],
  background: ["#fff", "#15181b"],
  accent: ["#0b6b69", "#5cc9c2"],
  republican: ["#b8281d", "#ff8b7e"],
  democrat: ["#1a5fa8", "#82b6ff"],
  "other-1": ["#6a45a0", "#c2a5ff"],
  "other-2": ["#2c7437", "#7fd38c"],
  "other-3": ["#8f5500", "#f0b14f"],
  "other-4": ["#a32672", "#f092c8"],
  "other-5": ["#5f6600", "#c9cf58"],
  "other-6": ["#006d80", "#5ecbe0"],
} as const;

const colors = Object.entries(COLORS)
  .map(([name, [light, dark]]) => `--topline-${name}:light-dark(${light},${dark});`)
  .join("");

/**
 * Colours follow the card’s colour scheme, and on paper they are light. A parent that fits its
 * content gets a width to fit.
 */
export const theme = `
:host {
  ${colors}
  --topline-padding:clamp(12px,2.5cqi,18px);
  display: block;
  min-width: min(100%, 280px);
  container-type: inline-size;
  contain-intrinsic-inline-size: 320px;
}
:host([hidden]) { display: none !important }
@media print {
  :host { color-scheme: light !important }
}
.a { color: var(--topline-accent) }
.r { color: var(--topline-republican) }
.d { color: var(--topline-democrat) }
.o0 { color: var(--topline-other-1) }
.o1 { color: var(--topline-other-2) }
.o2 { color: var(--topline-other-3) }
.o3 { color: var(--topline-other-4) }
.o4 { color: var(--topline-other-5) }
.o5 { color: var(--topline-other-6) }
.rest { color: var(--topline-muted) }
@media (forced-colors: active) {
  .card { --topline-rule:GrayText;--topline-background:Canvas }
  .card path { color: CanvasText }
  .line.m1, .line.m3 { stroke-dasharray: 6 4 }
}
`;
