import { SECTIONS } from "../../../race/sections/index.ts";
import { raceAddress } from "../../../contract/addresses.ts";
import { embedAddress, racePageAddress } from "../../../contract/pages.ts";
import type { RaceDocument } from "../../../race/schema/document.ts";

/** What stands where a height goes until somebody knows it: a character that no race's text has. */
export const HEIGHT_PLACE = "\uE000";

/** What the builder's form came to. */
export type Choice = {
  readonly race: RaceDocument;
  readonly card: string;
  readonly theme: "auto" | "light" | "dark";
  /** Absent: that of the page around the card. */
  readonly lang?: string | undefined;
  readonly live: "on" | "off";
  /** Of this host, without a slash at the end. */
  readonly origin: string;
};

/** A copy of the script that never changes, as `/w/latest.json` names it. */
export type PinnedScript = { readonly file: string; readonly integrity: string };

export type CardPicture = {
  readonly alt: string;
  readonly width: number;
  readonly height: number;
};

/** Something to copy: its name in addresses and tests, what it is, and what to know of it. */
export type Snippet = {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly code: string;
};

/**
 * Every form in which a card goes into other people's pages.
 * @param pinned null where there is none
 * @param picture null where the fonts of pictures lack a character of the card
 */
export function snippets(
  choice: Choice,
  pinned: PinnedScript | null,
  picture: CardPicture | null,
): readonly Snippet[] {
  const { race, card, origin } = choice;
  const page = origin + racePageAddress(race.id);
  const json = origin + raceAddress(race.id);
  const title = escape(race.title);
  const fallback = `\n  <a href="${page}">${title}</a>\n`;
  const element = `<topline-card${attributes(choice, "")} style="display:block;min-height:${HEIGHT_PLACE}px">${fallback}</topline-card>`;
  const frame = escape(embedOf(choice));
  const png = pictureOf(choice);
  return [
    {
      name: "element",
      title: "Element and script",
      note: "The usual form. It reserves the card’s height, so that nothing on your page moves.",
      code: `${element}\n<script async crossorigin src="${origin}/topline.js"></script>`,
    },
    {
      name: "script",
      title: "Script alone",
      note: "Where a CMS strips unknown elements. It can’t reserve a height: what follows moves down once.",
      code: `<script async crossorigin src="${origin}/topline.js"${attributes(choice, "data-")}></script>`,
    },
    ...(pinned
      ? [
          {
            name: "pinned",
            title: "Pinned, with integrity",
            note: "Where nobody may change what your pages run. It never changes, and gets no corrections either.",
            code: `${element}\n<script async crossorigin src="${origin}/w/${pinned.file}" integrity="${pinned.integrity}"></script>`,
          },
        ]
      : []),
    {
      name: "iframe",
      title: "Frame",
      note: "Where a page takes no scripts. The frame tells its height by postMessage, to pym.js too.",
      code: `<iframe src="${frame}" title="${title}" width="100%" height="${HEIGHT_PLACE}" style="border:0"></iframe>`,
    },
    {
      name: "wordpress",
      title: "Address for WordPress",
      note: "On a line of its own in the block editor: WordPress makes a frame of it. Ghost, Notion and others do the same.",
      code: isPlain(choice) ? page : embedOf(choice),
    },
    {
      name: "amp",
      title: "AMP",
      note: "Needs the script of amp-iframe in the page’s head. AMP grows the frame to the height that the card tells.",
      code: `<amp-iframe src="${frame}" title="${title}" layout="fixed-height" height="${HEIGHT_PLACE}" sandbox="allow-scripts allow-same-origin allow-popups" frameborder="0" resizable>
  <div overflow tabindex="0" role="button" aria-label="Show the whole card">Show the whole card</div>
  <p placeholder>${title}</p>
</amp-iframe>`,
    },
    ...(picture
      ? [
          {
            name: "image",
            title: "Picture for newsletters",
            note: "Drawn anew with each publication; a mail program may keep the one it loaded first. The text beside it is of now.",
            code: `<a href="${page}"><img src="${escape(png)}" width="${picture.width}" height="${picture.height}" alt="${escape(picture.alt)}" style="max-width:100%;height:auto"></a>`,
          },
          {
            name: "markdown",
            title: "Markdown",
            note: "The picture, with a link to the race’s page.",
            code: `[![${inMarkdown(race.title)}](${png})](${page})`,
          },
        ]
      : []),
    {
      name: "react",
      title: "React",
      note: "React 19 and later: it passes attributes to elements of their own, and loads a script once.",
      code: `<topline-card${attributes(choice, "")} style={{ display: "block", minHeight: "${HEIGHT_PLACE}px" }}>
  <a href="${page}">{${JSON.stringify(race.title)}}</a>
</topline-card>
<script async crossOrigin="anonymous" src="${origin}/topline.js"></script>`,
    },
    {
      name: "json",
      title: "JSON",
      note: "All numbers of the race, for programs; any page may ask.",
      code: json,
    },
    ...SECTIONS.filter((section) => section in race && (card === "auto" || card === section)).map(
      (section) => ({
        name: `csv-${section}`,
        title: `CSV of ${section}`,
        note: "The section in full, for spreadsheets and R.",
        code: `${json}/${section}.csv`,
      }),
    ),
  ];
}

/** A race's own page shows all of it, as its readers have set their devices. */
function isPlain({ card, theme, lang, live }: Choice): boolean {
  return card === "auto" && theme === "auto" && lang === undefined && live === "on";
}

/** The frame's address. @param theme instead of the chosen one */
export function embedOf(choice: Choice, theme = choice.theme): string {
  const query = new URLSearchParams({
    ...(theme !== "auto" && { theme }),
    ...(choice.lang !== undefined && { lang: choice.lang }),
    ...(choice.live === "off" && { live: "off" }),
  }).toString();
  const address = choice.origin + embedAddress(choice.race.id, choice.card);
  return query === "" ? address : `${address}?${query}`;
}

function pictureOf({ race, card, theme, lang, origin }: Choice): string {
  const query = new URLSearchParams({
    scale: "2",
    ...(theme === "dark" && { theme }),
    ...(lang !== undefined && { lang }),
  });
  return `${origin}${embedAddress(race.id, `${card}.png`)}?${query}`;
}

function attributes({ race, card, theme, lang, live }: Choice, prefix: string): string {
  const all = {
    race: race.id,
    card,
    ...(theme !== "auto" && { theme }),
    ...(lang !== undefined && { lang }),
    ...(live === "off" && { live }),
  };
  return Object.entries(all)
    .map(([name, value]) => ` ${prefix}${name}="${value}"`)
    .join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
}

function inMarkdown(text: string): string {
  return text.replaceAll(/[[\]\\*_`<>]/g, String.raw`\$&`);
}
