// A network that stumbles is asked again.

/** What npm says when it is the network's fault, or the registry's for the moment, and another try may well succeed. */
const PASSING =
  /\b(?:E(?:NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|NETUNREACH|HOSTUNREACH|PIPE|INTEGRITY)|ERR_SOCKET_TIMEOUT|ERR_STREAM_PREMATURE_CLOSE|E(?:429|5\d\d)|FETCH_ERROR|Z_BUF_ERROR|TAR_BAD_ARCHIVE)\b|socket hang up|network (?:timeout|aborted)|premature close/i;

/** The sign of such a failure in what was said; undefined where another try would fail alike. @param {string} said */
export function passingFailure(said) {
  return PASSING.exec(said)?.[0];
}

/**
 * Does something, and does it again after a while each time that it failed in a way that passes.
 * @template T @param {() => Promise<T>} act @param {readonly number[]} waits in milliseconds, one before each further try
 * @returns {Promise<T>}
 */
export async function tryAgain(act, waits = [1000, 3000, 8000]) {
  for (const wait of waits) {
    try {
      return await act();
    } catch (error) {
      if (passingFailure(String(error?.message)) === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return act();
}
