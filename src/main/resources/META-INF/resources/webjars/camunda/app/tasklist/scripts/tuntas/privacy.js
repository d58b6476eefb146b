/**
 * Keeps what an officer types out of the browser's storage.
 *
 * Tasklist copies a form into localStorage in clear, when somebody presses "Save" and also by itself when the session
 * ends. On a shared office computer the next person could read it. The button is hidden by user-styles.css; this makes
 * the copy itself impossible and removes copies that an older version may have left behind.
 */
const FORM_COPY = /^(camunda-form|camForm):/;

const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (!FORM_COPY.test(String(key))) {
    setItem.call(this, key, value);
  }
};

for (const storage of [localStorage, sessionStorage]) {
  Object.keys(storage)
    .filter(key => FORM_COPY.test(key))
    .forEach(key => storage.removeItem(key));
}

// the browser's own memory of typed values would offer one victim's name in the next victim's form
document.addEventListener('focusin', event => {
  if (event.target.matches?.('.fjs-container input, .fjs-container textarea')) {
    event.target.autocomplete = 'off';
  }
});
