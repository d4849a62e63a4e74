import { createTransport, type Transporter } from 'nodemailer';
import { Readable } from 'node:stream';
import { backend } from '../backend.ts';
import type { Claimed } from './again.ts';
import { unsubscribeHeaders } from './foot.ts';
import { asHtml, asText, type Letter, type Link } from './letter.ts';
import { messageIdOf } from './message-id.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

/** Hands a mail to the mail server, once, and says how it ended. */
export async function hand({ id, recipient }: Claimed, letter: Letter, foot?: Link): Promise<Outcome> {
	const flow = { hasBegun: false };
	try {
		await transport().sendMail({
			from: backend().settings.mail?.from,
			to: { name: '', address: recipient },
			subject: letter.subject,
			text: asText(letter, foot),
			html: asHtml(letter, foot),
			messageId: messageIdOf(id),
			headers: {
				'Auto-Submitted': 'auto-generated',
				'X-Augenhoehe-Id': messageIdOf(id), // for relays that give a mail another Message-ID
				...unsubscribeHeaders(foot)
			},
			...{ flow }
		});
		return { outcome: 'sent' };
	} catch (error) {
		return outcomeOf(error, flow.hasBegun);
	}
}

let opened: { url: string; transport: Transporter } | undefined;
const patience = 60_000;

/** Two connections that stay open. Nothing is sent a second time in here: that is for the job to decide. */
function transport(): Transporter {
	const url = backend().settings.mail!.smtpUrl;
	if (opened?.url === url) return opened.transport;
	opened?.transport.close();
	const transport = createTransport({
		url,
		pool: true,
		maxConnections: 2,
		maxRequeues: 0,
		connectionTimeout: patience / 2,
		greetingTimeout: patience / 2,
		socketTimeout: patience,
		disableFileAccess: true,
		disableUrlAccess: true
	});
	transport.use('stream', watchFlow);
	opened = { url, transport };
	return transport;
}

type Watched = {
	data: { flow?: { hasBegun: boolean } };
	message: { processFunc: (watch: (input: Readable) => Readable) => void };
};

/** The letter is asked for only after the mail server has said yes to the recipient: from then on its fate is open. */
function watchFlow(mail: unknown, done: () => void) {
	const { data, message } = mail as Watched;
	message.processFunc((input) =>
		Readable.from(
			(async function* () {
				if (data.flow) data.flow.hasBegun = true;
				yield* input;
			})(),
			{ objectMode: false }
		)
	);
	done();
}
