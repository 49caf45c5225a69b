import { Unzip, UnzipInflate, unzipSync } from "fflate";
import { fault, type Fault, type ReadResult } from "./faults.ts";

export const MAX_UNZIPPED_BYTES = 50 * 1024 * 1024;
/** XML of a thousand precincts shrinks 20 to 60 times; what shrinks more holds no data. */
const MAX_RATIO = 100;
const MAX_ENTRIES = 1000;
/** Packed bytes given to the inflater at once; each can grow about a thousand times. */
const CHUNK_BYTES = 4096;

/** The names of Clarity's files, whichever else lies beside them. */
const PREFERRED = ["detail.xml", "summary.json"];

type Unzipped = ReadResult<{ readonly name: string; readonly bytes: Uint8Array }>;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * The one file inside a zip: Clarity's `detail.xml` or `summary.json`, else the only one there is.
 * What unpacks to more than 50 MB, or to more than 100 times its size, is refused, whatever size
 * it claims to have.
 */
export function unzipOne(zip: Uint8Array): Unzipped {
  try {
    const entries = entriesOf(zip);
    const chosen = choose([...entries.keys()]);
    if (!chosen.ok) return chosen;
    const limit = Math.min(MAX_UNZIPPED_BYTES, zip.length * MAX_RATIO);
    const announced = entries.get(chosen.value) ?? 0;
    return announced > limit ? tooLarge(chosen.value, limit) : inflate(zip, chosen.value, limit);
  } catch (error) {
    return unreadable(error);
  }
}

/** Unpacks one file of a zip after the other, all of them together to at most 50 MB. */
export class ZipFiles {
  readonly names: ReadonlySet<string>;
  readonly #zip: Uint8Array;
  #left: number;

  constructor(zip: Uint8Array) {
    this.#zip = zip;
    this.#left = Math.min(MAX_UNZIPPED_BYTES, zip.length * MAX_RATIO);
    this.names = new Set(entriesOf(zip).keys());
  }

  unpack(name: string): Unzipped {
    let unzipped: Unzipped;
    try {
      unzipped = inflate(this.#zip, name, this.#left);
    } catch (error) {
      return unreadable(error);
    }
    if (unzipped.ok) this.#left -= unzipped.value.bytes.length;
    return unzipped;
  }
}

/** Opens a zip without unpacking any of it. */
export function openZip(zip: Uint8Array): ReadResult<ZipFiles> {
  try {
    return { ok: true, value: new ZipFiles(zip), warnings: [] };
  } catch (error) {
    return unreadable(error);
  }
}

/** The files by name, each with the size it claims to unpack to. */
function entriesOf(zip: Uint8Array): ReadonlyMap<string, number> {
  const entries = new Map<string, number>();
  let count = 0;
  unzipSync(zip, {
    filter: ({ name, originalSize }) => {
      count += 1;
      if (count > MAX_ENTRIES) throw new Error(`it holds more than ${MAX_ENTRIES} files`);
      entries.set(name, originalSize);
      return false;
    },
  });
  return entries;
}

function choose(names: readonly string[]): ReadResult<string> {
  const files = names.filter((name) => !/\/$|(^|\/)(\.|__MACOSX\/)/.test(name));
  const preferred = PREFERRED.map((name) => files.filter((file) => baseName(file) === name));
  const [first, ...more] = preferred.find((found) => found.length > 0) ?? files;
  if (first === undefined) return refused("the zip holds no file");
  if (more.length === 0) return { ok: true, value: first, warnings: [] };
  const listed = [first, ...more].slice(0, 10).join(", ");
  return refused(
    `the zip holds several files (${listed}${more.length > 9 ? ", …" : ""}): send the one to read`,
  );
}

function inflate(zip: Uint8Array, wanted: string, limit: number): Unzipped {
  const parts: Uint8Array[] = [];
  let size = 0;
  let found = false;
  let whole = false;
  const unzip = new Unzip((file) => {
    if (found || file.name !== wanted) return;
    found = true;
    file.ondata = (error, data, final) => {
      if (error) throw error;
      size += data.length;
      if (size <= limit) parts.push(data);
      whole = final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < zip.length; at += CHUNK_BYTES) {
    unzip.push(zip.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= zip.length);
    if (whole || size > limit) break;
  }
  if (size > limit) return tooLarge(wanted, limit);
  if (!whole) return refused(`${wanted} in the zip isn't whole`);
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return { ok: true, value: { name: wanted, bytes }, warnings: [] };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function tooLarge(name: string, limit: number): Unzipped {
  const kilobytes = Math.floor(limit / 1024);
  return refused(
    `${name} in the zip unpacks to more than ${kilobytes} kB: send the part of it to read`,
  );
}

function unreadable(error: unknown) {
  return refused(`the zip can't be read: ${error instanceof Error ? error.message : "damaged"}`);
}

function refused(message: string): { readonly ok: false; readonly faults: readonly Fault[] } {
  return { ok: false, faults: [fault(message)] };
}
