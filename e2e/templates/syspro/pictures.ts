import { invoice, order, response, shipNotice } from '../../../test/support/syspro/interchanges';
import { weighed } from '../../checks/pictures';
import type { TemplateCheck } from '../scene';
import { onGround } from './ground';
import { runAndDecide } from './inbox';

/** The ledger in the editor, after orders have left and partners have sent what they have. */
export const ledgerPicture: TemplateCheck = onGround(
	'picture: syspro ledger',
	'a data table',
	async (ground, scene) => {
		const { b2b, bring, run, ledger } = ground;
		await run(await bring('syspro-purchase-orders-to-edi'));
		for (const [name, text] of [
			['850_BAY-900.edi', order()],
			['855_1.edi', response(38_000)],
			['810_INV-77.edi', invoice()],
			['856_SHIP-7.edi', shipNotice()],
		] as const) {
			b2b.store.deposit('/ACME/Inbox', name, text);
		}
		await runAndDecide(scene, ground, await bring('syspro-edi-inbox', { ledgerCode: '10-4530' }), () => true);
		const { id } = await scene.api.call<{ id: string }>('GET', '/rest/projects/personal');
		const editor = await scene.editor();
		await editor.page.setViewportSize({ width: 1800, height: 560 });
		await editor.page.goto(`${scene.n8n.url}/projects/${id}/datatables/${ledger.setting}`);
		await editor.page.getByText('purchaseOrder:000000000000001').first().waitFor();
		return weighed(await editor.picture(scene.images, 'syspro-ledger'));
	},
);
