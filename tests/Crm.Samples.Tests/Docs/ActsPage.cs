using Crm.Domain.Auditing;
using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/concepts/acts.md.</summary>
internal static class ActsPage
{
    // docs: audit-trail
    /// <summary>Who renamed the customer, newest first.</summary>
    public static async Task<List<string>> RenamesAsync(AuditTrail trail, Customer customer)
    {
        var saves = await trail.HistoryAsync(customer.ToSubject(), new AuditCriteria { Field = "DisplayName" });
        return [.. saves.Value.Items.Select(s => $"{s.At} {s.ActorName}: {s.Changes[0].Before} → {s.Changes[0].After} ({s.Reason})")];
    }

    /// <summary>What the customer was called at an instant; null when it did not exist then.</summary>
    public static async Task<string?> NameAtAsync(AuditTrail trail, Customer customer, Instant then)
    {
        var state = await trail.AsOfAsync(customer.ToSubject(), then);
        return state.Succeeded ? state.Value["DisplayName"] : null;
    }
    // docs: end
}
