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

/// <summary>
/// The story: a customer buys, finds a fault, searches as a guest and signed in, reads, calls; the agent sees all of it and opens
/// a case; the answer becomes an article; the analysis says what the customer is worth.
/// </summary>
internal sealed class Tour(CrmHost host, StoryClock clock, string database)
{
    private const string Product = "STRIDER-2";
    private const string GuestQuery = "player says NO DISC";
    private const string PortalQuery = "NO DISC with every disc";
    private const string Browser = "the browser of the story";
    private const string TollFreeLine = "+1 800 555 0199";

    private static readonly ExternalReference s_heroine = new(SampleShop.System, "02389");
    private static readonly Actor s_shop = Actor.System("web-shop");
    private static readonly Actor s_agent = Actor.Agent("amara", "Amara Obi");

    public async Task<TourRecord> RunAsync(IProgress<double> progress, CancellationToken cancellationToken)
    {
        var shop = await new SampleShop(host).OpenAsync(progress, cancellationToken);
        var (customer, order) = await BuyAsync(cancellationToken);

        clock.AdvanceTo(7, 18, 16, 5);
        var guestSearch = await SearchAsync(Actor.Guest, GuestQuery, cancellationToken);
        clock.AdvanceTo(7, 18, 16, 20);
        var portal = Actor.PortalCustomer("grace.nakamura", [customer.ToSubject()], customer.DisplayName);
        await SignInAsync(portal, cancellationToken);
        var portalSearch = await SearchAsync(portal, PortalQuery, cancellationToken);
        var view = await ReadAsync(portal, customer.Id, portalSearch, cancellationToken);
        var guestReads = await MayReadAsync(Actor.Guest, portalSearch.Article, cancellationToken);

        clock.AdvanceTo(7, 18, 16, 52);
        var service = await new TourService(host, clock, s_agent).HelpAsync(customer, TollFreeLine, cancellationToken);
        clock.AdvanceTo(7, 20, 17, 0);
        var rating = await RateAsync(portal, service.Article.Id, cancellationToken);
        clock.AdvanceTo(7, 20, 18, 0);
        return new TourRecord
        {
            Database = database,
            Shop = shop,
            Customer = customer,
            Order = order,
            GuestSearch = guestSearch,
            PortalSearch = portalSearch,
            GuestReadsPortalArticle = guestReads,
            ArticleView = view,
            Call = service.Call,
            AgentSees = service.View,
            Case = service.Case,
            FirstResponseDue = DueOf(service, SlaTarget.FirstResponse),
            ResolutionDue = DueOf(service, SlaTarget.Resolution),
            Visit = service.Visit,
            NewArticle = service.Article,
            Rating = rating,
            SearchAgain = await SearchAsync(Actor.Guest, GuestQuery, cancellationToken),
            Value = await TourAnalysis.ValueAsync(host, s_agent, customer.Id, clock.GetCurrentInstant().InUtc().Date, cancellationToken),
        };
    }

    private static Instant? DueOf(TourServiceRecord service, SlaTarget target) => service.Deadlines.FirstOrDefault(d => d.Target == target)?.Due;

    private async Task<(Customer Customer, Order Order)> BuyAsync(CancellationToken cancellationToken)
    {
        clock.AdvanceTo(7, 6, 17, 20);
        await using var session = host.Begin(s_shop);
        var customer = (await session.Customers.FindAsync(s_heroine, cancellationToken)).OrFail(session.Errors.CustomerNotFound(s_heroine.ToString()));
        var order = await session.Orders.PlaceAsync(
            new NewOrder(customer.Id, [new NewOrderLine(Product, 1), new NewOrderLine("LENS-KIT", 1)]) { ExternalId = "web-70001" }, cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
        clock.AdvanceTo(7, 9, 11, 0);
        await session.Orders.CompleteAsync(order.Id, cancellationToken: cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
        return (customer, order);
    }

    private async Task<TourSearch> SearchAsync(Actor reader, string query, CancellationToken cancellationToken)
    {
        await using var session = host.Begin(reader);
        var answer = await session.Search.SearchAsync(new KnowledgeCriteria(query), cancellationToken);
        if (answer.Hits is not [var best, ..])
        {
            throw CommandFailure.Refused([session.Errors.KnowledgeItemNotFound(query)]);
        }

        await session.Get<KnowledgeReading>().SearchedAsync(query, answer, Browser, cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
        return new TourSearch(query, best.Id, best.Title, answer.Hits.Count, session.Now);
    }

    /// <summary>What the guest did is the customer's from now on.</summary>
    private async Task SignInAsync(Actor portal, CancellationToken cancellationToken)
    {
        await using var session = host.Begin(portal);
        await session.Get<KnowledgeReading>().SignInAsync(Browser, cancellationToken).OrFail();
    }

    private async Task<KnowledgeVoteCount> RateAsync(Actor portal, KnowledgeItemId article, CancellationToken cancellationToken)
    {
        await using var session = host.Begin(portal);
        await session.Get<KnowledgeVotes>().VoteAsync(article, isHelpful: true, cancellationToken: cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
        return (await session.Get<KnowledgeVotes>().CountAsync(article, cancellationToken)).OrFail(session.Errors.KnowledgeItemNotFound(article.ToString()));
    }

    /// <summary>The customer opens the article; the portal writes it into the contact history.</summary>
    private async Task<Interaction> ReadAsync(Actor portal, CustomerId customer, TourSearch found, CancellationToken cancellationToken)
    {
        await using (var reading = host.Begin(portal))
        {
            (await reading.Search.ReadAsync(found.Article, cancellationToken: cancellationToken)).OrFail(reading.Errors.KnowledgeItemNotFound(found.Title));
            await reading.Get<KnowledgeReading>().OpenedAsync(found.Article, cancellationToken: cancellationToken).OrFail();
            await reading.SaveAsync(cancellationToken);
        }

        await using var session = host.Begin(Actor.System("portal"));
        var view = await session.History.RecordAsync(
            new ContactDetails(customer, Channels.Web, Direction.Inbound, $"Read: {found.Title}")
            {
                Body = $"Found by \"{found.Query}\".",
                About = found.Article.ToSubject(),
            },
            cancellationToken).OrFail();
        await session.SaveAsync(cancellationToken);
        return view;
    }

    private async Task<bool> MayReadAsync(Actor reader, KnowledgeItemId article, CancellationToken cancellationToken)
    {
        await using var session = host.Begin(reader);
        return await session.Search.ReadAsync(article, cancellationToken: cancellationToken) is not null;
    }
}
