using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ServiceCaseStore(CrmDb crm) : IServiceCaseStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    public Task<ServiceCase?> FindAsync(ServiceCaseId id, CancellationToken cancellationToken) => _db.LoadAsync<ServiceCase, ServiceCaseId>(id, cancellationToken);

    public Task<ServiceCase?> FindByNumberAsync(CaseNumber number, CancellationToken cancellationToken) =>
        _db.LoadAsync<ServiceCase>(c => c.Number == number, cancellationToken);

    public void Add(ServiceCase serviceCase) => _db.Context.Add(serviceCase);
}
