// A provider of OpenID Connect on loopback whose every visitor is "somebody", logged in by two
// factors: what a person would click is done at once. It ends with its standard input.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const client = {
  client_id: 'bonafide',
  client_secret: 'not-a-secret-of-anybody',
  redirect_uris: ['https://bonafide.example/callback'],
};

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [client],
    acrValues: ['gold'],
    claims: { acr: null, amr: null, auth_time: null, openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false }, claimsParameter: { enabled: true } },
    cookies: { keys: ['not-a-secret-either'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: 'a@example.org', email_verified: true }),
    }),
  });
  const next = provider.callback();
  server.on('request', (request, response) =>
    request.url.startsWith('/interaction/')
      ? interact(provider, request, response)
      : next(request, response));
  console.log(issuer);
});

// Logs in, then consents: the two questions that the provider has.
async function interact(provider, request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  const result = prompt.name === 'login'
    ? { login: { accountId: 'somebody', acr: 'gold', amr: ['pwd', 'otp'] } }
    : { consent: { grantId: await granted(provider, params, session) } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

async function granted(provider, params, session) {
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  return grant.save();
}

process.stdin.resume().on('end', () => process.exit(0));
