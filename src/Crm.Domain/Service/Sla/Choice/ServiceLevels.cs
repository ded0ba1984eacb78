using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Says what cases are promised, and why: which policy is for a case now, and why none of the others.</summary>
/// <remarks>Scoped service, for staff. Changes nothing.</remarks>
[FrontDoor]
public sealed class ServiceLevels(IServiceCaseStore cases, IServiceLevelExplainer explainer, CrmActs acts)
{
    /// <summary>Chooses a policy for a case as it is now, and says of every policy in their order why it was chosen or not.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The choice, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>. What the case was promised when it was opened does not change by asking.</returns>
    public Task<CrmResult<ServiceLevelChoice>> ExplainChoiceAsync(ServiceCaseId id, CancellationToken cancellationToken = default) => acts.MakeAsync<ServiceLevelChoice>(
        "service.explain-service-level",
        async now => await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found
            ? await explainer.ExplainAsync(found, now, cancellationToken).ConfigureAwait(false)
            : acts.Errors.CaseNotFound(id.ToString()),
        cancellationToken);
}
