using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>Keeps price lists and what was agreed with customers, and says what a product costs and why.</summary>
/// <remarks>Scoped service. No act saves; the host saves once. Where the host has a catalogue of its own, its prices are asked, and the lists here stand empty.</remarks>
[FrontDoor]
public sealed class PriceBook(IPriceStore prices, IProductCatalog catalog, ICustomerQueries customers, IBusinessZone business, CrmActs acts)
{
    /// <summary>Adds an empty price list.</summary>
    /// <param name="details">What it is.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The list, or <c>ActNotAllowed</c>, <c>AlreadyExists</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PriceList>> AddAsync(PriceListDetails details, CancellationToken cancellationToken = default) => acts.MakeAsync<PriceList>(
        "orders.add-price-list",
        async now =>
        {
            var made = new PriceList(PriceListId.New(now), details, now);
            if (await prices.FindListAsync(made.Key, cancellationToken).ConfigureAwait(false) is not null)
            {
                return acts.Errors.AlreadyExists(made.Key);
            }

            prices.Add(made);
            return made;
        },
        cancellationToken);

    /// <summary>Changes name, days and whether a price list is for everybody.</summary>
    /// <param name="details">What it is from now on; the key names the list, the currency stays.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The list, or <c>ActNotAllowed</c>, <c>PriceListNotFound</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PriceList>> ChangeAsync(PriceListDetails details, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return ChangeAsync("orders.change-price-list", details.Key, expectedVersion, _ => CrmRuling.Permitted, (l, now) => l.Change(details, now), cancellationToken);
    }

    /// <summary>Sets the price of a product from a quantity.</summary>
    /// <param name="list">The list, by its key.</param>
    /// <param name="sku">The product, by its stock-keeping unit; it need not be in the catalogue yet.</param>
    /// <param name="price">The price of one, in the list's currency.</param>
    /// <param name="from">The quantity from which it holds; zero for any.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The list, or <c>ActNotAllowed</c>, <c>PriceListNotFound</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PriceList>> SetPriceAsync(
        string list, string sku, Money price, decimal from = 0, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("orders.set-list-price", list, expectedVersion, _ => CrmRuling.Permitted, (l, now) => l.SetPrice(sku, price, from, now), cancellationToken);

    /// <summary>Takes a product's price from a quantity out of a list.</summary>
    /// <param name="list">The list, by its key.</param>
    /// <param name="sku">The product.</param>
    /// <param name="from">The quantity from which it holds.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The list, or <c>ActNotAllowed</c>, <c>PriceListNotFound</c>, <c>VersionConflict</c>, <c>PriceNotFound</c>.</returns>
    public Task<CrmResult<PriceList>> RemovePriceAsync(string list, string sku, decimal from = 0, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("orders.remove-list-price", list, expectedVersion, l => l.CanRemovePrice(sku, from), (l, now) => l.RemovePrice(sku, from, now), cancellationToken);

    /// <summary>Agrees on a price list with a customer.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="list">The list, by its key; not one that is over.</param>
    /// <param name="validFrom">The first day; null for at once.</param>
    /// <param name="validUntil">The last day; null until further notice.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The agreement, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>PriceListNotFound</c>, <c>PriceListNotValid</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PriceAgreement>> AgreeListAsync(
        CustomerId customerId, string list, LocalDate? validFrom = null, LocalDate? validUntil = null, CancellationToken cancellationToken = default) =>
        AgreeAsync("orders.agree-price-list", customerId, async (customer, now) =>
        {
            if (await prices.FindListAsync(list, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                return acts.Errors.PriceListNotFound(list);
            }

            var first = validFrom ?? Today(now);
            return found.ValidUntil < first && found.CanPrice(found.Currency, first) is { IsPermitted: false } over
                ? over.ToError(acts.Errors)
                : new PriceAgreement(PriceAgreementId.New(now), customer, found.Id, validFrom, validUntil, now);
        }, cancellationToken);

    /// <summary>Agrees on the price of a product with a customer.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="terms">The product and its price.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The agreement, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PriceAgreement>> AgreeAsync(CustomerId customerId, AgreedPrice terms, CancellationToken cancellationToken = default) => AgreeAsync(
        "orders.agree-price", customerId, (customer, now) => Task.FromResult<CrmResult<PriceAgreement>>(new PriceAgreement(PriceAgreementId.New(now), customer, terms, now)), cancellationToken);

    /// <summary>Sets the last day of an agreement.</summary>
    /// <param name="id">The agreement.</param>
    /// <param name="until">The last day on which it holds.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The agreement, or <c>ActNotAllowed</c>, <c>PriceAgreementNotFound</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PriceAgreement>> EndAsync(PriceAgreementId id, LocalDate until, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.ChangeAsync(
        "orders.end-price-agreement", prices.FindAgreementAsync(id, cancellationToken), e => e.PriceAgreementNotFound(id.ToString()), expectedVersion, _ => CrmRuling.Permitted,
        (a, now) => a.End(until, now), cancellationToken);

    /// <summary>What one of a product costs, and why.</summary>
    /// <param name="sku">The product.</param>
    /// <param name="quantity">How much of it; above zero.</param>
    /// <param name="currency">The currency; null for that of the product's own price.</param>
    /// <param name="customerId">For whom; null for somebody who is no customer yet.</param>
    /// <param name="day">The day; null for today.</param>
    /// <param name="list">A price list that comes before all others, by its key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The price with its explanation, or <c>ActNotAllowed</c>, <c>ProductUnknown</c>, <c>PriceNotFound</c>, <c>PriceListNotFound</c>, <c>PriceListNotValid</c>, <c>PriceListCurrencyDiffers</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<CatalogPrice>> ExplainAsync(
        string sku, decimal quantity, Currency? currency = null, CustomerId? customerId = null, LocalDate? day = null, string? list = null, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<CatalogPrice>(
            "orders.explain-price",
            async now =>
            {
                var found = await catalog.FindAsync([sku], cancellationToken).ConfigureAwait(false);
                if (!found.TryGetValue(sku, out var product))
                {
                    return acts.Errors.ProductUnknown(sku);
                }

                var asked = currency ?? product.Price.Currency;
                var quantities = new Dictionary<string, decimal>(StringComparer.Ordinal) { [sku] = OrderQuantity.Checked(quantity, nameof(quantity)) };
                var priced = await catalog.PriceAsync(new PriceRequest(customerId, asked, day ?? Today(now), quantities) { PriceList = list }, cancellationToken).ConfigureAwait(false);
                return !priced.TryGetValue(out var all) ? CrmResult<CatalogPrice>.Failed(priced.Errors)
                    : (all.GetValueOrDefault(sku) ?? PriceLadder.Own(product, asked)) is { } price ? price
                    : acts.Errors.PriceNotFound(sku, asked.Code);
            },
            cancellationToken);

    /// <summary>Finds a price list with its prices.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The list; null when there is none or the actor is no member of staff.</returns>
    public async Task<PriceList?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await prices.FindListAsync(key, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists price lists by key, without their prices.</summary>
    /// <param name="after">The last key of the page before; null for the first page.</param>
    /// <param name="take">Most lists to return, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The lists; none when the actor is no member of staff.</returns>
    public async Task<IReadOnlyList<PriceList>> ListAsync(string? after = null, int take = 50, CancellationToken cancellationToken = default)
    {
        Check(take);
        return acts.Gate.Actor.IsStaff ? await prices.ListsAsync(after, take, cancellationToken).ConfigureAwait(false) : [];
    }

    /// <summary>What was agreed with a customer, the last agreement first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="take">Most agreements to return, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The agreements, also those that are over; none when the actor is no member of staff.</returns>
    public async Task<IReadOnlyList<PriceAgreement>> AgreementsAsync(CustomerId customerId, int take = 50, CancellationToken cancellationToken = default)
    {
        Check(take);
        return acts.Gate.Actor.IsStaff ? await prices.AgreementsAsync(customerId, take, cancellationToken).ConfigureAwait(false) : [];
    }

    private Task<CrmResult<PriceAgreement>> AgreeAsync(
        string act, CustomerId customerId, Func<CustomerId, Instant, Task<CrmResult<PriceAgreement>>> make, CancellationToken cancellationToken) =>
        acts.MakeAsync<PriceAgreement>(
            act,
            async now =>
            {
                if (await customers.IdentifyAsync(customerId, cancellationToken).ConfigureAwait(false) is not { } customer)
                {
                    return acts.Errors.CustomerNotFound(customerId.ToString());
                }

                var made = await make(customer.Id, now).ConfigureAwait(false);
                if (made.TryGetValue(out var agreement))
                {
                    prices.Add(agreement);
                }

                return made;
            },
            cancellationToken);

    private Task<CrmResult<PriceList>> ChangeAsync(
        string act, string key, long? expectedVersion, Func<PriceList, CrmRuling> may, Action<PriceList, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, prices.FindListAsync(key, cancellationToken), e => e.PriceListNotFound(key), expectedVersion, may, change, cancellationToken);

    private LocalDate Today(Instant now) => now.InZone(business.Zone).Date;

    private static void Check(int take)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
    }
}
