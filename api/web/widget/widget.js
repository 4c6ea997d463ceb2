// The one script tag a council pastes in: <script src="https://…/widget.js" data-area="northbridge"></script>
// It only loads the chat; whatever goes wrong stays in here and never reaches the page around it.
(function () {
  const script = document.currentScript ?? document.querySelector('script[src*="/widget.js"]');
  const origin = new URL(script.src).origin;
  const file = (name) => fetch(`${origin}/widget/${name}`).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)));
  const page = new Promise((done) => (document.body ? done() : addEventListener("DOMContentLoaded", done)));
  Promise.all([import(`${origin}/widget/chat.js`), file("words.en.json"), file("chat.css"), page])
    .then(([chat, words, css]) => chat.mount({ script, origin, words: JSON.parse(words), css }))
    .catch((error) => console.warn("Handrail: the help chat could not start.", error));
})();
