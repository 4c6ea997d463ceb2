// Waiting that ends early when the device is back online or the page is looked at again.
const LONGEST_MS = 15000;
const wakers = new Set();
const wake = () => [...wakers].forEach((done) => done());

window.addEventListener("online", wake);
document.addEventListener("visibilitychange", () => document.hidden || wake());

export function pause(ms) {
  return new Promise((resolve) => {
    const done = () => (clearTimeout(timer), wakers.delete(done), resolve());
    const timer = setTimeout(done, ms);
    wakers.add(done);
  });
}

// 1, 2, 4 … 15 s, each a little different, so that many chats do not all come back in the same moment.
export const backOff = (tries) => pause(Math.min(LONGEST_MS, 1000 * 2 ** tries) * (0.75 + Math.random() / 2));
