// Signing in with a passkey, and making one. The server decides everything; this carries bytes between it and the browser,
// and the answer goes back as an ordinary form. Where the browser cannot, or the page has another host name than the one
// passkeys are made for, the forms stay hidden.

// what Spring Security knows; it takes no other word
const TRANSPORTS = ['usb', 'nfc', 'ble', 'hybrid', 'internal'];

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

const ceremonies = {
  async get(options) {
    const key = await navigator.credentials.get({
      publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: [], extensions: {} },
    });
    const { authenticatorData, clientDataJSON, signature, userHandle } = key.response;
    return answer(key, {
      authenticatorData: text(authenticatorData),
      clientDataJSON: text(clientDataJSON),
      signature: text(signature),
      userHandle: userHandle ? text(userHandle) : null,
    });
  },

  async create(options) {
    const key = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: options.excludeCredentials.map((known) => ({ ...known, id: bytes(known.id) })),
        extensions: {},
      },
    });
    const { attestationObject, clientDataJSON } = key.response;
    const transports = key.response.getTransports ? key.response.getTransports() : [];
    return answer(key, {
      attestationObject: text(attestationObject),
      clientDataJSON: text(clientDataJSON),
      transports: transports.filter((word) => TRANSPORTS.includes(word)),
    });
  },
};

function answer(key, response) {
  return { id: key.id, rawId: text(key.rawId), type: key.type, response, clientExtensionResults: {} };
}

async function optionsFor(form) {
  const reply = await fetch(form.dataset.options, {
    method: 'POST',
    body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
  });
  // a session that has ended answers with the sign-in page, a refusal with a page of its own
  return reply.ok && !reply.redirected ? reply.json() : null;
}

async function run(form, ceremony, problem) {
  problem.hidden = true;
  const options = await optionsFor(form);
  if (!options) {
    location.reload();
    return;
  }
  try {
    form.elements.jawaban.value = JSON.stringify(await ceremony(options));
  } catch (error) {
    // the person said no, took too long, or has no key for this page; browsers do not say which
    problem.hidden = false;
    return;
  }
  form.submit();
}

function works(form) {
  const host = form.dataset.host;
  return window.PublicKeyCredential && (location.hostname === host || location.hostname.endsWith('.' + host));
}

for (const form of document.querySelectorAll('[data-passkey]')) {
  if (works(form)) {
    const button = form.querySelector('button');
    const problem = form.querySelector('[role=alert]');
    let busy = false;
    button.addEventListener('click', async () => {
      if (!busy) {
        busy = true;
        await run(form, ceremonies[form.dataset.passkey], problem).finally(() => (busy = false));
      }
    });
    form.hidden = false;
    document.querySelectorAll('[data-passkey-missing]').forEach((sorry) => (sorry.hidden = true));
  }
}
