/** The folded parts below a demo, by the names that links use; the inspector has a name of its own there. */
export const PANELS = ['breakpoints', 'compare', 'data', 'code', 'share', 'model', 'numbers', 'backend', 'help'] as const;

export type PanelName = (typeof PANELS)[number];
