import { attributes, extend, type Shape } from '../shape';

export const itemSummary: Shape = {
	attributes: attributes(`
		ItemKey ItemID UnitOfMeasure OrganizationCode ItemGroupCode GlobalItemID PrimaryInformation.ShortDescription
		PrimaryInformation.Description PrimaryInformation.Status PrimaryInformation.ItemType
		PrimaryInformation.DefaultProductClass PrimaryInformation.UnitCost PrimaryInformation.CostCurrency
		PrimaryInformation.ManufacturerName Createts Modifyts
	`),
	custom: ['Extn'],
};

export const itemWithDetails: Shape = extend(itemSummary, {
	attributes: attributes(`
		PrimaryInformation.ExtendedDescription PrimaryInformation.KitCode PrimaryInformation.IsShippingAllowed
		PrimaryInformation.IsPickupAllowed PrimaryInformation.IsDeliveryAllowed PrimaryInformation.IsReturnable
		PrimaryInformation.UnitWeight PrimaryInformation.UnitWeightUOM PrimaryInformation.ImageLocation
		PrimaryInformation.ImageID InventoryParameters.ATPRule InventoryParameters.LeadTime
	`),
	custom: ['AdditionalAttributeList'],
	lists: {
		Aliases: {
			path: 'ItemAliasList.ItemAlias',
			shape: { attributes: attributes('AliasName AliasValue') },
		},
	},
});

export const itemEverything: Shape = extend(itemWithDetails, {
	attributes: attributes(`
		CanUseAsServiceTool MaxModifyTS SubCatalogOrganizationCode SyncTS PrimaryInformation.EffectiveStartDate
		PrimaryInformation.EffectiveEndDate PrimaryInformation.IsAirShippingAllowed PrimaryInformation.IsHazmat
		PrimaryInformation.MaxOrderQuantity PrimaryInformation.MinOrderQuantity PrimaryInformation.ReturnWindow
		PrimaryInformation.SerializedFlag PrimaryInformation.TaxableFlag PrimaryInformation.UnitHeight
		PrimaryInformation.UnitLength PrimaryInformation.UnitWidth InventoryParameters.InventoryMonitorRule
		InventoryParameters.IsSerialTracked InventoryParameters.TagControlFlag ClassificationCodes.HarmonizedCode
		ClassificationCodes.HazmatClass ClassificationCodes.Model ClassificationCodes.TaxProductCode
		ClassificationCodes.UNSPSC
	`),
});
