// Runs in every measured page before anything else.
(() => {
  const watched = { drawing: null, longTasks: [], shift: 0 };
  window.watched = watched;

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      watched.longTasks.push({ start: startTime, end: startTime + duration });
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) watched.shift += value;
  }).observe({ type: "layout-shift", buffered: true });

  // The first thing that the script does to the page: what runs before isn't Topline's.
  const { define } = CustomElementRegistry.prototype;
  CustomElementRegistry.prototype.define = function (name, ...rest) {
    watched.drawing ??= performance.now();
    return define.call(this, name, ...rest);
  };

  // Resolve with the milliseconds from navigation start until a frame with that was painted. They
  // look before every frame; the message comes once that frame is done. Element Timing would be the
  // browser's own word, but it leaves shadow trees out: https://wicg.github.io/element-timing/
  watched.headline = painted("h3");
  watched.whole = painted("footer");

  function painted(selector) {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => resolve(performance.now()));
      port1.start();
      const look = () => {
        const card = document.querySelector("topline-card, #vanilla-card");
        const part = (card?.shadowRoot ?? card)?.querySelector(selector);
        if (part?.textContent) port2.postMessage(null);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  }
})();
