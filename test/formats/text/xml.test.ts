import { expect, test } from "vitest";
import { MAX_XML_CHARS, readXml } from "../../../src/formats/text/xml.ts";

const read = (text: string) => {
  const events: string[] = [];
  const fault = readXml(text, {
    open: ({ name, attributes, line, column }, parents) =>
      events.push(`${parents.join("/")}<${name} ${JSON.stringify(attributes)} ${line}:${column}`),
    close: (name, inside) => events.push(`${name}>${inside}`),
  });
  return { fault, events };
};

test("elements come with their parents, text and place, without namespace prefixes", () => {
  const text = `<?xml version="1.0"?>\n<v:a xmlns:v="urn:x" v:b="1 &amp; 2">\n  <c>x<![CDATA[<]]>y</c> z\n</v:a>`;
  expect(read(text)).toEqual({
    fault: null,
    events: ['<a {"v":"urn:x","b":"1 & 2"} 2:37', "a<c {} 3:5", "c>x<y", "a>z"],
  });
});

test("what isn't well-formed is refused with its line", () => {
  for (const [text, line] of [
    ["", 1],
    ["hello", 1],
    ["<a>\n<b></a>", 2],
    ["<a>\n\n<b>", 3],
    ['<a b="1" b="2"/>', 1],
    ["<a>&nbsp;</a>", 1],
    ["<a>\u0000</a>", 1],
    ["<a/><b/>", 1],
    ["<a>\u{D800}", 1],
  ] as const)
    expect({ text, fault: read(text).fault }).toMatchObject({
      text,
      fault: { line, message: expect.stringMatching(/^not valid XML: /) },
    });
});

test("a document type is refused, and with it every entity bomb and outside file", () => {
  const bomb = `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]>\n<a>&c;</a>`;
  const outside = `<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>`;
  for (const text of [bomb, outside]) {
    const { fault, events } = read(text);
    expect(fault?.message).toMatch(/document type/);
    expect(events).toEqual([]);
  }
});

test("depth and size are limited", () => {
  expect(read("<a>".repeat(64) + "</a>".repeat(64)).fault).toBeNull();
  expect(read("<a>".repeat(100_000)).fault?.message).toMatch(/64 deep/);
  expect(read(`<a>${" ".repeat(MAX_XML_CHARS)}</a>`).fault?.message).toMatch(/32 million/);
});

test("an attribute called like a property of every object is only an attribute", () => {
  const { events } = read(`<a __proto__="x" constructor="y"/>`);
  expect(events[0]).toBe('<a {"__proto__":"x","constructor":"y"} 1:34');
});
