using System.CommandLine;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Orders;

/// <summary><c>crm subscription</c>: what customers buy again every period.</summary>
internal static class SubscriptionCommands
{
    private static readonly Argument<string> s_key = new("KEY") { Description = "The subscription's number or id." };
    private static readonly Argument<string> s_customer = new("CUSTOMER") { Description = CustomerLookup.Keys };
    private static readonly Option<string> s_product = new("--product") { Description = "The product.", Required = true, HelpName = "SKU" };
    private static readonly Option<int> s_months = new("--months") { Description = "How long a period is, in months; 1 by default.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string> s_quantity = new("--quantity") { Description = "How much each period brings; 1 by default.", DefaultValueFactory = _ => "1" };
    private static readonly Option<string?> s_price = new("--price") { Description = "The price of one for one period; the catalogue's by default." };
    private static readonly Option<string> s_newPrice = new("--price") { Description = "The price of one for one period.", Required = true };
    private static readonly Option<string?> s_starts = new("--starts") { Description = "The first day of the first period; today by default.", HelpName = "DAY" };
    private static readonly Option<int?> s_periods = new("--periods") { Description = "How many periods it runs; until it is cancelled by default." };
    private static readonly Option<int> s_before = new("--periods-before") { Description = "How many periods were bought before, elsewhere." };
    private static readonly Option<bool> s_atEnd = new("--at-period-end") { Description = "Only when the current period is over." };
    private static readonly Option<string?> s_reason = new("--reason") { Description = "Why." };
    private static readonly Option<string?> s_only = new("--product") { Description = "The product; all by default.", HelpName = "SKU" };

    public static Command Create() => new Command("subscription", "What customers buy again every period.").With(
        Start(),
        new Command("renew", "Book the periods that are due by today, and end what is over; a host does so by itself.").Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var due = await session.Get<Subscriptions>().RenewDueAsync(Subscriptions.MaxBatch, token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(
                    new { Subscriptions = due.Select(Document) },
                    report => report.Table(["Number", "Status", "Periods", "Next", "Ended"], due.Select(s => new object?[] { s.Number.Value, s.Status.ToString(), s.Periods, s.NextOn, s.EndedOn })));
            },
            token)),
        Act("pause", "Begin no period until it is resumed.", [], (_, doors, s, token) => doors.PauseAsync(s.Id, cancellationToken: token)),
        Act("resume", "Go on; the days of the pause are added to the period that was running.", [], (_, doors, s, token) => doors.ResumeAsync(s.Id, cancellationToken: token)),
        Act("cancel", "Cancel it at once, or for the end of the current period.", [s_atEnd, s_reason], (run, doors, s, token) => run.Get(s_atEnd)
            ? doors.CancelAtPeriodEndAsync(s.Id, run.Get(s_reason), cancellationToken: token)
            : doors.CancelAsync(s.Id, run.Get(s_reason), cancellationToken: token)),
        Act("price", "Change the price from the next period on.", [s_newPrice], (run, doors, s, token) =>
            doors.ChangePriceAsync(s.Id, new Money(OrderTexts.Number("--price", run.Get(s_newPrice)!), s.UnitPrice.Currency), cancellationToken: token)),
        new Command("show", "One subscription.").With(s_key).Does((run, token) => run.WithCrmAsync(async session => Write(run.Output, await FindAsync(run, session, token)), token)),
        new Command("list", "A customer's subscriptions, the last one first.").With(s_customer).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.Get<Subscriptions>().OfCustomerAsync((await session.CustomerAsync(run.Get(s_customer), token)).Id, cancellationToken: token);
                run.Output.Write(
                    new { Subscriptions = found.Select(s => new { s.Id, Number = s.Number.Value, Product = s.Sku, s.Status, s.UnitPrice, s.PeriodMonths, s.Periods, s.NextOn }) },
                    report => report.Table(["Number", "Product", "Status", "Price", "Months", "Periods", "Next"], found.Select(s => new object?[] { s.Number.Value, s.Sku, s.Status.ToString(), s.UnitPrice, s.PeriodMonths, s.Periods, s.NextOn })));
            },
            token)),
        Cohorts());

    private static Command Start() => new Command("start", "Start a subscription and book what is due of it by today.").With(
        s_customer, s_product, s_months, s_quantity, s_price, OrderTexts.Currency, s_starts, s_periods, s_before).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var customer = await session.CustomerAsync(run.Get(s_customer), token);
                var started = await session.Get<Subscriptions>().StartAsync(
                    new NewSubscription(customer.Id, run.Get(s_product)!, run.Get(s_months))
                    {
                        Quantity = OrderTexts.Number("--quantity", run.Get(s_quantity)!),
                        UnitPrice = run.Get(s_price) is { } price ? new Money(OrderTexts.Number("--price", price), OrderTexts.CurrencyOf(run)) : null,
                        StartsOn = OrderTexts.Day(run, s_starts), MaxPeriods = run.Get(s_periods), PeriodsBefore = run.Get(s_before),
                    },
                    token).OrFail();
                await session.SaveAsync(token);
                Write(run.Output, started);
            },
            token));

    private static Command Cohorts() => new Command("cohorts", "How long contracts last, by the month in which they started: what `analyze lifetime --model sbg` learns from.").With(s_months, s_only).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var found = await session.Get<Subscriptions>().CohortsAsync(run.Get(s_months), run.Get(s_only), token);
            run.Output.Write(
                new { Cohorts = found.Select(c => new { c.StartedIn, c.Contracts, c.Survivors, c.Counts }) },
                report => report.Table(["Started in", "Contracts", "Alive in each period"], found.Select(c => new object?[] { c.StartedIn, c.Contracts, string.Join(' ', c.Survivors) })));
        },
        token));

    private static Command Act(string name, string description, IEnumerable<Symbol> options, Func<Run, Subscriptions, Subscription, CancellationToken, Task<CrmResult<Subscription>>> act) =>
        new Command(name, description).With([s_key, .. options]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var changed = await act(run, session.Get<Subscriptions>(), await FindAsync(run, session, token), token).OrFail();
                await session.SaveAsync(token);
                Write(run.Output, changed);
            },
            token));

    private static async Task<Subscription> FindAsync(Run run, CrmSession session, CancellationToken token)
    {
        var (key, doors) = (run.Get(s_key), session.Get<Subscriptions>());
        var found = SubscriptionId.TryParse(key, null, out var id) ? await doors.FindAsync(id, token)
            : key.Trim() is { Length: > 0 and <= SubscriptionNumber.MaxLength } number ? await doors.FindAsync(new SubscriptionNumber(number.ToUpperInvariant()), token)
            : null;
        return found.OrFail(session.Errors.SubscriptionNotFound(key));
    }

    private static object Document(Subscription s) => new
    {
        s.Id, Number = s.Number.Value, s.CustomerId, Product = s.Sku, s.Description, s.Quantity, s.UnitPrice, s.NextPrice, s.PeriodMonths, s.Status, s.StartsOn, s.Periods, s.MaxPeriods, s.NextOn,
        s.RetryOn, s.EndsWithPeriod, s.PausedOn, s.EndedOn, s.Reason, s.Version,
    };

    private static void Write(CommandOutput output, Subscription s) => output.Write(Document(s), report => report
        .Heading($"{s.Number} {s.Status}")
        .Fields(
            ("Id", s.Id), ("Customer", s.CustomerId), ("Product", s.Sku), ("Quantity", s.Quantity), ("Price", s.UnitPrice), ("Price from next period", s.NextPrice), ("Months", s.PeriodMonths),
            ("Started", s.StartsOn), ("Periods", s.Periods), ("Next", s.NextOn), ("Ended", s.EndedOn), ("Reason", s.Reason)));
}
