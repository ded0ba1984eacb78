using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Portal;

/// <summary>Who acts at a verb of the portal: <c>--as ACCOUNT</c>, by id or by the address to sign in with.</summary>
internal static class PortalOptions
{
    public const string Keys = "An account's id, or the e-mail address to sign in with.";

    public static Option<string> As { get; } = new("--as") { Description = "The portal account that acts: " + Keys, HelpName = "ACCOUNT", Required = true };

    /// <summary>Does one unit of work as a portal account, with what it may and nothing else.</summary>
    public static async Task WithPortalAsync(this Run run, Func<CrmSession, Task> work, CancellationToken token)
    {
        SuppressionKey.Ensure(run.Database);
        await using var host = await CrmHost.OpenAsync(run.Database, token);
        Actor actor;
        await using (var guest = host.Begin(Actor.Guest))
        {
            var account = run.Get(As)!;
            var id = PortalAccountId.TryParse(account, null, out var named) ? named
                : EmailAddress.TryParse(account, out var email) ? await guest.Get<PortalPrincipals>().FindByEmailAsync(email, token) ?? default
                : default;
            actor = (id == default ? null : await guest.Get<PortalPrincipals>().ResolveAsync(id, cancellationToken: token)).OrFail(guest.Errors.PortalAccountNotFound(account));
        }

        await using var session = host.Begin(actor);
        await work(session);
    }

    public static PortalAccountId Account(CrmSession session, string text) =>
        PortalAccountId.TryParse(text, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.PortalAccountNotFound(text)]);

    public static EmailAddress Email(string text) => EmailAddress.TryParse(text, out var email) ? email : throw CommandFailure.Usage($"{text}: an e-mail address was expected.");

    public static PortalRole Role(string text) => text.OneOf("ROLE", Roles);

    private static Dictionary<string, PortalRole> Roles { get; } = Enum.GetValues<PortalRole>().ToDictionary(r => r.ToString().ToLowerInvariant(), r => r, StringComparer.OrdinalIgnoreCase);
}
