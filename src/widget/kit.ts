import { Component, Fragment, h } from "preact";
import { candidateStyles } from "../cards/candidate-style.ts";
import { Chart, lineThrough } from "../cards/charts/chart.tsx";
import { Marks, Plot } from "../cards/charts/plot.tsx";
import { Frame } from "../cards/frame.tsx";
import { More } from "../cards/more.tsx";
import { PollTable } from "../cards/polls/poll-table.tsx";
import { Table } from "../cards/table.tsx";
import { writeWith } from "../wording/write.ts";

/**
 * What the script hands to every pack, so that none brings it along again: there is one Preact on a
 * page of cards. In a pack, scripts/widget-code.ts has imports of these modules come from here, by
 * their place in this list: names would cost every page a hundred bytes.
 */
export const kit = [
  candidateStyles,
  Chart,
  Component,
  Fragment,
  Frame,
  h,
  lineThrough,
  Marks,
  More,
  Plot,
  PollTable,
  Table,
  writeWith,
] as const;
