/** How long something will take, in words: coarse, so that what is read aloud does not change with every look. */
import { shellText } from '../i18n/shell';
import { fill, type Lang } from '../i18n/text';

/** Seconds from which a reader is told how long a replay takes. */
const LONG = 5;

/** Seconds as words: in fives, from two minutes on in minutes, from two hours on in hours. */
function durationText(seconds: number, lang: Lang): string {
  if (seconds < 120) return fill(shellText.seconds[lang], { count: 5 * Math.ceil(seconds / 5) });
  if (seconds < 7200) return fill(shellText.minutes[lang], { count: Math.round(seconds / 60) });
  return fill(shellText.hours[lang], { count: Math.round(seconds / 3600) });
}

/** The time that steps take at a speed, in words, where it is long enough to be said. */
export function longReplay(steps: number, stepsPerSecond: number | undefined, lang: Lang): string | undefined {
  const seconds = stepsPerSecond === undefined || stepsPerSecond <= 0 ? 0 : steps / stepsPerSecond;
  return seconds < LONG ? undefined : durationText(seconds, lang);
}
