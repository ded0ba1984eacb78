using System.Globalization;

namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>More would be delivered than is open.</summary>
    /// <param name="number">The order's number.</param>
    /// <param name="line">The line.</param>
    /// <param name="left">How much is open.</param>
    /// <returns>The error.</returns>
    public virtual CrmError DeliveryExceedsOrder(string number, int line, decimal left) =>
        Error(nameof(DeliveryExceedsOrder), "Of line {1} of order {0}, more than zero and at most {2} can be delivered.", "quantity", number, line, left.ToString("0.####", CultureInfo.CurrentCulture));

    /// <summary>More would be cancelled than is open.</summary>
    /// <param name="number">The order's number.</param>
    /// <param name="line">The line.</param>
    /// <param name="left">How much is open.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CancellationExceedsOrder(string number, int line, decimal left) =>
        Error(nameof(CancellationExceedsOrder), "Of line {1} of order {0}, more than zero and at most {2} can be cancelled.", "quantity", number, line, left.ToString("0.####", CultureInfo.CurrentCulture));

    /// <summary>Another order was placed under the same id of another system.</summary>
    /// <param name="externalId">The id there.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OrderKeyReused(string externalId) =>
        Error(nameof(OrderKeyReused), "Another order was placed as {0}; a repetition asks for the same.", "externalId", externalId);

    /// <summary>The product has no price in the currency.</summary>
    /// <param name="sku">The product.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PriceNotFound(string sku, string currency) => Error(nameof(PriceNotFound), "Product {0} has no such price in {1}.", "price", sku, currency);

    /// <summary>There is no such price list.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PriceListNotFound(string key) => Error(nameof(PriceListNotFound), "There is no price list {0}.", "priceList", key);

    /// <summary>The price list does not hold on the day.</summary>
    /// <param name="key">The list.</param>
    /// <param name="day">The day.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PriceListNotValid(string key, string day) => Error(nameof(PriceListNotValid), "Price list {0} does not hold on {1}.", "priceList", key, day);

    /// <summary>The price list is in another currency.</summary>
    /// <param name="key">The list.</param>
    /// <param name="currency">Its currency.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PriceListCurrencyDiffers(string key, string currency) =>
        Error(nameof(PriceListCurrencyDiffers), "The prices of list {0} are in {1}.", "priceList", key, currency);

    /// <summary>There is no such agreement on prices.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PriceAgreementNotFound(string key) => Error(nameof(PriceAgreementNotFound), "There is no agreement on prices {0}.", "agreement", key);

    /// <summary>A bundle would hold a bundle.</summary>
    /// <param name="sku">The product that is, or would be, a bundle within another.</param>
    /// <returns>The error.</returns>
    public virtual CrmError BundleNested(string sku) => Error(nameof(BundleNested), "A bundle holds no bundles: {0} would be one within another.", "components", sku);

    /// <summary>Not so much can be had.</summary>
    /// <param name="sku">The product.</param>
    /// <param name="available">How much can.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StockExhausted(string sku, string available) => Error(nameof(StockExhausted), "Of product {0}, {1} can be had.", "quantity", sku, available);

    /// <summary>The product is not kept in stock.</summary>
    /// <param name="sku">The product.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StockNotKept(string sku) => Error(nameof(StockNotKept), "Product {0} is not kept in stock.", "sku", sku);

    /// <summary>More is set aside for orders than would be there.</summary>
    /// <param name="sku">The product.</param>
    /// <param name="reserved">How much is set aside.</param>
    /// <returns>The error.</returns>
    public virtual CrmError StockBelowReserved(string sku, string reserved) => Error(nameof(StockBelowReserved), "Of product {0}, {1} is set aside for orders.", "quantity", sku, reserved);
}
