import type { HomeQuery } from "../../../contract/home.ts";
import { RACES_ADDRESS } from "../../../contract/addresses.ts";
import type { ListedBoard } from "../../../contract/boards.ts";
import type { RaceList as Races } from "../../../contract/races.ts";
import type { RaceDocument } from "../../../race/schema/document.ts";
import type { CardChoice } from "../../../cards/view.ts";
import { Document, documentText, Style } from "../document.tsx";
import { PAGE_STYLE } from "../page-style.ts";
import { drawPicture } from "../picture/draw-picture.ts";
import { BuilderForm } from "./builder.tsx";
import { HOME_STYLE } from "./home-style.ts";
import { Previews } from "./previews.tsx";
import { BoardList, RaceList } from "./race-list.tsx";
import { RESERVED_HEIGHTS } from "./reserved-heights.ts";
import { SnippetList } from "./snippet-list.tsx";
import { type CardPicture, type Choice, type PinnedScript, snippets } from "./snippets.ts";

export type HomeFacts = {
  /** The first page of the list. */
  readonly list: Races;
  readonly boards: readonly ListedBoard[];
  /** What the builder builds for; null where there is no such race, or none at all. */
  readonly race: RaceDocument | null;
  readonly query: HomeQuery;
  readonly origin: string;
  readonly pinned: PinnedScript | null;
};

const TITLE = "Topline: live election cards for any article";

/** The page where people begin: the races there are, and what to paste to have their cards. */
export function homePage({ list, boards, race, query, origin, pinned }: HomeFacts): string {
  return documentText(
    <Document
      lang="en"
      title={TITLE}
      head={
        <>
          <meta
            name="description"
            content="Polls, turnout and results cards to paste into an article, with a source and a date on every number."
          />
          <link rel="canonical" href={`${origin}/`} />
          <Style text={PAGE_STYLE + HOME_STYLE} />
          {/* Before the frames, so that it hears what each of them tells. */}
          {race && <script src="/builder.js" />}
        </>
      }
    >
      <main>
        <header>
          <h1>Topline</h1>
          <p>Live election cards to paste into an article. Every number has its source and date.</p>
        </header>
        <h2>Races</h2>
        <RaceList races={list.races} />
        {list.next !== null && (
          <p>
            There are more: <a href={list.next}>the next page as JSON</a>
          </p>
        )}
        {boards.length > 0 && (
          <>
            <h2>Boards</h2>
            <BoardList boards={boards} />
          </>
        )}
        {query.race !== undefined && !race && (
          <p role="alert">
            There is no race called {query.race} here. The list above has those that there are.
          </p>
        )}
        {race && <Builder {...{ list, race, query, origin, pinned }} />}
      </main>
      <footer>
        <p>
          <a href={RACES_ADDRESS}>All races as JSON</a> ·{" "}
          <a href="/v1/openapi.json">The interface, described for programs</a> ·{" "}
          <a href="/demo/">Cards in an article</a>
        </p>
      </footer>
    </Document>,
  );
}

function Builder(props: Omit<HomeFacts, "boards"> & { readonly race: RaceDocument }) {
  const { list, race, query, origin, pinned } = props;
  const { card, theme, live, width } = query;
  const lang = query.lang === "auto" ? undefined : query.lang;
  const choice: Choice = { race, card, theme, lang, live, origin };
  const height = RESERVED_HEIGHTS[card as CardChoice];
  return (
    <>
      <h2>Put a card into an article</h2>
      <BuilderForm races={list.races} race={race} query={query} />
      <p class="note">
        With scripts, each choice loads this page again at once. <a href="#paste">What to paste</a>{" "}
        stands below the previews.
      </p>
      <h2>How it looks</h2>
      <Previews choice={choice} width={width} height={height} />
      <h2 id="paste">What to paste</h2>
      <p class="note">
        Height to reserve: <span data-height>{height}</span> px.{" "}
        <span data-measured={width === "any" ? "from phone to wide" : `in ${width} px`}>
          That is for a race of two candidates; with scripts it is measured here for this race.
        </span>{" "}
        Larger text or a wide font of your page may need a line more.
      </p>
      <SnippetList snippets={snippets(choice, pinned, pictureOf(choice))} height={height} />
      <output class="note" id="copied" />
    </>
  );
}

/** The picture's size and text; null where pictures lack a character of the card. */
function pictureOf({ race, card, theme, lang }: Choice): CardPicture | null {
  const drawn = drawPicture(race, card, {
    size: "card",
    theme: theme === "dark" ? theme : "light",
    lang,
  });
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(drawn.svg) ?? [];
  if (drawn.missing.length > 0 || width === undefined || height === undefined) return null;
  return { alt: drawn.alt, width: Number(width), height: Math.ceil(Number(height)) };
}
