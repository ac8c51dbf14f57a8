/** Courses of the learning rate by name (`ml/optimisers/schedule`). */
export const SCHEDULE_NAMES = ['constant', 'step', 'exponential', 'cosine', 'warmupCosine'] as const;
export type ScheduleName = (typeof SCHEDULE_NAMES)[number];
