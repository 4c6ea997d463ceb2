// The one script tag a council pastes in: <script src="https://…/widget.js" data-area="northbridge"></script>
// It only loads the chat; whatever goes wrong stays in here and never reaches the page around it.
(function () {
  const script = document.currentScript;
  const origin = new URL(script.src).origin;
  import(`${origin}/widget/chat.js`)
    .then((chat) => chat.mount({ origin, area: script.dataset.area, inline: "inline" in script.dataset, script }))
    .catch((error) => console.warn("Handrail: the help chat could not start.", error));
})();
