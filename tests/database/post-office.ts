import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { backend } from '#lib/server/backend.ts';
import { ask, asSystem } from '#lib/server/database.ts';
import type { Letter } from '#lib/server/mail/letter.ts';

/** A mail server that takes everything but what `rules` say, and keeps what came whole. */
export async function postOffice(rules: SMTPServerOptions = {}) {
	const received: ParsedMail[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		closeTimeout: 50,
		onData: (stream, _session, done) =>
			void simpleParser(stream).then((mail) => {
				received.push(mail);
				done();
			}, done),
		...rules
	});
	server.on('error', () => {}); // a connection that a test cuts
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.server.address() as AddressInfo;
	return { received, port, server, close: () => new Promise<void>((done) => server.close(done)) };
}

/** From now on our mail goes to this port. */
export function sendTo(port: number) {
	backend().settings.mail = { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'post@example.org' };
	backend().settings.publicAddress = 'https://augenhoehe.example';
}

/** An answer of the mail server with its code. */
export const saying = (responseCode: number, words: string) =>
	Object.assign(new Error(words), { responseCode });

export const letter: Letter = {
	locale: 'de',
	subject: 'Antwort auf „Tagespflege“ (HZ-2026-142)',
	greeting: 'Guten Tag,',
	paragraphs: ['der Landkreis hat geantwortet.'],
	link: { label: 'Zur Meldung', address: 'https://augenhoehe.example/bedarfe/HZ-2026-142' },
	closing: ['Landkreis Harz']
};

/** What a mail is about; of any kind there is. */
type About = {
	kind: App.MailKind;
	occasion?: string;
	authorityId?: string;
	personId?: string;
	about?: string;
};

/** Queues mails past the letterbox. @returns how many are new */
export const queueMails = (mails: (About & { recipient: string; letter: Letter })[]) =>
	ask(asSystem().rpc('mail_queue_many', { p_mails: mails }));

/** Queues a mail past the letterbox. @returns false when this occasion already wrote to this address, or nobody wants it */
export const queueMail = async (recipient: string, letter: Letter, about: About) =>
	(await queueMails([{ recipient, letter, ...about }])) > 0;
