using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>Decides on changes that customers asked for. Nothing that was changed meanwhile is overwritten.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class ChangeRequestDesk(IChangeRequestStore requests, IOwnCustomerData data, CrmActs acts)
{
    /// <summary>Most changes of one call: 1,000.</summary>
    public const int MaxTake = 1_000;

    /// <summary>Approves a change, and makes it if what it takes the place of is still as the customer saw it.</summary>
    /// <param name="id">The change.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The change, or <c>ActNotAllowed</c>, <c>ChangeRequestNotFound</c>, <c>VersionConflict</c>, <c>ChangeRequestStatusUnfit</c>, <c>OwnDataChangedMeanwhile</c>, <c>ContactPointUnavailable</c>, <c>CustomerNotFound</c>.</returns>
    public Task<CrmResult<ChangeCase>> ApproveAsync(ChangeRequestId id, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.MakeAsync<ChangeCase>(
        "self-service.approve-change",
        async now =>
        {
            var request = await requests.FindAsync(id, cancellationToken).ConfigureAwait(false);
            if (Refusal(request, id, expectedVersion, r => r.CanApprove(now)) is { } refused)
            {
                return refused;
            }

            var made = await data.ApplyAsync(request!.CustomerId, request.ToChange(), request.Before, now, cancellationToken).ConfigureAwait(false);
            if (!made.Succeeded)
            {
                return CrmResult<ChangeCase>.Failed(made.Errors);
            }

            request.Approve(acts.Gate.Actor, now);
            return ChangeCase.Of(request);
        },
        cancellationToken);

    /// <summary>Refuses a change, with the reason that the customer reads.</summary>
    /// <param name="id">The change.</param>
    /// <param name="reason">Why, one line of at most 500 characters.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The change, or <c>ActNotAllowed</c>, <c>ChangeRequestNotFound</c>, <c>VersionConflict</c>, <c>ChangeRequestStatusUnfit</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ChangeCase>> RejectAsync(ChangeRequestId id, string reason, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.MakeAsync<ChangeCase>(
        "self-service.reject-change",
        async now =>
        {
            var request = await requests.FindAsync(id, cancellationToken).ConfigureAwait(false);
            if (Refusal(request, id, expectedVersion, r => r.CanReject(now)) is { } refused)
            {
                return refused;
            }

            request!.Reject(reason, acts.Gate.Actor, now);
            return ChangeCase.Of(request);
        },
        cancellationToken);

    /// <summary>Finds a change.</summary>
    /// <param name="id">The change.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The change; null when there is none or the actor is not of the staff.</returns>
    public async Task<ChangeCase?> FindAsync(ChangeRequestId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff && await requests.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found ? ChangeCase.Of(found) : null;

    /// <summary>Lists changes, newest first.</summary>
    /// <param name="customerId">Of a customer; null for all.</param>
    /// <param name="status">Those that stand there; null for all.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor is not of the staff.</returns>
    public async Task<Page<ChangeCase>> ListAsync(CustomerId? customerId = null, ChangeRequestStatus? status = null, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        if (!acts.Gate.Actor.IsStaff)
        {
            return new([], null);
        }

        var found = await requests.ListAsync(customerId, status, openOnly: false, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false);
        return new([.. found.Items.Select(ChangeCase.Of)], found.Next);
    }

    /// <summary>Ends what waited too long. Done by a job; called by a host that runs none.</summary>
    /// <param name="take">How many at most; 1 to <see cref="MaxTake"/>. Save, and call again while as many come back.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many ended, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<int>> ExpireAsync(int take = 100, CancellationToken cancellationToken = default) => acts.MakeAsync<int>(
        "self-service.expire-changes",
        async now =>
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MaxTake);
            var due = await requests.DueAsync(now, take, cancellationToken).ConfigureAwait(false);
            foreach (var request in due)
            {
                request.Expire(now);
            }

            return due.Count;
        },
        cancellationToken);

    private CrmError? Refusal(ChangeRequest? request, ChangeRequestId id, long? expectedVersion, Func<ChangeRequest, CrmRuling> may) =>
        request is null ? acts.Errors.ChangeRequestNotFound(id.ToString())
        : expectedVersion is { } expected && expected != request.Version ? acts.Errors.VersionConflict($"ChangeRequest {id}")
        : may(request) is { IsPermitted: false } refused ? refused.ToError(acts.Errors)
        : null;
}
