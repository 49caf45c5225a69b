import { createApp } from "./app.ts";
import { Shelf } from "./store/shelf.ts";

const app = createApp(new Shelf(), Date.now);

export default { fetch: app.fetch };
