using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Takes a customer's message where it belongs: into its case, the one that it was merged into, or a new one when it was closed too long ago.</summary>
internal sealed class CaseReceiving(IServiceCaseStore cases, ICaseMergeStore merges, CaseOpening opening, CaseFollowUpRules followUps, CaseStatusCatalog statuses, CrmActs acts,
    IEnumerable<ICaseObserver>? observers)
{
    public async Task<CrmResult<ServiceCase>> ReceiveAsync(
        ServiceCaseId id, string body, string author, long? expectedVersion, Instant now, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } named)
        {
            return acts.Errors.CaseNotFound(id.ToString());
        }

        if (expectedVersion is { } expected && expected != named.Version)
        {
            return acts.Errors.VersionConflict($"{nameof(ServiceCase)} {id}");
        }

        var end = await merges.TargetOfAsync(id, cancellationToken).ConfigureAwait(false);
        if ((end == id ? named : end is { } other ? await cases.FindAsync(other, cancellationToken).ConfigureAwait(false) : null) is not { } found)
        {
            return acts.Errors.CaseNotFound(id.ToString());
        }

        _ = ServiceCase.Checked(CaseMessageKind.FromCustomer, author, body, now);
        if (found.Category == CaseCategory.Closed || found.LockedAt is not null)
        {
            if (!followUps.Takes(CaseStanding.Of(found, isErased: false, statuses), now))
            {
                return await opening.OpenAsync(found.ToDetails(found.Subject) with { Description = body, FollowUpOfId = found.Id }, author, now, cancellationToken).ConfigureAwait(false);
            }

            found.Reopen(now, statuses);
        }

        found.Receive(body, author, now);
        await observers.ChangedAsync([found], now, cancellationToken).ConfigureAwait(false);
        return found;
    }
}
