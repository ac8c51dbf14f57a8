interface NudgeProps {
  readonly x: number;
  readonly y: number;
  /** A number grows or shrinks; something is walked through, back and forth. */
  readonly sign: '+' | '−' | '‹' | '›';
  readonly label: string;
  readonly onPress: () => void;
}

/** A small round button in a picture, its target as large as a fingertip: one press changes a number a little, or goes a step on. */
export function Nudge({ x, y, sign, label, onPress }: NudgeProps) {
  return (
    <g
      class="gb-nudge"
      role="button"
      tabindex={0}
      aria-label={label}
      transform={`translate(${x},${y})`}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        onPress();
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <circle cx={0} cy={0} r={23} fill="transparent" />
      <circle cx={0} cy={0} r={10} class="gb-nudge-face" />
      <text dy="0.35em" text-anchor="middle" aria-hidden="true">
        {sign}
      </text>
    </g>
  );
}
