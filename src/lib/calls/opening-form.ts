import { z } from 'zod';
import { anyDay } from './day-and-time.ts';

const body = z.string().trim().max(2000, 'calls_error_long');

/** The planner's word on sessions outside the window; whether it is wanted is asked in SQL. */
export const openingForm = z.object({ body });
/** The day to which the window is extended while it is checked. */
export const untilForm = z.object({ until: anyDay, body });
