import { boardAddress, raceAddress } from "../../contract/addresses.ts";
import type { Publication } from "../../contract/desk/summary.ts";
import type { WithDocument } from "../desk/look.ts";
import { boardDeskOf, deskOf } from "../desk/stub.ts";
import type { Env } from "../env.ts";
import { boardKey, raceKey } from "../store/keys.ts";
import { unknownBoard, unknownRace } from "./refusals.ts";

/** What is published: races, and boards. Each has a desk, a key in KV and an address for readers. */
export type Published = {
  readonly address: (id: string) => string;
  readonly key: (id: string) => string;
  readonly unknown: (id: string) => Response;
  readonly desk: (
    env: Pick<Env, "DESKS" | "BOARDS">,
    id: string,
  ) => {
    publications(before: number, limit: number): Promise<Publication[]>;
    publication(n: number): Promise<WithDocument | null>;
  };
};

export const RACES: Published = {
  address: raceAddress,
  key: raceKey,
  unknown: unknownRace,
  desk: deskOf,
};

export const BOARDS: Published = {
  address: boardAddress,
  key: boardKey,
  unknown: unknownBoard,
  desk: boardDeskOf,
};
