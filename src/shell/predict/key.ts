/** Where predictions are kept in the browser's storage. */
export const KEY = 'glassbox-predictions';
