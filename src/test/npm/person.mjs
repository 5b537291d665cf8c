import assert from 'node:assert/strict';
import { CLIENTS } from './clients.mjs';
import { forward } from './clock.mjs';
import { isFlow, node } from './shapes.mjs';
import { totp } from './totp.mjs';

export const PASSWORD = 'correct horse battery staple';
let number = 0;

const capital = (kind) => kind[0].toUpperCase() + kind.slice(1);

/**
 * Somebody at one device: an API client that holds a token, or scripts in a browser with cookies.
 *
 * @property {'api' | 'browser'} type
 */
export class Person {
  email = `npm${++number}@example.org`;
  token;
  secret;

  constructor(client, type) {
    this.client = client;
    this.type = type;
    ({ call: this.send, jar: this.jar } = CLIENTS[client](type === 'browser'));
  }

  /** The same person at another device, where nobody is logged in yet. */
  elsewhere() {
    const other = new Person(this.client, this.type);
    return Object.assign(other, { email: this.email, secret: this.secret });
  }

  get inBrowser() {
    return this.type === 'browser';
  }

  /** Calls an operation with what proves who this is. */
  call(operation, parameters = {}) {
    return this.send(operation, { ...parameters, xSessionToken: this.token });
  }

  whoami() {
    return this.call('toSession');
  }

  /** Asks for a flow, with whatever answer. */
  init(kind, parameters) {
    const type = this.inBrowser ? 'Browser' : 'Native';
    return this.call(`create${type}${capital(kind)}Flow`, parameters);
  }

  /** A flow of this kind, which the server must give, and give again to who asks for it. */
  async begin(kind, parameters) {
    const { status, body: flow } = await this.init(kind, parameters);
    assert.equal(status, 200, JSON.stringify(flow));
    isFlow(flow, kind, this.type);
    const again = await this.read(kind, flow.id);
    assert.equal(again.status, 200);
    assert.deepEqual(unmasked(again.body), unmasked(flow));
    return flow;
  }

  read(kind, id) {
    return this.call(`get${capital(kind)}Flow`, { id });
  }

  /** Sends fields to a flow, with whatever answer; a token that is given is kept. */
  async submit(kind, flow, fields) {
    const csrf_token = this.inBrowser ? node(flow, 'csrf_token').attributes.value : undefined;
    const body = { [`update${capital(kind)}FlowBody`]: { csrf_token, ...fields } };
    const answer = await this.call(`update${capital(kind)}Flow`, { flow: flow.id, ...body });
    this.token = answer.body?.session_token ?? this.token;
    return answer;
  }

  /** Registers with a password in one step. */
  async register() {
    const flow = await this.begin('registration');
    const traits = { email: this.email };
    const fields = { method: 'password', password: PASSWORD, traits };
    const answer = await this.submit('registration', flow, fields);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return this;
  }

  async logIn(parameters, password = PASSWORD) {
    const flow = await this.begin('login', parameters);
    return this.password(flow, password);
  }

  password(flow, password = PASSWORD) {
    const fields = { method: 'password', identifier: this.email, password };
    return this.submit('login', flow, fields);
  }

  /** One change of the settings in a flow of its own. */
  async change(fields) {
    return this.submit('settings', await this.begin('settings'), fields);
  }

  async enrolTotp() {
    const flow = await this.begin('settings');
    this.secret = node(flow, 'totp_secret_key').attributes.text.context.secret;
    return this.submit('settings', flow, { method: 'totp', totp_code: await this.code() });
  }

  /** The code of a step that nobody can have used. */
  async code() {
    return totp(this.secret, await forward(30));
  }
}

/** A token is masked anew in each answer. */
function unmasked(flow) {
  const copy = structuredClone(flow);
  delete node(copy, 'csrf_token').attributes.value;
  return copy;
}
