import { test } from 'node:test';
import { CLIENTS } from './clients.mjs';
import * as errors from './errors.mjs';
import * as factors from './factors.mjs';
import * as names from './names.mjs';
import * as passwords from './passwords.mjs';
import * as settings from './settings.mjs';

/** Each story, with either client, as an API client and as scripts in a browser; one at a time, for they share a clock. */
const STORIES =
  process.env.STYLE === 'identifier_first'
    ? names
    : { ...passwords, ...settings, ...factors, ...errors };

for (const client of Object.keys(CLIENTS)) {
  for (const type of ['api', 'browser']) {
    for (const [name, story] of Object.entries(STORIES)) {
      test(`${client}, ${type}: ${name}`, () => story(client, type));
    }
  }
}
