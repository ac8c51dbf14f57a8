import { coordinate } from './ramp';
import { textWidth } from './words';

/** Its face, and where a finger hits it. */
const FACE = 28;
const TARGET = 46;

/** How wide a button with these words is. */
export function buttonWidth(words: string): number {
  return textWidth(words) + 24;
}

interface PictureButtonProps {
  readonly x: number;
  /** Of its middle. */
  readonly y: number;
  readonly words: string;
  readonly onPress: () => void;
}

/** A button with words in a picture, its target as high as a fingertip; by keyboard Enter or Space. */
export function PictureButton({ x, y, words, onPress }: PictureButtonProps) {
  const width = buttonWidth(words);
  return (
    <g
      class="gb-picture-button"
      role="button"
      tabindex={0}
      aria-label={words}
      transform={`translate(${coordinate(x)},${coordinate(y)})`}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        onPress();
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <rect x={0} y={-TARGET / 2} width={coordinate(width)} height={TARGET} fill="transparent" />
      <rect x={0} y={-FACE / 2} width={coordinate(width)} height={FACE} rx={6} class="gb-nudge-face" />
      <text x={coordinate(width / 2)} dy="0.35em" text-anchor="middle" aria-hidden="true">
        {words}
      </text>
    </g>
  );
}
