import assert from 'node:assert/strict';
import type { TemplateCheck } from './scene';
import { ledgerPicture } from './syspro';
import { readTemplate, templateNames } from './template';

/** Notes whose text does not fit into them, by their first words; n8n would let a reader scroll. */
const CUT_OFF = `[...document.querySelectorAll('[data-test-id="sticky"]')]
	.filter((note) => [note, ...note.querySelectorAll('*')].some((part) => part.scrollHeight > part.clientHeight + 4
		&& /auto|scroll|hidden/.test(getComputedStyle(part).overflowY)))
	.map((note) => note.innerText.slice(0, 40))`;

/** Each template in the editor, as a user sees it after the import. */
const templates: TemplateCheck[] = templateNames().map((name) => ({
	name: `picture: ${name}`,
	async run(scene) {
		const workflow = await scene.api.createWorkflow(readTemplate(name));
		const editor = await scene.editor();
		await editor.page.setViewportSize({ width: 2000, height: 1125 });
		await editor.openWorkflow(workflow.id);
		const path = await editor.picture(scene.images, `template-${name}`);
		assert.deepEqual(await editor.page.evaluate(CUT_OFF), [], 'notes that are too small for their text');
		return path;
	},
}));

/** Pictures of the templates, and of what they keep. */
export const pictures: TemplateCheck[] = [...templates, ledgerPicture];
