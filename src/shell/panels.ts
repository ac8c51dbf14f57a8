/** The folded parts below a demo, by the names that links use; the inspector has a name of its own there. */
export const PANELS = ['compare', 'data', 'code', 'share', 'model', 'numbers', 'help'] as const;

export type PanelName = (typeof PANELS)[number];
