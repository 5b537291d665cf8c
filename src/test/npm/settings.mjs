/** Settings: profile, password, freshness. */
import assert from 'node:assert/strict';
import { forward } from './clock.mjs';
import { PASSWORD, Person } from './person.mjs';
import { isError, isFlow, isIdentity, isSession, messages, node } from './shapes.mjs';

const OTHER = 'another horse battery staple';

function isSaved({ status, body }, type) {
  assert.equal(status, 200, JSON.stringify(body));
  isFlow(body, 'settings', type);
  assert.equal(body.state, 'success');
  assert.deepEqual(messages(body), [1050001]);
}

export async function changesTheProfile(client, type) {
  const ada = await new Person(client, type).register();
  const email = `new-${ada.email}`;
  const wrong = await ada.change({ method: 'profile', traits: { email: 'nothing' } });
  assert.equal(wrong.status, 400);
  assert.deepEqual(messages(wrong.body, 'traits.email'), [4000040]);
  const saved = await ada.change({ method: 'profile', traits: { email } });
  isSaved(saved, type);
  isIdentity(saved.body.identity, email);
  assert.equal(node(saved.body, 'traits.email').attributes.value, email);
  assert.equal((await ada.whoami()).body.identity.traits.email, email);
}

export async function changesThePassword(client, type) {
  const ada = await new Person(client, type).register();
  const other = ada.elsewhere();
  await other.logIn();
  const short = await ada.change({ method: 'password', password: 'short' });
  assert.deepEqual(messages(short.body, 'password'), [4000032]);
  isSaved(await ada.change({ method: 'password', password: OTHER }), type);
  isError(await other.whoami(), 401);
  const refused = await other.elsewhere().logIn({}, PASSWORD);
  assert.deepEqual(messages(refused.body), [4000006]);
  assert.equal((await other.elsewhere().logIn({}, OTHER)).status, 200);
}

export async function anOldSessionIsRefreshed(client, type) {
  const ada = await new Person(client, type).register();
  const before = (await ada.whoami()).body;
  await forward(61 * 60);
  const refused = await ada.change({ method: 'password', password: OTHER });
  isError(refused, 403, 'session_refresh_required');
  const address = new URL(refused.body.redirect_browser_to);
  assert.equal(address.pathname, '/self-service/login/browser');
  assert.equal(address.searchParams.get('refresh'), 'true');
  const flow = await ada.begin('login', { refresh: true });
  assert.equal(flow.refresh, true);
  assert.deepEqual(messages(flow), [1010003]);
  assert.equal((await ada.password(flow)).status, 200);
  const after = (await ada.whoami()).body;
  assert.equal(after.id, before.id);
  isSession(after, 'aal1', 'password', 'password');
  assert.ok(new Date(after.authenticated_at) > new Date(before.authenticated_at));
  isSaved(await ada.change({ method: 'password', password: OTHER }), type);
}

export async function settingsAreForTheirOwner(client, type) {
  isError(await new Person(client, type).init('settings'), 401, 'session_inactive');
  const ada = await new Person(client, type).register();
  const eve = await new Person(client, type).register();
  const flow = await ada.begin('settings');
  isError(await eve.read('settings', flow.id), 403, 'security_identity_mismatch');
}
