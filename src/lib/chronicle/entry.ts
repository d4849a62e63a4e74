/** One line of a chronicle: who did what and when (ISO time). */
export interface Entry {
	at: string;
	what: string;
	by?: string;
	/** Quoted as it was written. */
	text?: string | null;
	href?: string;
}

/**
 * "Frau Albrecht, Sozialplanung, Landkreis Harz": who, in which post, of which organisation, as far as that is known.
 * Nothing is said twice, though an organisation may be called "Landkreis Harz, Sozialplanung".
 */
export const byWhom = (...parts: (string | null | undefined)[]) =>
	[...new Set(parts.filter(Boolean).join(', ').split(', '))].join(', ');
