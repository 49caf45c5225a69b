import { renderToString } from "preact-render-to-string";
import { colorOf, type PictureTheme, toneColor } from "./colors.ts";
import { type Layout, layOut, PADDING } from "./layout.ts";
import { altText, type Picture } from "./picture.ts";
import { PICTURE_SIZES, type PictureSize } from "./sizes.ts";

/**
 * A picture as SVG. Its texts are text, in the fonts that pictures are made with where there are
 * any, else in the viewer's own.
 * @param size its form; a form with a height takes the largest text at which every row fits
 */
export function pictureSvg(picture: Picture, size: PictureSize, theme: PictureTheme): string {
  const { width, height, scales } = PICTURE_SIZES[size];
  const tries = scales.map((scale) => ({
    scale,
    tried: layOut(picture, { width: width / scale, height: height && height / scale }),
  }));
  const best = tries.find(({ tried }) => tried?.whole) ?? tries.findLast(({ tried }) => tried);
  if (!best?.tried) throw new Error(`a picture of ${picture.kicker} has no room for one row`);
  const { layout } = best.tried;
  return renderToString(<Svg {...{ picture, layout, theme, scale: best.scale }} />);
}

const FAMILY = "'Noto Sans','Noto Sans Arabic','Noto Sans Hebrew',system-ui,sans-serif";

function Svg(props: {
  readonly picture: Picture;
  readonly layout: Layout;
  readonly theme: PictureTheme;
  readonly scale: number;
}) {
  const { picture, layout, theme, scale } = props;
  const { width, height, texts, bars, checks, test } = layout;
  const inner = width - 2 * PADDING;
  const ink = colorOf("ink", theme);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={Math.round(width * scale)}
      height={Math.round(height * scale)}
      viewBox={`0 0 ${round(width)} ${round(height)}`}
      role="img"
      lang={picture.tag}
      font-family={FAMILY}
    >
      <title>{picture.headline}</title>
      <desc>{altText(picture)}</desc>
      <rect width="100%" height="100%" fill={colorOf("background", theme)} />
      {test !== null && (
        <text x={PADDING} y={test} font-size="13" font-weight="700" fill={colorOf("accent", theme)}>
          {picture.test}
        </text>
      )}
      {bars.map(({ y, height: thick, bar, tone }) => {
        const color = toneColor(tone, theme);
        const x = PADDING + bar.from * inner;
        const long = Math.max((bar.to - bar.from) * inner, bar.at === undefined ? 1 : 0);
        return (
          <g>
            <rect
              x={PADDING}
              y={y}
              width={round(inner)}
              height={thick}
              fill={colorOf("rule", theme)}
              opacity=".5"
            />
            <rect
              x={round(x)}
              y={y}
              width={round(long)}
              height={thick}
              fill={color}
              opacity={bar.at === undefined ? 1 : 0.45}
            />
            {bar.at !== undefined && (
              <circle
                cx={round(PADDING + bar.at * inner)}
                cy={y + thick / 2}
                r={thick / 2 + 2}
                fill={color}
              />
            )}
          </g>
        );
      })}
      {checks.map(({ x, y }) => (
        <g>
          <circle cx={x + 7} cy={y - 6} r="7.5" fill={ink} />
          <path
            d={`M${x + 3.4} ${y - 5.8}l2.6 2.7l4.8 -5.4`}
            fill="none"
            stroke={colorOf("background", theme)}
            stroke-width="1.9"
          />
        </g>
      ))}
      {texts.map((one) => (
        <text
          x={round(one.x)}
          y={round(one.y)}
          font-size={one.size}
          font-weight={one.weight === "bold" ? 700 : 400}
          fill={one.color === "tone" ? toneColor(one.tone, theme) : colorOf(one.color, theme)}
          text-anchor={one.end ? "end" : "start"}
        >
          {one.text}
        </text>
      ))}
    </svg>
  );
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
