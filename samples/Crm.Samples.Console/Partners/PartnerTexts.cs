using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Partners;

/// <summary>Reads what people type about partners, finds them, and acts as one of their people.</summary>
internal static class PartnerTexts
{
    public const string AreaForm = "COUNTRY[/REGION][:POSTAL-PREFIX], or SOUTH,WEST..NORTH,EAST";

    public static Argument<string> Partner { get; } = new("PARTNER") { Description = "The partner's name or id." };

    public static Argument<string> Lead { get; } = new("LEAD") { Description = "The lead's id." };

    public static Option<string> As { get; } = new("--as") { Description = "Who of the partner acts: the principal that accepted an invitation.", Required = true, HelpName = "PRINCIPAL" };

    public static async Task<Partner> PartnerAsync(this CrmSession session, string key, CancellationToken cancellationToken)
    {
        var directory = session.Get<PartnerDirectory>();
        var found = PartnerId.TryParse(key, null, out var id) ? await directory.FindAsync(id, cancellationToken) : await directory.FindAsync(key, cancellationToken);
        return found.OrFail(session.Errors.PartnerNotFound(key));
    }

    /// <summary>Does one unit of work as one of a partner's people, with that principal only.</summary>
    public static async Task AsPartnerAsync(this Run run, Func<CrmSession, Task> work, CancellationToken cancellationToken)
    {
        var principal = run.Get(As)!;
        await using var host = await CrmHost.OpenAsync(run.Database, cancellationToken);
        Actor actor;
        await using (var staff = host.Begin(Terminal.Agent))
        {
            actor = (await staff.Get<PartnerPrincipals>().ResolveAsync(principal, cancellationToken)).OrFail(staff.Errors.PartnerNotFound(principal));
        }

        await using var session = host.Begin(actor);
        await work(session);
    }

    public static GeoPoint? Point(string? text, string option) => text is null ? null
        : GeoPoint.TryParse(text, out var point) ? point : throw CommandFailure.Usage($"{option} {text}: a place such as 45.46,9.19 was expected.");

    public static PartnerAreaDetails Area(string text)
    {
        if (text.Split("..") is [var low, var high] && GeoPoint.TryParse(low, out var southWest) && GeoPoint.TryParse(high, out var northEast))
        {
            return new() { SouthWest = southWest, NorthEast = northEast };
        }

        var (place, prefix) = text.Split(':', 2) is [var left, var right] ? (left, right) : (text, null);
        var (code, region) = place.Split('/', 2) is [var country, var named] ? (country, named) : (place, null);
        return Country.TryFromCode(code, out var known) ? new() { Country = known, Region = region, PostalPrefix = prefix } : throw CommandFailure.Usage($"--area {text}: {AreaForm} was expected.");
    }

    public static string Text(this PartnerAreaDetails area) => area.SouthWest is { } low ? $"{low}..{area.NorthEast}"
        : area.Country + (area.Region is null ? "" : "/" + area.Region) + (area.PostalPrefix is null ? "" : ":" + area.PostalPrefix);

    public static DealRegistrationId DealId(this CrmSession session, string key) =>
        DealRegistrationId.TryParse(key, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.DealRegistrationNotFound(key)]);

    public static Domain.Sales.LeadId LeadId(this CrmSession session, string key) =>
        Domain.Sales.LeadId.TryParse(key, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.LeadNotFound(key)]);
}
