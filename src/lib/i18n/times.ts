import { z } from 'zod';

/** How documents write times: a calendar day (2026-12-01), and a moment with its offset. */
export const calendarDay = z.iso.date();
export const instant = z.iso.datetime({ offset: true });
