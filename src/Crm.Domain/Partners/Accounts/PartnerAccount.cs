using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Somebody who can sign in for a partner, or is invited to. Part of <see cref="Partner"/>.</summary>
public sealed class PartnerAccount
{
    private PartnerAccount() => Label = null!;

    internal PartnerAccount(PartnerAccountId id, string label, PartnerAccountRole role, string tokenHash, Instant expiresAt, Instant now) =>
        (Id, Label, Role, TokenHash, ExpiresAt, InvitedAt) = (id, label, role, tokenHash, expiresAt, now);

    /// <summary>The id.</summary>
    public PartnerAccountId Id { get; private set; }

    /// <summary>For whom it is, in words.</summary>
    public string Label { get; private set; }

    /// <summary>What its holder may do.</summary>
    public PartnerAccountRole Role { get; private set; }

    /// <summary>When its holder was invited.</summary>
    public Instant InvitedAt { get; private set; }

    /// <summary>From when on the invitation cannot be accepted.</summary>
    public Instant ExpiresAt { get; private set; }

    /// <summary>The hash of the invitation's token; null once it was used or taken back.</summary>
    public string? TokenHash { get; private set; }

    /// <summary>The holder's id in the host's user directory; null before the invitation is accepted and after the account has ended.</summary>
    public string? PrincipalId { get; private set; }

    /// <summary>When the invitation was accepted.</summary>
    public Instant? AcceptedAt { get; private set; }

    /// <summary>When it ended, or the invitation was taken back.</summary>
    public Instant? EndedAt { get; private set; }

    internal void Accept(string principalId, Instant now) => (TokenHash, PrincipalId, AcceptedAt) = (null, principalId, now);

    internal void End(Instant now) => (TokenHash, PrincipalId, EndedAt) = (null, null, now);
}
