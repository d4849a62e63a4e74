import { callKinds } from '#lib/calls/kind.ts';
import type { ParamMatcher } from '@sveltejs/kit';

/** A kind of call: the pages that all kinds have stand once below it. */
export const match = ((param: string) => Object.hasOwn(callKinds, param)) satisfies ParamMatcher;
