using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Service;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.SelfService;

/// <summary>What one customer has that others must not reach.</summary>
internal sealed record PortalRecords(CustomerId Customer, ServiceCaseId Case, CaseNumber CaseNumber, OrderId Order, OrderNumber OrderNumber, SubscriptionId Subscription, SubscriptionNumber SubscriptionNumber, ServiceVisitId Visit, VisitNumber VisitNumber)
{
    public const string Secret = "xyzzy";

    public static Actor Account(CustomerId customer, string id = "account-anna") => Actor.PortalCustomer(id, [customer.ToSubject()], "Anna Rossi");

    public static CrmWork<SpecificationContext> Portal(CrmTestHost<SpecificationContext> host, CustomerId customer) => host.Work(new CrmScope(Account(customer)));

    /// <summary>Staff fills in a customer with an order, a subscription, a case and a visit, each with something that customers never see.</summary>
    public static async Task<PortalRecords> TellAsync<T>(CrmWork<T> work, string given = "Anna")
        where T : DbContext, ICrmDbContext
    {
        var customer = await work.RegisterAsync(new NewCustomer { Name = new PersonName(given, "Rossi") });
        foreach (var sku in new[] { "kettle", "tea" })
        {
            if (await work.Get<Products>().FindAsync(sku) is null)
            {
                await work.AddProductAsync(sku, sku == "tea" ? 10 : 30, 7.77m);
            }
        }

        var order = (await work.Orders.PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 2)]) { ExternalId = $"{Secret}-{given}" })).Value;
        var subscription = (await work.Get<Subscriptions>().StartAsync(new NewSubscription(customer, "tea", 1))).Value;
        var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, "The kettle leaks") { Description = "It drips", Type = $"{Secret}-type" })).Value;
        (await work.Desk.AddNoteAsync(opened.Id, $"{Secret} note")).WithoutValue().ThrowIfFailed();
        (await work.Desk.AssignAsync(opened.Id, $"{Secret}-agent")).WithoutValue().ThrowIfFailed();
        var visit = await work.VisitAsync(FieldWork.Details(customer) with { Instructions = $"{Secret} instructions", CaseId = opened.Id });
        await work.SaveAsync();
        return new(customer, opened.Id, opened.Number, order.Id, order.Number, subscription.Id, subscription.Number, visit.Id, visit.Number);
    }

    /// <summary>Everything that an actor gets of the portal when it asks for this customer's records by all their names.</summary>
    public async Task<IReadOnlyDictionary<string, object?>> ReadAsync(IServiceProvider services)
    {
        T Get<T>()
            where T : notnull => (T)services.GetService(typeof(T))!;

        return new SortedDictionary<string, object?>(StringComparer.Ordinal)
        {
            ["case"] = await Get<PortalCases>().FindAsync(Case),
            ["case by number"] = await Get<PortalCases>().FindAsync(CaseNumber),
            ["cases"] = (await Get<PortalCases>().ListAsync(Customer)).Items,
            ["order"] = await Get<PortalOrders>().FindAsync(Order),
            ["order by number"] = await Get<PortalOrders>().FindAsync(OrderNumber),
            ["orders"] = await Get<PortalOrders>().ListAsync(Customer),
            ["subscription"] = await Get<PortalSubscriptions>().FindAsync(Subscription),
            ["subscription by number"] = await Get<PortalSubscriptions>().FindAsync(SubscriptionNumber),
            ["subscriptions"] = await Get<PortalSubscriptions>().ListAsync(Customer),
            ["visit"] = await Get<PortalVisits>().FindAsync(Visit),
            ["visit by number"] = await Get<PortalVisits>().FindAsync(VisitNumber),
            ["visits"] = (await Get<PortalVisits>().ListAsync(Customer)).Items,
            ["activity"] = (await Get<PortalActivity>().PageAsync(Customer)).Items,
        };
    }

    /// <summary>Every act of the portal on this customer's records, with the codes of what was refused.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ActAsync(IServiceProvider services, NodaTime.Instant now)
    {
        T Get<T>()
            where T : notnull => (T)services.GetService(typeof(T))!;

        static string Code(CrmResult result) => result.Succeeded ? "done" : string.Join(' ', result.Errors.Select(e => e.Code));
        PortalOrder order = new(Customer, [new("kettle", 1)]);
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["open"] = Code((await Get<PortalCases>().OpenAsync(new PortalCaseRequest(Customer, "Help"))).WithoutValue()),
            ["answer"] = Code((await Get<PortalCases>().AnswerAsync(Case, "Hello")).WithoutValue()),
            ["close"] = Code((await Get<PortalCases>().CloseAsync(Case, "Solved")).WithoutValue()),
            ["reopen"] = Code((await Get<PortalCases>().ReopenAsync(Case, "Again")).WithoutValue()),
            ["follow"] = Code((await Get<PortalCases>().FollowAsync(Case)).WithoutValue()),
            ["unfollow"] = Code((await Get<PortalCases>().UnfollowAsync(Case)).WithoutValue()),
            ["price"] = Code((await Get<PortalOrders>().PriceAsync(order)).WithoutValue()),
            ["place"] = Code((await Get<PortalOrders>().PlaceAsync(order)).WithoutValue()),
            ["reorder"] = Code((await Get<PortalOrders>().ReorderAsync(Order)).WithoutValue()),
            ["cancel order"] = Code((await Get<PortalOrders>().CancelAsync(Order)).WithoutValue()),
            ["end"] = Code((await Get<PortalSubscriptions>().EndAsync(Subscription)).WithoutValue()),
            ["windows"] = Code((await Get<PortalVisits>().WindowsAsync(Visit)).WithoutValue()),
            ["choose"] = Code((await Get<PortalVisits>().ChooseAsync(Visit, now)).WithoutValue()),
            ["cancel visit"] = Code((await Get<PortalVisits>().CancelAsync(Visit, "Sold")).WithoutValue()),
        };
    }

    /// <summary>The same questions about records that do not exist.</summary>
    public static PortalRecords Missing(NodaTime.Instant now) => new(
        CustomerId.New(now), ServiceCaseId.New(now), CaseNumber.From(999_999), OrderId.New(now), OrderNumber.From(999_999), SubscriptionId.New(now), SubscriptionNumber.From(999_999),
        ServiceVisitId.New(now), VisitNumber.From(999_999));
}
