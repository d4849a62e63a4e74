/**
 * Text as offices write it: UTF-8, Windows-1252 (of which ISO-8859-1 is a part), or the UTF-16 of Excel's "Unicode text". A
 * byte that is no letter in its encoding becomes "\ufffd": one wrong byte in a file of UTF-8 does not make it another
 * encoding, and where it stands can be told. In NFC, so that what looks the same is the same.
 */
export function decoded(bytes: Uint8Array): string {
	return inEncoding(bytes).normalize('NFC');
}

function inEncoding(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	const text = new TextDecoder('utf-8').decode(bytes);
	const wrong = text.split('\ufffd').length - 1;
	const right = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
	if (!wrong || wrong < right) return text;
	return new TextDecoder('windows-1252').decode(bytes).replace(/[\x81\x8d\x8f\x90\x9d]/g, '\ufffd');
}
