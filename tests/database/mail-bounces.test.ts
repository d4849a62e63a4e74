import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { backend } from '#lib/server/backend.ts';
import { readBounces } from '#lib/server/mail/bounces.ts';
import { sql } from './harness.ts';

/* What comes back to the mailbox, as real mail servers write it, read from a real mailbox. */

const report = (name: string, id: string) =>
	readFileSync(`tests/database/bounces/${name}.eml`, 'utf8').replaceAll('{id}', id).replaceAll('\n', '\r\n');

let validity = 1;
/** A mailbox with these messages in it; each test has one that was never read before. */
async function mailbox(...messages: string[]) {
	const server = hoodiecrow({
		plugins: ['UIDPLUS'],
		storage: { INBOX: { uidvalidity: Date.now() + validity++, messages: messages.map((raw) => ({ raw })) } }
	});
	const listening = server.server.listen(0, '127.0.0.1');
	await new Promise((done) => listening.once('listening', done));
	onTestFinished(() => void server.close());
	backend().settings.bounceMailbox = `imap://testuser:testpass@127.0.0.1:${(listening.address() as AddressInfo).port}/INBOX`;
	return {
		unread: () => server.folderCache.INBOX!.messages.filter(({ flags }) => !flags.includes('\\Seen')).length
	};
}

async function sent(state = 'sent') {
	const [{ id }] = (await sql<{ id: string }>(
		`insert into private.mails (kind, recipient, subject, state) values ('question', 'kern@beispiel.example', 'x', $1) returning id`,
		[state]
	)) as [{ id: string }];
	return id;
}
const stateOf = async (id: string) =>
	(await sql('select state, reason from private.mails where id = $1', [id]))[0];

beforeEach(() => {
	backend().settings.publicAddress = 'https://augenhoehe.example';
});
afterEach(() => {
	backend().settings.bounceMailbox = undefined;
});

test.each([
	['postfix', '5.1.1'],
	['exchange', '5.2.2']
])('the report of %s marks the mail as bounced, and is read', async (name, reason) => {
	const id = await sent();
	const box = await mailbox(report(name, id));
	await readBounces();
	expect(await stateOf(id)).toEqual({ state: 'bounced', reason });
	expect(box.unread()).toBe(0);
});

test('a delay is noted and is no bounce', async () => {
	const id = await sent();
	const box = await mailbox(report('delayed', id));
	await readBounces();
	expect(await stateOf(id)).toEqual({ state: 'sent', reason: '4.4.1' });
	expect(box.unread()).toBe(0);
});

test('giving up after days of delay is a bounce, whatever the code', async () => {
	const id = await sent();
	await mailbox(report('delayed', id).replace('Action: delayed', 'Action: failed').replace('4.4.1', '4.4.7'));
	await readBounces();
	expect(await stateOf(id)).toEqual({ state: 'bounced', reason: '4.4.7' });
});

test('good news changes nothing and is read', async () => {
	const id = await sent();
	const box = await mailbox(
		report('delayed', id).replace('Action: delayed', 'Action: delivered').replace('4.4.1', '2.0.0')
	);
	await readBounces();
	expect(await stateOf(id)).toEqual({ state: 'sent', reason: null });
	expect(box.unread()).toBe(0);
});

test('what is uncertain becomes certain', async () => {
	const id = await sent('unsure');
	await mailbox(report('postfix', id));
	await readBounces();
	expect(await stateOf(id)).toEqual({ state: 'bounced', reason: '5.1.1' });
});

test.each([
	['exim', 'returned'],
	['gmx', '550'],
	['qmail', '550 5.1.1'],
	['gmail', '552 5.2.2']
])('the plain words of %s are noted as a mail that came back, and read', async (name, reason) => {
	const id = await sent();
	const box = await mailbox(report(name, id));
	await readBounces();
	expect(await stateOf(id)).toEqual({ state: 'returned', reason });
	expect(box.unread()).toBe(0);
});

test('what came back in plain words is bounced once a report says so, and not the other way round', async () => {
	const id = await sent();
	await mailbox(report('qmail', id), report('postfix', id), report('exim', id));
	await readBounces();
	expect(await stateOf(id)).toEqual({ state: 'bounced', reason: '5.1.1' });
});

test('a delay in plain words is noted and is no return', async () => {
	const id = await sent();
	const box = await mailbox(report('exim-delay', id));
	await readBounces();
	expect(await stateOf(id)).toEqual({ state: 'sent', reason: '4.0.0' });
	expect(box.unread()).toBe(0);
});

test('what people write, and who is away, stays unread for people and holds up nothing', async () => {
	const [answered, bounced] = [await sent(), await sent()];
	const box = await mailbox(
		report('answer', answered),
		report('absent', answered),
		report('exim', crypto.randomUUID()),
		'Subject: Abwesend\r\n\r\nIch bin im Urlaub.',
		'kein Brief',
		report('postfix', bounced)
	);
	await readBounces();
	expect(await stateOf(answered)).toEqual({ state: 'sent', reason: null });
	expect(await stateOf(bounced)).toEqual({ state: 'bounced', reason: '5.1.1' });
	expect(box.unread()).toBe(5);
	await readBounces();
	expect(box.unread()).toBe(5);
});

test('a report about somebody else’s mail, or an invented one, marks nothing', async () => {
	const id = await sent();
	const box = await mailbox(
		report('postfix', crypto.randomUUID()),
		report('postfix', id).replaceAll(`${id}@augenhoehe.example`, `${id}@anderswo.example`)
	);
	await readBounces();
	expect(await stateOf(id)).toEqual({ state: 'sent', reason: null });
	expect(box.unread()).toBe(2);
});

test('a wrong password, and a mailbox that is down, are no failure of the job', async () => {
	await mailbox();
	backend().settings.bounceMailbox = backend().settings.bounceMailbox!.replace('testpass', 'falsch');
	await readBounces();
	backend().settings.bounceMailbox = 'imap://testuser:testpass@127.0.0.1:1/INBOX';
	await readBounces();
});

test('a mailbox that hangs is left after a while', async () => {
	const held = new Set<Socket>();
	const silent = createServer((socket) => void held.add(socket.on('error', () => {}))).listen(0, '127.0.0.1');
	onTestFinished(() => {
		for (const socket of held) socket.destroy();
		silent.close();
	});
	await new Promise((done) => silent.once('listening', done));
	backend().settings.bounceMailbox = `imap://a:b@127.0.0.1:${(silent.address() as AddressInfo).port}/INBOX`;
	await readBounces();
	expect(held.size).toBe(1);
}, 40_000);
