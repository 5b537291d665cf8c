import assert from 'node:assert/strict';
import axios from 'axios';
import * as fetching from '@ory/client-fetch';
import * as kratos from '@ory/kratos-client';
import { Jar } from './jar.mjs';

const BASE = process.env.SERVER_URL;

/**
 * Either client behind one call, since their operations and parameters have the same names.
 *
 * `call(operation, parameters)` answers `{status, body}` whatever the status is.
 */
export const CLIENTS = { 'kratos-client': axiosClient, 'client-fetch': fetchClient };

/** Scripts in a browser have a jar; API clients must not send cookies. */
function axiosClient(withCookies) {
  const jar = new Jar();
  const http = axios.create({ maxRedirects: 0, proxy: false });
  http.interceptors.request.use((request) => {
    if (withCookies && jar.header) {
      request.headers.set('Cookie', jar.header);
    }
    return request;
  });
  const api = new kratos.FrontendApi(new kratos.Configuration({ basePath: BASE }), BASE, http);
  const call = async (operation, parameters) => {
    const answer = await api[operation](parameters).catch(axiosRefusal);
    jar.keep(answer.headers['set-cookie']);
    return { status: answer.status, body: answer.data };
  };
  return { call, jar };
}

function axiosRefusal(error) {
  if (!error.response) {
    throw error;
  }
  return error.response;
}

function fetchClient(withCookies) {
  const jar = new Jar();
  const fetchApi = async (url, init) => {
    const headers = { ...init.headers, Accept: 'application/json' };
    if (withCookies && jar.header) {
      headers.Cookie = jar.header;
    }
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    jar.keep(answer.headers.getSetCookie());
    return answer;
  };
  const api = new fetching.FrontendApi(new fetching.Configuration({ basePath: BASE, fetchApi }));
  const call = async (operation, parameters) => {
    try {
      return await read(await api[`${operation}Raw`](parameters));
    } catch (error) {
      return fetchRefusal(error);
    }
  };
  return { call, jar };
}

async function fetchRefusal(error) {
  if (!(error instanceof fetching.ResponseError)) {
    throw error;
  }
  const { response } = error;
  return { status: response.status, body: await response.json() };
}

/** What the client makes of an answer, which must be all of the answer. */
async function read(answer) {
  const { status } = answer.raw;
  if (status === 204) {
    return { status, body: undefined };
  }
  const sent = await answer.raw.clone().json();
  const body = JSON.parse(JSON.stringify(await answer.value()));
  assert.deepEqual(plain(body), plain(sent));
  return { status, body };
}

/** Without nulls, which the client leaves out, and with times as it writes them. */
function plain(value) {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (value && typeof value === 'object') {
    const filled = Object.entries(value).filter(([, inner]) => inner !== null);
    return Object.fromEntries(filled.map(([key, inner]) => [key, plain(inner)]));
  }
  return /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : value;
}
