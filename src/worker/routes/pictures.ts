import type { Context } from "hono";
import { Hono } from "hono";
import { PICTURE_FORMS, type PictureForm, pictureQuery } from "../../contract/pages.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { chooseTag } from "../../wording/choose-tag.ts";
import { LANGUAGE_TAGS } from "../../wording/languages.ts";
import type { AppEnv } from "../env.ts";
import { problem } from "../http/problem.ts";
import { readQuery } from "../http/read-query.ts";
import { respond } from "../http/respond.ts";
import { CARD_CHOICES } from "../pages/embed.tsx";
import { drawPicture } from "../pages/picture/draw-picture.ts";
import { PICTURE_SIZES } from "../pages/picture/sizes.ts";
import { encode, etagOf } from "../store/fingerprint.ts";
import { findLastGood } from "../store/last-good.ts";
import { isRaceId, raceKey } from "../store/keys.ts";
import { load } from "../store/load.ts";
import { PNG_TYPE, type StoredValue, SVG_TYPE, TEXT_TYPE } from "../store/stored-value.ts";
import { badRaceId, unavailable, unknownCard, unknownRace } from "./refusals.ts";

/** Cards as pictures, and what they show in text: made when asked for, kept by publication. */
export const pictures = new Hono<AppEnv>();

/** What was drawn of one publication doesn't change. */
const KEEP_MS = 24 * 60 * 60 * 1000;

for (const form of PICTURE_FORMS)
  pictures.get(`/:id/:card{[a-z]+\\.${form}}`, (c) => answer(c, form));

async function answer(c: Context<AppEnv>, form: PictureForm): Promise<Response> {
  const { id = "", card: file = "" } = c.req.param();
  if (!isRaceId(id)) return badRaceId();
  const card = file.slice(0, -form.length - 1);
  if (!CARD_CHOICES.includes(card)) return unknownCard(CARD_CHOICES);
  const query = readQuery(c, pictureQuery);
  if (!query.ok) return problem("bad_request", query.detail);
  const race = await c.var.read(raceKey(id), () => load(c.env.RACES, raceKey(id)));
  if (race.kind === "absent") return unknownRace(id);
  if (race.kind === "unavailable") return unavailable();

  const { size, theme, scale, lang: asked = "" } = query.value;
  const lang = chooseTag(asked, LANGUAGE_TAGS);
  const name = [form, card, race.stored.etag, lang ?? "", size, theme, scale].join(" ");
  let missing: readonly string[] = [];
  const drawn = await c.var.read(
    `picture ${id} ${name}`,
    async () => {
      const document = JSON.parse(new TextDecoder().decode(race.stored.body)) as RaceDocument;
      const picture = drawPicture(document, card, { size, theme, lang });
      if (form === "txt") return value(encode(picture.alt), TEXT_TYPE, race.stored);
      if (form === "svg") return value(encode(picture.svg), SVG_TYPE, race.stored);
      missing = picture.missing;
      if (missing.length > 0) return null;
      const kept = await findLastGood(`picture ${id} ${name}`).catch(() => null);
      if (kept !== null) return kept.stored;
      const stub = c.env.PICTURES.get(c.env.PICTURES.idFromName(id));
      const png = await stub.png(name, picture.svg, PICTURE_SIZES[size].width * scale);
      return value(new Uint8Array(png), PNG_TYPE, race.stored);
    },
    KEEP_MS,
  );
  if (drawn.kind === "unavailable") return unavailable();
  if (drawn.kind === "absent")
    return problem(
      "no_glyphs",
      `The fonts of pictures lack ${missing.join(" ") || "some characters of this card"}. The .svg has the text, for the fonts of whoever looks at it.`,
    );
  return respond(c.req.raw, {}, drawn.stored);
}

async function value(
  bytes: Uint8Array,
  mediaType: StoredValue["mediaType"],
  { status }: StoredValue,
): Promise<StoredValue> {
  return { body: bytes.slice().buffer, mediaType, etag: await etagOf(bytes), status };
}
