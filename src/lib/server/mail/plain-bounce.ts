import type { ParsedMail } from 'mailparser';

type Said = { code: string; state: 'returned' | null };

/**
 * What a mail server says in plain words about a mail that it quotes: Exim and GMX, qmail, Gmail and their like. It writes as a
 * daemon and not as a person, and its words are those of a failure. Null for everything else.
 */
export function returnIn(mail: ParsedMail, words: string): Said | null {
	if (!isDaemon(mail)) return null;
	const said = `${mail.subject ?? ''}\n${beforeQuoted(words)}`;
	if (delay.test(said)) return { code: codeIn(said, '4') ?? '4.0.0', state: null };
	return failure.test(said) ? { code: codeIn(said, '5') ?? 'returned', state: 'returned' } : null;
}

function isDaemon({ from, headers }: ParsedMail): boolean {
	const [name = ''] = (from?.value[0]?.address ?? '').split('@');
	return /^(mail(er)?-?daemon|mdaemon|postmaster)$/i.test(name) || headers.has('x-failed-recipients');
}

const failure =
	/(could|can)(not|n't| not) be delivered|(was|were)(n't| not) (able to deliver|delivered)|wasn't able to deliver|failed permanently|permanent error|delivery (to .{0,200} )?(has )?failed|undeliverable|failure notice|unzustellbar|nicht zugestellt werden|zustellung .{0,80}fehlgeschlagen/is;
const delay =
	/not yet been delivered|delayed \d|delivery .{0,40}delayed|attempts will continue|will (continue|keep) (to )?try|noch nicht zugestellt|zustellung .{0,40}verzögert/is;

/** Our own words follow, and a mail of ours may speak of a failure as well. */
const beforeQuoted = (words: string) => words.split(/^\s*-{2,}.{3,120}$/m)[0]!;

/** `550 5.1.1`, `5.2.2` or `550`; no part of a network address. */
function codeIn(text: string, first: '4' | '5'): string | undefined {
	const enhanced = new RegExp(`(?<![\\d.])${first}\\.\\d{1,2}\\.\\d{1,3}(?![\\d.]*\\d)`).exec(text)?.[0];
	const [, basic] =
		new RegExp(
			`(?:error|reason|said|was|returned|answer)[^\\n]{0,200}?[\\s:](${first}\\d\\d)[\\s-]`,
			'i'
		).exec(text) ?? [];
	return [basic, enhanced].filter(Boolean).join(' ') || undefined;
}
