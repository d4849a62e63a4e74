import { z } from 'zod';
import { m } from '#lib/i18n/paraglide/messages.js';
import { instant } from '#lib/i18n/times.ts';

const callState = z.enum(['draft', 'open', 'closed', 'weighing', 'decided', 'published']);
export type CallState = z.infer<typeof callState>;

/** What every page about a call knows of it. Moments are ISO times; the database says what the clock makes of them. */
export const callHead = z.strictObject({
	kind: z.string(),
	slug: z.string(),
	title: z.string(),
	state: callState,
	opensAt: instant,
	closesAt: instant,
	hasBegun: z.boolean(),
	isOver: z.boolean(),
	/** It is published, and there is a page for whoever may read it. */
	hasResult: z.boolean()
});
export type CallHead = z.infer<typeof callHead>;

/** A document that has the head of its call beside the rest, as pages read it: what is said of the call stands for itself. */
export type Flat<Document extends { call: CallHead }> = CallHead & Omit<Document, 'call'>;

/** How far a call has come: the steps taken with it, and between them the clock. */
export type Phase = Exclude<CallState, 'open'> | 'announced' | 'running' | 'over';

export function phaseOf({ state, hasBegun, isOver }: Pick<CallHead, 'state' | 'hasBegun' | 'isOver'>): Phase {
	if (state !== 'open') return state;
	if (!hasBegun) return 'announced';
	return isOver ? 'over' : 'running';
}

/** What stands beside the word of a phase: see `StateWord`. */
const signs = {
	draft: 'open',
	announced: 'open',
	running: 'now',
	over: 'late',
	closed: 'done',
	weighing: 'now',
	decided: 'done',
	published: 'done'
} as const;
const phaseWords: Record<Phase, () => string> = {
	draft: m.calls_phase_draft,
	announced: m.calls_phase_announced,
	running: m.calls_phase_running,
	over: m.calls_phase_over,
	closed: m.calls_phase_closed,
	weighing: m.calls_phase_weighing,
	decided: m.calls_phase_decided,
	published: m.calls_phase_published
};

export function phaseInWords(call: Parameters<typeof phaseOf>[0]) {
	const phase = phaseOf(call);
	return { sign: signs[phase], word: phaseWords[phase]() };
}

export const administrationKinds = ['municipality', 'association'];

/** Kinds of organisations that can be asked, in the order in which they are offered. */
export const askedKinds = [
	'municipality',
	'association',
	'advisory_council',
	'welfare_umbrella',
	'member_association',
	'provider'
] as const;
export type AskedKind = (typeof askedKinds)[number];

export const kindWords: Record<AskedKind, () => string> = {
	municipality: m.calls_kind_municipality,
	association: m.calls_kind_association,
	advisory_council: m.calls_kind_advisory_council,
	welfare_umbrella: m.calls_kind_welfare_umbrella,
	member_association: m.calls_kind_member_association,
	provider: m.calls_kind_provider
};
