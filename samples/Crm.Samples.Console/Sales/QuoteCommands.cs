using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using NodaTime;

namespace Crm.Samples.Console.Sales;

/// <summary><c>crm quote</c>: from the draft to the answer.</summary>
internal static class QuoteCommands
{
    private static readonly Argument<string> s_key = new("KEY") { Description = "The quote's number or id." };
    private static readonly Argument<string> s_customer = new("CUSTOMER") { Description = CustomerLookup.Keys };
    private static readonly Option<string[]> s_lines = new("--line") { Description = $"A line: {QuoteLineText.Form}; repeat it for more.", Required = true };
    private static readonly Option<string> s_currency = new("--currency") { Description = "The currency of prices that are typed; EUR by default.", DefaultValueFactory = _ => "EUR" };
    private static readonly Option<string?> s_until = new("--valid-through") { Description = "The last day on which it can be accepted; in 30 days by default.", HelpName = "DAY" };
    private static readonly Option<string?> s_title = new("--title") { Description = "What it is about." };
    private static readonly Option<string?> s_reason = new("--reason") { Description = "Why." };
    private static readonly Option<string?> s_agent = new("--agent") { Description = "Who acts, when it is not the agent at this terminal." };
    private static readonly Option<string?> s_limit = new("--approval-limit") { Description = "The total above which somebody else has to approve, in the quote's currency." };
    private static readonly Option<string?> s_token = new("--token") { Description = "Answer as the customer, by the token of the link." };

    public static Command Create() => new Command("quote", "Offer, approve, send, and take the customer's answer.").With(
        new Command("draft", "Write a quote.").With(s_customer, s_lines, s_currency, s_until, s_title).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var customer = await session.CustomerAsync(run.Get(s_customer), token);
                var drafted = await session.Get<QuoteDesk>().DraftAsync(new NewQuote(customer.Id, Terms(run, session), Lines(run)), token).OrFail();
                await session.SaveAsync(token);
                QuoteView.Write(run.Output, drafted);
            },
            token)),
        Act("revise", "Begin a new revision; what the customer has can no longer be accepted.", [s_lines, s_currency, s_until, s_title], (run, session, quote, token) => session.Get<QuoteDesk>().ReviseAsync(quote.Id, Terms(run, session), Lines(run), cancellationToken: token)),
        Act("submit", "Submit a draft: it may go out, or awaits approval.", [s_limit], (run, session, quote, token) =>
        {
            if (run.Get(s_limit) is { } limit)
            {
                var amount = Cells.ParseNumber(limit) ?? throw CommandFailure.Usage($"--approval-limit {limit}: a number was expected.");
                session.Get<QuoteOptions>().ApprovalLimits.Add(Money.Round(amount, quote.Total.Currency));
            }

            return session.Get<QuoteDesk>().SubmitAsync(quote.Id, cancellationToken: token);
        }),
        Act("approve", "Let a quote go out that awaits approval.", [s_agent], (_, session, quote, token) => session.Get<QuoteDesk>().ApproveAsync(quote.Id, cancellationToken: token)),
        Act("reject", "Give a quote back to its writer.", [s_agent, s_reason], (run, session, quote, token) => session.Get<QuoteDesk>().RejectAsync(quote.Id, run.Get(s_reason) ?? "", cancellationToken: token)),
        new Command("send", "Send an approved quote; prints the token of the customer's link.").With(s_key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var sent = await session.Get<QuoteDesk>().SendAsync((await FindAsync(run, session, token)).Id, cancellationToken: token).OrFail();
                await session.SaveAsync(token);
                QuoteView.Write(run.Output, sent.Quote, sent.Token);
            },
            token)),
        Answer("accept", "The customer accepts: the order is placed.", async (run, session, quote, token) =>
        {
            var answers = session.Get<QuoteAnswers>();
            _ = run.Get(s_token) is { } secret ? await answers.AcceptAsync(secret, token).OrFail() : await answers.AcceptAsync(quote, cancellationToken: token).OrFail();
        }),
        Answer("decline", "The customer declines.", async (run, session, quote, token) =>
        {
            var answers = session.Get<QuoteAnswers>();
            _ = run.Get(s_token) is { } secret
                ? (object)await answers.DeclineAsync(secret, run.Get(s_reason), token).OrFail()
                : await answers.DeclineAsync(quote, run.Get(s_reason), cancellationToken: token).OrFail();
        }),
        Act("withdraw", "Take a quote back.", [s_reason], (run, session, quote, token) => session.Get<QuoteDesk>().WithdrawAsync(quote.Id, run.Get(s_reason), cancellationToken: token)),
        new Command("show", "One quote with its lines and revisions.").With(s_key).Does((run, token) => run.WithCrmAsync(
            async session => QuoteView.Write(run.Output, await FindAsync(run, session, token)), token)),
        QuoteDocumentCommand.Create(s_key),
        new Command("list", "A customer's quotes, newest first.").With(s_customer).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var customer = await session.CustomerAsync(run.Get(s_customer), token);
                var page = await session.Get<QuoteDesk>().OfCustomerAsync(customer.Id, cancellationToken: token);
                run.Output.Write(
                    new { Quotes = page.Items.Select(q => new { q.Id, Number = q.Number.Value, q.Revision, q.Status, q.ValidThrough, q.Total }) },
                    report => report.Table(["Number", "Revision", "Status", "Valid through", "Total"], page.Items.Select(q => new object?[] { q.Number.Value, q.Revision, q.Status.ToString(), q.ValidThrough, q.Total })));
            },
            token)));

    private static Command Act(string name, string description, IEnumerable<Symbol> options, Func<Run, CrmSession, Quote, CancellationToken, Task<CrmResult<Quote>>> act) =>
        new Command(name, description).With([s_key, .. options]).Does((run, token) =>
        {
            return run.Get(s_agent) is { } agent ? run.WithCrmAsync(Actor.Agent(agent), DoAsync, token) : run.WithCrmAsync(DoAsync, token);

            async Task DoAsync(CrmSession session)
            {
                var quote = await act(run, session, await FindAsync(run, session, token), token).OrFail();
                await session.SaveAsync(token);
                QuoteView.Write(run.Output, quote);
            }
        });

    private static Command Answer(string name, string description, Func<Run, CrmSession, QuoteId, CancellationToken, Task> act) =>
        new Command(name, description).With(s_key, s_token, s_reason).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var quote = await FindAsync(run, session, token);
                await act(run, session, quote.Id, token);
                await session.SaveAsync(token);
                QuoteView.Write(run.Output, quote);
            },
            token));

    public static async Task<Quote> FindAsync(Run run, CrmSession session, CancellationToken token)
    {
        var (key, desk) = (run.Get(s_key), session.Get<QuoteDesk>());
        var found = QuoteId.TryParse(key, null, out var id) ? await desk.FindAsync(id, token)
            : key.Trim() is { Length: > 0 and <= QuoteNumber.MaxLength } number ? await desk.FindAsync(new QuoteNumber(number.ToUpperInvariant()), token)
            : null;
        return found.OrFail(session.Errors.QuoteNotFound(key));
    }

    private static List<QuoteLineDetails> Lines(Run run)
    {
        var currency = Currency.TryFromCode(run.Get(s_currency), out var known) ? known : throw CommandFailure.Usage($"--currency {run.Get(s_currency)}: a code of ISO 4217 was expected.");
        return [.. run.Get(s_lines)!.Select(l => QuoteLineText.Parse(l, currency))];
    }

    private static QuoteTerms Terms(Run run, CrmSession session)
    {
        var until = run.Get(s_until) is { } text ? Cells.ParseDay(text) ?? throw CommandFailure.Usage($"--valid-through {text}: a day such as 2026-09-30 was expected.") : session.Now.InUtc().Date.PlusDays(30);
        return new QuoteTerms(until) { Title = run.Get(s_title) };
    }
}
