import type { TimelineFacts, TimelineWording } from "../timeline.ts";

export const timeline: TimelineWording = {
  headline,
  vacancy: "Why the seat is open",
  withYear: (day, year) => `${day}, ${year}`,
  earlier: (events) => (events === 1 ? "1 earlier date" : `${events} earlier dates`),
};

function headline(facts: TimelineFacts): string {
  switch (facts.case) {
    case "none":
      return "No dates have been published yet";
    case "today":
      return `Today: ${facts.text}${facts.more > 0 ? `, and ${facts.more} more` : ""}`;
    case "next":
      return `Next, on ${facts.when}: ${facts.text}`;
    case "past":
      return `Last, on ${facts.when}: ${facts.text}`;
  }
}
