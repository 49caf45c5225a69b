import { CARD_NAMES, CARDS } from "../../../cards/index.ts";
import { COLUMN_WIDTHS, type HomeQuery } from "../../../contract/home.ts";
import type { ListedRace } from "../../../contract/races.ts";
import type { RaceDocument } from "../../../race/schema/document.ts";
import { LANGUAGE_TAGS, LANGUAGES } from "../../../wording/languages.ts";

/** One choice of the form: its value, and how it is called. */
type Option = readonly [value: string, label: string];

/** What the form chooses from, beside the race. */
function choices(
  race: RaceDocument,
): Readonly<Record<string, readonly [string, readonly Option[]]>> {
  const card = (name: (typeof CARD_NAMES)[number]): Option => [
    name,
    CARDS[name].sections[0] in race ? name : `${name} (nothing yet)`,
  ];
  return {
    card: ["Card", [["auto", "auto: what matters now"], ...CARD_NAMES.map(card)]],
    theme: [
      "Theme",
      [
        ["auto", "as the page"],
        ["light", "light"],
        ["dark", "dark"],
      ],
    ],
    lang: [
      "Language",
      [
        ["auto", "as the page"],
        ...LANGUAGE_TAGS.map((tag): Option => [tag, LANGUAGES[tag].marks.name]),
      ],
    ],
    live: [
      "Numbers",
      [
        ["on", "live"],
        ["off", "as loaded, no updates"],
      ],
    ],
    width: [
      "Width of the column",
      COLUMN_WIDTHS.map((width) => [
        width,
        width === "any" ? "from phone to 720 px" : `${width} px`,
      ]),
    ],
  };
}

/** What to build, as a plain form: the page's address is all that remembers it. */
export function BuilderForm(props: {
  readonly races: readonly ListedRace[];
  readonly race: RaceDocument;
  readonly query: HomeQuery;
}) {
  const { races, race, query } = props;
  const listed = races.map(({ id, title, test }): Option => [id, test ? `TEST ${title}` : title]);
  // The list may be older than the race, or have it on another page.
  const known = listed.some(([id]) => id === race.id);
  const all: readonly Option[] = known ? listed : [[race.id, race.title], ...listed];
  return (
    <form action="/" method="get">
      <Field name="race" label="Race" options={all} value={race.id} />
      {Object.entries(choices(race)).map(([name, [label, options]]) => (
        <Field
          name={name}
          label={label}
          options={options}
          value={query[name as keyof HomeQuery] ?? ""}
        />
      ))}
      <button>Show</button>
    </form>
  );
}

function Field(props: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
}) {
  return (
    <label>
      {props.label}
      <select id={props.name} name={props.name}>
        {props.options.map(([value, label]) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
