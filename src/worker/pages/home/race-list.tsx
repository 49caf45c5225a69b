import { RACES_ADDRESS } from "../../../contract/addresses.ts";
import { racePageAddress } from "../../../contract/pages.ts";
import type { ListedBoard } from "../../../contract/boards.ts";
import type { ListedRace } from "../../../contract/races.ts";

const DATE = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

/** The races that there are; where there is none, what to do first. */
export function RaceList({ races }: { readonly races: readonly ListedRace[] }) {
  if (races.length === 0) return <Empty />;
  return (
    <ul class="races">
      {races.map(({ id, title, electionDate, status, test, href }) => (
        <li>
          <div>
            {test && <strong class="test">TEST</strong>}
            <a href={racePageAddress(id)}>{title}</a>
          </div>
          <p>
            <time dateTime={electionDate}>{DATE.format(new Date(electionDate))}</time> · {status} ·{" "}
            <a href={`/?race=${id}#race`} aria-label={`Snippets for ${title}`}>
              Snippets
            </a>{" "}
            ·{" "}
            <a href={href} aria-label={`JSON of ${title}`}>
              JSON
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The boards that there are, with their JSON. */
export function BoardList({ boards }: { readonly boards: readonly ListedBoard[] }) {
  return (
    <ul class="races">
      {boards.map(({ title, electionDate, test, href }) => (
        <li>
          <div>
            {test && <strong class="test">TEST</strong>}
            {title}
          </div>
          <p>
            {electionDate !== null && (
              <>
                <time dateTime={electionDate}>{DATE.format(new Date(electionDate))}</time> ·{" "}
              </>
            )}
            <a href={href} aria-label={`JSON of ${title}`}>
              JSON
            </a>{" "}
            ·{" "}
            <a href={`${href}.csv`} aria-label={`CSV of ${title}`}>
              CSV
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Empty() {
  return (
    <>
      <p>Nothing has been published here yet. To begin:</p>
      <ol>
        <li>
          Make the race’s folder: <code>npm run -s topline -- init us-xx-2026-senate</code>
        </li>
        <li>
          Look for faults: <code>npm run -s topline -- check races/us-xx-2026-senate</code>
        </li>
        <li>
          Put it live: <code>npm run publish -- --remote races/us-xx-2026-senate</code>
        </li>
      </ol>
      <p>
        It stands here and in <a href={RACES_ADDRESS}>{RACES_ADDRESS}</a> within minutes.
      </p>
    </>
  );
}
