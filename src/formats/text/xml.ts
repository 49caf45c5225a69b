import { SaxesParser } from "saxes";
import { fault, type Fault } from "./faults.ts";

/** Above what any office publishes, and what a Worker can hold beside the rest. */
export const MAX_XML_CHARS = 32 * 1024 * 1024;
/** The deepest format read here has 8 levels. */
const MAX_DEPTH = 64;

/** An element as it opens. Names come without their namespace prefix. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where its tag ends, from 1. */
  readonly line: number;
  readonly column: number;
};

/** Characters between two words of progress. */
const STEP_CHARS = 256 * 1024;

export type XmlHandlers = {
  /** `parents` are the names of the elements around it, outermost first. */
  readonly open: (element: XmlElement, parents: readonly string[]) => void;
  /** `text` is all text directly inside the element, without the space around it. */
  readonly close: (name: string, text: string, parents: readonly string[]) => void;
  /** Texts keep the space around them. */
  readonly keepSpace?: true;
};

/**
 * Reads XML from start to end, in linear time. A document type is refused and with it every entity
 * of its own (they can grow without bound or reach other files); so are text above
 * `MAX_XML_CHARS` and nesting beyond 64 elements.
 *
 * @param progress hears of long texts how many elements are read and which part of it, 0 to 1
 * @returns null when the text is well-formed, otherwise the first fault. What the handlers were
 * given before it is then of no use. An error that a handler throws is passed on.
 */
export function readXml(
  text: string,
  handlers: XmlHandlers,
  progress: (elements: number, part: number) => void = () => {},
): Fault | null {
  if (text.length > MAX_XML_CHARS)
    return fault(`is larger than ${MAX_XML_CHARS / 1024 / 1024} million characters`);
  const parser = new SaxesParser({ xmlns: false });
  const names: string[] = [];
  const texts: string[] = [];
  let found: Fault | null = null;
  let elements = 0;
  /** The character read last. */
  const place = () => ({ line: parser.line, column: Math.max(1, parser.columnIndex) });
  const stop = (message: string): never => {
    found = fault(message, place());
    throw new Stopped();
  };
  parser.on("error", (error) => stop(`not valid XML: ${error.message.replace(/^[\d:\s]+/, "")}`));
  parser.on("doctype", () =>
    stop("has a document type (<!DOCTYPE>): remove it, files are read without one"),
  );
  parser.on("opentag", (tag) => {
    if (names.length >= MAX_DEPTH) stop(`nests elements more than ${MAX_DEPTH} deep`);
    const name = local(tag.name);
    const attributes: Record<string, string> = Object.create(null);
    for (const key in tag.attributes) attributes[local(key)] = tag.attributes[key] ?? "";
    handlers.open({ name, attributes, ...place() }, names);
    names.push(name);
    texts.push("");
    elements += 1;
  });
  const addText = (more: string): void => {
    const top = texts.length - 1;
    if (top >= 0) texts[top] += more;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const name = names.pop() ?? "";
    const inside = texts.pop() ?? "";
    handlers.close(name, handlers.keepSpace ? inside : inside.trim(), names);
  });
  try {
    for (let at = 0; at < text.length; at += STEP_CHARS) {
      parser.write(text.slice(at, at + STEP_CHARS));
      progress(elements, Math.min(1, (at + STEP_CHARS) / text.length));
    }
    parser.close();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  return found;
}

class Stopped extends Error {}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
