/**
 * The forms of a picture, in pixels. Without a height it is as high as the card needs. Text is drawn
 * at the largest of the scales at which everything fits.
 */
export const PICTURE_SIZES = {
  card: { width: 640, height: null, scales: [1] },
  wide: { width: 1200, height: 630, scales: [2.1, 1.9, 1.7, 1.5, 1.3] },
  story: { width: 1080, height: 1920, scales: [3, 2.6, 2.2, 1.9, 1.6] },
} as const satisfies Record<
  string,
  {
    readonly width: number;
    readonly height: number | null;
    readonly scales: readonly [number, ...number[]];
  }
>;
export type PictureSize = keyof typeof PICTURE_SIZES;
