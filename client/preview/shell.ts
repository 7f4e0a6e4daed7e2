/** What the page of the preview is made of besides the certificate. */
export interface ShellParts {
  /** Unguessable, and another for each page: only what bears it is run or applied. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  /** The address of the certificate. */
  readonly uri: string;
}

/** The page into which the certificate is put. Its policy lets only its own script run and nothing be fetched. */
export function shell({ nonce, script, style, uri }: ShellParts): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main data-uri="${attribute(uri)}"><h1 class="empty">The certificate is being set.</h1></main>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>`;
}

/** A page that says why there is no certificate on it. Nothing on it runs. */
export function noPaper(why: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>Preview</title>
</head>
<body><main><h1>No preview</h1><p>${attribute(why)}</p></main></body>
</html>`;
}

/** A nonce of 128 random bits. */
export function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
