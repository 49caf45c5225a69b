/** What a race's own page says beside its cards. Moments arrive written out. */
export type PageWording = {
  /** Heads the links to the same numbers for programs. */
  readonly data: string;
  /** Links the page's address with its frame and its scripts: "Put it into an article". */
  readonly embed: string;
  readonly allRaces: string;
  readonly updated: (when: string) => string;
};
