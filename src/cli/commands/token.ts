import { Command } from "commander";
import { mintToken, TOKEN_SCOPES, type TokenScope } from "../../contract/desk/token.ts";
import type { GlobalOptions, OpenCli } from "../cli.ts";
import { addDevToken, DEV_VARS_FILE } from "../dev-vars.ts";
import { CliProblem } from "../problem.ts";

type Options = GlobalOptions & {
  readonly scopes: readonly string[];
  readonly races: readonly string[];
  readonly devVars?: string | true;
};

/** Makes a token; it is printed once and kept nowhere, but for local development where asked. */
export function tokenCommand(open: OpenCli): Command {
  return new Command("token")
    .summary("make a token for an editor or a program")
    .description("Makes a token and prints it once, with the secret that the Worker needs.")
    .argument("<name>", "who will use it; every revision names it")
    .option("--scopes <list>", `what it may do: ${TOKEN_SCOPES.join(", ")}`, list, [
      "read",
      "publish",
    ])
    .option("--races <list>", "race ids, in which * may stand", list, ["*"])
    .option("--dev-vars [file]", `put it into ${DEV_VARS_FILE}, for a Worker on this machine`)
    .action(async (name: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { output } = open(options);
      const scopes = options.scopes as readonly TokenScope[];
      const minted = await mintToken(
        { name, scopes: [...scopes], races: [...options.races] },
        crypto,
      );
      if (!minted.ok)
        throw new CliProblem(
          "usage",
          minted.issues.map(({ path, message }) => `${path.split(".")[0]} ${message}`).join("; "),
        );
      const { token, binding, secret } = minted.value;
      const file = options.devVars === true ? DEV_VARS_FILE : options.devVars;
      if (file !== undefined) {
        const added = await addDevToken(minted.value, file);
        if (added.kind === "taken")
          throw new CliProblem(
            "usage",
            `${file} has a token of that name: choose another name, or take the line of ${binding} out`,
          );
        output.say(`Put ${binding} into ${file}. Restart the Worker that runs on this machine.`);
        const { used } = added;
        if (!used)
          output.say(
            `${file} keeps the token that this command uses. This one, shown only now:\n\n  ${token}`,
          );
        output.answer({ ok: true, name, binding, secret, file, used, ...(!used && { token }) });
        return;
      }
      output.say(`The token, shown only now. Give it to ${name}, as TOPLINE_TOKEN or --token:`);
      output.say(`\n  ${token}\n`);
      output.say("Its secret for the Worker. Run the first line and paste the second:");
      output.say(`\n  npx wrangler secret put ${binding}\n  ${JSON.stringify(secret)}\n`);
      output.say(`To end it later: npx wrangler secret delete ${binding}`);
      output.answer({ ok: true, name, token, binding, secret });
    });
}

function list(value: string): readonly string[] {
  return value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
