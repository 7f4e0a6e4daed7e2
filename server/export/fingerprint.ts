/**
 * The SHA-256 of a text, as 64 hexadecimal digits. The text counts as a file has it in UTF-8, without a byte order mark
 * and with line feeds at the ends of its lines, so that it does not depend on how a system keeps text files.
 */
export async function fingerprint(text: string): Promise<string> {
  const bytes = await fingerprintBytes(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The 32 bytes of the SHA-256 of a text in UTF-8, exactly as it is. */
export async function fingerprintBytes(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
