/** On a narrow screen the open task stands below the whole list: bring it into view when it is chosen. */
const NARROW = window.matchMedia('(max-width: 767px)');
const UNTIL_SHOWN = 600; // ms; earlier the page is still too short to scroll that far

document.addEventListener('click', event => {
  if (NARROW.matches && event.target.closest?.('.tasks-list li.task')) {
    setTimeout(() => document.querySelector('.task-details')?.scrollIntoView(), UNTIL_SHOWN);
  }
});
