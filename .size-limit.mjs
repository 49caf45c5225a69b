import { readdirSync } from "node:fs";

// Preact, the element and the cards that the script carries; what Cloudflare sends is brotli.
const script = [{ path: "public/topline.js", gzip: "17 kB", brotli: "15.5 kB" }];

// Every pack, also those of releases.
const packs = readdirSync("public/w")
  .filter((file) => file.startsWith("topline-"))
  .map((file) => ({ path: `public/w/${file}`, gzip: "5 kB", brotli: "5 kB" }));

const documents = [{ path: "dist/demo-race.json", gzip: "5 kB" }];

// oxlint-disable-next-line import/no-default-export -- size-limit asks for it
export default [...script, ...packs, ...documents].flatMap(({ path, ...limits }) =>
  Object.entries(limits).map(([format, limit]) => ({
    name: `${path}, ${format}`,
    path,
    [format]: true,
    limit,
  })),
);
