import { stampRace } from "../../../race/compile/stamp-race.ts";
import { readersTables } from "../../../formats/topline/section-csv.ts";
import type { Delivery } from "../../store/deliver.ts";
import { raceKey } from "../../store/keys.ts";
import { logTexts } from "../../store/log-files.ts";
import {
  NOTHING_PUBLISHED,
  planPublication,
  type Plan,
  type Published,
} from "../../store/plan-publication.ts";
import { publicationParts } from "../../store/publication-parts.ts";
import { type Current, dataKey, raceData } from "../storage/bodies.ts";
import { putChunks } from "../storage/chunks.ts";
import { nextClockMoment } from "./clock.ts";
import { type CallNews, callNews, noteCalls } from "./call-news.ts";
import { audibleLogs, logsOf } from "./logs.ts";
import { latestCorrections, marksIn, sectionStamps } from "./stamp.ts";
import { type Desk, isoTime } from "../desk.ts";
import { readHealth } from "../storage/feed-store.ts";
import { freshUntil } from "../feeds/fresh-until.ts";
import { liveFeeds } from "../feeds/due.ts";
import { emptyOutbox, fillOutbox, packDelivery } from "./outbox.ts";
import { addPublication, getPublication, lastNumber } from "../storage/publications.ts";
import type { PublishState } from "../storage/publish-state.ts";
import { getPublishState, getRaceId, setPublishState } from "../storage/state.ts";

/**
 * Plans the next delivery and writes it down, bytes and all, before KV sees any of it. Null when
 * readers already have all there is; then the state says so.
 */
export async function prepare(desk: Desk): Promise<Delivery | null> {
  const { sql, storage, now } = desk;
  const at = isoTime(now());
  const state = getPublishState(sql);
  const current = await desk.bodies.current(sql);
  const again = state.rebuild ? await planRebuild(desk, state, current) : null;
  const { plan, calls } = again ?? (await planNext(desk, current, baseline(sql, state), at));
  const packed = await packDelivery(plan);
  const data = raceData(current);
  const clockDueAt = data && nextClockMoment(data, now());
  // What was ordered while we planned is not done with this plan.
  const done = {
    clockDueAt,
    computedAt: Date.parse(at),
    ...(state.rebuild && { rebuild: false }),
    ...(state.renew && { renew: false }),
  };

  storage.transactionSync(() => {
    if (!plan.changed) {
      emptyOutbox(sql);
      const coveredRevision = current.revision;
      setPublishState(sql, { ...done, outbox: null, coveredRevision });
      return;
    }
    const n = plan.published.publication;
    const lastRevision = current.revision;
    if (again === null) {
      const document = packed.puts.find(({ put }) => put.key === raceKey(getRaceId(sql)));
      addPublication(sql, {
        n,
        computedFor: at,
        etag: plan.published.parts[raceKey(getRaceId(sql))]?.etag ?? null,
        firstRevision: Math.min(state.coveredRevision + 1, lastRevision),
        lastRevision,
      });
      if (document) putChunks(sql, "publication", n, document.packed);
      noteCalls(sql, calls, lastRevision);
    }
    fillOutbox(sql, packed);
    const publication = again === null ? n : null;
    const outbox = { publication, lastRevision, published: plan.published, failed: false };
    setPublishState(sql, { ...done, outbox });
  });
  return plan.changed ? plan : null;
}

/** What would be published, and what becomes of calls by it; null where the race is withdrawn. */
type Planned = { readonly plan: Plan; readonly calls: CallNews | null };

/** Everything readers can ask for as of now; nothing where the race is withdrawn. */
async function planNext(
  { sql, compiled }: Desk,
  current: Current,
  previous: Published,
  at: string,
): Promise<Planned> {
  const data = raceData(current);
  if (data === null) return { plan: planPublication(previous, []), calls: null };
  const fresh = freshUntil(liveFeeds(data.race, Date.parse(at)), readHealth(sql));
  const numbers = compiled.get(data, dataKey(current.heads), Date.parse(at));
  const publication = previous.publication + 1;
  const calls = callNews(sql, numbers, at);
  const told = logsOf(sql, data, { n: publication, at });
  const logs = { ...told, callChanges: [...told.callChanges, ...calls.changes] };
  const race = stampRace(numbers, data, {
    revision: current.revision,
    publication,
    updatedAt: at,
    sections: sectionStamps(current.heads),
    corrections: latestCorrections(logs),
    marks: marksIn(sql, logs),
    freshUntil: fresh,
  });
  const { id, quiet } = race.document;
  const tables = readersTables(race.sections, data.race);
  const parts = await publicationParts(race, tables, logTexts(id, audibleLogs(logs, quiet)));
  return { plan: planPublication(previous, parts), calls };
}

/**
 * The last publication over again, every key of it, for a KV that lost something. Null where
 * there is more to say than it said, or where today's code says it differently: then readers
 * get a new publication.
 */
async function planRebuild(
  desk: Desk,
  { published, coveredRevision }: PublishState,
  current: Current,
): Promise<Planned | null> {
  const last = published && getPublication(desk.sql, published.publication);
  if (!last || coveredRevision !== current.revision) return null;
  const before = { publication: last.n - 1, parts: unknown(desk.sql, published.parts) };
  const planned = await planNext(desk, current, before, last.computedFor);
  const document = planned.plan.puts.at(-1);
  return (document?.etag ?? null) === last.etag ? planned : null;
}

/**
 * What the next publication is compared with. After a delivery that failed half way, and for a
 * rebuild, nobody knows what KV holds: everything counts as changed.
 */
function baseline(sql: SqlStorage, { published, outbox, rebuild }: PublishState): Published {
  const publication = lastNumber(sql);
  if (publication === 0) return NOTHING_PUBLISHED;
  const parts = published?.parts ?? {};
  if (outbox === null && !rebuild) return { publication, parts };
  return { publication, parts: unknown(sql, { ...parts, ...outbox?.published.parts }) };
}

/** The same keys, the race's own and those in doubt, with whatever under them. */
function unknown(sql: SqlStorage, parts: Published["parts"]): Published["parts"] {
  const doubtful = getPublishState(sql).doubt?.keys ?? [];
  const keys = [...Object.keys(parts), ...doubtful, raceKey(getRaceId(sql))];
  return Object.fromEntries(keys.map((key) => [key, { etag: "", content: "" }]));
}
