/** Logins that ask for the identifier first. */
import assert from 'node:assert/strict';
import { Person } from './person.mjs';
import { isFlow, isIdentity, isSession, messages, node } from './shapes.mjs';

function name(person, flow) {
  const fields = { method: 'identifier_first', identifier: person.email };
  return person.submit('login', flow, fields);
}

export async function asksForTheNameFirst(client, type) {
  const ada = (await new Person(client, type).register()).elsewhere();
  const flow = await ada.begin('login');
  assert.equal(node(flow, 'password'), undefined);
  assert.equal(node(flow, 'identifier').attributes.required, true);
  const asked = await name(ada, flow);
  assert.equal(asked.status, 400);
  isFlow(asked.body, 'login', type);
  assert.equal(node(asked.body, 'identifier').attributes.value, ada.email);
  const wrong = await ada.password(asked.body, 'not the password at all');
  assert.deepEqual(messages(wrong.body), [4000006]);
  const { status, body } = await ada.password(wrong.body);
  assert.equal(status, 200, JSON.stringify(body));
  isSession(body.session, 'aal1', 'password');
  isIdentity(body.session.identity, ada.email);
}

/** Whoever asks learns nothing. */
export async function asksAStrangerTheSame(client, type) {
  const ada = (await new Person(client, type).register()).elsewhere();
  const nobody = new Person(client, type);
  const answers = [];
  for (const person of [ada, nobody]) {
    const { status, body } = await name(person, await person.begin('login'));
    assert.equal(status, 400);
    answers.push(body.ui.nodes.map(({ group, attributes }) => `${group} ${attributes.name}`));
    assert.deepEqual(messages(body), []);
  }
  assert.deepEqual(answers[0], answers[1]);
}
