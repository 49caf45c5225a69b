import type { RaceDocument } from "../../race/schema/document.ts";
import type { PastContest } from "../../race/sections/history/summary.ts";
import type { HistoryWording } from "../../wording/history.ts";
import type { CardLanguage } from "../../wording/language.ts";
import { textFor } from "../../wording/text-for.ts";
import { Table } from "../table.tsx";

/** Shares less than this apart might print alike as whole percents. */
const CLOSE_POINTS = 2;

type PastVoteProps = {
  readonly race: RaceDocument;
  readonly contest: PastContest;
  readonly toneOf: (party: string | null) => string;
  readonly say: HistoryWording;
  readonly language: CardLanguage;
};

/** One earlier vote: its year and office, and who got how much, as far as that is known. */
export function PastVote(props: PastVoteProps) {
  const { race, contest, say, language } = props;
  const { choices, others, otherBorders } = contest;
  const tags = [language.marks.tag, ...race.languages];
  const title =
    contest.contest === "other" ? textFor(contest.name ?? {}, tags) : say.contests[contest.contest];
  const isCounted = choices.some(({ votes, share }) => votes !== null || share !== null);
  return (
    <figure part="graphic">
      <figcaption>
        {`${contest.date.slice(0, 4)} · ${title}`}
        {otherBorders && <span>{` (${say.otherBorders})`}</span>}
      </figcaption>
      {isCounted ? <Shares {...props} /> : <Names {...props} />}
      {others > 0 && <p>{language.common.otherCandidates(others)}</p>}
    </figure>
  );
}

function Shares({ contest: { choices }, toneOf, say, language }: PastVoteProps) {
  const { common, write } = language;
  const digits = isClose(choices) ? write.share : (share: number) => write.count(Math.round(share));
  return (
    <Table
      kind="bars past"
      head={[common.name, say.votes, "%"]}
      tones={choices.map(({ party }) => toneOf(party))}
      rows={choices.map(({ who, party, votes, share }) => [
        <span class={toneOf(party)}>{labelOf(who, party)}</span>,
        votes === null ? "–" : write.count(votes),
        share === null ? "–" : write.percent(digits(share)),
        <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
          <path class="bar" d={`M0 0H${share ?? 0}V1H0`} />
        </svg>,
      ])}
    />
  );
}

/** Of some votes it is only known who won, or by how much. */
function Names({ contest: { choices }, toneOf, say }: PastVoteProps) {
  return choices.map(({ who, party, won, margin, lessThan }) => (
    <p class="said">
      <span class={toneOf(party)}>{labelOf(who, party)}</span>{" "}
      <b>{margin === null ? won && say.won : say.ahead(margin, lessThan)}</b>
    </p>
  ));
}

export function labelOf(who: string, party: string | null): string {
  return party === null ? who : `${who} (${party})`;
}

/** Whether whole percents would hide who was ahead, or make all or nothing of a share. */
function isClose(choices: PastContest["choices"]): boolean {
  const shares = choices.flatMap(({ share }) => share ?? []);
  const [first = 100, second] = shares;
  return (
    (second !== undefined && first - second < CLOSE_POINTS) ||
    shares.some((share) => share % 100 !== 0 && Math.round(share) % 100 === 0)
  );
}
