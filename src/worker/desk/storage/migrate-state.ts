import { raceKey, type SectionFile, sectionKey } from "../../store/keys.ts";
import type { Published } from "../../store/plan-publication.ts";
import type { Outbox, PublishState } from "./publish-state.ts";

/** How version 0.1.0 kept what was published: a hash by section, its table and `race`. */
type Published010 = {
  readonly publication: number;
  readonly content: { readonly [file: string]: string };
};

/** The state as a row may hold it, whichever version wrote that. */
export type StoredState = Omit<PublishState, "published" | "outbox"> & {
  readonly published: Published | Published010 | null;
  readonly outbox: (Omit<Outbox, "published"> & Pick<StoredPublished, "published">) | null;
};
type StoredPublished = { readonly published: Published | Published010 };

/** Where 0.1.0 had this for its race's content, the race was withdrawn from readers. */
const WITHDRAWN = "withdrawn";

/** The state as today's code knows it. */
export function currentState(
  { published, outbox, ...rest }: Partial<StoredState>,
  race: () => string,
): Partial<PublishState> {
  return {
    ...rest,
    ...(published && { published: migrate(published, race) }),
    ...(outbox && { outbox: { ...outbox, published: migrate(outbox.published, race) } }),
  };
}

/** A hash of 0.1.0 equals none of today's, so the next publication puts every part once. */
function migrate(stored: Published | Published010, race: () => string): Published {
  if ("parts" in stored) return stored;
  const { publication, content } = stored;
  const id = race();
  const parts = Object.entries(content)
    .filter(([, hash]) => hash !== WITHDRAWN)
    .map(([file, hash]) => {
      const key = file === "race" ? raceKey(id) : sectionKey(id, file as SectionFile);
      return [key, { etag: "", content: hash }] as const;
    });
  return { publication, parts: Object.fromEntries(parts) };
}
