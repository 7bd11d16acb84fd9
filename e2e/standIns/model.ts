import { type HttpStandIn, startHttp } from './http';

/** A tool as a chat model gets it: its name, what it is for, and the JSON schema of its arguments. */
export interface OfferedTool {
	function: { name: string; description?: string; parameters: { properties: Record<string, { type?: string }> } };
}

interface Message {
	role: string;
	content: unknown;
}

interface Asked {
	messages: Message[];
	tools?: OfferedTool[];
	stream?: boolean;
}

/** A model that follows a script. */
export interface ScriptedModel extends HttpStandIn {
	/** The tools that it was offered last. */
	tools: () => OfferedTool[];
	/** What the tools returned to it, as text. */
	results: () => string[];
}

const textOf = (content: unknown): string => (typeof content === 'string' ? content : JSON.stringify(content));

/**
 * A chat model over OpenAI's Chat Completions that calls the tool it is offered once, with the arguments that the
 * script has, and then repeats what the tool returned.
 */
export async function startModel(argumentsOf: (tool: OfferedTool) => Record<string, unknown>): Promise<ScriptedModel> {
	let offered: OfferedTool[] = [];
	const returned: string[] = [];
	const standIn = await startHttp((request) => {
		if (!request.path.endsWith('/chat/completions')) return { body: { object: 'list', data: [] } };
		const { messages, tools = [], stream } = request.json<Asked>();
		offered = tools;
		const last = messages.at(-1);
		const isDone = last?.role === 'tool';
		if (isDone) returned.push(textOf(last.content));
		const [tool] = tools;
		const call = () => ({
			index: 0,
			id: 'call_1',
			type: 'function',
			function: { name: tool.function.name, arguments: JSON.stringify(argumentsOf(tool)) },
		});
		const message = isDone
			? { role: 'assistant', content: textOf(last.content) }
			: { role: 'assistant', content: null, tool_calls: [call()] };
		const finish_reason = isDone ? 'stop' : 'tool_calls';
		const about = { id: 'chat_1', created: 1, model: 'scripted' };
		if (stream) {
			const event = (choice: object) =>
				`data: ${JSON.stringify({ ...about, object: 'chat.completion.chunk', choices: [{ index: 0, ...choice }] })}\n\n`;
			const body = `${event({ delta: message })}${event({ delta: {}, finish_reason })}data: [DONE]\n\n`;
			return { headers: { 'content-type': 'text/event-stream' }, body };
		}
		return {
			body: {
				...about,
				object: 'chat.completion',
				choices: [{ index: 0, message, finish_reason }],
				usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
			},
		};
	});
	return { ...standIn, tools: () => offered, results: () => returned };
}
