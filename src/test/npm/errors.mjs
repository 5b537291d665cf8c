/** What clients are told when something cannot be. */
import assert from 'node:assert/strict';
import { forward } from './clock.mjs';
import { PASSWORD, Person } from './person.mjs';
import { isError, isFlow, isId, messages } from './shapes.mjs';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

export async function anExpiredFlowIsReplaced(client, type) {
  const ada = (await new Person(client, type).register()).elsewhere();
  const flow = await ada.begin('login');
  await forward(61 * 60);
  isError(await ada.read('login', flow.id), 410, 'self_service_flow_expired');
  const over = await ada.password(flow);
  isError(over, 410, 'self_service_flow_expired');
  assert.equal(typeof over.body.since, 'number');
  isId(over.body.use_flow_id);
  const fresh = await ada.read('login', over.body.use_flow_id);
  assert.equal(fresh.status, 200);
  isFlow(fresh.body, 'login', type);
  assert.deepEqual(messages(fresh.body), [4010001]);
  assert.equal((await ada.password(fresh.body)).status, 200);
}

export async function unknownThingsAreNotFound(client, type) {
  const ada = new Person(client, type);
  isError(await ada.read('login', UNKNOWN), 404);
  isError(await ada.read('registration', UNKNOWN), 404);
  isError(await ada.call('getFlowError', { id: UNKNOWN }), 404);
  const fields = { method: 'password', identifier: 'x', password: 'y' };
  const updateLoginFlowBody = { ...fields, csrf_token: 'x' };
  isError(await ada.call('updateLoginFlow', { flow: UNKNOWN, updateLoginFlowBody }), 404);
}

export async function requestsThatCannotBeAreRefused(client, type) {
  const ada = new Person(client, type);
  isError(await ada.whoami(), 401);
  isError(await ada.init('login', { aal: 'aal2' }), 401, 'session_aal1_required');
  isError(await ada.init('login', { aal: 'aal3' }), 400);
  const forbidden = 'self_service_flow_return_to_forbidden';
  isError(await ada.init('login', { returnTo: 'https://evil.example/' }), 400, forbidden);
  const flow = await ada.begin('login');
  const off = await ada.submit('login', flow, { method: 'passkey', passkey_login: '{}' });
  isError(off, 404);
  const lost = await ada.submit('login', flow, { method: 'totp', totp_code: '123456' });
  assert.equal(lost.status, 400);
  assert.deepEqual(messages(lost.body), [4010002]);
}

export async function flowsStayWithTheirClient(client, type) {
  const ada = await new Person(client, type).register();
  const there = ada.elsewhere();
  const flow = await there.begin('login');
  if (type === 'browser') {
    isError(await ada.elsewhere().read('login', flow.id), 403, 'security_csrf_violation');
    isError(await ada.elsewhere().password(flow), 403, 'security_csrf_violation');
  } else {
    const browser = await new Person(client, 'browser').register();
    const fields = { method: 'password', identifier: ada.email, password: PASSWORD };
    const refused = await browser.submit('login', flow, fields);
    assert.equal(refused.status, 400);
    assert.deepEqual(messages(refused.body), [4000001]);
  }
  const done = await there.password(flow);
  assert.equal(done.status, 200, JSON.stringify(done.body));
}
