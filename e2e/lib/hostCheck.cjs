/**
 * Loaded into n8n before it starts (node --require): its servers answer only requests for this machine's own names.
 * A web page whose host name was pointed at 127.0.0.1 could otherwise talk to an n8n that runs code.
 */
const { Server } = require('node:http');

const OWN = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;
const emit = Server.prototype.emit;

Server.prototype.emit = function (event, ...args) {
	const isRequest = ['request', 'upgrade', 'checkContinue', 'checkExpectation', 'connect'].includes(event);
	if (!isRequest || OWN.test(args[0].headers.host ?? '')) return emit.call(this, event, ...args);
	const text = 'This n8n responds on 127.0.0.1 and localhost only.';
	const headers = { 'content-type': 'text/plain', 'content-length': text.length, connection: 'close' };
	if (event === 'upgrade' || event === 'connect') args[1].destroy();
	else args[1].writeHead(421, headers).end(text);
	return true;
};
