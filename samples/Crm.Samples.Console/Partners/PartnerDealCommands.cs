using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Sales;

namespace Crm.Samples.Console.Partners;

/// <summary><c>crm partner deal …</c>: what the staff does with registrations; what partners do is in <see cref="PartnerOwnDealCommands"/>.</summary>
internal static class PartnerDealCommands
{
    private static readonly Argument<string> s_reason = new("REASON") { Description = "Why; the partner reads it." };
    private static readonly Option<string?> s_by = new("--by") { Description = "The approver, by id; whoever sits at this terminal when left out." };

    public static Argument<string> Deal { get; } = new("REGISTRATION") { Description = "The registration's id." };

    public static Command Create() => new Command("deal", "Deals that partners register.").With(
        PartnerOwnDealCommands.Draft(),
        PartnerOwnDealCommands.Rewrite(),
        PartnerOwnDealCommands.Submit(),
        PartnerOwnDealCommands.Withdraw(),
        PartnerOwnDealCommands.Extend(),
        PartnerOwnDealCommands.Mine(),
        List(),
        new Command("show", "A registration with its approvers.").With(Deal).Does((run, token) => run.WithCrmAsync(
            async session => PartnerView.Write(run.Output, (await session.Get<DealReviews>().FindAsync(session.DealId(run.Get(Deal)), token)).OrFail(session.Errors.DealRegistrationNotFound(run.Get(Deal)))), token)),
        Change("review", "Begin the review of a submitted registration.", [], (session, _, id, token) => session.Get<DealReviews>().BeginAsync(id, cancellationToken: token)),
        Identify(),
        Change("return", "Return a registration to its partner.", [s_reason], (session, run, id, token) => session.Get<DealReviews>().ReturnAsync(id, run.Get(s_reason), cancellationToken: token)),
        Change("reject", "Reject a registration.", [s_reason], (session, run, id, token) => session.Get<DealReviews>().RejectAsync(id, run.Get(s_reason), cancellationToken: token)),
        Duplicate(),
        Conflicts(),
        Request(),
        Change("approve", "Approve, when it is one's turn.", [s_by], (session, _, id, token) => session.Get<DealApprovals>().ApproveAsync(id, cancellationToken: token)),
        Change("refuse", "Refuse, when it is one's turn.", [s_reason, s_by], (session, run, id, token) => session.Get<DealApprovals>().RefuseAsync(id, run.Get(s_reason), cancellationToken: token)),
        Convert());

    private static Command Identify()
    {
        var customer = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        return Change("identify", "Say which customer the prospect is.", [customer], async (session, run, id, token) =>
            await session.Get<DealReviews>().IdentifyAsync(id, (await session.CustomerAsync(run.Get(customer), token)).Id, cancellationToken: token));
    }

    private static Command Duplicate()
    {
        var other = new Argument<string>("OTHER") { Description = "The registration that it repeats." };
        return Change("duplicate", "Close a registration as a duplicate.", [other], (session, run, id, token) => session.Get<DealReviews>().MarkDuplicateAsync(id, session.DealId(run.Get(other)), cancellationToken: token));
    }

    private static Command Request()
    {
        var approvers = new Argument<string[]>("APPROVER") { Description = "The approvers, by id, in their order.", Arity = ArgumentArity.OneOrMore };
        return Change("request", "Ask approvers, who decide one after the other.", [approvers], (session, run, id, token) => session.Get<DealApprovals>().RequestAsync(id, run.Get(approvers), cancellationToken: token));
    }

    private static Command List()
    {
        var partner = new Option<string?>("--partner") { Description = "Those of a partner." };
        var status = new Option<string?>("--status") { Description = "Those in a status, such as pending-approval." };
        var page = new PageOptions();
        return new Command("list", "Registrations, the newest first.").With([partner, status, .. page.All]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var criteria = new DealRegistrationCriteria
                {
                    PartnerId = run.Get(partner) is { } key ? (await session.PartnerAsync(key, token)).Id : null,
                    Status = run.Get(status) is { } text ? SalesTexts.Choice<DealRegistrationStatus>(text, status.Name) : null,
                };
                var found = await session.Get<DealReviews>().ListAsync(criteria, page.Read(run), token);
                run.Output.Write(
                    new { Items = found.Items.Select(d => new { d.Id, Partner = d.PartnerId, d.Title, d.Prospect, d.Status, Customer = d.CustomerId, d.From, d.Through, Amount = d.Amount.Amount, Currency = d.Currency.Code }), Next = found.Next?.ToString() },
                    report => report.Table(["Id", "Title", "Prospect", "Status", "Through", "Amount"], found.Items.Select(d => new object?[] { d.Id, d.Title, d.Prospect, d.Status, d.Through, d.Amount })).More(found.Next));
            },
            token));
    }

    private static Command Conflicts() => new Command("conflicts", "What else is about the same customer, product and period.").With(Deal).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var found = await session.Get<DealReviews>().ConflictsAsync(session.DealId(run.Get(Deal)), token).OrFail();
            run.Output.Write(
                new { Conflicts = found.Select(c => new { c.Kind, c.Id, c.Name, Blocking = c.IsBlocking }) },
                report => report.Table(["Kind", "Id", "Name", "Blocks"], found.Select(c => new object?[] { c.Kind, c.Id, c.Name, c.IsBlocking ? "yes" : "no" })));
        },
        token));

    private static Command Convert()
    {
        var owner = new Option<string?>("--owner") { Description = "Who answers for the opportunity." };
        return new Command("convert", "Make an opportunity of an approved registration, with a draft of a quote.").With(Deal, owner).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var opportunity = await session.Get<DealApprovals>().ConvertAsync(session.DealId(run.Get(Deal)), run.Get(owner), cancellationToken: token).OrFail();
                run.Output.Write(new { Opportunity = opportunity }, report => report.Fields(("Opportunity", opportunity)));
            },
            token));
    }

    private static Command Change(string name, string description, IEnumerable<Symbol> symbols, Func<CrmSession, Run, DealRegistrationId, CancellationToken, Task<CrmResult<DealRegistration>>> change)
    {
        List<Symbol> all = [.. symbols];
        return new Command(name, description).With([Deal, .. all]).Does((run, token) => run.WithCrmAsync(
            all.Contains(s_by) && run.Get(s_by) is { } approver ? Actor.Agent(approver) : Terminal.Agent,
            async session =>
            {
                var changed = await change(session, run, session.DealId(run.Get(Deal)), token).OrFail();
                await session.SaveAsync(token);
                PartnerView.Write(run.Output, changed);
            },
            token));
    }
}
