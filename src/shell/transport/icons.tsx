/** The transport's signs; their shapes stand in `shell.css`, once for all figures of a page. */
export type IconName = 'play' | 'pause' | 'back' | 'forward' | 'reset' | 'dice';

/** A sign in the colour of the words around it; says nothing to who listens, since the button has a name. */
export function Icon({ name }: { readonly name: IconName }) {
  return <span class={`gb-icon gb-icon-${name}`} aria-hidden="true" />;
}
