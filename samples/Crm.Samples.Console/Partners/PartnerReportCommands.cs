using System.CommandLine;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Sales;

namespace Crm.Samples.Console.Partners;

/// <summary><c>crm partner performance|book|reverse|facts</c>.</summary>
internal static class PartnerReportCommands
{
    public static Command Performance()
    {
        var asOf = new Option<string?>("--as-of") { Description = "As of when, such as 2026-06-30T12:00:00Z; now when left out." };
        return new Command("performance", "What a partner did: leads, registrations, what was won, benefits and payouts.").With(PartnerTexts.Partner, asOf).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var partner = await session.PartnerAsync(run.Get(PartnerTexts.Partner), token);
                var found = await session.Get<PartnerReports>().PerformanceAsync(partner.Id, PartnerShareCommands.Moment(run.Get(asOf), asOf.Name), token).OrFail();
                run.Output.Write(
                    new
                    {
                        Partner = found.PartnerId, found.AsOf, found.Tier, found.Offers, found.Accepted, found.Declined, found.Expired, found.Pending, MeanAcceptanceSeconds = found.MeanAcceptance?.TotalSeconds,
                        MedianAcceptanceSeconds = found.MedianAcceptance?.TotalSeconds, Registrations = found.Registrations.Select(r => new { Status = r.Key, Count = r.Value }), found.Won, found.Lost, found.WinRate,
                        Closed = found.Won + found.Lost, found.WonValue, found.SharedCases, Sums = found.Sums.Select(s => new { s.Kind, s.Amount, s.Count }),
                    },
                    report => report.Heading(partner.Name).Fields(
                        [
                            ("Tier", found.Tier), ("Leads offered", found.Offers), ("Taken", found.Accepted), ("Declined", found.Declined), ("Not answered in time", found.Expired), ("Open", found.Pending),
                            ("Won", found.Won), ("Lost", found.Lost), ("Won value", string.Join(", ", found.WonValue)), ("Cases shared", found.SharedCases),
                        ])
                        .Table(["Kind", "Sum", "Rows"], found.Sums.Select(s => new object?[] { s.Kind, s.Amount, s.Count })));
            },
            token));
    }

    public static Command Book()
    {
        var kind = new Argument<string>("KIND") { Description = "benefit or payout." };
        var amount = new Argument<string>("AMOUNT") { Description = "How much, such as \"50 EUR\"." };
        var reason = new Argument<string>("REASON") { Description = "What for." };
        var (from, through) = (new Option<string>("--from") { Description = "The first day of the period.", Required = true }, new Option<string>("--through") { Description = "The last day of the period.", Required = true });
        return new Command("book", "Book a benefit or payout of a partner.").With(PartnerTexts.Partner, kind, amount, reason, from, through).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var partner = await session.PartnerAsync(run.Get(PartnerTexts.Partner), token);
                var details = new PartnerFactDetails(
                    SalesTexts.Choice<PartnerFactKind>(run.Get(kind), kind.Name),
                    SalesTexts.Amount(run.Get(amount), amount.Name) ?? throw CommandFailure.Usage("An amount such as \"50 EUR\" was expected."),
                    run.Get(reason),
                    Cells.ParseDay(run.Get(from)!) ?? throw CommandFailure.Usage($"--from {run.Get(from)}: a date was expected."),
                    Cells.ParseDay(run.Get(through)!) ?? throw CommandFailure.Usage($"--through {run.Get(through)}: a date was expected."));
                var booked = await session.Get<PartnerReports>().BookAsync(partner.Id, details, token).OrFail();
                await session.SaveAsync(token);
                Write(run, [booked], null);
            },
            token));
    }

    public static Command Reverse()
    {
        var (fact, reason) = (new Argument<string>("FACT") { Description = "The id of the benefit or payout." }, new Argument<string>("REASON") { Description = "Why." });
        return new Command("reverse", "Take a benefit or payout back.").With(fact, reason).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var id = PartnerFactId.TryParse(run.Get(fact), null, out var parsed) ? parsed : throw CommandFailure.Refused([session.Errors.PartnerFactNotFound(run.Get(fact))]);
                var reversal = await session.Get<PartnerReports>().ReverseAsync(id, run.Get(reason), token).OrFail();
                await session.SaveAsync(token);
                Write(run, [reversal], null);
            },
            token));
    }

    public static Command Facts()
    {
        var page = new PageOptions();
        return new Command("facts", "Benefits and payouts of a partner, the newest first.").With([PartnerTexts.Partner, .. page.All]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var partner = await session.PartnerAsync(run.Get(PartnerTexts.Partner), token);
                var found = await session.Get<PartnerReports>().FactsAsync(partner.Id, page.Read(run), token);
                Write(run, found.Items, found.Next);
            },
            token));
    }

    private static void Write(Run run, IReadOnlyList<PartnerFact> facts, PageKey? next) => run.Output.Write(
        new { Items = facts.Select(f => new { f.Id, Partner = f.PartnerId, f.Kind, f.Amount, f.Reason, f.From, f.Through, f.BookedAt, Reverses = f.ReversesId }), Next = next?.ToString() },
        report => report.Table(["Id", "Kind", "Amount", "Reason", "Booked"], facts.Select(f => new object?[] { f.Id, f.Kind, f.Amount, f.Reason, f.BookedAt })).More(next));
}
