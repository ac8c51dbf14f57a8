/** Parts of a frame that are loaded when they are first asked for. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export type LazyPart<P> = { readonly Part: ComponentType<P> } | 'failed' | undefined;

/** A part once it has arrived; should it not, it is tried again when it is wanted again. */
export function useLazyPart<P>(wanted: boolean, load: () => Promise<ComponentType<P>>): LazyPart<P> {
  const [loaded, setLoaded] = useState<LazyPart<P>>(undefined);
  useEffect(() => {
    if (!wanted || typeof loaded === 'object') return;
    setLoaded(undefined);
    load().then(
      (Part) => setLoaded({ Part }),
      () => setLoaded('failed'),
    );
  }, [wanted]);
  return loaded;
}
