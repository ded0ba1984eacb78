using System.CommandLine;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Sales;

/// <summary><c>crm deal set|next-step|contact|competitor</c>: what is known of an opportunity.</summary>
internal static class DealDetailCommands
{
    private static readonly Argument<string> s_deal = new("DEAL") { Description = "The deal's id." };
    private static readonly Option<bool> s_remove = new("--remove") { Description = "Take it away." };
    private static readonly Option<string?> s_note = new("--note") { Description = "What else is worth knowing." };

    public static IEnumerable<Command> All() => [Amend(), NextStep(), Contact(), Competitor()];

    /// <summary>A verb that changes one deal, saves and prints it.</summary>
    public static Command Change(string verb, string description, IEnumerable<Symbol> symbols, Func<CrmSession, Run, OpportunityId, CancellationToken, Task<CrmResult<Opportunity>>> act) =>
        new Command(verb, description).With([s_deal, .. symbols]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var deal = await session.DealAsync(run.Get(s_deal), token);
                var changed = await act(session, run, deal.Id, token).OrFail();
                await session.SaveAsync(token);
                SalesRows.Print(run, changed);
            },
            token));

    private static Command Amend()
    {
        var amount = new Option<string?>("--amount") { Description = "What it would bring, such as \"1200 EUR\", or none." };
        var close = new Option<string?>("--close") { Description = "The day on which it is expected to close, or none." };
        var probability = new Option<string?>("--probability") { Description = "The probability of winning by hand, such as 0.25, or none to leave it to the stage." };
        var category = new Option<string?>("--category") { Description = "How it is counted on: pipeline, best-case, commit, omitted, or none to leave it to the stage." };
        var owner = new Option<string?>("--owner") { Description = "Who answers for it, or none." };
        var team = new Option<string?>("--team") { Description = "The owner's team." };
        return Change("set", "Change amount, day, probability, category or owner; what is not given stays.", [amount, close, probability, category, owner, team], async (session, run, id, token) =>
        {
            var desk = session.Get<OpportunityDesk>();
            CrmResult<Opportunity>? last = null;
            async Task DoAsync(Task<CrmResult<Opportunity>> act) => last = (await act).OrFail();
            if (run.Get(amount) is { } worth)
            {
                await DoAsync(desk.ChangeAmountAsync(id, SalesTexts.Amount(worth, amount.Name), null, token));
            }

            if (run.Get(close) is { } day)
            {
                await DoAsync(desk.ExpectCloseAsync(id, SalesTexts.Day(day, close.Name), null, token));
            }

            if (run.Get(probability) is { } fraction)
            {
                await DoAsync(desk.EstimateAsync(id, SalesTexts.Fraction(fraction, probability.Name), null, token));
            }

            if (run.Get(category) is { } counted)
            {
                await DoAsync(desk.CategoriseAsync(id, counted == "none" ? null : SalesTexts.Choice<ForecastCategory>(counted, category.Name), null, token));
            }

            if (run.Get(owner) is { } user)
            {
                await DoAsync(desk.AssignAsync(id, user == "none" ? null : user, run.Get(team), null, token));
            }

            return last ?? throw CommandFailure.Usage("At least one of --amount, --close, --probability, --category and --owner is expected.");
        });
    }

    private static Command NextStep()
    {
        var text = new Argument<string>("TEXT") { Description = "What is to be done next, or none." };
        var due = new Option<string?>("--due") { Description = "By which day." };
        var remind = new Option<string?>("--remind") { Description = "Plan it as a task of the deal's owner, and remind so long before, such as 2h or 1d; needs --due.", HelpName = "TIME" };
        var done = new Option<bool>("--done") { Description = "It is done, and its task with it; TEXT says what came of it." };
        return Change("next-step", "Say what is to be done next, or that it is done.", [text, due, remind, done], (session, run, id, token) =>
            run.Get(done) ? session.Get<NextSteps>().CompleteAsync(id, run.Get(text), null, token)
            : run.Get(remind) is { } before ? session.Get<NextSteps>().PlanAsync(
                id, new NextStepDetails(run.Get(text), SalesTexts.Day(run.Get(due), due.Name) ?? throw CommandFailure.Usage("--remind needs --due.")) { RemindBefore = DurationText.Parse(before, remind.Name) }, null, token)
            : session.Get<OpportunityDesk>().PlanNextStepAsync(id, run.Get(text) is var step && step == "none" ? null : step, SalesTexts.Day(run.Get(due), due.Name), null, token));
    }

    private static Command Contact()
    {
        var person = new Argument<string>("PERSON") { Description = CustomerLookup.Keys };
        var role = new Option<string>("--role") { Description = "decision-maker, buyer, influencer, user, gatekeeper, initiator, champion or other.", DefaultValueFactory = _ => "other" };
        return Change("contact", "Add a person to the buying centre, change the part it plays, or take it out.", [person, role, s_note, s_remove], async (session, run, id, token) =>
        {
            var (desk, who, part) = (session.Get<OpportunityDesk>(), (await session.CustomerAsync(run.Get(person), token)).Id, SalesTexts.Choice<BuyingRole>(run.Get(role)!, role.Name));
            var contact = new BuyingContact(who, part) { Note = run.Get(s_note) };
            return run.Get(s_remove) ? await desk.RemoveContactAsync(id, who, null, token)
                : (await session.Get<SalesPipeline>().FindAsync(id, token))!.CanAddContact(who) ? await desk.AddContactAsync(id, contact, null, token)
                : await desk.DescribeContactAsync(id, contact, null, token);
        });
    }

    private static Command Competitor()
    {
        var name = new Argument<string>("NAME") { Description = "Who else wants to sell." };
        return Change("competitor", "Add a competitor, or take it away.", [name, s_note, s_remove], (session, run, id, token) => run.Get(s_remove)
            ? session.Get<OpportunityDesk>().RemoveCompetitorAsync(id, run.Get(name), null, token)
            : session.Get<OpportunityDesk>().AddCompetitorAsync(id, run.Get(name), run.Get(s_note), null, token));
    }
}
