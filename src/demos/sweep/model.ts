import { defineModel } from '../../ml/model';
import { allAtOnce } from './all-at-once';
import { oneAlone } from './one-alone';
import type { Values } from './setting';

export default defineModel<Values>({
  create: ({ values, random }) => (values.only === 0 ? allAtOnce(values, random) : oneAlone(values, random)),
});
