using System.CommandLine;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Sales;

namespace Crm.Samples.Console.Partners;

/// <summary><c>crm partner offer|offering|withdraw-offer|leads|accept|decline|move</c>.</summary>
internal static class PartnerLeadCommands
{
    public static Command Offer()
    {
        var partner = new Option<string?>("--partner") { Description = "The partner that is asked; drawn by area and weight when left out." };
        var at = new Option<string?>("--at") { Description = "Where the lead is: latitude and longitude." };
        return new Command("offer", "Offer a lead to a partner.").With(PartnerTexts.Lead, partner, at).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var named = run.Get(partner) is { } key ? (await session.PartnerAsync(key, token)).Id : (PartnerId?)null;
                var offering = await session.Get<LeadOffers>().OfferAsync(session.LeadId(run.Get(PartnerTexts.Lead)), named, PartnerTexts.Point(run.Get(at), at.Name), token).OrFail();
                await session.SaveAsync(token);
                PartnerView.Write(run.Output, offering);
            },
            token));
    }

    public static Command Offering() => new Command("offering", "Which partners were asked about a lead, how they were drawn, and what they answered.").With(PartnerTexts.Lead).Does((run, token) => run.WithCrmAsync(
        async session => PartnerView.Write(
            run.Output, (await session.Get<LeadOffers>().FindAsync(session.LeadId(run.Get(PartnerTexts.Lead)), token)).OrFail(session.Errors.LeadOfferNotFound(run.Get(PartnerTexts.Lead)))),
        token));

    public static Command Withdraw() => new Command("withdraw-offer", "Take a lead back from the partner that is asked.").With(PartnerTexts.Lead).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var withdrawn = await session.Get<LeadOffers>().WithdrawAsync(session.LeadId(run.Get(PartnerTexts.Lead)), cancellationToken: token).OrFail();
            await session.SaveAsync(token);
            PartnerView.Write(run.Output, withdrawn);
        },
        token));

    public static Command Leads()
    {
        var page = new PageOptions();
        return new Command("leads", "As a partner: the leads that it is asked about or took.").With([PartnerTexts.As, .. page.All]).Does((run, token) => run.AsPartnerAsync(
            async session =>
            {
                var found = await session.Get<PartnerLeads>().ListAsync(page.Read(run), token);
                run.Output.Write(
                    new { found.Items, Next = found.Next?.ToString() },
                    report => report.Table(["Lead", "Taken", "Answer by", "Topic", "Country", "Name"], found.Items.Select(l => new object?[] { l.LeadId, l.IsTaken ? "yes" : "no", l.AnswerBy, l.Topic, l.Country, l.Name ?? l.Organisation })).More(found.Next));
            },
            token));
    }

    public static Command Accept() => Answer("accept", "As a partner: take a lead.", [], (door, _, id, token) => door.AcceptAsync(id, token));

    public static Command Decline()
    {
        var reason = new Argument<string>("REASON") { Description = "contacted, not-contacted, spam, out-of-scope, no-capacity or other." };
        var note = new Option<string?>("--note") { Description = "Why, in words." };
        return Answer("decline", "As a partner: do not take a lead.", [reason, note], (door, run, id, token) =>
            door.DeclineAsync(id, SalesTexts.Choice<LeadDeclineReason>(run.Get(reason), reason.Name), run.Get(note), token));
    }

    public static Command Move()
    {
        var status = new Argument<string>("STATUS") { Description = "working, nurturing or disqualified." };
        var reason = new Option<string?>("--reason") { Description = "Why it is disqualified." };
        return Answer("move", "As a partner: say how it gets on with a lead that it took.", [status, reason], (door, run, id, token) =>
            door.MoveAsync(id, SalesTexts.Choice<LeadStatus>(run.Get(status), status.Name), run.Get(reason), token));
    }

    private static Command Answer(string name, string description, IEnumerable<Symbol> symbols, Func<PartnerLeads, Run, LeadId, CancellationToken, Task<CrmResult<LeadId>>> answer) =>
        new Command(name, description).With([PartnerTexts.Lead, .. symbols, PartnerTexts.As]).Does((run, token) => run.AsPartnerAsync(
            async session =>
            {
                var door = session.Get<PartnerLeads>();
                var id = await answer(door, run, session.LeadId(run.Get(PartnerTexts.Lead)), token).OrFail();
                await session.SaveAsync(token);
                var lead = await door.FindAsync(id, token);
                run.Output.Write(lead ?? (object)new { LeadId = id }, report => report.Fields(("Lead", id), ("Taken", lead?.IsTaken == true ? "yes" : "no"), ("Name", lead?.Name), ("E-mail", lead?.Email), ("Phone", lead?.Phone)));
            },
            token));
}
