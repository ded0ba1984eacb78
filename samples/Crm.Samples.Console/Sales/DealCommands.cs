using System.CommandLine;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Sales;

/// <summary><c>crm deal …</c>: opportunities from opening to closing.</summary>
internal static class DealCommands
{
    private static readonly Option<string?> s_stage = new("--stage") { Description = "Key of the stage; the usual one when left out." };

    public static Command Create() => new Command("deal", "Opportunities: open them, move them, win or lose them.").With(
        [Open(), List(), Show(), Move(), Transfer(), Win(), Lose(), Reopen(), .. DealDetailCommands.All()]);

    private static Command Open()
    {
        var customer = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        var name = new Argument<string>("NAME") { Description = "What it is called." };
        var pipeline = new Option<string?>("--pipeline") { Description = SalesTexts.PipelineKeys };
        var amount = new Option<string?>("--amount") { Description = "What it would bring, such as \"1200 EUR\"." };
        var close = new Option<string?>("--close") { Description = "The day on which it is expected to close." };
        var owner = new Option<string?>("--owner") { Description = "Who answers for it; you when left out." };
        var source = new Option<string?>("--source") { Description = "Where it came from." };
        var description = new Option<string?>("--description") { Description = "What it is about." };
        return new Command("open", "Open a deal.").With(customer, name, pipeline, s_stage, amount, close, owner, source, description).Does((run, token) =>
        {
            var (worth, day) = (SalesTexts.Amount(run.Get(amount), amount.Name), SalesTexts.Day(run.Get(close), close.Name));
            return run.WithCrmAsync(
                async session =>
                {
                    var details = new OpportunityDetails((await session.CustomerAsync(run.Get(customer), token)).Id, run.Get(name))
                    {
                        PipelineId = (await session.PipelineAsync(run.Get(pipeline), token)).Id,
                        Stage = run.Get(s_stage),
                        Amount = worth,
                        CloseDate = day,
                        OwnerId = run.Get(owner),
                        Source = run.Get(source),
                        Description = run.Get(description),
                    };
                    var opened = await session.Get<SalesPipeline>().OpenAsync(details, token).OrFail();
                    await session.SaveAsync(token);
                    SalesRows.Print(run, opened);
                },
                token);
        });
    }

    private static Command List()
    {
        var customer = new Option<string?>("--customer") { Description = CustomerLookup.Keys };
        var owner = new Option<string?>("--owner") { Description = "Who answers for them." };
        var pipeline = new Option<string?>("--pipeline") { Description = "The pipeline's name or id." };
        var state = new Option<string?>("--state") { Description = "open, won or lost." };
        var territory = new Option<string?>("--territory") { Description = "Those in a territory." };
        var aimless = new Option<bool>("--without-next-step") { Description = "Open deals for which nobody planned what comes next." };
        var page = new PageOptions();
        return new Command("list", "Deals, newest first.").With([customer, owner, pipeline, state, territory, aimless, .. page.All]).Does((run, token) =>
        {
            var category = run.Get(state) is { } text ? SalesTexts.Choice<StageCategory>(text, state.Name) : (StageCategory?)null;
            var request = page.Read(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var criteria = new OpportunityCriteria
                    {
                        CustomerId = run.Get(customer) is { } key ? (await session.CustomerAsync(key, token)).Id : null,
                        OwnerId = run.Get(owner),
                        PipelineId = run.Get(pipeline) is { } named ? (await session.PipelineAsync(named, token)).Id : null,
                        TerritoryId = run.Get(territory) is { } part ? (await session.TerritoryAsync(part, token)).Id : null,
                        WithoutNextStep = run.Get(aimless),
                        Category = category,
                    };
                    var found = await session.Get<PipelineBoard>().ListAsync(criteria, request, token);
                    run.Output.Write(
                        new { Items = found.Items.Select(SalesRows.Row), Next = found.Next?.ToString() },
                        report => report.Table(SalesRows.DealColumns, found.Items.Select(SalesRows.Cells)).More(found.Next));
                },
                token);
        });
    }

    private static Command Show()
    {
        var key = new Argument<string>("DEAL") { Description = "The deal's id." };
        return new Command("show", "A deal with its people, stages and log.").With(key).Does((run, token) =>
            run.WithCrmAsync(async session => SalesRows.Print(run, await session.DealAsync(run.Get(key), token)), token));
    }

    private static Command Move()
    {
        var stage = new Argument<string>("STAGE") { Description = "Key of an open stage of its pipeline." };
        return DealDetailCommands.Change("move", "Move a deal to another open stage.", [stage], (session, run, id, token) => session.Get<SalesPipeline>().MoveAsync(id, run.Get(stage), null, token));
    }

    private static Command Transfer()
    {
        var pipeline = new Argument<string>("PIPELINE") { Description = "The other pipeline's name or id." };
        return DealDetailCommands.Change("transfer", "Take a deal over to another pipeline.", [pipeline, s_stage], async (session, run, id, token) =>
            await session.Get<SalesPipeline>().TransferAsync(id, (await session.PipelineAsync(run.Get(pipeline), token)).Id, run.Get(s_stage), null, token));
    }

    private static Command Win() =>
        DealDetailCommands.Change("win", "Win a deal.", [s_stage], (session, run, id, token) => session.Get<SalesPipeline>().WinAsync(id, run.Get(s_stage), null, token));

    private static Command Lose()
    {
        var reason = new Option<string>("--reason") { Description = "price, competitor, no-budget, no-need, no-decision, timing, missing-feature, no-answer or other.", Required = true };
        var text = new Option<string?>("--text") { Description = "Why, in words; needed with other." };
        return DealDetailCommands.Change("lose", "Lose a deal.", [reason, text, s_stage], (session, run, id, token) =>
            session.Get<SalesPipeline>().LoseAsync(id, run.Get(reason)!, run.Get(text), run.Get(s_stage), null, token));
    }

    private static Command Reopen() =>
        DealDetailCommands.Change("reopen", "Reopen a closed deal.", [s_stage], (session, run, id, token) => session.Get<SalesPipeline>().ReopenAsync(id, run.Get(s_stage), null, token));
}
