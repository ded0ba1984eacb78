using System.CommandLine;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Sales;

/// <summary><c>crm territory …</c>: parts of the market, what they take and who answers for them.</summary>
internal static class TerritoryCommands
{
    private static readonly Argument<string> s_territory = new("TERRITORY") { Description = "The territory's name or id." };
    private static readonly Option<string?> s_leads = new("--leads") { Description = "A JSON file: which leads it takes.", HelpName = "FILE" };
    private static readonly Option<string?> s_customers = new("--customers") { Description = "A JSON file: which customers belong to it, and with them their deals.", HelpName = "FILE" };
    private static readonly Option<string?> s_deals = new("--deals") { Description = "A JSON file: which deals it takes.", HelpName = "FILE" };
    private static readonly Option<int> s_position = new("--position") { Description = "Place among territories whose criteria hold; the lowest takes it." };
    private static readonly Option<string?> s_owner = new("--owner") { Description = "Who answers for what comes into it." };
    private static readonly Option<string?> s_team = new("--team") { Description = "The team that answers for it." };
    private static readonly Option<string?> s_queue = new("--queue") { Description = "The queue of leads that gives them out by capacity." };
    private static readonly Option<bool> s_fallback = new("--fallback") { Description = "It takes what no other does." };

    public static Command Create() => new Command("territory", "Territories: which leads, customers and deals are in which, and why.").With(
        Make(),
        Change("set", "Say anew what a territory takes and who answers for it.", [s_leads, s_customers, s_deals, s_position, s_owner, s_team, s_queue], async (session, run, id, token) =>
            await session.Get<Territories>().ConfigureAsync(id, await SettingsAsync(run, session, token), null, token)),
        Change("fallback", "Let a territory take what no other does.", [], (session, _, id, token) => session.Get<Territories>().MakeFallbackAsync(id, null, token)),
        Change("retire", "Let a territory take nothing any more.", [], (session, _, id, token) => session.Get<Territories>().RetireAsync(id, null, token)),
        Change("restore", "Take a retired territory up again.", [], (session, _, id, token) => session.Get<Territories>().RestoreAsync(id, null, token)),
        List(),
        TerritoryRecordCommands.Place(),
        TerritoryRecordCommands.Explain(),
        TerritoryRecordCommands.Reassign());

    public static async Task<Territory> TerritoryAsync(this CrmSession session, string key, CancellationToken cancellationToken)
    {
        var all = await session.Get<Territories>().ListAsync(cancellationToken);
        var isId = TerritoryId.TryParse(key, null, out var id);
        return all.FirstOrDefault(t => isId ? t.Id == id : t.Name == key).OrFail(session.Errors.TerritoryNotFound(key));
    }

    private static Command Make()
    {
        var name = new Argument<string>("NAME") { Description = "The name; unique." };
        return new Command("create", "Make a territory.").With(name, s_leads, s_customers, s_deals, s_position, s_owner, s_team, s_queue, s_fallback).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var territories = session.Get<Territories>();
                var made = await territories.CreateAsync(run.Get(name), await SettingsAsync(run, session, token), token).OrFail();
                await session.SaveAsync(token);
                if (run.Get(s_fallback))
                {
                    made = await territories.MakeFallbackAsync(made.Id, null, token).OrFail();
                    await session.SaveAsync(token);
                }

                Print(run, made);
            },
            token));
    }

    private static Command List() => new Command("list", "All territories, in the order in which they are asked.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var all = await session.Get<Territories>().ListAsync(token);
            run.Output.Write(
                new { Territories = all.Select(Document) },
                report => report.Table(
                    ["Territory", "Position", "Owner", "Team", "Takes the rest", "Retired"],
                    all.Select(t => new object?[] { t.Name, t.Position, t.OwnerId, t.TeamId, t.IsFallback ? "yes" : null, t.IsRetired ? "yes" : null })));
        },
        token));

    private static Command Change(string verb, string description, IEnumerable<Symbol> symbols, Func<CrmSession, Run, TerritoryId, CancellationToken, Task<CrmResult<Territory>>> act) =>
        new Command(verb, description).With([s_territory, .. symbols]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var changed = await act(session, run, (await session.TerritoryAsync(run.Get(s_territory), token)).Id, token).OrFail();
                await session.SaveAsync(token);
                Print(run, changed);
            },
            token));

    private static async Task<TerritorySettings> SettingsAsync(Run run, CrmSession session, CancellationToken cancellationToken) => new()
    {
        Leads = Criteria(run.Get(s_leads)),
        Customers = Criteria(run.Get(s_customers)),
        Deals = Criteria(run.Get(s_deals)),
        Position = run.Get(s_position),
        OwnerId = run.Get(s_owner),
        TeamId = run.Get(s_team),
        QueueId = run.Get(s_queue) is { } queue ? await LeadQueueCommands.QueueAsync(session, queue, cancellationToken) : null,
    };

    private static Criterion? Criteria(string? file) => file is null ? null : Criterion.Parse(TextSource.Of(file).Read(text => text.ReadToEnd())).OrFail();

    private static void Print(Run run, Territory territory) => run.Output.Write(
        Document(territory),
        report => report.Heading(territory.Name).Fields(
            ("Id", territory.Id), ("Position", territory.Position), ("Owner", territory.OwnerId), ("Team", territory.TeamId), ("Leads", territory.LeadCriteria),
            ("Customers", territory.CustomerCriteria), ("Deals", territory.DealCriteria), ("Takes the rest", territory.IsFallback ? "yes" : null), ("Retired", territory.IsRetired ? "yes" : null)));

    private static object Document(Territory t) => new
    {
        t.Id, t.Name, t.Position, Leads = t.LeadCriteria, Customers = t.CustomerCriteria, Deals = t.DealCriteria, Owner = t.OwnerId, Team = t.TeamId, t.QueueId, t.IsFallback, t.IsRetired, t.Version,
    };
}
