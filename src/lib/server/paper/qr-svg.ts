import { qrCode } from '../qr-code.ts';

/** The QR code of an address as a picture with its quiet margin. */
export function qrSvg(address: string): string {
	const { size, path } = qrCode(address);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 ${size + 4} ${size + 4}"><path d="${path}"/></svg>`;
}
