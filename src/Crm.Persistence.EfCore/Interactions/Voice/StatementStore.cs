using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Querying;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class StatementStore(CrmDb db) : IStatementStore
{
    public Task<CustomerStatement?> FindAsync(StatementId id, CancellationToken cancellationToken) => db.LoadAsync<CustomerStatement, StatementId>(id, cancellationToken);

    public void Add(CustomerStatement statement) => db.Context.Add(statement);
}
