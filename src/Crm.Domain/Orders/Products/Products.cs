using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>Keeps the products of the default catalogue, plain ones and bundles.</summary>
/// <remarks>Scoped service. No act saves; the host saves once. Where the host has a catalogue of its own, this one stands empty.</remarks>
[FrontDoor]
public sealed class Products(IProductStore products, CrmActs acts)
{
    /// <summary>Adds a product.</summary>
    /// <param name="sku">The stock-keeping unit, at most 64 characters; unique.</param>
    /// <param name="name">The name, at most 200 characters.</param>
    /// <param name="price">Price of one; not negative.</param>
    /// <param name="cost">What one costs the business, where it is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The product, or <c>ActNotAllowed</c>, <c>AlreadyExists</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Product>> AddAsync(string sku, string name, Money price, Money? cost = null, CancellationToken cancellationToken = default) => acts.MakeAsync<Product>(
        "orders.add-product",
        async now =>
        {
            var made = new Product(ProductId.New(now), sku, name, price, now, cost);
            if (await products.FindAsync(made.Sku, cancellationToken).ConfigureAwait(false) is not null)
            {
                return acts.Errors.AlreadyExists(made.Sku);
            }

            products.Add(made);
            return made;
        },
        cancellationToken);

    /// <summary>Changes a product's own price.</summary>
    /// <param name="sku">The product.</param>
    /// <param name="price">Price of one; not negative.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The product, or <c>ActNotAllowed</c>, <c>ProductUnknown</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Product>> RepriceAsync(string sku, Money price, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.ChangeAsync(
        "orders.reprice-product", products.FindAsync(sku, cancellationToken), e => e.ProductUnknown(sku), expectedVersion, _ => CrmRuling.Permitted, (p, now) => p.Reprice(price, now), cancellationToken);

    /// <summary>Makes a product a bundle of others, or a plain product again.</summary>
    /// <param name="sku">The product.</param>
    /// <param name="components">What one is made of; none of them a bundle. Empty for a plain product.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The product, or <c>ActNotAllowed</c>, <c>ProductUnknown</c>, <c>VersionConflict</c>, <c>BundleNested</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Product>> ComposeAsync(
        string sku, IReadOnlyList<BundleComponent> components, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(components);
        return acts.MakeAsync<Product>(
            "orders.compose-product",
            async now =>
            {
                if (await products.FindAsync(sku, cancellationToken).ConfigureAwait(false) is not { } bundle)
                {
                    return acts.Errors.ProductUnknown(sku);
                }

                if (expectedVersion is { } expected && expected != bundle.Version)
                {
                    return acts.Errors.VersionConflict($"{nameof(Product)} {bundle.Id}");
                }

                if (await RefusedAsync(sku, components, cancellationToken).ConfigureAwait(false) is { Count: > 0 } refused)
                {
                    return CrmResult<Product>.Failed(refused);
                }

                bundle.Compose(components, now);
                return bundle;
            },
            cancellationToken);
    }

    /// <summary>Finds a product.</summary>
    /// <param name="sku">The stock-keeping unit.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The product; null when there is none or the actor is no member of staff.</returns>
    public async Task<Product?> FindAsync(string sku, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await products.FindAsync(sku, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists products by stock-keeping unit.</summary>
    /// <param name="after">The last stock-keeping unit of the page before; null for the first page.</param>
    /// <param name="take">Most products to return, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The products; none when the actor is no member of staff.</returns>
    public async Task<IReadOnlyList<CatalogProduct>> ListAsync(string? after = null, int take = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
        return acts.Gate.Actor.IsStaff ? await products.ListAsync(after, take, cancellationToken).ConfigureAwait(false) : [];
    }

    private async Task<List<CrmError>> RefusedAsync(string sku, IReadOnlyList<BundleComponent> components, CancellationToken cancellationToken)
    {
        if (components.Count == 0)
        {
            return [];
        }

        if (await products.IsComponentAsync(sku, cancellationToken).ConfigureAwait(false))
        {
            return [acts.Errors.BundleNested(sku)];
        }

        var known = (await products.ReadAsync([.. components.Select(c => c.Sku).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false)).ToDictionary(p => p.Sku, StringComparer.Ordinal);
        return [.. components.Select(c => !known.TryGetValue(c.Sku, out var part) ? acts.Errors.ProductUnknown(c.Sku) : part.Components.Count > 0 ? acts.Errors.BundleNested(c.Sku) : null).OfType<CrmError>()];
    }
}
