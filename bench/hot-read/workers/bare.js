// The least a Worker can do: what the hot path is measured against.
// oxlint-disable-next-line import/no-default-export -- how a Worker exports itself
export default { fetch: () => new Response("hi") };
