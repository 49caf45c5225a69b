import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** A whole HTML document of this host. */
export function Document(props: {
  readonly lang: string;
  readonly title: string;
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <html lang={props.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.title}</title>
        {props.head}
      </head>
      <body>{props.children}</body>
    </html>
  );
}

/** The text of a document, as it is sent. */
export function documentText(document: VNode): string {
  return `<!doctype html>${renderToString(document)}`;
}

/** A style's text, as it is: quotes in it aren't HTML's. */
export function Style(props: { readonly text: string; readonly nonce?: string | undefined }) {
  return <style nonce={props.nonce} dangerouslySetInnerHTML={{ __html: props.text }} />;
}
