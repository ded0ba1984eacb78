using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class PriceStore(CrmDb crm) : IPriceStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Orders);

    public Task<PriceList?> FindListAsync(string key, CancellationToken cancellationToken) => _db.LoadAsync<PriceList>(l => l.Key == key, cancellationToken);

    public async Task<IReadOnlyList<PriceList>> ListsAsync(string? after, int take, CancellationToken cancellationToken)
    {
        var lists = after is null ? Lists() : Lists().Where(l => string.Compare(l.Key, after) > 0);
        return await lists.OrderBy(l => l.Key).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task<PriceAgreement?> FindAgreementAsync(PriceAgreementId id, CancellationToken cancellationToken) => _db.LoadAsync<PriceAgreement, PriceAgreementId>(id, cancellationToken);

    public async Task<IReadOnlyList<PriceAgreement>> AgreementsAsync(CustomerId customerId, int take, CancellationToken cancellationToken) =>
        await Agreements(customerId).OrderByDescending(a => a.AgreedAt).ThenByDescending(a => a.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<PriceCandidates> CandidatesAsync(PriceRequest request, CancellationToken cancellationToken)
    {
        var skus = request.Quantities.Keys.ToList();
        var day = request.Day;
        var agreements = request.CustomerId is { } customer
            ? await Agreements(customer)
                .Where(a => (a.ValidFrom == null || a.ValidFrom <= day) && (a.ValidUntil == null || a.ValidUntil >= day) && (a.PriceListId != null || skus.Contains(a.Sku!)))
                .ToListAsync(cancellationToken).ConfigureAwait(false)
            : [];
        var agreed = agreements.Where(a => a.PriceListId is not null).Select(a => a.PriceListId!.Value).Distinct().ToList();
        var lists = await ListsOfAsync(request, agreed, cancellationToken).ConfigureAwait(false);
        var named = request.PriceList is { } key ? lists.Find(l => l.Key == key) : null;
        var valid = lists.Where(l => l.CanPrice(request.Currency, day)).ToDictionary(l => l.Id);
        var prices = agreements.Where(a => a.Price is not null)
            .Select(a => new PriceCandidate(a.Sku!, a.From, a.Price!, PriceSource.CustomerPrice, null, a.ValidFrom, a.AgreedAt)).ToList();
        if (valid.Count > 0)
        {
            var ids = valid.Keys.ToList();
            var lines = await _db.Context.Set<PriceListLine>().AsNoTracking()
                .Where(l => ids.Contains(EF.Property<PriceListId>(l, "PriceListId")) && skus.Contains(l.Sku))
                .Select(l => new { ListId = EF.Property<PriceListId>(l, "PriceListId"), Line = l })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            prices.AddRange(lines.SelectMany(l => Candidates(valid[l.ListId], l.Line, agreements, named)));
        }

        return new PriceCandidates(named, prices);
    }

    public void Add(PriceList list) => _db.Context.Add(list);

    public void Add(PriceAgreement agreement) => _db.Context.Add(agreement);

    // Each kind of list by its own index.
    private async Task<List<PriceList>> ListsOfAsync(PriceRequest request, List<PriceListId> agreed, CancellationToken cancellationToken)
    {
        var (currency, key) = (request.Currency, request.PriceList);
        var found = await Lists().Where(l => l.IsDefault && l.Currency == currency).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (agreed.Count > 0)
        {
            found.AddRange(await Lists().Where(l => agreed.Contains(l.Id)).ToListAsync(cancellationToken).ConfigureAwait(false));
        }

        if (key is not null)
        {
            found.AddRange(await Lists().Where(l => l.Key == key).ToListAsync(cancellationToken).ConfigureAwait(false));
        }

        return [.. found.DistinctBy(l => l.Id)];
    }

    // One list may stand on several rungs.
    private static IEnumerable<PriceCandidate> Candidates(PriceList list, PriceListLine line, List<PriceAgreement> agreements, PriceList? named)
    {
        PriceCandidate On(PriceSource source, NodaTime.Instant? agreedAt) => new(line.Sku, line.From, line.Price, source, list.Key, list.ValidFrom, agreedAt);
        if (named?.Id == list.Id)
        {
            yield return On(PriceSource.NamedList, null);
        }

        if (agreements.Where(a => a.PriceListId == list.Id).Select(a => (NodaTime.Instant?)a.AgreedAt).Max() is { } agreedAt)
        {
            yield return On(PriceSource.CustomerList, agreedAt);
        }

        if (list.IsDefault)
        {
            yield return On(PriceSource.DefaultList, null);
        }
    }

    private IQueryable<PriceList> Lists() => _db.Context.Set<PriceList>().IgnoreAutoIncludes().AsNoTracking();

    private IQueryable<PriceAgreement> Agreements(CustomerId customerId) => _db.Context.Set<PriceAgreement>().AsNoTracking().Where(a => a.CustomerId == customerId);
}
