import { createHash } from "node:crypto";
import { Command } from "commander";
import { SOURCE_NAMES } from "../../race/check.ts";
import { verifyChain } from "../../contract/desk/revision-chain.ts";
import type { Revision } from "../../contract/desk/revisions.ts";
import { raceIdArgument } from "../arguments.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import type { DeskClient } from "../client/desk-client.ts";
import { CliProblem } from "../problem.ts";
import { table } from "../table.ts";

type Options = GlobalOptions & {
  readonly verify?: boolean;
  readonly noted?: string;
  readonly limit: string;
};

/** Lists what was accepted, newest first; with --verify, proves that nobody changed it since. */
export function historyCommand(open: OpenCli): Command {
  return new Command("history")
    .summary("list the revisions, or verify them")
    .description("Lists every revision, newest first: who, what, when and why.")
    .addArgument(raceIdArgument())
    .option("--verify", "recompute every hash here and compare")
    .option("--noted <hash>", "a hash you noted earlier: it must be in the history")
    .option("--limit <n>", "how many to list", "30")
    .action(async (id: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { output, desk } = open(options);
      const client = await desk();
      const revisions = await client.history.all(id);
      const shown = revisions.toReversed().slice(0, Number(options.limit) || undefined);
      for (const line of table(shown.map(rowOf), ["right"])) output.say(line);
      if (options.verify !== true && options.noted === undefined) {
        output.answer({ ok: true, race: id, revisions: shown });
        return;
      }
      const head = await verify(client, id, revisions, options.noted ?? null);
      output.say(
        output.paint("green", `All ${revisions.length} revisions are as they were stored.`),
      );
      output.say(`Note this hash elsewhere, to prove later that none was cut off: ${head}`);
      output.answer({ ok: true, race: id, revisions: shown, verified: revisions.length, head });
    });
}

/** The hash of the last revision, once everything that can be checked from here has been. */
async function verify(
  client: DeskClient,
  id: string,
  revisions: readonly Revision[],
  noted: string | null,
): Promise<string> {
  const verdict = await verifyChain(revisions, (text) => Promise.resolve(sha256(text)));
  if (!verdict.ok)
    throw new CliProblem(
      "problem",
      `the history was changed after it was stored: ${verdict.reason}`,
      {
        details: { revision: verdict.n },
      },
    );
  const heads = new Map(revisions.map((revision) => [revision.section, revision]));
  const sources = await client.sources.all(id);
  for (const section of SOURCE_NAMES) {
    const body = sources[section]?.body;
    if ((body ? sha256(body) : null) !== (heads.get(section)?.body ?? null))
      throw new CliProblem(
        "problem",
        `${section} isn't what its last revision stored; if somebody is writing just now, verify again`,
        { details: { section } },
      );
  }
  if (noted !== null && !revisions.some(({ hash }) => hash === noted))
    throw new CliProblem(
      "problem",
      `no revision has the hash ${noted}: the history was cut off or replaced`,
    );
  return verdict.head;
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

function rowOf(revision: Revision): readonly string[] {
  const { n, at, author, approver, section, action, restores, note, correction } = revision;
  const what = restores === null ? action : `${action} of r${restores}`;
  const why = [note, correction === null ? null : `correction: ${correction}`];
  return [
    `r${n}`,
    at.replace("T", " ").replace(/\.\d+Z$/, "Z"),
    section,
    what,
    approver === null ? author : `${author}, released by ${approver}`,
    why.filter((text) => text !== null).join("; "),
  ];
}
