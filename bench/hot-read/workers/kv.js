import metadata from "metadata";
import value from "value";

// workerd has no KV and no cache of its own: it asks a service like this one, which holds one
// race under every name and takes what the cache is given without keeping it.
// oxlint-disable-next-line import/no-default-export -- how a Worker exports itself
export default {
  fetch: (request) =>
    request.method === "GET"
      ? new Response(value, { headers: { "CF-KV-Metadata": metadata } })
      : new Response(null, { status: 204 }),
};
