using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/service-cases.md.</summary>
internal static class ServiceCasesGuide
{
    // docs: cases-statuses
    public static readonly CaseStatus AtTheSupplier = new("at-the-supplier");

    /// <summary>A status of the business's own, what becomes of messages to closed cases, and when silence closes a case.</summary>
    public static void Settle(CrmOptions options)
    {
        options.CaseStatuses.Register(new CaseStatusDefinition(AtTheSupplier, CaseCategory.Paused, "At the supplier", "We wait for a part") { Next = [CaseStatus.Open] });
        options.CaseFollowUps = new CaseFollowUpRules { Policy = new FollowUpPolicy { ReopenWindowDays = 14 } };
        options.CaseClosing.SilentDays[CaseStatus.Resolved] = 7;
        options.CaseClosing.SilentDays[CaseStatus.WaitingOnCustomer] = 30;
    }
    // docs: end

    // docs: cases-open
    /// <summary>A case about a piece that the customer bought. The caller saves.</summary>
    public static async Task<ServiceCase> OpenAsync(ServiceDesk desk, CustomerId customer) => (await desk.OpenAsync(new CaseDetails(customer, "The kettle stays cold")
    {
        Description = "I descaled it twice.", Type = "complaint", Priority = CasePriority.High, Sku = "KETTLE", SerialNumber = "K-4711",
    })).Value;
    // docs: end

    // docs: cases-move
    /// <summary>From question to solution. The caller saves.</summary>
    public static async Task SolveAsync(ServiceDesk desk, ServiceCaseId id)
    {
        await desk.ReplyAsync(id, "We ask the maker for a new plate.");
        await desk.AddNoteAsync(id, "Third one of this series.");              // never reaches the customer
        await desk.MoveAsync(id, AtTheSupplier);
        var refused = await desk.ResolveAsync(id, "New plate");                // at-the-supplier goes on to open alone
        if (refused.Errors.Any(e => e.Code == "CaseTransitionNotAllowed"))
        {
            await desk.MoveAsync(id, CaseStatus.Open);
        }

        await desk.ResolveAsync(id, "New plate");
    }
    // docs: end

    // docs: cases-split
    /// <summary>The customer wrote of a second matter; from that message on it is a case of its own. The caller saves.</summary>
    public static async Task<ServiceCase> SplitAsync(CaseSplitter splitter, ServiceCase found) =>
        (await splitter.SplitAsync(found.Id, found.Messages[^1].Id, "The toaster burns", found.Version)).Value;
    // docs: end

    // docs: cases-parents
    /// <summary>Many report the same outage: their cases become parts of one. The caller saves.</summary>
    public static async Task GatherAsync(CaseRecords records, ServiceCaseId outage, IEnumerable<ServiceCaseId> reports)
    {
        foreach (var report in reports)
        {
            (await records.JoinAsync(report, outage)).WithoutValue().ThrowIfFailed();
        }
    }
    // docs: end

    // docs: cases-customer
    /// <summary>What a signed-in customer reads of a case.</summary>
    public static async Task<string> ShowAsync(ICrmScopeFactory scopes, CustomerId customer, CaseNumber number)
    {
        await using var portal = scopes.Create(new CrmScope(Actor.PortalCustomer("anna@example.com", [customer.ToSubject()])));
        var seen = await portal.ServiceProvider.GetRequiredService<CustomerCases>().FindAsync(number);
        return seen is null ? "There is no such case." : $"{seen.Subject}: {seen.Status}, {seen.Messages.Count} messages";
    }
    // docs: end

    // docs: cases-lists
    /// <summary>What an agent has to do, the most urgent first, and how much there is of it.</summary>
    public static async Task<(CasePage Page, CaseCounts Counts)> TodayAsync(CaseLists lists, string agent)
    {
        var mine = CaseCriteria.MyQueue(agent);
        return (await lists.ListAsync(mine, CaseOrder.MostUrgent, take: 20), await lists.CountAsync(mine));
    }
    // docs: end

    // docs: cases-silence
    /// <summary>Closes what is due, for hosts that schedule themselves; the hosted service does the same.</summary>
    public static async Task<int> CloseSilentAsync(CaseClosing closing, ICrmUnitOfWork work)
    {
        var closed = (await closing.CloseSilentAsync()).Value;
        (await work.SaveAsync()).ThrowIfFailed();
        return closed.Count;
    }
    // docs: end
}
