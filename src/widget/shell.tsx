import { CardView } from "../cards/card-view.tsx";
import type { CardName } from "../cards/index.ts";
import type { CardChoice, View } from "../cards/view.ts";
import type { CardLanguage } from "../wording/language.ts";
import type { Defer } from "../cards/deferred.tsx";

/* oxlint-disable jsx-a11y/control-has-associated-label -- nobody sees or hears it */
/**
 * Text in fonts that cards begin with, unseen, while the numbers are on their way: finding and
 * measuring fonts is half of what drawing a card costs a slow phone.
 */
const FONTS = (
  <div class="card" style="position:absolute;visibility:hidden">
    0<p>0</p>
    <table class="bars">
      <td>0</td>
      <td />
    </table>
  </div>
);
/* oxlint-enable jsx-a11y/control-has-associated-label */

/**
 * Shows the publisher's own content until, and unless, there are numbers to draw; without any it
 * shows how loading goes. Both places stay where they are, so that a card that turns ready keeps
 * its nodes.
 */
export function Shell(props: {
  readonly defer: Defer | undefined;
  readonly view: View;
  readonly card: CardChoice;
  readonly language: CardLanguage;
  /** The race's own page. */
  readonly href: string;
  readonly load: (name: CardName, tag: string) => Promise<boolean>;
  /** The publisher left something between the element's tags. */
  readonly hasFallback: boolean;
  /** What stands between the tags is the article: it goes on below the card. */
  readonly holdsArticle: boolean;
}) {
  const ready = props.view.kind === "ready";
  return (
    <>
      {!ready && <slot />}
      {props.view.kind === "loading" && FONTS}
      {(ready || !props.hasFallback) && <CardView {...props} />}
      {ready && props.holdsArticle && <slot style="display:block;clear:both" />}
    </>
  );
}
