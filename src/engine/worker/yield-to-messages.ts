/** Letting messages in between two pieces of work. */

/** A message to ourselves stands behind those that wait. Several may wait at once: each is woken by its own. */
export function createYielding(): () => Promise<void> {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(undefined);
    });
}
