import assert from 'node:assert/strict';

/** The clients check nothing that they read, so that each shape is asserted here. */
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NODE_TYPES = ['input', 'img', 'text', 'script', 'a', 'div'];
const MESSAGE_TYPES = ['info', 'success', 'error'];

export function isId(value) {
  assert.match(value, ID);
}

export function isTime(value) {
  assert.match(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
}

export function isMessage(message) {
  assert.equal(typeof message.id, 'number');
  assert.ok(message.text.length > 0);
  assert.ok(MESSAGE_TYPES.includes(message.type), message.type);
}

function isNode(node) {
  assert.ok(NODE_TYPES.includes(node.type), node.type);
  assert.equal(node.attributes.node_type, node.type);
  assert.equal(typeof node.group, 'string');
  assert.ok(Array.isArray(node.messages));
  node.messages.forEach(isMessage);
  if (node.type === 'input') {
    assert.equal(typeof node.attributes.name, 'string');
    assert.equal(typeof node.attributes.disabled, 'boolean');
  }
  if (node.meta.label) {
    isMessage(node.meta.label);
  }
}

/** A flow of this kind (login, registration, settings) and type (api, browser). */
export function isFlow(flow, kind, type) {
  isId(flow.id);
  assert.equal(flow.type, type);
  [flow.issued_at, flow.expires_at].forEach(isTime);
  assert.ok(new Date(flow.expires_at) > new Date(flow.issued_at));
  assert.match(flow.request_url, /^http/);
  assert.equal(flow.ui.method, 'POST');
  assert.ok(flow.ui.action.endsWith(`/self-service/${kind}?flow=${flow.id}`), flow.ui.action);
  flow.ui.nodes.forEach(isNode);
  (flow.ui.messages ?? []).forEach(isMessage);
  const csrf = node(flow, 'csrf_token');
  assert.equal(csrf.attributes.type, 'hidden');
  assert.equal(Boolean(csrf.attributes.value), type === 'browser');
}

export function isIdentity(identity, email) {
  isId(identity.id);
  assert.equal(identity.schema_id, 'default');
  assert.match(identity.schema_url, /^http.*\/schemas\//);
  assert.equal(identity.state, 'active');
  assert.equal(identity.traits.email, email);
  [identity.created_at, identity.updated_at, identity.state_changed_at].forEach(isTime);
  assert.equal(identity.credentials, undefined);
  assert.equal(identity.metadata_admin, undefined);
}

/** A live session at this level, by these methods in this order. */
export function isSession(session, level, ...methods) {
  isId(session.id);
  assert.equal(session.active, true);
  assert.equal(session.authenticator_assurance_level, level);
  assert.deepEqual(session.authentication_methods.map(({ method }) => method), methods);
  for (const { aal, completed_at: at } of session.authentication_methods) {
    assert.match(aal, /^aal[12]$/);
    isTime(at);
  }
  [session.issued_at, session.expires_at, session.authenticated_at].forEach(isTime);
  session.devices.forEach(({ id }) => isId(id));
}

/** An error object, with or without an id of its own. */
export function isError({ status, body }, code, id) {
  assert.equal(status, code, JSON.stringify(body));
  assert.equal(body.error.code, code);
  assert.equal(body.error.id, id);
  assert.ok(body.error.status.length > 0);
  assert.ok(body.error.message.length > 0);
}

/** The node with this name or id. */
export function node(flow, name) {
  return flow.ui.nodes.find(({ attributes }) => (attributes.name ?? attributes.id) === name);
}

/** The ids of the messages of the flow, or of one of its nodes. */
export function messages(flow, name) {
  const list = name ? node(flow, name).messages : (flow.ui.messages ?? []);
  return list.map(({ id }) => id);
}
