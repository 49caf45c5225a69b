/** A choice's name as an office prints it, taken apart. */
export type ChoiceName = {
  readonly name: string;
  /** Upper case; null where neither the name nor the file's party field says one. */
  readonly party: string | null;
  readonly writeIn: boolean;
};

/** Party fields that say there is no party to say; Georgia's files keep it in the name then. */
const NO_PARTY = new Set(["", "NP", "NPA", "N/A", "NONE", "NON", "NONPARTISAN", "NON-PARTISAN"]);
const INCUMBENT = /^(i|inc|incumbent)\.?$/i;
const PARTY_CODE = /^(?:[a-z]{1,4}|democrat(?:ic)?|republican|libertarian|green|independent)$/i;
const WRITE_IN = /\bwrite[\s_-]*ins?\b/i;
/** Write-ins and votes that nobody has been given yet, in letters alone: `Write-in1`, `SCATTER 1`. */
const NOBODYS =
  /^(?:(?:un)?(?:resolved|assigned|certified|qualified)|invalid|other|total)?writeins?(?:votes?|candidates?|totals?)?$|^scatter(?:ings?|ed|s)?$|^(?:notassigned|unassigned|unresolved)(?:votes?)?$/;

/**
 * Parties' codes that some offices put before the name, as `DEM Ann Oak` or `Rep - Bo Elm`. Where
 * nothing parts the two, the code is in capitals, since Con and Lib begin names too.
 */
const PARTY_BEFORE =
  /^(dem|rep|lib|lbt|lpa|grn|gre|ind|ist|con|cst|cns|wfp|wor|crv|ref|npa|npp|nop|dfl|ust|apv)\.?(\s*[-–:]\s*|\s+)(?=\S+\s+\S)/i;

/** `Donald J. Trump (I) (Rep)` with the party field `NP` is Donald J. Trump of REP. */
export function choiceName(printed: string, partyField: string | null | undefined): ChoiceName {
  let name = printed.trim().replace(/\s+/g, " ");
  let inName: string | null = null;
  for (;;) {
    const mark = /\s\(([^()]{1,20})\)$/.exec(name);
    const word = mark?.[1]?.trim() ?? "";
    const isField = word !== "" && word.toUpperCase() === partyField?.trim().toUpperCase();
    if (mark === null || !(isField || INCUMBENT.test(word) || PARTY_CODE.test(word))) break;
    if (!INCUMBENT.test(word)) inName ??= word.toUpperCase();
    name = name.slice(0, mark.index);
  }
  const [before, code = "", mark = ""] = PARTY_BEFORE.exec(name) ?? [];
  if (before !== undefined && (mark.trim() !== "" || code === code.toUpperCase())) {
    inName ??= code.toUpperCase();
    name = name.slice(before.length);
  }
  const field = (partyField ?? "").trim().toUpperCase();
  const party = NO_PARTY.has(field) ? inName : field;
  return { name, party, writeIn: WRITE_IN.test(printed) || NOBODYS.test(letters(printed)) };
}

/** Whether the name is of write-ins or votes that nobody has been given, and not of a person. */
export function isPool(name: string): boolean {
  return NOBODYS.test(letters(name));
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, "");
}
