/** One line of a chronicle: who did what and when (ISO time). */
export interface Entry {
	at: string;
	what: string;
	by?: string;
	/** Quoted as it was written. */
	text?: string | null;
	href?: string;
}

/** "Frau Albrecht, Sozialplanung": who in which post. */
export const byWhom = (name?: string | null, post?: string | null) => [name, post].filter(Boolean).join(', ');
