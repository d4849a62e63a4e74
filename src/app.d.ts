import type { Display } from '#lib/i18n/display.ts';
import type { Database } from '#lib/server/database.ts';
import type { authority, help } from '#lib/server/authority.ts';
import type { Values } from '#lib/server/forms.ts';
import type { person, post } from '#lib/server/session-memory.ts';
import type { infer as Infer } from 'zod';

declare global {
	namespace App {
		interface Error {
			message: string;
			requestId?: string;
			closed?: ClosedDraft;
		}

		/** A draft that was no longer open to its writer when a form of it came. */
		interface ClosedDraft {
			/** Of the report it has become, for whoever may see that. */
			number: string | null;
			/** What did not happen, where that is not plain. */
			sentence?: string;
			/** What was typed, to be copied. */
			typed: { label: string; value: string }[];
		}

		interface Locals {
			requestId: string;
			/** Acts as the signed-in person, or as nobody. */
			db: Database;
			display: Display;
			session: Session | null;
			person: Person | null;
			/** Of a program that uses the open interface; null elsewhere. */
			token?: { scopes: string[]; posts: Post[] } | null;
			/** Whose pages these are. */
			authority: Authority;
			/** What was typed on this page before the session ran out: `form?.values ?? data.kept ?? stored`. */
			kept: Values | null;
		}

		interface PageData {
			person?: Person | null;
			posts?: Post[];
			authority?: Authority;
			help?: Help | null;
			display?: Display;
			isSample?: boolean;
		}

		interface Session {
			id: string;
			person: Person;
			posts: Post[];
			authority: Authority;
			/** Paths of pages whose forms were kept for the person. */
			kept: string[];
			/** A post of the person asks for a second factor that is not set up yet: its rights sleep until then. */
			lacksSecondFactor: boolean;
			/** Until when it counts as freshly proven (ISO). */
			provenUntil: string;
		}

		type Person = Infer<typeof person>;
		type Post = Infer<typeof post>;
		type Authority = Infer<typeof authority>;
		type Help = Infer<typeof help>;
	}
}
