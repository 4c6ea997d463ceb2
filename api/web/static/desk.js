// The number of open alerts stands in the page's title, so that another tab shows it too; a new one sounds.
(function () {
  const plain = document.title;
  const tones = [880, 660, 880];
  const seconds = 0.18;
  let known = null;

  function open() {
    const alerts = document.querySelector("[data-alerts]");
    return alerts ? Number(alerts.dataset.alerts) : 0;
  }

  function sound() {
    const context = new AudioContext();
    tones.forEach((hertz, n) => {
      const tone = context.createOscillator();
      tone.frequency.value = hertz;
      tone.connect(context.destination);
      tone.start(context.currentTime + n * seconds);
      tone.stop(context.currentTime + (n + 1) * seconds);
      if (n === tones.length - 1) tone.onended = () => context.close();
    });
  }

  function count() {
    const now = open();
    document.title = now ? `(${now}) ALERT – ${plain}` : plain;
    if (known !== null && now > known) sound();
    known = now;
  }

  // What came of a form is where whoever sent it goes on, also on pages that do not say so by themselves.
  function goToResult() {
    const result = document.querySelector("main .govuk-error-summary, main .govuk-inset-text[role=status]");
    if (!result || document.activeElement !== document.body) return;
    result.tabIndex = -1;
    result.focus();
  }

  document.addEventListener("htmx:afterSettle", count);
  count();
  goToResult();
})();
