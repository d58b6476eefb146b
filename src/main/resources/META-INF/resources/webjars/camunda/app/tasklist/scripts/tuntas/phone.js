/** On a narrow screen the open task stands below the whole list: bring it into view when it is chosen. */
const NARROW = window.matchMedia('(max-width: 767px)');

document.addEventListener('click', event => {
  if (NARROW.matches && event.target.closest?.('.tasks-list li.task')) {
    requestAnimationFrame(() => document.querySelector('.task-details')?.scrollIntoView({ behavior: 'smooth' }));
  }
});
