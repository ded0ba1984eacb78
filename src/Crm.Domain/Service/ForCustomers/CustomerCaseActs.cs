using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Does what customers do to their cases.</summary>
internal sealed class CustomerCaseActs(
    IServiceCaseStore cases, ICaseMergeStore merges, ICustomerQueries customers, ICrmNumberSeries numbers, CaseStatusCatalog statuses, CaseFollowUpRules followUps, CrmActs acts,
    IEnumerable<ICaseObserver>? observers = null, ICaseEntitlements? entitlements = null) : ICustomerCaseActs
{
    private readonly CaseOpening _opening = new(cases, customers, numbers, acts, entitlements, observers);

    private string Author => acts.Gate.Actor.Name;

    public Task<CrmResult<ServiceCaseId>> OpenAsync(CaseDetails details, CancellationToken cancellationToken) => acts.MakeOwnAsync(
        async now => IdOf(await _opening.OpenAsync(details, Author, now, cancellationToken).ConfigureAwait(false)), cancellationToken);

    public Task<CrmResult<ServiceCaseId>> AnswerAsync(ServiceCaseId id, string body, CancellationToken cancellationToken) =>
        ChangeAsync(id, c => c.CanAnswer(), (found, now) => ReceiveAsync(found, body, now, cancellationToken), cancellationToken);

    public Task<CrmResult<ServiceCaseId>> CloseAsync(ServiceCaseId id, string? solution, CancellationToken cancellationToken) => ChangeAsync(
        id,
        c => c.CanAnswer().Then(c.Category == CaseCategory.Resolved ? c.CanClose(statuses)
            : string.IsNullOrWhiteSpace(solution) && c.CanResolve(statuses) ? CrmRuling.Refused(e => e.CaseSolutionMissing(c.Number.Value))
            : c.CanResolve(statuses)),
        async (found, now) =>
        {
            if (found.Category != CaseCategory.Resolved)
            {
                found.Resolve(solution!, now, statuses);
            }

            found.Close(now, statuses);
            await observers.SettledAsync(found, now, cancellationToken).ConfigureAwait(false);
            await observers.ChangedAsync([found], now, cancellationToken).ConfigureAwait(false);
            return found.Id;
        },
        cancellationToken);

    public Task<CrmResult<ServiceCaseId>> ReopenAsync(ServiceCaseId id, string reason, CancellationToken cancellationToken) => acts.MakeOwnAsync<ServiceCaseId>(
        now => ChangeAsync(
            id,
            c => c.CanAnswer().Then(c.CanReopen(statuses)).Then(
                followUps.Takes(CaseStanding.Of(c, isErased: false, statuses), now) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CaseClosed(c.Number.Value))),
            (found, at) => ReceiveAsync(found, reason, at, cancellationToken),
            cancellationToken),
        cancellationToken);

    public Task<CrmResult<ServiceCaseId>> FollowAsync(ServiceCaseId id, CrmReach by, bool follows, CancellationToken cancellationToken) => ChangeAsync(
        id,
        c => c.IsWithin(by) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CaseNotFound(id.ToString())),
        async (found, now) =>
        {
            var follower = by.Includes(found.CustomerId.ToSubject()) ? found.CustomerId : found.OrganisationId!.Value;
            if (found.IsFollowedBy(follower) != follows)
            {
                if (follows)
                {
                    found.Follow(follower, now);
                }
                else
                {
                    found.Unfollow(follower, now);
                }

                await observers.ChangedAsync([found], now, cancellationToken).ConfigureAwait(false);
            }

            return found.Id;
        },
        cancellationToken);

    private async Task<CrmResult<ServiceCaseId>> ReceiveAsync(ServiceCase found, string body, Instant now, CancellationToken cancellationToken) => IdOf(
        await new CaseReceiving(cases, merges, _opening, followUps, statuses, acts, observers).ReceiveAsync(found.Id, body, Author, null, now, cancellationToken).ConfigureAwait(false));

    private Task<CrmResult<ServiceCaseId>> ChangeAsync(
        ServiceCaseId id, Func<ServiceCase, CrmRuling> may, Func<ServiceCase, Instant, Task<CrmResult<ServiceCaseId>>> change, CancellationToken cancellationToken) => acts.MakeOwnAsync<ServiceCaseId>(
        async now => await merges.TargetOfAsync(id, cancellationToken).ConfigureAwait(false) is not { } end
                || await cases.FindAsync(end, cancellationToken).ConfigureAwait(false) is not { } found ? acts.Errors.CaseNotFound(id.ToString())
            : may(found) is { IsPermitted: false } refused ? refused.ToError(acts.Errors)
            : await change(found, now).ConfigureAwait(false),
        cancellationToken);

    private static CrmResult<ServiceCaseId> IdOf(CrmResult<ServiceCase> result) => result.TryGetValue(out var found) ? found.Id : CrmResult<ServiceCaseId>.Failed(result.Errors);
}
