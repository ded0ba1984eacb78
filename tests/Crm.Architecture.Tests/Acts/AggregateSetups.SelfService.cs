using Crm.Domain.Customers;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Architecture.Tests.Acts;

/// <summary>Set-ups of the portal.</summary>
internal static partial class AggregateSetups
{
    private static readonly PortalIdentity s_identity = new("https://id.example", "ada", EmailAddress.Parse("ada@example.org"), true);

    private static IReadOnlyList<AggregateSetup> SelfService =>
    [
        AggregateSetup.Of(() => new PortalAccount(
            PortalAccountId.New(s_now), new PortalAccountRequest(s_customer, EmailAddress.Parse("ada@example.org")) { OrganisationId = s_customer }, "hash", s_now + Duration.FromDays(1), Domain.Access.Actor.Agent("ada"), s_now))
            .Before<PortalAccount>(nameof(PortalAccount.Invite), _ => ["other", s_now + Duration.FromDays(2), true, Domain.Access.Actor.Agent("bob"), s_now])
            .Before<PortalAccount>(nameof(PortalAccount.ChangeRole), _ => [PortalRole.Administrator, s_now])
            .Before<PortalAccount>(nameof(PortalAccount.Block), a => a.Accept(s_now))
            .Before<PortalAccount>(nameof(PortalAccount.Unblock), a =>
            {
                a.Accept(s_now);
                a.Block("spam", s_now);
            })
            .Before<PortalAccount>(nameof(PortalAccount.NoteSignIn), a => a.Accept(s_now))
            .Before<PortalAccount>(nameof(PortalAccount.CanLinkIdentity), a => Accepted(a, [s_identity]))
            .Before<PortalAccount>(nameof(PortalAccount.LinkIdentity), a => Accepted(a, [s_identity, s_now]))
            .Before<PortalAccount>(nameof(PortalAccount.UnlinkIdentity), a =>
            {
                a.Accept(s_now);
                a.LinkIdentity(s_identity, s_now);
            }),
        AggregateSetup.Of(() => Change(ChangePolicy.Verify))
            .Before<ChangeRequest>(nameof(ChangeRequest.Approve), r => r.HandToStaff("NoAddress", Duration.FromDays(1), s_now))
            .Before<ChangeRequest>(nameof(ChangeRequest.HandToStaff), _ => ["NoAddress", Duration.FromDays(3), s_now])
            .Before<ChangeRequest>(nameof(ChangeRequest.CanExpire), _ => [s_now + Duration.FromDays(1)])
            .Before<ChangeRequest>(nameof(ChangeRequest.Expire), _ => [s_now + Duration.FromDays(1)]),
    ];

    private static ChangeRequest Change(ChangePolicy policy) => new(
        ChangeRequestId.New(s_now), new ChangeDetails(s_customer, OwnDataChange.Prefer(LanguageTag.Parse("it")), string.Empty, 1, policy) { CodeAddress = "ada@example.org" }, Domain.Access.Actor.Agent("ada"), s_now);

    private static object?[] Accepted(PortalAccount account, object?[] arguments)
    {
        account.Accept(s_now);
        return arguments;
    }
}
