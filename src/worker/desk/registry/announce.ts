import { briefOf } from "../../../race/board/brief.ts";
import type { RaceDocument } from "../../../race/schema/document.ts";
import type { Desk } from "../desk.ts";
import { documentOf, getPublication } from "../storage/publications.ts";
import { getAnnounced, getPublishState, getRaceId, setAnnounced } from "../storage/state.ts";
import type { Told } from "./known-briefs.ts";

/**
 * Tells the registry what readers have, unless it knows. Only what KV has acknowledged is told, and
 * from the very bytes of the publication: so no list and no board runs ahead of the race.
 * @throws when the registry can't be reached
 */
export async function announce(
  { sql }: Pick<Desk, "sql">,
  tell: (told: Told) => Promise<void>,
): Promise<void> {
  const n = getPublishState(sql).published?.publication ?? 0;
  if (n <= getAnnounced(sql)) return;
  const publication = getPublication(sql, n);
  if (publication?.acknowledgedAt == null) return;
  const bytes = await documentOf(sql, n);
  const document = bytes && (JSON.parse(new TextDecoder().decode(bytes)) as RaceDocument);
  await tell({
    race: getRaceId(sql),
    publication: n,
    at: publication.acknowledgedAt,
    brief: document && briefOf(document),
  });
  setAnnounced(sql, n);
}
