using System.CommandLine;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Sales;

/// <summary><c>crm territory place|explain|reassign</c>: what is in which territory.</summary>
internal static class TerritoryRecordCommands
{
    private static readonly Option<string?> s_lead = new("--lead") { Description = "A lead, by its id." };
    private static readonly Option<string?> s_deal = new("--deal") { Description = "A deal, by its id." };
    private static readonly Option<string?> s_customer = new("--customer") { Description = CustomerLookup.Keys };
    private static readonly Option<bool> s_owners = new("--change-owners") { Description = "Give them to the territory's queue or owner although somebody answers for them." };

    public static Command Place()
    {
        var into = new Option<string?>("--into") { Description = "The territory; the one that takes it when left out." };
        return new Command("place", "Put a lead or a deal into the territory that takes it.").With(s_lead, s_deal, into, s_owners).Does((run, token) =>
        {
            OneOf(run, s_lead, s_deal);
            return run.WithCrmAsync(
                async session =>
                {
                    var named = run.Get(into) is { } key ? (await session.TerritoryAsync(key, token)).Id : (TerritoryId?)null;
                    var (desk, owners) = (session.Get<TerritoryDesk>(), run.Get(s_owners));
                    TerritoryId? territory;
                    string? owner;
                    if (run.Get(s_lead) is { } lead)
                    {
                        var placed = await desk.PlaceAsync((await session.LeadAsync(lead, token)).Id, named, owners, null, token).OrFail();
                        (territory, owner) = (placed.TerritoryId, placed.OwnerId);
                    }
                    else
                    {
                        var placed = await desk.PlaceAsync((await session.DealAsync(run.Get(s_deal)!, token)).Id, named, owners, null, token).OrFail();
                        (territory, owner) = (placed.TerritoryId, placed.OwnerId);
                    }

                    await session.SaveAsync(token);
                    var name = await NameAsync(session, territory, token);
                    run.Output.Write(new { TerritoryId = territory, Territory = name, Owner = owner }, report => report.Fields(("Territory", name), ("Owner", owner)));
                },
                token);
        });
    }

    public static Command Explain() => new Command("explain", "Which territory takes a lead, a deal or a customer, and why the others do not.").With(s_lead, s_deal, s_customer).Does((run, token) =>
    {
        OneOf(run, s_lead, s_deal, s_customer);
        return run.WithCrmAsync(
            async session =>
            {
                var desk = session.Get<TerritoryDesk>();
                var explained = await (run.Get(s_lead) is { } lead ? desk.ExplainAsync((await session.LeadAsync(lead, token)).Id, token)
                    : run.Get(s_deal) is { } deal ? desk.ExplainAsync((await session.DealAsync(deal, token)).Id, token)
                    : desk.ExplainAsync((await session.CustomerAsync(run.Get(s_customer)!, token)).Id, token)).OrFail();
                var (chosen, current) = (await NameAsync(session, explained.ChosenId, token), await NameAsync(session, explained.CurrentId, token));
                run.Output.Write(
                    new
                    {
                        Chosen = chosen, explained.ChosenId, Current = current, explained.CurrentId,
                        Territories = explained.Answers.Select(a => new { a.TerritoryId, a.Name, Verdict = SalesTexts.Hyphenated(a.Verdict.ToString()), a.Conditions, a.CustomerConditions }),
                    },
                    report => report.Fields(("Taken by", chosen ?? "no territory"), ("Is in", current)).Table(
                        ["Territory", "Says", "Conditions"],
                        explained.Answers.Select(a => new object?[] { a.Name, CrmNames.Of(a.Verdict), string.Join(", ", a.Conditions.Concat(a.CustomerConditions).Select(Text)) })));
            },
            token);
    });

    public static Command Reassign()
    {
        var apply = new Option<bool>("--apply") { Description = "Do it; without it, only say what would be done." };
        var take = new Option<int>("--take") { Description = "How many moves to list.", DefaultValueFactory = _ => 20 };
        return new Command("reassign", "Bring leads and open deals into the territories that take them now.").With(apply, s_owners, take).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var (desk, owners, most) = (session.Get<TerritoryReassignment>(), run.Get(s_owners), Output.PageOptions.Rows(take.Name, run.Get(take)));
                var plan = await (run.Get(apply) ? desk.ApplyAsync(owners, most, token) : desk.PreviewAsync(owners, most, token)).OrFail();
                var names = (await session.Get<Territories>().ListAsync(token)).ToDictionary(t => t.Id, t => t.Name);
                string? Name(TerritoryId? id) => id is { } known ? names[known] : null;
                run.Output.Write(
                    new
                    {
                        Applied = run.Get(apply), plan.Leads, plan.Deals, plan.WithoutTerritory,
                        Flows = plan.Flows.Select(f => new { From = Name(f.FromId), To = Name(f.ToId), f.Leads, f.Deals }),
                        Moves = plan.Moves.Select(m => new { m.Record.Kind, m.Record.Id, m.Name, From = Name(m.FromId), To = Name(m.ToId), m.OwnerBefore, Owner = m.OwnerId }),
                    },
                    report => report.Fields(("Leads", plan.Leads), ("Deals", plan.Deals), ("Taken by none", plan.WithoutTerritory))
                        .Table(["From", "To", "Leads", "Deals"], plan.Flows.Select(f => new object?[] { Name(f.FromId), Name(f.ToId), f.Leads, f.Deals }))
                        .Table(["Record", "Name", "From", "To", "Owner"], plan.Moves.Select(m => new object?[] { m.Record.Kind, m.Name, Name(m.FromId), Name(m.ToId), m.OwnerId })));
            },
            token));
    }

    private static string Text(ConditionOutcome outcome) => $"{outcome.Field} {outcome.Operator}: {(outcome.Holds ? "yes" : "no")}";

    private static async Task<string?> NameAsync(CrmSession session, TerritoryId? id, CancellationToken cancellationToken) =>
        id is null ? null : (await session.Get<Territories>().ListAsync(cancellationToken)).FirstOrDefault(t => t.Id == id)?.Name;

    private static void OneOf(Run run, params Option<string?>[] options)
    {
        if (options.Count(o => run.Get(o) is not null) != 1)
        {
            throw CommandFailure.Usage($"Exactly one of {string.Join(", ", options.Select(o => o.Name))} is expected.");
        }
    }
}
