import type { Component } from 'svelte';

type Form = Component<{ asked: never; values: never; errors?: Record<string, string> | undefined }>;
type Said = Component<{ asked: never; given: never; level: number }>;

const forms = import.meta.glob<Form>('../*/GuestForm.svelte', { eager: true, import: 'default' });
const saids = import.meta.glob<Said>('../*/GuestSaid.svelte', { eager: true, import: 'default' });

/** What each kind asks a guest, and shows of what was said: `GuestForm.svelte` and `GuestSaid.svelte` in its folder. */
export const guestPartOf = ({ kind }: { kind: string }) => ({
	Form: forms[`../${kind}/GuestForm.svelte`]!,
	Said: saids[`../${kind}/GuestSaid.svelte`]!
});
