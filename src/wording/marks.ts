/** What a language is called, and the marks by which it writes numbers and dates. */
export type Marks = {
  /** BCP 47: what stands in a `lang` attribute, and the key of its texts in the JSON. */
  readonly tag: string;
  /** Its name in itself. */
  readonly name: string;
  /** The locale for what Intl writes. */
  readonly locale: string;
  /** Between ones and tenths. */
  readonly decimal: string;
  /** Between thousands. */
  readonly group: string;
  readonly percent: (number: string) => string;
  /** From January on, written out. */
  readonly months: readonly string[];
  /** A day of a month, or several of one: `month` is written out or is its first three letters. */
  readonly writeDay: (day: string, month: string) => string;
};
