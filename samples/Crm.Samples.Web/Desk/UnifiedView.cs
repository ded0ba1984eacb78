using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;

namespace Crm.Samples.Web.Desk;

/// <summary>What the desk sees of one customer.</summary>
public sealed record CustomerView(
    Customer Customer,
    IReadOnlyList<CaseSummary> OpenCases,
    IReadOnlyList<OrderSummary> Orders,
    IReadOnlyList<Money> PurchaseValue,
    int PurchaseDays,
    Page<TimelineItem> Timeline);

/// <summary>Collects the unified view from the front doors, each of which asks the gate for itself.</summary>
public sealed class UnifiedView(CustomerDirectory customers, ServiceDesk desk, OrderBook orders, ContactHistory history)
{
    private const int TimelineRows = 15;

    public async Task<CustomerView?> FindAsync(CustomerId id, PageKey? before, CancellationToken cancellationToken)
    {
        if (await customers.FindAsync(id, cancellationToken) is not { } customer)
        {
            return null;
        }

        // One after the other: a DbContext does one thing at a time.
        var cases = await desk.ListAsync(CaseCriteria.Unresolved with { CustomerId = id }, cancellationToken: cancellationToken);
        var placed = await orders.OrdersAsync(id, 20, cancellationToken);
        var facts = await orders.HistoryAsync(id, cancellationToken);
        var timeline = await history.TimelineAsync(customer.ToSubject(), page: new PageRequest { Take = TimelineRows, After = before }, cancellationToken: cancellationToken);

        // Returns count below zero, so the sum is what the customer kept; amounts of two currencies are never added.
        var value = facts.GroupBy(f => f.Amount.Currency).OrderBy(g => g.Key.Code, StringComparer.Ordinal)
            .Select(g => g.Select(f => f.Amount).Aggregate((sum, amount) => sum + amount)).ToList();
        var days = facts.Where(f => f.Kind == PurchaseKind.Sale).Select(f => f.PurchasedOn).Distinct().Count();
        return new CustomerView(customer, cases.Items, placed, value, days, timeline);
    }
}
