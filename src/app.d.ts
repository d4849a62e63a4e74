import type { Display } from '#lib/i18n/display.ts';
import type { Database } from '#lib/server/database.ts';
import type { Values } from '#lib/server/forms.ts';

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
		}

		interface Person {
			id: string;
			salutation: 'Frau' | 'Herr' | null;
			givenName: string;
			familyName: string;
			email: string;
			locale: Display['locale'];
			textSize: Display['text'];
			contrast: Display['contrast'];
		}

		/** A post the person holds, or stands in for, today; or one in which the person assists somebody. */
		interface Post {
			id: string;
			kind: string;
			title: string;
			capacity: 'holder' | 'deputy' | 'assistant';
			/** Whom the person assists ("Herr Demir"); only as assistant. The kind is then `writing_assistant` or `reading_assistant`. */
			forPerson?: string | null;
			organisationId: string;
			organisationName: string;
			organisationKind: string;
			authorityId: string;
			/** Last day of the term (ISO date); null: open-ended. */
			endsOn: string | null;
		}

		interface Authority {
			id: string;
			key: string;
			name: string;
			/** First letters of its numbers, as in HZ-2026-142. */
			prefix: string;
			isSample: boolean;
			/** A colour as #rrggbb, for the coat of arms only; text never takes it. */
			accent: string | null;
			/** First five digits of the municipal key (AGS). */
			districtKey: string;
			postalAddress: string | null;
			email: string | null;
			phone: string | null;
			help: Help | null;
		}

		/** Whom to ask: the holder of the post responsible, else the deputy; without either the name is empty. */
		interface Help {
			name: string;
			title: string | null;
			phone: string | null;
			email: string | null;
		}
	}
}
