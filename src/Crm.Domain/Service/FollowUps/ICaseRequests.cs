using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Opens and locks cases for areas that only point at them, by the rules of the <see cref="ServiceDesk"/>. Nothing is saved.</summary>
public interface ICaseRequests
{
    /// <summary>Opens a case.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or what <see cref="ServiceDesk.OpenAsync"/> refuses.</returns>
    Task<CrmResult<ServiceCaseId>> OpenAsync(CaseDetails details, CancellationToken cancellationToken);

    /// <summary>Lets a settled case take no more messages of its customer: they open a new case.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>CaseMerged</c>, <c>CaseNotSettled</c>, <c>CaseLocked</c>.</returns>
    Task<CrmResult<ServiceCaseId>> LockAsync(ServiceCaseId id, CancellationToken cancellationToken);
}
