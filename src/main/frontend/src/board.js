// The managers' board asks for its figures again every minute. Without this file the page works and stands still.
import htmx from 'htmx.org';

const EVERY = 60_000; // ms
const REFRESH = 'pantau:segarkan';

// our pages allow no inline style and no eval, and nothing of a board is kept in the browser
Object.assign(htmx.config, {
  allowEval: false,
  includeIndicatorStyles: false,
  historyCacheSize: 0,
  selfRequestsOnly: true,
  timeout: 20_000,
});

const board = document.getElementById('terkini');
const trouble = document.getElementById('pembaruan');
const folded = new Set();

function say(text) {
  if (trouble.textContent !== text) {
    trouble.textContent = text;
  }
}

function refresh() {
  if (!document.hidden) {
    htmx.trigger(board, REFRESH);
  }
}

function fold() {
  folded.forEach((id) => {
    document.getElementById(id)?.removeAttribute('open');
  });
}

// "toggle" does not bubble
board.addEventListener(
  'toggle',
  (event) => {
    if (event.target.open) {
      folded.delete(event.target.id);
    } else {
      folded.add(event.target.id);
    }
  },
  true,
);

board.addEventListener('htmx:beforeSwap', (event) => {
  const { xhr } = event.detail;
  if (xhr.status >= 400) {
    say(trouble.dataset.lost);
  } else if (!new URL(xhr.responseURL).pathname.endsWith('/terkini')) {
    // the answer is the sign-in
    event.detail.shouldSwap = false;
    say(trouble.dataset.out);
  }
});
board.addEventListener('htmx:afterSwap', () => {
  fold();
  say('');
});
['htmx:sendError', 'htmx:timeout'].forEach((failure) =>
  board.addEventListener(failure, () => say(trouble.dataset.lost)),
);

setInterval(refresh, EVERY);
document.addEventListener('visibilitychange', refresh);
