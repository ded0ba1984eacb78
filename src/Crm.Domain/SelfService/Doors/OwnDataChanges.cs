using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>
/// Changes of their own data that signed-in customers ask for, under the policy of <see cref="SelfServiceOptions.Changes"/>. A member
/// changes its own data, an administrator also those of its organisation. Whatever is somebody else's looks missing.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once, wrong codes too.</remarks>
[FrontDoor]
public sealed class OwnDataChanges
{
    private readonly IChangeRequestStore _requests;
    private readonly IOwnCustomerData _data;
    private readonly OwnRights _rights;
    private readonly PortalTokens _tokens;
    private readonly SelfServiceOptions _options;
    private readonly CrmActs _acts;

    internal OwnDataChanges(IChangeRequestStore requests, IOwnCustomerData data, OwnRights rights, PortalTokens tokens, SelfServiceOptions options, CrmActs acts) =>
        (_requests, _data, _rights, _tokens, _options, _acts) = (requests, data, rights, tokens, options, acts);

    /// <summary>Asks for a change. It is made at once, or waits for a code or for staff, as the policy says; of each kind of data one waits at a time.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="change">The change.</param>
    /// <param name="seenVersion">The customer's version that the actor saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The change, or <c>CustomerNotFound</c>, <c>ChangeNotOffered</c>, <c>VersionConflict</c>, <c>ChangeRequestOpen</c>, <c>OwnDataUnchanged</c>, <c>ContactPointUnavailable</c>, <c>ContactPointNotFound</c>,
    /// <c>ContactPointAlreadyPresent</c>, <c>InvalidValue</c>. Of two at the same time the later save answers <c>AlreadyExists</c> or <c>VersionConflict</c>.</returns>
    public Task<CrmResult<ChangeRequestView>> RequestAsync(CustomerId customerId, OwnDataChange change, long? seenVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _acts.MakeOwnAsync(now => RequestAsync(customerId, change, seenVersion, now, cancellationToken), cancellationToken);
    }

    /// <summary>Enters the code that went to the old address. The right one makes the change; wrong ones count, so save them too.</summary>
    /// <param name="id">The change.</param>
    /// <param name="code">The code, in whatever case, with or without its hyphen.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What became of it, or <c>ChangeRequestNotFound</c>, <c>ChangeRequestStatusUnfit</c>, <c>OwnDataChangedMeanwhile</c> where staff changed the same data since.</returns>
    public Task<CrmResult<ChangeConfirmation>> ConfirmAsync(ChangeRequestId id, string code, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return OnOwnAsync<ChangeConfirmation>(
            id,
            async (request, now) =>
            {
                if (request.CanConfirm(now) is { IsPermitted: false } refused)
                {
                    return refused.ToError(_acts.Errors);
                }

                if (!_tokens.HasKey || !_tokens.IsCode(request.Id, request.CodeNumber, code))
                {
                    request.Mistake(now);
                    return new ChangeConfirmation(false, ChangeRequestView.Of(request));
                }

                var made = await _data.ApplyAsync(request.CustomerId, request.ToChange(), request.Before, now, cancellationToken).ConfigureAwait(false);
                if (!made.Succeeded)
                {
                    return CrmResult<ChangeConfirmation>.Failed(made.Errors);
                }

                request.Confirm(now);
                return new ChangeConfirmation(true, ChangeRequestView.Of(request));
            },
            cancellationToken);
    }

    /// <summary>Has another code sent; the one before does not count any more.</summary>
    /// <param name="id">The change.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The change, or <c>ChangeRequestNotFound</c>, <c>ChangeRequestStatusUnfit</c>, <c>ChangeCodesUsedUp</c>.</returns>
    public Task<CrmResult<ChangeRequestView>> RenewCodeAsync(ChangeRequestId id, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, (r, now) => r.CanRenewCode(now), (r, now) => r.RenewCode(now), cancellationToken);

    /// <summary>Takes a change back that waits.</summary>
    /// <param name="id">The change.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The change, or <c>ChangeRequestNotFound</c>, <c>ChangeRequestStatusUnfit</c>.</returns>
    public Task<CrmResult<ChangeRequestView>> WithdrawAsync(ChangeRequestId id, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, (r, now) => r.CanWithdraw(now), (r, now) => r.Withdraw(now), cancellationToken);

    /// <summary>Lists the changes of a customer, newest first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor does not act for the customer.</returns>
    public async Task<Page<ChangeRequestView>> ListAsync(CustomerId customerId, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        if (await _rights.ReadableAsync(customerId, cancellationToken).ConfigureAwait(false) is not { } living)
        {
            return new([], null);
        }

        var found = await _requests.ListAsync(living, null, openOnly: false, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false);
        return new([.. found.Items.Select(ChangeRequestView.Of)], found.Next);
    }

    private async Task<CrmResult<ChangeRequestView>> RequestAsync(CustomerId customerId, OwnDataChange change, long? seenVersion, Instant now, CancellationToken cancellationToken)
    {
        if (await _rights.ChangeableAsync(customerId, cancellationToken).ConfigureAwait(false) is not { } living)
        {
            return _acts.Errors.CustomerNotFound(customerId.ToString());
        }

        var policy = _options.PolicyOf(change.Domain);
        if (policy == ChangePolicy.ReadOnly)
        {
            return _acts.Errors.ChangeNotOffered(_acts.Errors.NameOf(change.Domain));
        }

        var checkedNow = await _data.CheckAsync(living, change, cancellationToken).ConfigureAwait(false);
        if (!checkedNow.TryGetValue(out var state))
        {
            return CrmResult<ChangeRequestView>.Failed(checkedNow.Errors);
        }

        if (seenVersion is { } seen && seen != state.Version)
        {
            return _acts.Errors.VersionConflict($"Customer {living}");
        }

        if (await _requests.IsOpenAsync(living, change.Domain, cancellationToken).ConfigureAwait(false))
        {
            return _acts.Errors.ChangeRequestOpen(_acts.Errors.NameOf(change.Domain));
        }

        if (policy == ChangePolicy.Apply && await _data.ApplyAsync(living, change, state.Before, now, cancellationToken).ConfigureAwait(false) is { Succeeded: false } refused)
        {
            return CrmResult<ChangeRequestView>.Failed(refused.Errors);
        }

        // Who has no good address from before, or no codes, is confirmed by staff.
        var verifies = policy == ChangePolicy.Verify && state.OldEmail is not null && _tokens.HasKey && _options.ConfirmationTemplate is not null;
        var details = new ChangeDetails(living, change, state.Before, state.Version, policy == ChangePolicy.Verify && !verifies ? ChangePolicy.Approve : policy)
        {
            CodeAddress = verifies ? state.OldEmail : null, Lifetime = verifies ? _options.ConfirmationLifetime : _options.ApprovalLifetime,
        };
        var request = new ChangeRequest(ChangeRequestId.New(now), details, _acts.Gate.Actor, now);
        _requests.Add(request);
        return ChangeRequestView.Of(request);
    }

    private Task<CrmResult<ChangeRequestView>> ChangeAsync(ChangeRequestId id, Func<ChangeRequest, Instant, CrmRuling> may, Action<ChangeRequest, Instant> change, CancellationToken cancellationToken) =>
        OnOwnAsync<ChangeRequestView>(
            id,
            (request, now) =>
            {
                if (may(request, now) is { IsPermitted: false } refused)
                {
                    return Task.FromResult<CrmResult<ChangeRequestView>>(refused.ToError(_acts.Errors));
                }

                change(request, now);
                return Task.FromResult<CrmResult<ChangeRequestView>>(ChangeRequestView.Of(request));
            },
            cancellationToken);

    private Task<CrmResult<T>> OnOwnAsync<T>(ChangeRequestId id, Func<ChangeRequest, Instant, Task<CrmResult<T>>> act, CancellationToken cancellationToken)
        where T : notnull => _acts.MakeOwnAsync<T>(
            async now => await _requests.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } request && await _rights.ChangeableAsync(request.CustomerId, cancellationToken).ConfigureAwait(false) is not null
                ? await act(request, now).ConfigureAwait(false)
                : _acts.Errors.ChangeRequestNotFound(id.ToString()),
            cancellationToken);
}
