using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Querying;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class OpportunityStore(CrmDb crm) : IOpportunityStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Sales);

    public Task<Opportunity?> FindAsync(OpportunityId id, CancellationToken cancellationToken) => _db.LoadAsync<Opportunity, OpportunityId>(id, cancellationToken);

    public void Add(Opportunity opportunity) => _db.Context.Add(opportunity);
}
