/** The server's clock, which the test in Java moves when it is asked to. */
const CONTROL = process.env.CLOCK_URL;

/** @returns the seconds since 1970 afterwards, at the server */
export async function forward(seconds) {
  const answer = await fetch(`${CONTROL}${seconds}`, { method: 'POST' });
  return Number(await answer.text());
}
