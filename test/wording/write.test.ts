import { expect, test } from "vitest";
import { LANGUAGES } from "../../src/wording/languages.ts";

const en = LANGUAGES.en.write;
const es = LANGUAGES.es.write;
const DAY_MS = 86_400_000;
/** Dates never break across lines; expectations are easier to read with plain spaces. */
const plain = (text: string) => text.replace(/\s/g, " ");

test("numbers are written as the press of the United States writes them, in both languages", () => {
  expect([en.count(140_308), es.count(140_308)]).toEqual(["140,308", "140,308"]);
  expect([en.share(49), en.share(50.46), es.share(49)]).toEqual(["49.0", "50.5", "49.0"]);
  expect([en.points(3.46), en.points(4)]).toEqual(["3.46", "4"]);
});

test.each(Object.values(LANGUAGES).map(({ marks, write }) => ({ ...marks, write })))(
  "what $name writes by hand is what Intl would write",
  ({ locale, write }) => {
    const intl = (digits: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, digits).format;
    const share = intl({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const points = intl({ maximumFractionDigits: 2 });
    for (let hundredths = 0; hundredths <= 10_000; hundredths++) {
      const value = hundredths / 100;
      expect([write.share(value), write.points(value)]).toEqual([share(value), points(value)]);
    }
    for (const value of [1234.56, 50_000, 150_000]) expect(write.points(value)).toBe(points(value));
    const count = intl({});
    for (const value of [0, 7, 999, 1000, 56_830, 999_999, 1_000_000, 155_507_476])
      expect(write.count(value)).toBe(count(value));
    const date = new Intl.DateTimeFormat(locale, {
      day: "numeric",
      month: "long",
      timeZone: "UTC",
    });
    for (let day = Date.UTC(2024, 0); day < Date.UTC(2025, 0); day += DAY_MS) {
      const iso = new Date(day).toISOString().slice(0, 10);
      expect(plain(write.date(iso))).toBe(plain(date.format(day)));
    }
  },
);

test("English short dates are Intl's too", () => {
  const date = new Intl.DateTimeFormat("en-US", {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  for (let day = Date.UTC(2024, 0); day < Date.UTC(2025, 0); day += DAY_MS)
    expect(plain(en.day(day))).toBe(date.format(day));
});

test("a ratio is worded to one decimal, halves up", () => {
  expect([en.times(2.47), en.times(2.04), en.times(2.25)]).toEqual(["2.5", "2", "2.3"]);
});

test("a date is the same day whatever the reader's zone", () => {
  expect([en.day("2017-06-20"), es.day("2017-06-20")].map(plain)).toEqual(["Jun 20", "20 jun"]);
  expect([en.date("2017-06-01"), es.date("2017-06-01")].map(plain)).toEqual([
    "June 1",
    "1 de junio",
  ]);
});

test("field dates are a span, or the one day that is known", () => {
  expect(plain(en.field({ start: "2017-06-17", end: "2017-06-18" }))).toBe("Jun 17 – 18");
  expect(plain(en.field({ start: "2017-05-30", end: "2017-06-02" }))).toBe("May 30 – Jun 2");
  expect(plain(en.field({ start: "2016-12-30", end: "2017-01-02" }))).toBe("Dec 30 – Jan 2");
  expect(plain(es.field({ start: "2017-06-17", end: "2017-06-18" }))).toBe("17 – 18 jun");
  expect(plain(en.field({ start: "2017-06-19", end: "2017-06-19" }))).toBe("Jun 19");
  expect(plain(en.field({ middle: "2017-06-16" }))).toBe("Jun 16");
});

test("a moment is told in the race's own zone, a bare date is left as it is", () => {
  const moment = "2017-06-21T01:05:00Z";
  expect(plain(en.when(moment, "America/New_York"))).toBe("June 20 at 9:05 PM EDT");
  expect(plain(en.when("2017-06-20", "Asia/Tokyo"))).toBe("June 20");
});

test.each([
  [20, "1 minute ago", "hace 1 minuto"],
  [12 * 60, "12 minutes ago", "hace 12 minutos"],
  [89 * 60, "89 minutes ago", "hace 89 minutos"],
  [3 * 3600, "3 hours ago", "hace 3 horas"],
  [3 * 86_400, "3 days ago", "hace 3 días"],
])("an age of %d seconds is told in words", (seconds, english, spanish) => {
  expect(en.ago(seconds)).toBe(english);
  expect(es.ago(seconds)).toBe(spanish);
});
