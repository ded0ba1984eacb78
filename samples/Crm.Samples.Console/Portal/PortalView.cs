using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Portal;

/// <summary>Portal accounts as the terminal shows them.</summary>
internal static class PortalView
{
    public static void Write(CommandOutput output, PortalAccountView account, string? token = null) => output.Write(
        Of(account, token),
        report => report.Heading(account.Email).Fields(
        [
            ("Account", account.Id), ("Customer", account.CustomerId), ("Organisation", account.OrganisationId), ("Role", account.Role), ("Status", account.Status), ("Reason", account.Reason),
            ("Invitation until", account.InvitationExpiresAt), ("Not sent", account.InvitationObstacle), ("Token", token), ("Last sign-in", account.LastSignInAt),
        ]));

    public static void Write(CommandOutput output, Page<PortalAccountView> page) => output.Write(
        new { Items = page.Items.Select(a => Of(a, null)), Next = page.Next?.ToString() },
        report => report.Table(["Account", "E-mail", "Role", "Status", "Last sign-in"], page.Items.Select(a => new object?[] { a.Id, a.Email, a.Role, a.Status, a.LastSignInAt })).More(page.Next));

    private static object Of(PortalAccountView account, string? token) => new
    {
        account.Id, Customer = account.CustomerId, Organisation = account.OrganisationId, account.Role, account.Status, account.Email, EmailProven = account.IsEmailProven, account.CreatedAt, account.AcceptedAt,
        account.LastSignInAt, account.InvitationExpiresAt, NotSent = account.InvitationObstacle, account.HasIdentity, account.Reason, Token = token, account.Version,
    };
}
