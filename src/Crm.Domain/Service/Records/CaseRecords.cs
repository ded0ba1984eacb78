using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Keeps what is known of cases: what they are about, what the customer had read, and which cases hang together.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class CaseRecords(IServiceCaseStore cases, ICustomerQueries customers, CrmActs acts)
{
    /// <summary>Says anew what a case is about.</summary>
    /// <param name="id">The case.</param>
    /// <param name="change">Makes the new description of the present one, such as <c>d => d with { Sku = "kettle" }</c>.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCase>> ChangeDetailsAsync(
        ServiceCaseId id, Func<CaseDescription, CaseDescription> change, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return acts.MakeAsync<ServiceCase>(
            "service.change-case-details",
            async now =>
            {
                if (await FindAsync(id, expectedVersion, c => c.CanChangeDetails(), cancellationToken).ConfigureAwait(false) is var found && !found.TryGetValue(out var changed))
                {
                    return found;
                }

                var wanted = change(changed.ToDescription());
                if (wanted?.OrganisationId is { } organisation && organisation != changed.OrganisationId)
                {
                    if (await customers.IdentifyAsync(organisation, cancellationToken).ConfigureAwait(false) is not { } known)
                    {
                        return acts.Errors.CustomerNotFound(organisation.ToString());
                    }

                    wanted = wanted with { OrganisationId = known.Id };
                }

                changed.ChangeDetails(wanted!, now);
                return changed;
            },
            cancellationToken);
    }

    /// <summary>Notes that the customer had read a knowledge item.</summary>
    /// <param name="id">The case.</param>
    /// <param name="knowledgeItemId">The knowledge item.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseArticleAlreadyViewed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCase>> AddViewedArticleAsync(
        ServiceCaseId id, KnowledgeItemId knowledgeItemId, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.ChangeAsync(
            "service.add-viewed-article", cases.FindAsync(id, cancellationToken), e => e.CaseNotFound(id.ToString()), expectedVersion,
            c => c.CanAddViewedArticle(knowledgeItemId), (c, now) => c.AddViewedArticle(knowledgeItemId, now), cancellationToken);

    /// <summary>Makes a case a part of another. A parent has no parent of its own.</summary>
    /// <param name="id">The case.</param>
    /// <param name="parentId">The case that it is a part of.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseRelatedToItself</c>,
    /// <c>CaseHasParent</c>, <c>CaseHasChildren</c>.</returns>
    public Task<CrmResult<ServiceCase>> JoinAsync(ServiceCaseId id, ServiceCaseId parentId, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeBothAsync(
            "service.join-case",
            id,
            parentId,
            expectedVersion,
            (child, parent) => child.CanJoin(parent),
            (child, parent, now) =>
            {
                child.Join(parent, now);
                parent.Adopt(child, now);
            },
            cancellationToken);

    /// <summary>Ends a case's being a part of its parent.</summary>
    /// <param name="id">The case.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseHasNoParent</c>.</returns>
    public Task<CrmResult<ServiceCase>> LeaveAsync(ServiceCaseId id, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.MakeAsync<ServiceCase>(
        "service.leave-case",
        async now =>
        {
            if (await FindAsync(id, expectedVersion, c => c.CanLeave(), cancellationToken).ConfigureAwait(false) is var found && !found.TryGetValue(out var child))
            {
                return found;
            }

            if (await cases.FindAsync(child.ParentId!.Value, cancellationToken).ConfigureAwait(false) is { } parent && parent.CanRelease())
            {
                parent.Release(child.Id, now);
            }

            child.Leave(now);
            return child;
        },
        cancellationToken);

    /// <summary>Relates two cases to each other.</summary>
    /// <param name="id">The one.</param>
    /// <param name="otherId">The other.</param>
    /// <param name="expectedVersion">The version of the one that the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The one, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseRelatedToItself</c>,
    /// <c>CaseAlreadyRelated</c>, <c>CaseRelationsFull</c>.</returns>
    public Task<CrmResult<ServiceCase>> RelateAsync(ServiceCaseId id, ServiceCaseId otherId, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeBothAsync(
            "service.relate-cases",
            id,
            otherId,
            expectedVersion,
            (one, other) => one.CanRelate(other.Id).Then(other.CanRelate(one.Id)),
            (one, other, now) =>
            {
                one.Relate(other.Id, now);
                other.Relate(one.Id, now);
            },
            cancellationToken);

    /// <summary>Ends the relation of two cases.</summary>
    /// <inheritdoc cref="RelateAsync" path="/param" />
    /// <returns>The one, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>, <c>CaseNotRelated</c>.</returns>
    public Task<CrmResult<ServiceCase>> UnrelateAsync(ServiceCaseId id, ServiceCaseId otherId, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeBothAsync(
            "service.unrelate-cases",
            id,
            otherId,
            expectedVersion,
            (one, other) => one.CanUnrelate(other.Id).Then(other.CanUnrelate(one.Id)),
            (one, other, now) =>
            {
                one.Unrelate(other.Id, now);
                other.Unrelate(one.Id, now);
            },
            cancellationToken);

    private Task<CrmResult<ServiceCase>> ChangeBothAsync(
        string act,
        ServiceCaseId id,
        ServiceCaseId otherId,
        long? expectedVersion,
        Func<ServiceCase, ServiceCase, CrmRuling> may,
        Action<ServiceCase, ServiceCase, Instant> change,
        CancellationToken cancellationToken) => acts.MakeAsync<ServiceCase>(
            act,
            async now =>
            {
                var other = await cases.FindAsync(otherId, cancellationToken).ConfigureAwait(false);
                var found = await FindAsync(
                    id, expectedVersion, one => other is null ? CrmRuling.Refused(e => e.CaseNotFound(otherId.ToString())) : may(one, other), cancellationToken).ConfigureAwait(false);
                if (found.TryGetValue(out var one))
                {
                    change(one, other!, now);
                }

                return found;
            },
            cancellationToken);

    private async Task<CrmResult<ServiceCase>> FindAsync(ServiceCaseId id, long? expectedVersion, Func<ServiceCase, CrmRuling> may, CancellationToken cancellationToken) =>
        await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } found ? acts.Errors.CaseNotFound(id.ToString())
        : expectedVersion is { } expected && expected != found.Version ? acts.Errors.VersionConflict($"{nameof(ServiceCase)} {id}")
        : may(found) is { IsPermitted: false } refused ? refused.ToError(acts.Errors)
        : found;
}
