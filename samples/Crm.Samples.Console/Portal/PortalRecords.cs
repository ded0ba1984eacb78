using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Portal;

/// <summary>Finds the customer's own records that an account names at the terminal.</summary>
internal static class PortalRecords
{
    public static Option<string?> For { get; } = new("--for") { Description = "The customer, by id, where the account acts for several; its own when left out.", HelpName = "CUSTOMER" };

    public static CustomerId Customer(Run run, CrmSession session)
    {
        if (run.Get(For) is { } named)
        {
            return CustomerId.TryParse(named, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.CustomerNotFound(named)]);
        }

        return session.Get<CrmGate>().Actor.ActsFor.FirstOrDefault(s => s.Kind == SubjectKinds.Customer) is { } own
            ? CustomerId.From(own.Id)
            : throw CommandFailure.Refused([session.Errors.CustomerNotFound("--for")]);
    }

    public static async Task<CustomerCase> PortalCaseAsync(this CrmSession session, string key, CancellationToken token)
    {
        var door = session.Get<PortalCases>();
        var found = ServiceCaseId.TryParse(key, null, out var id) ? await door.FindAsync(id, token)
            : Number(key, CaseNumber.MaxLength) is { } number ? await door.FindAsync(new CaseNumber(number), token)
            : null;
        return found.OrFail(session.Errors.CaseNotFound(key));
    }

    public static async Task<CustomerOrder> PortalOrderAsync(this CrmSession session, string key, CancellationToken token)
    {
        var door = session.Get<PortalOrders>();
        var found = OrderId.TryParse(key, null, out var id) ? await door.FindAsync(id, token)
            : Number(key, OrderNumber.MaxLength) is { } number ? await door.FindAsync(new OrderNumber(number), token)
            : null;
        return found.OrFail(session.Errors.OrderNotFound(key));
    }

    public static async Task<CustomerSubscription> PortalSubscriptionAsync(this CrmSession session, string key, CancellationToken token)
    {
        var door = session.Get<PortalSubscriptions>();
        var found = SubscriptionId.TryParse(key, null, out var id) ? await door.FindAsync(id, token)
            : Number(key, SubscriptionNumber.MaxLength) is { } number ? await door.FindAsync(new SubscriptionNumber(number), token)
            : null;
        return found.OrFail(session.Errors.SubscriptionNotFound(key));
    }

    public static async Task<CustomerVisit> PortalVisitAsync(this CrmSession session, string key, CancellationToken token)
    {
        var door = session.Get<PortalVisits>();
        var found = ServiceVisitId.TryParse(key, null, out var id) ? await door.FindAsync(id, token)
            : Number(key, VisitNumber.MaxLength) is { } number ? await door.FindAsync(new VisitNumber(number), token)
            : null;
        return found.OrFail(session.Errors.VisitNotFound(key));
    }

    private static string? Number(string key, int longest) => key.Trim() is { Length: > 0 } number && number.Length <= longest ? number.ToUpperInvariant() : null;
}
