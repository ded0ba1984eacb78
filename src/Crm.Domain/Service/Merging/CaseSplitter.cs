using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Splits cases in which more than one matter came up.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class CaseSplitter(IServiceCaseStore cases, ICrmNumberSeries numbers, CrmActs acts)
{
    /// <summary>
    /// Moves everything from a message on into a new case of the same customer, which is related to the old one. Messages are moved, not
    /// copied: each counts once and keeps its id and what it is. What is written to the new case's number reaches it.
    /// </summary>
    /// <param name="id">The case.</param>
    /// <param name="from">The first message that moves; not the first of the case.</param>
    /// <param name="subject">Subject of the new case; null for that of the old one.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The new case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseMessageNotFound</c>,
    /// <c>CaseSplitAtFirstMessage</c>, <c>CaseRelationsFull</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCase>> SplitAsync(
        ServiceCaseId id, CaseMessageId from, string? subject = null, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.MakeAsync<ServiceCase>(
            "service.split-case",
            async now =>
            {
                if (await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } source)
                {
                    return acts.Errors.CaseNotFound(id.ToString());
                }

                if (expectedVersion is { } expected && expected != source.Version)
                {
                    return acts.Errors.VersionConflict($"{nameof(ServiceCase)} {id}");
                }

                if (source.CanSplitOff(from) is { IsPermitted: false } refused)
                {
                    return refused.ToError(acts.Errors);
                }

                var drawn = await numbers.NextAsync(ServiceDesk.NumberSeries, 1, cancellationToken).ConfigureAwait(false);
                var split = source.SplitOff(from, ServiceCaseId.New(now), CaseNumber.From(drawn[0]), subject, now);
                cases.Add(split);
                return split;
            },
            cancellationToken);
}
