/**
 * One door: when the session is over, Tasklist would show a login form of its own. Go to ours instead.
 */
const appRoot = document.querySelector('base').getAttribute('app-root'); // "/camunda", after a context path if there is one
const ourLogin = new URL('../login', `${location.origin}${appRoot}/`);

function leaveCamundaLogin() {
  if (location.hash.startsWith('#/login')) {
    location.replace(ourLogin);
  }
}

window.addEventListener('hashchange', leaveCamundaLogin);
leaveCamundaLogin();
