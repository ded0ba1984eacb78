using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Querying;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class QuoteStore(CrmDb crm) : IQuoteStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Sales);

    public Task<Quote?> FindAsync(QuoteId id, CancellationToken cancellationToken) => _db.LoadAsync<Quote, QuoteId>(id, cancellationToken);

    public Task<Quote?> FindByNumberAsync(QuoteNumber number, CancellationToken cancellationToken) => _db.LoadAsync<Quote>(q => q.Number == number, cancellationToken);

    public Task<Quote?> FindByTokenAsync(string tokenHash, CancellationToken cancellationToken) => _db.LoadAsync<Quote>(q => q.TokenHash == tokenHash, cancellationToken);

    public void Add(Quote quote) => _db.Context.Add(quote);
}
