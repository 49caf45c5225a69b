import bytes from "value";

// The least a Worker can do with the same bytes: what the hot path is measured against.
// oxlint-disable-next-line import/no-default-export -- how a Worker exports itself
export default {
  fetch: () => new Response(bytes, { headers: { "Content-Type": "application/json" } }),
};
