import { boardOperations } from "./boards.ts";
import { deskOperations } from "./desk/operations.ts";
import { healthOperations } from "./health.ts";
import { homeOperations } from "./home.ts";
import { logOperations } from "./logs.ts";
import { oembedOperations } from "./oembed.ts";
import type { Operation } from "./operation.ts";
import { pageOperations } from "./pages.ts";
import { publicationOperations } from "./publications.ts";
import { raceOperations } from "./races.ts";
import { sectionOperations } from "./sections.ts";

/**
 * Everything that can be asked of the HTTP interface. Its description is made from this list, and
 * a test holds the Worker's routes to it.
 * @param formats names of the formats that a desk reads, which the contract doesn't know itself
 */
export function operations(formats: readonly string[]): readonly Operation[] {
  return [
    ...raceOperations,
    ...sectionOperations,
    ...logOperations,
    ...boardOperations,
    ...publicationOperations,
    ...homeOperations,
    ...pageOperations,
    ...oembedOperations,
    ...healthOperations,
    ...deskOperations(formats),
  ];
}
