using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/customer-portal-records.md.</summary>
internal static class PortalRecordsGuide
{
    // docs: portal-records-options
    public static void Settle(CrmOptions options)
    {
        options.CaseFollowing.AnswerTemplate = "case-answer";
        options.CaseFollowUps = new CaseFollowUpRules { Policy = new FollowUpPolicy { ReopenWindowDays = 30 } };
        options.FieldService.CustomerNotice = Duration.FromHours(48);
        options.LogsAccess = true;
    }
    // docs: end

    // docs: portal-records-case
    /// <summary>What a form "Something is wrong" does. The caller saves.</summary>
    public static async Task<CrmResult<ServiceCaseId>> ReportAsync(PortalCases cases, CustomerId customer, OrderId order, string subject, string text)
    {
        var opened = await cases.OpenAsync(new PortalCaseRequest(customer, subject) { Description = text, OrderId = order, OrderLine = 1 });
        return opened.TryGetValue(out var id) ? await cases.FollowAsync(id) : opened;
    }
    // docs: end

    // docs: portal-records-order
    /// <summary>What the button of a basket does: orders once however often it is pressed, and only at the price that was shown. The caller saves.</summary>
    public static async Task<CrmResult<OrderId>> OrderAsync(PortalOrders orders, CustomerId customer, string basket, Money shown)
    {
        PortalOrder order = new(customer, [new("kettle", 2)]) { Key = basket };
        var price = await orders.PriceAsync(order);
        if (!price.TryGetValue(out var today))
        {
            return CrmResult<OrderId>.Failed(price.Errors);
        }

        return today.Total == shown ? await orders.PlaceAsync(order) : CrmResult<OrderId>.Failed(new CrmErrorDescriber().InvalidValue("price", $"It is {today.Total} now."));
    }
    // docs: end

    // docs: portal-records-visit
    /// <summary>Takes the first time that is free. The caller saves: of two who want the same one, the second is told <c>VisitTimeNotFree</c>.</summary>
    public static async Task<CrmResult<CustomerVisit>> DateAsync(PortalVisits visits, ServiceVisitId visit)
    {
        var free = await visits.WindowsAsync(visit, take: 1);
        return !free.TryGetValue(out var windows) ? CrmResult<CustomerVisit>.Failed(free.Errors) : await visits.ChooseAsync(visit, windows[0].Start);
    }
    // docs: end

    // docs: portal-records-log
    public static async Task<IReadOnlyList<string>> LogAsync(PortalActivity activity, CustomerId customer) =>
        [.. (await activity.PageAsync(customer)).Items.Select(i => $"{i.Kind} by {(i.IsOwn ? "you" : i.Name ?? i.By.ToString())}")];
    // docs: end
}
