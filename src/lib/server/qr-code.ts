import QRCode from 'qrcode';

export type QrCode = { size: number; path: string };

/** The QR code of an address as one SVG path; error correction M, for paper that is folded. */
export function qrCode(address: string): QrCode {
	// In bytes: looking for parts that need less room takes longer than it saves.
	const data = [{ data: Buffer.from(address), mode: 'byte' as const }];
	const { modules } = QRCode.create(data, { errorCorrectionLevel: 'M' });
	let path = '';
	for (let y = 0; y < modules.size; y++)
		for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`;
	return { size: modules.size, path };
}

const drawn = new Map<string, QrCode>();
const most = 2000;

/** The same, drawn once: drawing takes an eighth of a report's page. For addresses that are no secret, for it is kept. */
export function keptQrCode(address: string): QrCode {
	let code = drawn.get(address);
	if (!code) {
		if (drawn.size >= most) drawn.clear();
		drawn.set(address, (code = qrCode(address)));
	}
	return code;
}
