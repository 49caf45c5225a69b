import type { Section } from "../../../race/sections/index.ts";
import { json, type Operation } from "../../operation.ts";
import { emptyQuery } from "../../query.ts";
import { newPause, newPin, pause, pin, pinList } from "../stops.ts";
import { CHANGE, DESK, LOOK } from "./common.ts";

const STOP = {
  tag: "Desk",
  scope: "publish",
  problems: [...CHANGE.problems, 413],
} as const;

/** Figures that an editor holds against the feed. */
export const pinOperations: readonly Operation[] = [
  {
    ...LOOK,
    id: "listPins",
    path: `${DESK}/pins`,
    summary: "Figures that an editor holds against the feed",
    answers: { 200: json("Oldest first.", pinList) },
  },
  {
    ...STOP,
    id: "pinFigure",
    method: "post",
    path: `${DESK}/pins`,
    summary: "Hold a figure as it is, whatever a feed sends; readers are told",
    body: { json: newPin, files: [] },
    answers: { 200: json("Pinned.", pin) },
  },
  {
    ...STOP,
    id: "unpinFigure",
    method: "delete",
    path: `${DESK}/pins/{p}`,
    summary: "Let the feed have the figure again",
    query: emptyQuery,
    answers: { 204: { description: "Released." } },
  },
];

/** A section that an editor lets stand still. */
export function pauseOperations(name: Section): readonly Operation[] {
  const path = `${DESK}/paused/${name}`;
  const title = name[0]?.toUpperCase() + name.slice(1);
  return [
    {
      ...STOP,
      id: `pause${title}`,
      method: "put",
      path,
      summary: `Let the ${name} stand still; what comes waits, and readers are told`,
      body: { json: newPause, files: [] },
      answers: { 200: json("Paused.", pause) },
    },
    {
      ...STOP,
      id: `resume${title}`,
      method: "delete",
      path,
      summary: `Let the ${name} go on, and judge what has come meanwhile`,
      query: emptyQuery,
      answers: {
        200: CHANGE.answers[200],
        202: CHANGE.answers[202],
        204: { description: "Nothing had come." },
      },
    },
  ];
}
