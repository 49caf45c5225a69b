import type { ComponentChildren } from "preact";
import type { Drawable, Props } from "./jsx-runtime.ts";

const SVG = "http://www.w3.org/2000/svg";

/** An element, and what it was last drawn from. */
type Drawn = Element & { drawn?: Drawable };

/** Runs something once there is time for it. */
export type Later = (run: () => void) => void;

/**
 * Makes the children of `parent` what `content` says, changing only what differs: a node keeps
 * its place, its focus and what the reader has opened as long as the same kind of element stands
 * there. What stands below a new headline, and what a new fold hides, is put off with `later`.
 */
export function draw(
  content: ComponentChildren,
  parent: Element | ShadowRoot,
  later: Later = (run) => run(),
): void {
  let place = parent.firstChild;
  for (const part of flat(content)) {
    const node = typeof part === "string" ? text(place, part) : element(place, part, parent, later);
    if (node === place) place = place.nextSibling;
    else if (place) {
      parent.replaceChild(node, place);
      place = node.nextSibling;
    } else parent.appendChild(node);
  }
  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

/** Components called, lists spread out, neighbouring texts joined as a browser would show them. */
function flat(content: ComponentChildren, parts: (string | Drawable)[] = []): typeof parts {
  if (Array.isArray(content)) for (const child of content) flat(child, parts);
  else if (isDrawable(content)) {
    if (typeof content.type === "function") flat(content.type(content.props), parts);
    else parts.push(content);
  } else if (
    content !== "" &&
    content !== null &&
    content !== undefined &&
    typeof content !== "boolean"
  ) {
    const last = parts.at(-1);
    if (typeof last === "string") parts[parts.length - 1] = `${last}${content as string}`;
    else parts.push(`${content as string}`);
  }
  return parts;
}

function isDrawable(content: unknown): content is Drawable {
  return typeof content === "object" && content !== null;
}

function text(place: ChildNode | null, data: string): ChildNode {
  if (!(place instanceof Text)) return new Text(data);
  if (place.data !== data) place.data = data;
  return place;
}

function element(
  place: ChildNode | null,
  drawable: Drawable,
  parent: Node,
  later: Later,
): ChildNode {
  const { type, props, key } = drawable;
  const name = type as string;
  const namespace =
    name === "svg" || (parent as Element).namespaceURI === SVG
      ? SVG
      : "http://www.w3.org/1999/xhtml";
  const old = (place as Drawn | null)?.drawn;
  const same = old?.type === name && old.key === key;
  const node: Drawn = same ? (place as Drawn) : document.createElementNS(namespace, name);
  const before: Props = same ? old.props : {};
  node.drawn = drawable;
  for (const attribute of Object.keys({ ...before, ...props })) {
    const value = props[attribute];
    if (attribute === "children" || attribute === "key" || value === before[attribute]) continue;
    if (attribute.startsWith("on")) Object.assign(node, { [attribute.toLowerCase()]: value });
    // As an attribute it would be an inline style, which many a content policy forbids.
    else if (attribute === "style") (node as HTMLElement).style.cssText = `${value ?? ""}`;
    else if (typeof value === "string" || typeof value === "number" || isAria(attribute, value))
      node.setAttribute(attribute, `${value}`);
    else if (value === true) node.setAttribute(attribute, "");
    else node.removeAttribute(attribute);
  }
  const first = headOf(props);
  if (first > 0 && headOf(before) === 0) {
    draw([props.children].flat().slice(0, first), node, later);
    later(() => draw(node.drawn?.props.children, node, later));
  } else draw(props.children, node, later);
  return node;
}

/** How many children there are up to the headline or, of a fold, what opens it; 0 where neither is. */
function headOf({ children }: Props): number {
  const heads = ["h3", "summary"] as unknown[];
  return [children].flat().findIndex((child) => heads.includes((child as Drawable)?.type)) + 1;
}

/** `aria-…` attributes say "true" and "false"; on others false means: none. */
function isAria(attribute: string, value: unknown): boolean {
  return attribute.startsWith("aria-") && typeof value === "boolean";
}
