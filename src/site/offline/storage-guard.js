/**
 * Runs before everything else on a page: where the browser forbids storage, or has no room left, what is to be stored is kept for this
 * page alone, so that no script that stores something (the frame's own among them) stops half-way.
 */
(() => {
  const inMemory = () => {
    const kept = new Map();
    return {
      getItem: (key) => kept.get(String(key)) ?? null,
      setItem: (key, value) => void kept.set(String(key), String(value)),
      removeItem: (key) => void kept.delete(String(key)),
      clear: () => kept.clear(),
      key: (index) => [...kept.keys()][index] ?? null,
      get length() {
        return kept.size;
      },
    };
  };
  for (const name of ['localStorage', 'sessionStorage']) {
    try {
      const probe = 'glassbox-probe';
      window[name].setItem(probe, probe);
      window[name].removeItem(probe);
    } catch {
      const value = inMemory();
      Object.defineProperty(window, name, { configurable: true, get: () => value });
    }
  }
})();
