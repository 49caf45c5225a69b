import type { Amount } from "../../race/sections/money/summary.ts";
import { textFor } from "../../wording/text-for.ts";
import { candidateStyles } from "../candidate-style.ts";
import type { SectionCardProps } from "../card.ts";
import { Frame } from "../frame.tsx";
import { More } from "../more.tsx";
import { Table } from "../table.tsx";
import { AmountBars } from "./amount-bars.tsx";
import { moneyFacts } from "./money-facts.ts";

/** How many candidates have a bar; all are in the table of filings. */
const SHOWN = 5;

/** What a race costs, what candidates raised, what others spent, and who says so. */
export function MoneyCard(props: SectionCardProps<"money">) {
  const { summary: money, say, race, language } = props;
  const { candidates, total, record, independentTotal } = money;
  const { common, marks, write } = language;
  const styleOf = candidateStyles(race);
  const tags = [marks.tag, ...race.languages];
  const labelled = (label: string, amount: Amount) =>
    amount.label ? `${label}, ${textFor(amount.label, tags)}` : label;
  type Field = Exclude<keyof (typeof candidates)[number], "candidate">;
  const barsOf = (field: Field) => {
    const rows = candidates.flatMap(({ candidate, [field]: amount }) => {
      const { label, tone } = styleOf(candidate);
      return amount ? { label: labelled(label, amount), tone, amount } : [];
    });
    rows.sort((a, b) => b.amount.amount - a.amount.amount);
    return rows.slice(0, SHOWN);
  };
  const amounts = [
    ...candidates.flatMap(({ candidate: _, ...own }) => Object.values(own)),
    total,
    record,
    independentTotal,
  ].flatMap((amount) => amount ?? []);
  const dates = amounts.flatMap((amount) => (amount === record ? [] : amount.asOf));
  dates.sort();
  const asOf = dates.at(-1);
  const written = (amount: Amount | null) => (amount ? say.dollars(amount) : "–");
  const through = ({ receipts, disbursements, cashOnHand }: (typeof candidates)[number]) => {
    const filed = receipts ?? disbursements ?? cashOnHand;
    return filed ? write.when(filed.asOf, race.timeZone) : "–";
  };
  const filed = candidates.filter(
    ({ receipts, disbursements, cashOnHand }) => receipts ?? disbursements ?? cashOnHand,
  );
  // One scale for all, so that a bar twice as long is twice the money.
  const most = Math.max(1, ...amounts.map(({ amount }) => amount));
  const bars = { say, most };
  return (
    <Frame
      {...props}
      headline={say.headline(moneyFacts(money, (id) => styleOf(id).name))}
      sources={amounts.map(({ source }) => source)}
      {...(asOf !== undefined && { asOf })}
    >
      <div class="sides">
        <div>
          {total && record && (
            <AmountBars
              {...bars}
              title={say.total}
              rows={[
                { label: labelled(say.thisRace, total), tone: "a", amount: total },
                { label: labelled(say.before, record), tone: "rest", amount: record },
              ]}
            />
          )}
          <AmountBars {...bars} title={say.raised} rows={barsOf("receipts")} />
        </div>
        <div>
          <AmountBars {...bars} title={say.outsideFor} rows={barsOf("independentFor")} />
          <AmountBars {...bars} title={say.outsideAgainst} rows={barsOf("independentAgainst")} />
          {independentTotal && <p>{say.outsideTotal(say.dollars(independentTotal))}</p>}
          {candidates.map(
            ({ candidate, partyCommittees }) =>
              partyCommittees && (
                <p>{say.committees(styleOf(candidate).name, say.dollars(partyCommittees))}</p>
              ),
          )}
        </div>
      </div>
      {filed.length > 0 && (
        <More {...props} title={say.filings}>
          <Table
            kind="counts"
            head={[common.candidate, say.raised, say.spent, say.onHand, say.through]}
            rows={filed.map((one) => [
              <span class={styleOf(one.candidate).tone}>{styleOf(one.candidate).label}</span>,
              written(one.receipts),
              written(one.disbursements),
              written(one.cashOnHand),
              through(one),
            ])}
          />
        </More>
      )}
    </Frame>
  );
}
