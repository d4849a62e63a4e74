import { beforeAll, describe, expect, test } from 'vitest';
import { tryingAsEach } from './acting.ts';
import { cast, roles, type Role } from './cast.ts';
import { answering } from './matrix/answering.ts';
import { assistances } from './matrix/assistances.ts';
import { attachments } from './matrix/attachments.ts';
import { channels } from './matrix/channels.ts';
import { calls } from './matrix/calls.ts';
import { documents } from './matrix/documents.ts';
import { drafts } from './matrix/drafts.ts';
import { meetings } from './matrix/meetings.ts';
import { mail } from './matrix/mail.ts';
import { organisations } from './matrix/organisations.ts';
import { own } from './matrix/own.ts';
import { audit } from './matrix/audit.ts';
import { pastVerbs } from './matrix/past-verbs.ts';
import { rooms } from './matrix/rooms.ts';
import { secrets } from './matrix/secrets.ts';
import { subjectsGranted, subjectsOf } from './matrix/subjects.ts';
import { submitted } from './matrix/submitted.ts';
import { tables } from './matrix/tables.ts';
import { tokens } from './matrix/tokens.ts';
import { votes } from './matrix/votes.ts';
import { words } from './matrix/words.ts';
import { setStage, type Stage } from './stage.ts';

/* The permission matrix: every right, tried as every role. First what they cannot do. */

let stage: Stage;
beforeAll(async () => {
	stage = await setStage();
});

test('every table and function that somebody may use is tried below', async () => {
	const tried = new Set(
		Object.values(chapters)
			.flat()
			.flatMap(({ statement }) => subjectsOf(statement))
	);
	expect((await subjectsGranted()).filter((subject) => !tried.has(subject))).toEqual([]);
});

const chapters = {
	'what is still private': drafts,
	'what came by letter or phone': channels,
	'acting for a member': assistances,
	'reading what was submitted': submitted,
	'files beside a draft or a report': attachments,
	'acting on what was submitted': answering,
	'changing what was submitted': words,
	'asking, answering and closing': calls,
	'the room of an organisation, and what comes out of it': rooms,
	'what the verbs do, without them': pastVerbs,
	'documents and rounds': documents,
	'lists that come in and go out': tables,
	'organisations, posts and people': organisations,
	'the audit log': audit,
	'calendars of meetings': meetings,
	'votes of a body': votes,
	'mail that did not arrive': mail,
	'secrets and the machinery': secrets,
	'tokens for programs': tokens,
	'what is everybody’s own': own
};

for (const [chapter, rights] of Object.entries(chapters)) {
	describe(chapter, () => {
		for (const { fact, tries, may, refusedAs } of rights) {
			test(`${fact} is refused to all who may not`, async () => {
				const refusals = ['nothing', 'NOTFD', '42501', ...refusedAs];
				const words = await outcomes(
					roles.filter((role) => !may.includes(role)),
					tries(stage)
				);
				expect(words.filter(([, word]) => !refusals.includes(word))).toEqual([]);
			});

			if (may.length === 0) continue;
			test(`${fact} is for those who may`, async () => {
				const words = await outcomes(may, tries(stage));
				expect(words.filter(([, word]) => word !== 'yes')).toEqual([]);
			});
		}
	});
}

async function outcomes(actors: Role[], text: string): Promise<[Role, string][]> {
	const words = await tryingAsEach(
		actors.map((role) => cast[role]),
		text
	);
	return actors.map((role, n) => [role, words[n]!]);
}
