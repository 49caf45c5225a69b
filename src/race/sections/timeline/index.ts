import type { Issue } from "../../checked.ts";
import { listOf } from "../../diff/list.ts";
import type { RaceFacts } from "../../schema/race-facts.ts";
import type { SectionDefinition } from "../definition.ts";
import { referencesOf } from "../references.ts";
import { duplicates, mergeRows } from "../rows.ts";
import { compileTimeline } from "./compile-timeline.ts";
import { eventKey, timelineEvent, type TimelineSource, timelineSource } from "./source.ts";
import {
  type TimelineSection,
  timelineSection,
  type TimelineSummary,
  timelineSummary,
} from "./summary.ts";

type TimelineData = { readonly race: RaceFacts; readonly timeline: TimelineSource | null };

export const timeline = {
  source: timelineSource,
  rows: {
    list: "events",
    schema: timelineEvent,
    name: "event",
    knownFrom: ({ announced, at }) => announced ?? at,
    key: eventKey,
    figures: [],
    part: ({ id }: { readonly id: string }) => id,
  },
  summary: timelineSummary,
  full: timelineSection,
  csv: {
    columns: ["id", "kind", "at", "until", "announced", "source", "note"],
    required: ["id", "at", "source"],
    editorsOnly: ["note"],
    telling: ["id", "at", "announced"],
  },
  fedBy: "editor",
  merge: (base, patch) => ({ events: mergeRows(base?.events, patch.events, eventKey) }),
  check: checkTimeline,
  compile: (source, { race }, { today }) => ({
    summary: compileTimeline(source, race.timeZone, today),
    full: { events: source.events.map(({ note: _, ...event }) => event) },
  }),
  passedOn: ({ events }, mayPass) => ({ events: events.filter(mayPass) }),
  lists: {
    timeline: listOf<TimelineSummary[number]>({
      key: ({ id }) => id,
      name: ({ at }) => at,
      skip: ["id"],
    }),
  },
  words: {},
} as const satisfies SectionDefinition<
  TimelineSource,
  TimelineSummary,
  TimelineSection,
  TimelineData
>;

function checkTimeline({ race, timeline: source }: TimelineData): readonly Issue[] {
  const known = referencesOf(race);
  const rows = source?.events ?? [];
  return [
    ...duplicates(rows, ({ id }) => id, "timeline.events", "id", "event"),
    ...rows.flatMap(({ source: id }, i) => known.source(id, `timeline.events.${i}.source`)),
  ];
}
