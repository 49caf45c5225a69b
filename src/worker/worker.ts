export default {
  fetch: () => new Response("topline"),
};
