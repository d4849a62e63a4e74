/** One line of a chronicle: who did what and when (ISO time). */
export interface Entry {
	at: string;
	what: string;
	by?: string;
	/** Quoted as it was written. */
	text?: string | null;
	href?: string;
}

/** "Frau Albrecht, Sozialplanung, Landkreis Harz": who in which post, nothing said twice. */
export const byWhom = (name?: string | null, post?: string | null) =>
	[...new Set([name, post].filter(Boolean).join(', ').split(', '))].join(', ');
