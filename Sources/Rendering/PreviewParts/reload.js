(() => {
  const build = document.currentScript.dataset.build;
  let events = null;
  const listen = () => {
    if (events) events.close();
    events = null;
    // A browser opens few connections to a server: pages that nobody sees keep none.
    if (document.hidden) return;
    events = new EventSource("/_plumbline/events?build=" + encodeURIComponent(build));
    events.addEventListener("reload", () => location.reload());
  };
  document.addEventListener("visibilitychange", listen);
  listen();
})();
