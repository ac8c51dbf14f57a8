import type { Text } from './text';

/** The words of the inspector, its watches, and what can be done to a network there. */
export const inspectorText = {
  didFreeze: { zh: '冻结 {layer}', en: '{layer} frozen' },
  didThaw: { zh: '解冻 {layer}', en: '{layer} thawed' },
  didSwitchOff: { zh: '关掉 {layer}[{unit}]', en: '{layer}[{unit}] switched off' },
  didSwitchOn: { zh: '打开 {layer}[{unit}]', en: '{layer}[{unit}] switched on' },
  didReinitialise: { zh: '重新初始化 {layer}', en: '{layer} re-initialised' },
} as const satisfies Record<string, Text>;
