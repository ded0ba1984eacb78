using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using NodaTime;

namespace Crm.Samples.Console.Story;

/// <summary>The agent's part of the story: the call, what the screen shows, the case, the answer, the article.</summary>
internal sealed class TourService(CrmHost host, StoryClock clock, Actor agent)
{
    private const string Fault = "The player says NO DISC with every disc in the morning.";

    private const string Solution =
        "A player that was in the cold fogs up inside. Open the lid, let it stand in a warm room for an hour, then play. "
        + "If it still says NO DISC, hold STOP for five seconds to make it look for the lens's resting place again.";

    public async Task<TourServiceRecord> HelpAsync(Customer customer, string line, CancellationToken cancellationToken)
    {
        await using var session = host.Begin(agent);
        var number = customer.PrimaryContactPoint(ContactPointKind.Phone)!.Value;
        var callers = await session.Customers.ListAsync(new CustomerCriteria { Key = number }, cancellationToken: cancellationToken);
        var caller = callers.Items[0].Id;
        var call = await session.History.RecordAsync(
            new ContactDetails(caller, Channels.Phone, Direction.Inbound, "The new player plays nothing")
            {
                Body = Fault, CustomerAddress = number, OurAddress = line, Duration = Duration.FromSeconds(412),
            },
            cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);

        var view = await LookAsync(session, caller, callers.Items.Count, cancellationToken);
        var opened = await OpenCaseAsync(session, caller, view, cancellationToken);
        var visit = await TourVisit.BookAsync(session, opened, cancellationToken);
        await session.History.LinkAsync(call.Id, opened.ToSubject(), cancellationToken: cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
        var promised = await session.Get<ServiceDeadlines>().OfCaseAsync(opened.Id, cancellationToken);
        var article = await AnswerAsync(session, opened, visit.Id, cancellationToken);
        return new TourServiceRecord(call, view, opened, promised, visit, article);
    }

    private static async Task<AgentView> LookAsync(CrmSession session, CustomerId caller, int callers, CancellationToken cancellationToken)
    {
        var purchases = await session.Orders.HistoryAsync(caller, cancellationToken);
        var contacts = new TimelineCriteria { Kinds = ["interaction"] };
        var timeline = await session.History.TimelineAsync(caller.ToSubject(), contacts, cancellationToken: cancellationToken);
        var viewed = timeline.Items.Where(i => i.Channel == Channels.Web.Value && i.Reference is { Kind: SubjectKinds.KnowledgeItem })
            .Select(i => KnowledgeItemId.From(i.Reference!.Id)).Distinct().ToList();
        return new AgentView(callers, purchases.First(p => p.LineNumber == 1), purchases.Count, viewed);
    }

    private static async Task<ServiceCase> OpenCaseAsync(CrmSession session, CustomerId caller, AgentView view, CancellationToken cancellationToken)
    {
        var opened = await session.Desk.OpenAsync(
            new CaseDetails(caller, "Player says NO DISC with every disc")
            {
                Description = Fault,
                Channel = Channels.Phone,
                Priority = CasePriority.High,
                Sku = view.LatestPurchase.Sku,
                SerialNumber = "S2-0007731",
                OrderId = view.LatestPurchase.OrderId,
                OrderLine = view.LatestPurchase.LineNumber,
                ViewedArticles = view.ViewedArticles,
            },
            cancellationToken).OrFail();
        await session.Desk.AssignAsync(opened.Id, "amara", cancellationToken: cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
        return opened;
    }

    private async Task<KnowledgeItem> AnswerAsync(CrmSession session, ServiceCase opened, ServiceVisitId visit, CancellationToken cancellationToken)
    {
        clock.AdvanceTo(7, 18, 17, 10);
        await session.Desk.ReplyAsync(opened.Id, "Please open the lid and let the player stand in a warm room for an hour. I call you back on Monday.", cancellationToken: cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
        await new TourVisit(host, clock).MakeAsync(visit, cancellationToken);
        clock.AdvanceTo(7, 20, 15, 30);
        await session.Desk.ResolveAsync(opened.Id, Solution, cancellationToken: cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);

        clock.AdvanceTo(7, 20, 16, 0);
        var content = new KnowledgeContent("The player says NO DISC after it was in the cold", opened.Solution!, LanguageTag.Parse("en"))
        {
            Sku = opened.Sku,
            Summary = "Let it stand open in a warm room for an hour; then hold STOP for five seconds.",
        };
        var article = await session.Knowledge.WriteAsync(content, Audience.Public, opened.ToSubject(), cancellationToken).OrFail();
        await session.Knowledge.PublishAsync(article.Id, cancellationToken: cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
        return article;
    }
}
