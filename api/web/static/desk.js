// The number of open alerts stands in the page's title, so that another tab shows it too.
(function () {
  const plain = document.title;
  function count() {
    const alerts = document.querySelector("[data-alerts]");
    document.title = alerts ? `(${alerts.dataset.alerts}) ALERT – ${plain}` : plain;
  }
  document.addEventListener("htmx:afterSettle", count);
  count();
})();
