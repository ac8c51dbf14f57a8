import { defineModel } from '../../ml/model';
import { allAtOnce, someAtOnce } from './all-at-once';
import { oneAlone } from './one-alone';
import type { Values } from './setting';

export default defineModel<Values>({
  create: ({ values, random }) => (values.only === 0 ? allAtOnce(values, random) : oneAlone(values, random)),
  createShare: ({ values, random }, share) => someAtOnce(values, random, share),
});
