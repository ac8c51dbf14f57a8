/** A drawing as wide as its place, one unit a pixel, so that its words are as large on a phone as on a desk. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Until it has been measured, a phone's column. */
const UNMEASURED = 340;

/** Narrower than this no axis has room: a place that is only just being laid out. */
const NARROWEST = 200;

/** The width of an element, followed as it changes. */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(UNMEASURED);
  useEffect(() => {
    if (ref.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > NARROWEST) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

interface FigureProps {
  readonly title: string;
  /** What is drawn, in words. */
  readonly label: string;
  readonly aspect: number;
  readonly children: (width: number, height: number) => ComponentChildren;
}

export function Figure({ title, label, aspect, children }: FigureProps) {
  const { ref, width } = useWidth();
  const height = Math.round(width * aspect);
  return (
    <div class="gb-picture" ref={ref}>
      <p class="gb-picture-title">{title}</p>
      <svg viewBox={`0 0 ${width} ${height}`} class="gb-svg" role="group" aria-label={`${title}: ${label}`}>
        {children(width, height)}
      </svg>
    </div>
  );
}
