/** The inside of the panel "Compare": forks, several seeds, runs kept. */
import type { Controller } from '../controller';
import { ForkPart } from './fork-part';
import { RunsPart } from './runs-part';
import { SeedsPart } from './seeds-part';

export function Compare(props: { readonly controller: Controller; readonly id: string }) {
  return (
    <div class="gb-compare">
      <ForkPart {...props} />
      <SeedsPart {...props} />
      <RunsPart {...props} />
    </div>
  );
}
