using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Opens cases through the desk, and locks them.</summary>
internal sealed class CaseRequests(ServiceDesk desk, IServiceCaseStore cases, CrmActs acts, IEnumerable<ICaseObserver> observers) : ICaseRequests
{
    public async Task<CrmResult<ServiceCaseId>> OpenAsync(CaseDetails details, CancellationToken cancellationToken) => IdOf(await desk.OpenAsync(details, cancellationToken).ConfigureAwait(false));

    public async Task<CrmResult<ServiceCaseId>> LockAsync(ServiceCaseId id, CancellationToken cancellationToken)
    {
        var locked = await acts.ChangeAsync(
            "service.lock-case", cases.FindAsync(id, cancellationToken), e => e.CaseNotFound(id.ToString()), null, c => c.CanLock(), (c, now) => c.Lock(now), cancellationToken).ConfigureAwait(false);
        if (locked.TryGetValue(out var changed))
        {
            await observers.ChangedAsync([changed], changed.UpdatedAt, cancellationToken).ConfigureAwait(false);
        }

        return IdOf(locked);
    }

    private static CrmResult<ServiceCaseId> IdOf(CrmResult<ServiceCase> result) => result.TryGetValue(out var found) ? found.Id : CrmResult<ServiceCaseId>.Failed(result.Errors);
}
