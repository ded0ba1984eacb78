using System.CommandLine;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Sales;
using NodaTime;

namespace Crm.Samples.Console.Partners;

/// <summary><c>crm partner deal draft|rewrite|submit|withdraw|extend|mine --as PRINCIPAL</c>.</summary>
internal static class PartnerOwnDealCommands
{
    private static readonly Option<string> s_title = new("--title") { Description = "What it is about.", Required = true };
    private static readonly Option<string> s_prospect = new("--prospect") { Description = "Who may buy.", Required = true };
    private static readonly Option<string> s_from = new("--from") { Description = "The first day of the period.", Required = true };
    private static readonly Option<string> s_through = new("--through") { Description = "The last day of the period.", Required = true };
    private static readonly Option<string[]> s_lines = new("--line") { Description = "A product, as SKU,quantity=N,price=N; several are allowed.", Required = true };
    private static readonly Option<string> s_currency = new("--currency") { Description = "The currency of the prices.", DefaultValueFactory = _ => "EUR" };
    private static readonly Option<string?> s_contact = new("--contact") { Description = "How the prospect is reached." };
    private static readonly Option<string?> s_note = new("--note") { Description = "What else is known." };
    private static readonly Symbol[] s_details = [s_title, s_prospect, s_from, s_through, s_lines, s_currency, s_contact, s_note];

    public static Command Draft() => new Command("draft", "As a partner: begin a registration.").With([.. s_details, PartnerTexts.As]).Does((run, token) => run.AsPartnerAsync(
        session => WriteAsync(run, session, session.Get<PartnerDeals>().DraftAsync(Details(run), token), token), token));

    public static Command Rewrite() => Change("rewrite", "As a partner: write a draft, or one that was returned, anew.", s_details, (door, run, id, token) => door.RewriteAsync(id, Details(run), cancellationToken: token));

    public static Command Submit() => Change("submit", "As a partner: submit a registration.", [], (door, _, id, token) => door.SubmitAsync(id, cancellationToken: token));

    public static Command Withdraw() => Change("withdraw", "As a partner: take a registration back.", [], (door, _, id, token) => door.WithdrawAsync(id, cancellationToken: token));

    public static Command Extend()
    {
        var through = new Argument<string>("THROUGH") { Description = "The last day of the longer period." };
        return Change("extend", "As a partner: ask for a longer period.", [through], (door, run, id, token) => door.AskExtensionAsync(id, Day(run.Get(through), through.Name), cancellationToken: token));
    }

    public static Command Mine()
    {
        var page = new PageOptions();
        return new Command("mine", "As a partner: its registrations, the newest first.").With([PartnerTexts.As, .. page.All]).Does((run, token) => run.AsPartnerAsync(
            async session =>
            {
                var found = await session.Get<PartnerDeals>().ListAsync(null, page.Read(run), token);
                run.Output.Write(
                    new { found.Items, Next = found.Next?.ToString() },
                    report => report.Table(["Id", "Title", "Prospect", "Status", "Through"], found.Items.Select(d => new object?[] { d.Id, d.Title, d.Prospect, d.Status, d.Through })).More(found.Next));
            },
            token));
    }

    private static Command Change(string name, string description, IEnumerable<Symbol> symbols, Func<PartnerDeals, Run, DealRegistrationId, CancellationToken, Task<CrmResult<PartnerDeal>>> change) =>
        new Command(name, description).With([PartnerDealCommands.Deal, .. symbols, PartnerTexts.As]).Does((run, token) => run.AsPartnerAsync(
            session => WriteAsync(run, session, change(session.Get<PartnerDeals>(), run, session.DealId(run.Get(PartnerDealCommands.Deal)), token), token), token));

    private static async Task WriteAsync(Run run, CrmSession session, Task<CrmResult<PartnerDeal>> act, CancellationToken token)
    {
        var deal = await act.OrFail();
        await session.SaveAsync(token);
        PartnerView.Write(run.Output, deal);
    }

    private static DealRegistrationDetails Details(Run run)
    {
        var currency = Currency.TryFromCode(run.Get(s_currency), out var known) ? known : throw CommandFailure.Usage($"--currency {run.Get(s_currency)}: a code such as EUR was expected.");
        var lines = run.Get(s_lines)!.Select(l => QuoteLineText.Parse(l, currency)).Select(l => new DealLineDetails(l.Sku ?? "", l.Quantity, l.UnitPrice?.Amount ?? 0)).ToList();
        return new DealRegistrationDetails(run.Get(s_title)!, run.Get(s_prospect)!, Day(run.Get(s_from)!, s_from.Name), Day(run.Get(s_through)!, s_through.Name), lines)
        {
            Currency = currency, Contact = run.Get(s_contact), Note = run.Get(s_note),
        };
    }

    private static LocalDate Day(string text, string option) => Cells.ParseDay(text) ?? throw CommandFailure.Usage($"{option} {text}: a date such as 2026-06-02 was expected.");
}
