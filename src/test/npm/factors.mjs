/** Second factors: set up, asked for, used, removed. */
import assert from 'node:assert/strict';
import { Person } from './person.mjs';
import { isError, isFlow, isSession, messages, node } from './shapes.mjs';

const CODE = /^[a-z0-9]{8}$/;

export async function setsUpAnAuthenticatorApp(client, type) {
  const ada = await new Person(client, type).register();
  const flow = await ada.begin('settings');
  assert.match(node(flow, 'totp_qr').attributes.src, /^data:image\/png;base64,/);
  const wrong = await ada.submit('settings', flow, { method: 'totp', totp_code: '000000' });
  assert.equal(wrong.status, 400);
  assert.deepEqual(messages(wrong.body, 'totp_code'), [4000008]);
  const { status, body } = await ada.enrolTotp();
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(messages(body), [1050001]);
  assert.equal(node(body, 'totp_secret_key'), undefined);
  isSession((await ada.whoami()).body, 'aal2', 'password', 'totp');
  const gone = await ada.change({ method: 'totp', totp_unlink: true });
  assert.equal(gone.status, 200, JSON.stringify(gone.body));
  assert.equal(node(gone.body, 'totp_unlink'), undefined);
  assert.equal((await ada.elsewhere().logIn()).status, 200);
}

export async function isAskedForTheSecondFactor(client, type) {
  const ada = await new Person(client, type).register();
  await ada.enrolTotp();
  const there = ada.elsewhere();
  const { status, body } = await there.logIn();
  if (type === 'browser') {
    isError({ status, body }, 422, 'browser_location_change_required');
    assert.match(body.redirect_browser_to, /\/self-service\/login\/browser\?aal=aal2/);
  } else {
    assert.equal(status, 200, JSON.stringify(body));
    isSession(body.session, 'aal1', 'password');
    assert.equal(body.session.identity ?? null, null);
  }
  for (const refused of [await there.whoami(), await there.init('settings')]) {
    isError(refused, 403, 'session_aal2_required');
    assert.match(refused.body.redirect_browser_to, /aal=aal2/);
  }
}

export async function stepsUpWithAnAuthenticatorApp(client, type) {
  const ada = await new Person(client, type).register();
  await ada.enrolTotp();
  const there = ada.elsewhere();
  await there.logIn();
  const flow = await there.begin('login', { aal: 'aal2' });
  assert.equal(flow.requested_aal, 'aal2');
  assert.deepEqual(messages(flow), [1010004]);
  assert.equal(node(flow, 'totp_code').attributes.required, true);
  const wrong = await there.submit('login', flow, { method: 'totp', totp_code: '000000' });
  assert.equal(wrong.status, 400);
  assert.deepEqual(messages(wrong.body), [4000008]);
  const totp_code = await there.code();
  const done = await there.submit('login', flow, { method: 'totp', totp_code });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  isSession(done.body.session, 'aal2', 'password', 'totp');
  isSession((await there.whoami()).body, 'aal2', 'password', 'totp');
  isError(await there.init('login', { aal: 'aal2' }), 400, 'session_already_available');
}

export async function stepsUpWithALookupSecret(client, type) {
  const ada = await new Person(client, type).register();
  const codes = await enrolLookup(ada, type);
  const there = ada.elsewhere();
  await there.logIn();
  const flow = await there.begin('login', { aal: 'aal2' });
  const wrong = await use(there, flow, '00000000');
  assert.equal(wrong.status, 400);
  assert.deepEqual(messages(wrong.body), [4000016]);
  const done = await use(there, flow, codes[0]);
  assert.equal(done.status, 200, JSON.stringify(done.body));
  isSession(done.body.session, 'aal2', 'password', 'lookup_secret');
  const again = await there.begin('login', { aal: 'aal2', refresh: true });
  assert.deepEqual(messages((await use(there, again, codes[0])).body), [4000012]);
  const off = await ada.change({ method: 'lookup_secret', lookup_secret_disable: true });
  assert.equal(off.status, 200, JSON.stringify(off.body));
  assert.equal((await ada.elsewhere().logIn()).status, 200);
}

function use(person, flow, code) {
  return person.submit('login', flow, { method: 'lookup_secret', lookup_secret: code });
}

async function enrolLookup(ada, type) {
  const flow = await ada.begin('settings');
  const shown = await ada.submit('settings', flow, ask('lookup_secret_regenerate'));
  assert.equal(shown.status, 200, JSON.stringify(shown.body));
  isFlow(shown.body, 'settings', type);
  assert.equal(shown.body.state, 'show_form');
  const { secrets } = node(shown.body, 'lookup_secret_codes').attributes.text.context;
  const codes = secrets.map(({ context }) => context.secret);
  assert.equal(codes.length, 12);
  codes.forEach((code) => assert.match(code, CODE));
  const done = await ada.submit('settings', shown.body, ask('lookup_secret_confirm'));
  assert.equal(done.status, 200, JSON.stringify(done.body));
  assert.equal(done.body.state, 'success');
  isSession((await ada.whoami()).body, 'aal2', 'password', 'lookup_secret');
  return codes;
}

function ask(what) {
  return { method: 'lookup_secret', [what]: true };
}
