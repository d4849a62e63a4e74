import { z } from 'zod';

/**
 * The id that a form drew for what it makes (FormId.svelte): however often and however late the same form is sent, it makes
 * one thing. A form without one makes a new thing each time.
 */
export const formId = z.uuid().catch(() => crypto.randomUUID());
