using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

public sealed partial class Partner
{
    /// <summary>Longest words that say for whom an account is.</summary>
    public const int MaxLabelLength = 100;

    /// <summary>Most accounts that have not ended.</summary>
    public const int MaxAccounts = 500;

    /// <summary>The longest time in which an invitation can be accepted.</summary>
    public static readonly Duration MaxInvitationTime = Duration.FromHours(72);

    private readonly List<PartnerAccount> _accounts = [];

    /// <summary>Those who can sign in for it, are invited to, or could; in the order of their invitations.</summary>
    public IReadOnlyList<PartnerAccount> Accounts => [.. _accounts.OrderBy(a => a.Id)];

    /// <summary>The account of a principal.</summary>
    /// <param name="principalId">Id in the host's user directory.</param>
    /// <returns>The account; null where there is none.</returns>
    public PartnerAccount? AccountOf(string principalId) => _accounts.Find(a => a.PrincipalId == principalId);

    /// <summary>Whether somebody can be invited.</summary>
    /// <returns>The ruling; refused with <c>PartnerInactive</c>, <c>PartnerAccountsFull</c>.</returns>
    public CrmRuling CanInvite() => WhileActive().Then(
        _accounts.Count(a => a.EndedAt is null) >= MaxAccounts ? CrmRuling.Refused(e => e.PartnerAccountsFull(Name, MaxAccounts)) : CrmRuling.Permitted);

    /// <summary>Invites somebody to sign in for it.</summary>
    /// <param name="accountId">The id of the account.</param>
    /// <param name="label">For whom it is.</param>
    /// <param name="role">What its holder may do.</param>
    /// <param name="tokenHash">The hash of the token that accepts the invitation, once.</param>
    /// <param name="time">How long it can be accepted, at most 72 hours.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not active, or has too many accounts.</exception>
    /// <exception cref="ArgumentException">A text or the time is out of its bounds.</exception>
    public void Invite(PartnerAccountId accountId, string label, PartnerAccountRole role, string tokenHash, Duration time, Instant now)
    {
        CanInvite().Demand();
        ArgumentException.ThrowIfNullOrEmpty(tokenHash);
        if (time <= Duration.Zero || time > MaxInvitationTime)
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "An invitation can be accepted for more than no time and at most 72 hours.");
        }

        var account = new PartnerAccount(Guard.NotEmpty(accountId), Guard.Line(label, MaxLabelLength), Guard.Defined(role), Guard.Line(tokenHash, 64), Guard.Storable(now + time, nameof(now)), now);
        _accounts.Add(account);
        Raise(new PartnerAccountInvited(Id, account.Id, account.Role, now));
    }

    /// <summary>Whether an invitation can be accepted.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The ruling; refused with <c>PartnerTokenUnknown</c> where it is used, over or taken back, or the partner is not active.</returns>
    public CrmRuling CanAccept(PartnerAccountId accountId, Instant now) =>
        IsActive && _accounts.Exists(a => a.Id == accountId && a.TokenHash is not null && now < a.ExpiresAt) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.PartnerTokenUnknown());

    /// <summary>Accepts an invitation: the account is that of a principal from now on.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="principalId">The holder's id in the host's user directory.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The invitation cannot be accepted.</exception>
    /// <exception cref="ArgumentException">The id is empty or too long.</exception>
    public void Accept(PartnerAccountId accountId, string principalId, Instant now)
    {
        CanAccept(accountId, now).Demand();
        var holder = Guard.Line(principalId, Actor.MaxIdLength);
        _accounts.Find(a => a.Id == accountId)!.Accept(holder, now);
        Raise(new PartnerAccountAccepted(Id, accountId, holder, now));
    }

    /// <summary>Whether an account can be ended.</summary>
    /// <param name="accountId">The account.</param>
    /// <returns>The ruling; refused with <c>PartnerAccountNotFound</c>.</returns>
    public CrmRuling CanEndAccount(PartnerAccountId accountId) =>
        _accounts.Exists(a => a.Id == accountId && a.EndedAt is null) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.PartnerAccountNotFound(accountId.ToString()));

    /// <summary>Ends an account, or takes its invitation back.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is no such account, or it ended.</exception>
    public void EndAccount(PartnerAccountId accountId, Instant now)
    {
        CanEndAccount(accountId).Demand();
        var account = _accounts.Find(a => a.Id == accountId)!;
        var holder = account.PrincipalId;
        account.End(now);
        Raise(new PartnerAccountEnded(Id, accountId, holder, now));
    }
}
