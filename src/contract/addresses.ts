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

/** Where editors work on a race. */
export function deskAddress(id: string): string {
  return `${raceAddress(id)}/desk`;
}
