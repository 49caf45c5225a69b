import type { BoardDocument } from "../../race/board/document.ts";
import type { BoardMetadata } from "./keys.ts";
import { JSON_TYPE } from "./stored-value.ts";

/** What stands beside a board in KV. A title has 300 characters at most, so it always fits. */
export function boardMetadata(document: BoardDocument, etag: string): BoardMetadata {
  const { revision, updatedAt, status, next, title, electionDate, test, quiet } = document;
  const facts = { revision, updatedAt, status, next, electionDate, test, ...(quiet && { quiet }) };
  return { etag, mediaType: JSON_TYPE, ...facts, title: title.slice(0, MAX_TITLE) };
}

/** In UTF-16; at three bytes each it leaves room for the rest of 1,024. */
const MAX_TITLE = 200;
