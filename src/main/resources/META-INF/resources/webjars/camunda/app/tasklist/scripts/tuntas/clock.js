/**
 * The due date and the reminder of a step belong to its clock, and the server refuses whoever sets them by hand. So Tasklist
 * shows them and offers no date picker, neither to a finger nor to the keyboard; styles/user-styles.css gives them words.
 */
const DATES = '.task-details .followup-date, .task-details .due-date';

function leaveAlone(event) {
  if (event.target.closest?.(DATES) && (event.type === 'click' || event.key === 'Enter')) {
    event.stopImmediatePropagation();
    event.preventDefault();
  }
}

// in the capture phase, before Tasklist's own listeners
document.addEventListener('click', leaveAlone, true);
document.addEventListener('keydown', leaveAlone, true);

// nothing happens there any more, so the keyboard does not stop there
new MutationObserver(() => document.querySelectorAll(DATES).forEach(date => date.removeAttribute('tabindex'))).observe(
  document.body,
  { subtree: true, childList: true },
);
