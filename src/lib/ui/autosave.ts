export type Status = 'saved' | 'offline' | 'signed-out' | 'elsewhere' | 'closed' | 'not-saved';

/** What saving came to: `saved` with what the server says, or why not. */
export type Outcome<Reply> =
	{ status: 'saved'; reply: Reply } | { status: Exclude<Status, 'saved' | 'offline'> };

export interface Wiring<Body, Reply> {
	/** What to save now; null when the page says what is stored already. */
	read: () => Body | null;
	/** @throws without network */
	send: (body: Body, isLast: boolean) => Promise<Outcome<Reply>>;
	/** A copy on this device, until it is stored. */
	keep: (body: Body) => void;
	stored: (body: Body, reply: Reply) => void;
	say: (status: Status) => void;
}

const waiting: Status[] = ['elsewhere', 'signed-out', 'closed'];

/**
 * Saves by itself a few seconds after the last key, one request at a time. Without network it keeps a copy on the device and
 * tries again; when somebody else changed the same answer, when the session has ended or nothing can be saved here any more,
 * it waits for the person.
 * @param idle milliseconds after the last change, @param retry milliseconds after a failure
 */
export function autosave<Body, Reply>(wiring: Wiring<Body, Reply>, idle = 3000, retry = 15_000) {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isSending = false;
	let isHalted = false;

	function plan(delay: number) {
		clearTimeout(timer);
		if (!isHalted) timer = setTimeout(save, delay);
	}

	async function save() {
		clearTimeout(timer);
		const body = wiring.read();
		if (!body || isSending || isHalted) return;
		isSending = true;
		const outcome = await wiring.send(body, false).catch(() => null);
		isSending = false;
		if (outcome?.status === 'saved') wiring.stored(body, outcome.reply);
		wiring.say(outcome?.status ?? 'offline');
		isHalted = outcome ? waiting.includes(outcome.status) : false;
		if (outcome?.status !== 'saved') plan(retry);
		else if (wiring.read()) plan(idle);
	}

	return {
		/** Something was typed. */
		changed() {
			const body = wiring.read();
			if (!body) return;
			wiring.keep(body);
			plan(idle);
		},
		/** The network is back. */
		retry: () => plan(0),
		/** The page goes: one last try that may outlive it. */
		leave() {
			clearTimeout(timer);
			const body = wiring.read();
			if (!body || isHalted) return;
			wiring.keep(body);
			wiring.send(body, true).catch(() => {});
		},
		stop() {
			isHalted = true;
			clearTimeout(timer);
		}
	};
}
