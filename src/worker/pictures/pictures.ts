import { DurableObject } from "cloudflare:workers";
import { toPng } from "./to-png.ts";

/** Pictures of one race: made on the first request of a publication, and kept until others need the room. */
export class Pictures extends DurableObject {
  /** Per race; a publication has a few forms in a few languages. */
  static readonly #MOST_KEPT = 100;

  constructor(state: DurableObjectState, env: object) {
    super(state, env);
    state.storage.sql.exec(
      "CREATE TABLE IF NOT EXISTS pictures (name TEXT PRIMARY KEY, png BLOB NOT NULL)",
    );
  }

  /**
   * @param name all that the picture depends on
   * @param width of the picture in pixels
   */
  async png(name: string, svg: string, width: number): Promise<ArrayBuffer> {
    const { sql } = this.ctx.storage;
    const [kept] = sql.exec<{ png: ArrayBuffer }>("SELECT png FROM pictures WHERE name = ?", name);
    if (kept) return kept.png;
    const png = await toPng(svg, width);
    sql.exec("INSERT OR REPLACE INTO pictures (name, png) VALUES (?, ?)", name, png);
    sql.exec(
      "DELETE FROM pictures WHERE rowid NOT IN (SELECT rowid FROM pictures ORDER BY rowid DESC LIMIT ?)",
      Pictures.#MOST_KEPT,
    );
    return png.slice().buffer as ArrayBuffer;
  }
}
