/** Files that gzip has written. */

/** True for what gzip has written. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** `size`: how many bytes came out before what went wrong. */
export type Unpacked = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly wrong: 'damaged' | 'large'; readonly size: number };

/** Unpacks once; stops where more comes out than `most`, so that a small file cannot fill the memory. */
async function unpackedOnce(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Unpacked> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      size += value.length;
      if (size > most) {
        await reader.cancel();
        return { wrong: 'large', size };
      }
    }
  } catch {
    return { wrong: 'damaged', size };
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return { bytes: whole };
}

/** Unpacks what was packed, once or twice (as happens to a file that a server packs again). */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Unpacked> {
  const once = await unpackedOnce(bytes, most);
  return 'bytes' in once && isGzip(once.bytes) ? unpackedOnce(once.bytes, most) : once;
}
