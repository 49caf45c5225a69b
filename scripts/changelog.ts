import type { Release } from "./release-list.ts";

const UNRELEASED = "Unreleased";

/** Whether the CHANGELOG has no entry with a line in it for the version, nor an unreleased one. */
export function isUnsaid(changelog: string, version: string): boolean {
  const section = sectionOf(changelog, version) ?? sectionOf(changelog, UNRELEASED);
  return section === null || !/^- \S/m.test(section);
}

/**
 * The CHANGELOG with the release's entry: what was unreleased bears the version, the date, and the
 * seal of what releases.json says.
 */
export function sayReleased(changelog: string, { version, date, seal }: Release): string {
  const heading = sectionOf(changelog, version) === null ? UNRELEASED : version;
  return changelog.replace(`\n## ${heading}\n`, `\n## ${version}\n\n${date}, seal \`${seal}\`\n`);
}

/** The seals that the CHANGELOG's entries bear, by version, newest first. */
export function sealsIn(changelog: string): readonly (readonly [string, string])[] {
  return [...changelog.matchAll(/^## (\d\S*)\n\n\S+, seal `([^`]+)`$/gm)].map(
    ([, version = "", seal = ""]) => [version, seal] as const,
  );
}

/** The text below `## <heading>` to the next entry, or null. */
function sectionOf(changelog: string, heading: string): string | null {
  const [, section] = changelog.split(`\n## ${heading}\n`);
  return section?.split(/^## /m)[0] ?? null;
}
