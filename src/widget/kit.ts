import { Fragment, h } from "preact";
import { Chart, lineThrough } from "../cards/charts/chart.tsx";
import { Marks, Plot } from "../cards/charts/plot.tsx";
import { Frame } from "../cards/frame.tsx";
import { looksOf } from "../cards/look.ts";
import { More } from "../cards/more.tsx";
import { Table } from "../cards/table.tsx";
import { capitalized, joined } from "../wording/phrase.ts";
import { writeWith } from "../wording/write.ts";

/**
 * What the script hands to every pack, so that none brings it along again: there is one Preact on a
 * page of cards. In a pack, scripts/widget-code.ts has imports of these modules come from here.
 */
export const kit = {
  Chart,
  capitalized,
  Fragment,
  Frame,
  h,
  joined,
  lineThrough,
  looksOf,
  Marks,
  More,
  Plot,
  Table,
  writeWith,
};
