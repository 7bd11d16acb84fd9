import { randomBytes } from 'node:crypto';

/** A file of an upload: its name becomes that of the message. */
interface Upload {
	name: string;
	mailboxPath: string;
	contentType: string;
	content: Buffer;
}

/**
 * The body of an upload in one call: the file in the part `upstream`, the path in `mailboxName` [captured]. Quotes and
 * line breaks of a name are written as browsers do (RFC 7578 leaves it to `%22`).
 */
export function multipartBody({ name, mailboxPath, contentType, content }: Upload): {
	contentType: string;
	body: Buffer;
} {
	const boundary = `upload-${randomBytes(18).toString('hex')}`;
	const text = (value: string) => value.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
	const head =
		`--${boundary}\r\nContent-Disposition: form-data; name="upstream"; filename="${text(name)}"\r\n` +
		`Content-Type: ${contentType}\r\n\r\n`;
	const tail =
		`\r\n--${boundary}\r\nContent-Disposition: form-data; name="mailboxName"\r\n\r\n${mailboxPath}` +
		`\r\n--${boundary}--\r\n`;
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		body: Buffer.concat([Buffer.from(head), content, Buffer.from(tail)]),
	};
}
