/** What a change says beside its body. */
export type Terms = {
  readonly note?: string | undefined;
  readonly correction?: string | undefined;
  readonly dryRun?: boolean;
  /** What it takes away is taken away on purpose. */
  readonly withdraw?: boolean;
};

/** As the query of a request. */
export function termsQuery({ note, correction, dryRun, withdraw }: Terms): string {
  return String(
    new URLSearchParams({
      ...(note !== undefined && { note }),
      ...(correction !== undefined && { correction }),
      ...(dryRun === true && { dry_run: "1" }),
      ...(withdraw === true && { withdraw: "1" }),
    }),
  );
}
