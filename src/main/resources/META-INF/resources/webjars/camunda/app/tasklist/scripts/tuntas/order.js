/**
 * What is due first stands first. Tasklist begins with the newest task on top, whatever order a list asks for; the
 * officer can still sort otherwise, and his choice stays in the address.
 */
const BY_DUE_DATE = encodeURIComponent(JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));

if (!/[?&]sorting=/.test(location.hash) && !location.hash.startsWith('#/login')) {
  const [path, query] = (location.hash.slice(1) || '/').split('?');
  history.replaceState(history.state, '', `#${path}?${query ? `${query}&` : ''}sorting=${BY_DUE_DATE}`);
}
