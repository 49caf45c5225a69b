// A file's text, as vite hands it out.
declare module "*?raw" {
  const text: string;
  // oxlint-disable-next-line import/no-default-export -- vite's own convention
  export default text;
}
