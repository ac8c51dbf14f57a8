import type { Text } from './text';

/** What the elements of a page say by themselves, before any frame is loaded: apart, since every page loads it. */
export const elementText = {
  notLoaded: {
    zh: '这个演示没能载入（也许断网了）。再点它一下，会重新尝试。',
    en: 'This demo could not be loaded (offline, perhaps). Touch it again to try once more.',
  },
  updated: {
    zh: '网站在你打开这一页之后更新过，旧的脚本已经不在了。重新载入就能继续；设置和步数写在链接里，不会丢。',
    en: 'The book was updated after you opened this page, and the old scripts are gone. Reload to go on: settings and step stay in the link.',
  },
  predictNotLoaded: {
    zh: '这一题没能载入，答案可以在下面展开。',
    en: 'This question could not be loaded; its answer can be unfolded below.',
  },
  predict: { zh: '先猜一猜', en: 'Make a prediction' },
  retry: { zh: '重试', en: 'Try again' },
  reload: { zh: '重新载入', en: 'Reload' },
  solved: { zh: '已完成', en: 'solved' },
  takeUp: { zh: '到图中挑战', en: 'Take it up in the figure' },
  notSolved: { zh: '尚未完成', en: 'not solved yet' },
  notStored: { zh: '未能存入浏览器', en: 'not stored in the browser' },
  progress: { zh: '我的进度', en: 'My progress' },
  progressNotLoaded: { zh: '没能载入，请检查网络后再点一次', en: 'It did not load; check the network and try again' },
} as const satisfies Record<string, Text>;
