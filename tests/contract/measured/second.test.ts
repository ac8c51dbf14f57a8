import { measurePart } from './numbers';

await measurePart(1);
