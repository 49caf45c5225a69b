import type { Desk, DeskIo, Door } from "./desk.ts";
import { CompiledRaces } from "./publishing/compiled-races.ts";
import { Serial } from "./serial.ts";
import { Bodies } from "./storage/bodies.ts";
import { hasTables, makeTables, upgradeTables } from "./storage/tables.ts";

/** Opens a race's desk, as far as there is one. */
export function openDoor(io: DeskIo, compiled: CompiledRaces = new CompiledRaces()): Door {
  const { sql } = io.storage;
  const desk: Desk = {
    ...io,
    sql,
    desk: () => (hasTables(sql) ? desk : null),
    make(race) {
      makeTables(sql, race);
      return desk;
    },
    bodies: new Bodies(),
    compiled,
    writes: new Serial(),
    running: new Map(),
    fetching: null,
  };
  if (hasTables(sql)) upgradeTables(sql);
  return desk;
}
