import { diagnoses, givenNames, nobody, onePerson, placeWords, titles } from './personal-data-words.ts';

/** Something in a text that seems to tell about one single person, with the words as they stand. */
export interface PersonalData {
	kind: 'name' | 'phone' | 'email' | 'iban' | 'diagnosis';
	words: string;
}

/**
 * Looks for names, ways to reach somebody, accounts and illnesses of single persons in a German text. It errs in both
 * directions and gives hints only: "Menschen mit Demenz" are a target group, "Herr Meier hat Demenz" is a patient.
 * Source: data protection of free texts (Art. 9 GDPR).
 */
export function personalData(text: string): PersonalData[] {
	const found = [
		...emails(text),
		...ibans(text),
		...phones(text),
		...names(text),
		...sentences(text).flatMap(illnesses)
	];
	return found.filter(
		(one, index) => found.findIndex((other) => other.kind === one.kind && other.words === one.words) === index
	);
}

const all = (kind: PersonalData['kind'], words: string[]) => words.map((word) => ({ kind, words: word }));
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([match]) => match.trim());

function emails(text: string): PersonalData[] {
	return all('email', matches(text, /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu));
}

function ibans(text: string): PersonalData[] {
	const candidates = matches(
		text,
		/\bDE\d{2}(?: ?\d{4}){4} ?\d{2}\b|\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/gi
	);
	return all('iban', candidates.map(withoutTail).filter(isIban));
}

/** A word after the account may look like its last group: take groups off until the sum is right. */
function withoutTail(candidate: string): string {
	const groups = candidate.split(' ');
	while (groups.length > 1 && !isIban(groups.join(' '))) groups.pop();
	return groups.join(' ');
}

/** ISO 13616: the check sum modulo 97 is 1. */
function isIban(candidate: string): boolean {
	const compact = candidate.replaceAll(' ', '').toUpperCase();
	if (compact.length < 15 || compact.length > 34) return false;
	const digits = (compact.slice(4) + compact.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
		String(letter.charCodeAt(0) - 55)
	);
	return BigInt(digits) % 97n === 1n;
}

function phones(text: string): PersonalData[] {
	const candidates = matches(text, /(?<![\p{L}\d.,]|\d )(?:\+49|0049|\(?0\d)[\d()/ –-]{4,}\d/gu);
	return all('phone', candidates.filter(isPhone));
}

function isPhone(candidate: string): boolean {
	const digits = candidate.replaceAll(/\D/g, '').length;
	const isDate = /^\d{1,2}[/ –-]+\d{1,2}[/ –-]+(?:19|20)?\d{2}$/.test(candidate);
	const isPostcodes = /^\d{5}(?:[/ –-]+\d{5})*$/.test(candidate);
	return digits >= 7 && digits <= 15 && !isDate && !isPostcodes;
}

function names(text: string): PersonalData[] {
	return [...text.matchAll(namePattern)]
		.filter(({ groups }) => isName(groups?.salutation, groups?.first, groups?.second, groups?.after))
		.map(({ 0: match }) => ({ kind: 'name', words: match.trim() }));
}

const word = String.raw`\p{Lu}[\p{Ll}ß]+(?:-\p{Lu}[\p{Ll}ß]+)*`;
const namePattern = new RegExp(
	String.raw`(?<![\p{L}-])(?:(?<salutation>Frau|Herrn?|Familie|Fam\.|Eheleute|Ehepaar|Oma|Opa) (?:(?:${titles}) )*(?<first>${word})` +
		String.raw`|(?<second>${givenNames}) ${word})(?![\p{L}])(?=(?<after>[- ]?[\p{L}]*))`,
	'gu'
);

function isName(salutation: string | undefined, first = '', given: string | undefined, after = ''): boolean {
	if (given) return !after.startsWith('-') && !placeWords.test(after.trim());
	return Boolean(salutation) && !nobody.has(first) && !after.startsWith('-');
}

/** A name, an age or "leidet an" tells that one person is meant; without it an illness is a subject, not a patient. */
function illnesses(sentence: string): PersonalData[] {
	const isOnePerson = onePerson.test(sentence) || names(sentence).length > 0;
	return isOnePerson ? all('diagnosis', matches(sentence, diagnoses)) : [];
}

function sentences(text: string): string[] {
	return text
		.replaceAll(/\b(Dr|Prof|Fam|Fr|Hr|geb|ca|St|bzw|z|B)\./g, '$1')
		.split(/(?<=[.!?;])\s+|\n+/)
		.filter((sentence) => sentence.trim());
}
