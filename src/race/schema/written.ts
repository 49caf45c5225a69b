// How a file may be written where its cells leave a doubt. Files that people send and feeds say the same.

/** The order of a date's parts where the year comes last. */
export const DAY_ORDERS = ["dmy", "mdy"] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

/** What stands before a number's decimals. */
export const DECIMALS = ["point", "comma"] as const;
export type Decimal = (typeof DECIMALS)[number];

/** Encodings beside UTF-8: what Windows and old Macs save in western countries. */
export const ENCODINGS = ["windows-1252", "macintosh"] as const;
export type Encoding = (typeof ENCODINGS)[number];
