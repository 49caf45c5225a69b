/** The list of races. Every other address of a race stands below it. */
export const RACES_ADDRESS = "/v1/races";

/** @param id a race's id, or `{id}` in the description of the interface */
export function raceAddress(id: string): string {
  return `${RACES_ADDRESS}/${id}`;
}

/** @param n a publication's number, or `{n}` */
export function publicationAddress(id: string, n: number | string): string {
  return `${raceAddress(id)}/publications/${n}`;
}

/** The list of boards. */
export const BOARDS_ADDRESS = "/v1/boards";

/** @param id a board's id, or `{id}` */
export function boardAddress(id: string): string {
  return `${BOARDS_ADDRESS}/${id}`;
}

/** Where editors work on a board. */
export function boardDeskAddress(id: string): string {
  return `${boardAddress(id)}/desk`;
}

/** Where editors work on a race. */
export function deskAddress(id: string): string {
  return `${raceAddress(id)}/desk`;
}
