/** A file's bytes as text, in whichever encoding spreadsheets of any country write it. */

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * UTF-16 without a mark: of a table's characters nearly all are digits and separators, whose high bytes are zero and stand in the even
 * places (high byte first) or the odd ones.
 */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 4096);
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd * 2 > looked / 2) return 'utf-16le';
  return odd === 0 && even * 2 > looked / 2 ? 'utf-16be' : undefined;
}

/**
 * True where high bytes come in pairs as Chinese writing has them (GB 2312's signs and its 3755 common characters), rather than singly
 * between letters, as accents do. Almost any bytes make something in GB 18030, so that being legal says little.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let single = 0;
  for (let i = 0; i < bytes.length; i++) {
    const [lead = 0, trail = 0] = [bytes[i], bytes[i + 1]];
    if (lead < 0x80) continue;
    if (((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)) && trail >= 0xa1) {
      pairs++;
      i++;
    } else single++;
  }
  return pairs >= single;
}

/** A file's text; undefined where it is none. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  if (bytes.includes(0)) {
    // No text in bytes has zeros.
    const wide = unmarkedUtf16(bytes);
    return wide === undefined ? undefined : decoded(bytes, wide);
  }
  const plain = decoded(bytes, 'utf-8');
  if (plain !== undefined) return plain;
  const western = decoded(bytes, 'windows-1252');
  const chinese = decoded(bytes, 'gb18030');
  if (chinese !== undefined && looksChinese(bytes)) return chinese;
  // Five bytes that Windows-1252 leaves free are decoded as control characters.
  return western === undefined || /[\u0080-\u009F]/.test(western) ? chinese : western;
}
