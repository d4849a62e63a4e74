import { ImapFlow } from 'imapflow';
import { backend } from '../backend.ts';
import { ask, asSystem } from '../database.ts';
import { log } from '../log.ts';
import { readBounce } from './bounce.ts';

const patience = 15_000;
const longest = 60_000;
const mostAtOnce = 200;
const mostBytes = 300_000;

/** Messages that are no bounces of ours stay unread for people to look at; we look at each once. */
const left = new Set<string>();

/**
 * The job `read_bounces`, every five minutes: what came back to the mailbox is noted with the mail it is about and marked
 * as read. A mailbox that hangs or is down costs a minute at most; the next run tries again.
 */
export async function readBounces() {
	const url = backend().settings.bounceMailbox;
	if (!url) return;
	const client = clientOf(new URL(url));
	const timer = setTimeout(() => client.close(), longest);
	try {
		await client.connect();
		await readFolder(client, decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX');
	} catch (error) {
		const { code = 'unknown' } = error as { code?: string }; // its words may hold the account
		log.warn('the mailbox of returned mails cannot be read', { code });
	} finally {
		clearTimeout(timer);
		client.close();
	}
}

function clientOf({ hostname, port, protocol, username, password }: URL): ImapFlow {
	const secure = protocol === 'imaps:';
	const client = new ImapFlow({
		host: hostname,
		port: Number(port) || (secure ? 993 : 143),
		secure,
		auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
		logger: false,
		connectionTimeout: patience,
		greetingTimeout: patience,
		socketTimeout: patience
	});
	client.on('error', () => {}); // told by whatever is waiting; without a listener it would end the program
	return client;
}

async function readFolder(client: ImapFlow, folder: string) {
	const { uidValidity } = await client.mailboxOpen(folder);
	const unseen = (await client.search({ seen: false }, { uid: true })) || [];
	const fresh = unseen.filter((uid) => !left.has(`${uidValidity}:${uid}`)).slice(-mostAtOnce);
	let [noted, unread] = [0, 0];
	for (const uid of fresh) {
		if (await note(client, uid)) noted++;
		else {
			left.add(`${uidValidity}:${uid}`);
			unread++;
		}
	}
	if (fresh.length) log.info('returned mails read', { noted, left: unread });
}

/** @returns whether it was a bounce of one of our mails; then it is marked as read */
async function note(client: ImapFlow, uid: number): Promise<boolean> {
	const message = await client.fetchOne(uid, { source: { maxLength: mostBytes } }, { uid: true });
	const bounce = message && message.source && (await readBounce(message.source).catch(() => null));
	if (!bounce) return false;
	const { mailIds, code, state } = bounce;
	let isOurs = false;
	for (const id of mailIds) {
		const noted = { p_id: id, p_code: code, p_state: state };
		isOurs = (await ask(asSystem().rpc('mail_bounced', noted))) || isOurs;
	}
	if (isOurs) await client.messageFlagsAdd(uid, ['\\Seen'], { uid: true });
	return isOurs;
}
