const longest = 120;
/** Nothing one cannot see: control characters, and those that turn the direction of reading (`gnp.exe` read backwards). */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2028\u2029]/gu;

/**
 * A name somebody gave to a file, made harmless: without a path and without what cannot be seen. It is shown and offered
 * for saving, and never names a file of ours. May be empty.
 */
export function cleanName(typed: string): string {
	const last = typed.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
	const seen = last
		.replace(unseen, '')
		.replace(/[<>:"|?*]/g, '_')
		.replace(/\s+/g, ' ')
		.replace(/^[. ]+|[. ]+$/g, '');
	const ending = endingOf(seen);
	const stem = ending ? seen.slice(0, -ending.length - 1) : seen;
	const short = [...stem].slice(0, longest).join('').trimEnd();
	return ending ? `${short}.${ending}` : short;
}

/** "pdf" of "Plan.PDF"; empty without one. */
export const endingOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** A clean name with an ending, so that it opens with the right program. */
export const named = (name: string, ending: string) =>
	endingOf(name) ? name : `${name || 'Datei'}.${ending}`;
