/** Registration, login with a password, sessions, logout. */
import assert from 'node:assert/strict';
import { PASSWORD, Person } from './person.mjs';
import { isError, isFlow, isIdentity, isSession, messages, node } from './shapes.mjs';

export async function registersAtOnce(client, type) {
  const ada = new Person(client, type);
  const flow = await ada.begin('registration');
  const fields = { method: 'password', password: PASSWORD, traits: { email: ada.email } };
  const { status, body } = await ada.submit('registration', flow, fields);
  assert.equal(status, 200, JSON.stringify(body));
  isIdentity(body.identity, ada.email);
  isSession(body.session, 'aal1', 'password');
  assert.equal(Boolean(body.session_token), type === 'api');
  assert.equal(Boolean(ada.jar.get('ory_kratos_session')), type === 'browser');
  const [next] = body.continue_with;
  if (type === 'api') {
    assert.equal(next.action, 'set_ory_session_token');
    assert.equal(next.ory_session_token, body.session_token);
  } else {
    assert.equal(next.action, 'redirect_browser_to');
    assert.match(next.redirect_browser_to, /^http/);
  }
  const session = (await ada.whoami()).body;
  isSession(session, 'aal1', 'password');
  isIdentity(session.identity, ada.email);
}

export async function registersInTwoSteps(client, type) {
  const ada = new Person(client, type);
  const flow = await ada.begin('registration');
  const nobody = await ada.submit('registration', flow, { method: 'profile', traits: {} });
  assert.equal(nobody.status, 400);
  assert.deepEqual(messages(nobody.body, 'traits.email'), [4000002]);
  const profile = { method: 'profile', traits: { email: ada.email } };
  const second = await ada.submit('registration', nobody.body, profile);
  assert.equal(second.status, 400);
  isFlow(second.body, 'registration', type);
  assert.deepEqual(messages(second.body), [1040009]);
  const fields = { method: 'password', traits: { email: ada.email } };
  const short = await ada.submit('registration', second.body, { ...fields, password: 'short' });
  assert.equal(short.status, 400);
  assert.deepEqual(messages(short.body, 'password'), [4000032]);
  assert.equal(node(short.body, 'password').attributes.value, undefined);
  const done = await ada.submit('registration', short.body, { ...fields, password: PASSWORD });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  isIdentity(done.body.identity, ada.email);
}

export async function nobodyRegistersTwice(client, type) {
  const ada = await new Person(client, type).register();
  if (type === 'browser') {
    isError(await ada.init('registration'), 400, 'session_already_available');
  }
  const other = ada.elsewhere();
  const flow = await other.begin('registration');
  const fields = { method: 'password', password: PASSWORD, traits: { email: ada.email } };
  const taken = await other.submit('registration', flow, fields);
  assert.equal(taken.status, 400);
  assert.deepEqual(messages(taken.body), [4000007]);
}

export async function logsInWithAPassword(client, type) {
  const ada = (await new Person(client, type).register()).elsewhere();
  const flow = await ada.begin('login');
  assert.equal(flow.requested_aal, 'aal1');
  assert.equal(flow.refresh, false);
  const wrong = await ada.password(flow, 'not the password at all');
  assert.equal(wrong.status, 400);
  isFlow(wrong.body, 'login', type);
  assert.deepEqual(messages(wrong.body), [4000006]);
  assert.equal(node(wrong.body, 'identifier').attributes.value, ada.email);
  assert.equal(node(wrong.body, 'password').attributes.value, undefined);
  const none = await ada.submit('login', flow, { method: 'password', identifier: ada.email, password: '' });
  assert.deepEqual(messages(none.body, 'password'), [4000002]);
  const { status, body } = await ada.password(flow);
  assert.equal(status, 200, JSON.stringify(body));
  isSession(body.session, 'aal1', 'password');
  isIdentity(body.session.identity, ada.email);
  if (type === 'api') {
    assert.match(body.session_token, /^ory_st_/);
  } else {
    assert.equal(body.session_token, undefined);
    assert.equal(body.continue_with[0].action, 'redirect_browser_to');
  }
  isError(await ada.init('login'), 400, 'session_already_available');
}

export async function listsAndEndsSessions(client, type) {
  const ada = await new Person(client, type).register();
  const [second, third] = [ada.elsewhere(), ada.elsewhere()];
  await second.logIn();
  await third.logIn();
  const own = (await ada.whoami()).body;
  const others = (await ada.call('listMySessions')).body;
  assert.equal(others.length, 2);
  others.forEach((session) => isSession(session, 'aal1', 'password'));
  assert.ok(others.every(({ id }) => id !== own.id));
  const { id } = (await second.whoami()).body;
  assert.equal((await ada.call('disableMySession', { id })).status, 204);
  isError(await second.whoami(), 401);
  isError(await ada.call('disableMySession', { id: own.id }), 400);
  assert.deepEqual((await ada.call('disableMyOtherSessions')).body, { count: 1 });
  isError(await third.whoami(), 401);
  assert.equal((await ada.whoami()).status, 200);
}

export async function logsOut(client, type) {
  const ada = await new Person(client, type).register();
  assert.equal((await (type === 'api' ? outByToken(ada) : outByAddress(ada))).status, 204);
  isError(await ada.whoami(), 401);
  isError(await ada.call('listMySessions'), 401);
  assert.equal(ada.jar.get('ory_kratos_session'), undefined);
}

function outByToken(ada) {
  const performNativeLogoutBody = { session_token: ada.token };
  return ada.send('performNativeLogout', { performNativeLogoutBody });
}

async function outByAddress(ada) {
  const { status, body } = await ada.call('createBrowserLogoutFlow');
  assert.equal(status, 200);
  const address = new URL(body.logout_url);
  assert.equal(address.pathname, '/self-service/logout');
  assert.equal(address.searchParams.get('token'), body.logout_token);
  isError(await ada.call('updateLogoutFlow', { token: 'another' }), 403);
  return ada.call('updateLogoutFlow', { token: body.logout_token });
}
