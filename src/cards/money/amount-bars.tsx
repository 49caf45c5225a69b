import type { Amount } from "../../race/sections/money/summary.ts";
import type { MoneyWording } from "../../wording/money.ts";
import { Table } from "../table.tsx";

/** Amounts of one kind as bars, on the scale of the card; nothing where there are none. */
export function AmountBars(props: {
  readonly title: string;
  /** What the whole width stands for, in dollars. */
  readonly most: number;
  readonly rows: readonly {
    readonly label: string;
    readonly tone: string;
    readonly amount: Amount;
  }[];
  readonly say: MoneyWording;
}) {
  const { title, most, rows, say } = props;
  if (rows.length === 0) return null;
  return (
    <figure class="sums" part="graphic">
      <Table
        kind="bars sum"
        head={[title]}
        tones={rows.map(({ tone }) => tone)}
        rows={rows.map(({ label, tone, amount }) => [
          <span class={tone}>{label}</span>,
          say.dollars(amount),
          <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <path class="bar" d={`M0 0H${(amount.amount / most) * 100}V1H0`} />
          </svg>,
        ])}
      />
    </figure>
  );
}
