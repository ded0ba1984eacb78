using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Interactions;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Customers;

/// <summary>Everything that is known of one customer, on one page.</summary>
internal sealed record CustomerView(
    Customer Customer, Page<CaseSummary> OpenCases, IReadOnlyList<OrderSummary> Orders, IReadOnlyList<PurchaseValue> Value, Page<TimelineItem> Timeline)
{
    public static async Task<CustomerView> ReadAsync(CrmSession session, Customer customer, int take, CancellationToken cancellationToken)
    {
        var unresolved = CaseCriteria.Unresolved with { CustomerId = customer.Id };
        return new CustomerView(
            customer,
            await session.Desk.ListAsync(unresolved, new PageRequest { Take = take }, cancellationToken),
            await session.Orders.OrdersAsync(customer.Id, take, cancellationToken),
            PurchaseValue.Of(await session.Orders.HistoryAsync(customer.Id, cancellationToken)),
            await session.History.TimelineAsync(customer.ToSubject(), page: new PageRequest { Take = take }, cancellationToken: cancellationToken));
    }

    public object ToDocument() => new
    {
        Customer.Id,
        Customer.Kind,
        Customer.DisplayName,
        Name = (Customer as Person)?.Name is { } name ? new { name.Prefix, name.Given, name.Middle, name.Family, name.Suffix } : null,
        (Customer as Person)?.BirthDate,
        Language = Customer.Language?.Value,
        Customer.CreatedAt,
        Customer.Version,
        ContactPoints = Customer.ContactPoints.Select(p => new { p.Id, p.Kind, p.Value, p.IsPrimary }),
        Addresses = Customer.Addresses.Select(a => new
        {
            a.Kind, a.Address.Line1, a.Address.Line2, a.Address.PostalCode, a.Address.City, a.Address.Region, Country = a.Address.Country?.Code,
        }),
        References = Customer.References.Select(r => new { r.System, r.Value }),
        OpenCases = OpenCases.Items.Select(c => new { c.Id, Number = c.Number.Value, c.Subject, c.Status, c.Priority, c.OpenedAt }),
        Orders = Orders.Select(o => new { o.Id, Number = o.Number.Value, o.Status, o.PurchasedOn, o.Total }),
        Value,
        Timeline = new { Items = Timeline.Items.Select(TimelineCommand.Row), Next = Timeline.Next?.ToString() },
    };

    public void Print(Report report) => report
        .Heading(Customer.DisplayName)
        .Fields(
        [
            ("Id", Customer.Id),
            ("Kind", Customer.Kind),
            ("Language", Customer.Language),
            ("Since", Customer.CreatedAt),
            ("Known as", Customer.References.Count == 0 ? null : string.Join(", ", Customer.References.Select(r => r.ToReference()))),
            .. Customer.ContactPoints.Select(p => (p.Kind.ToString(), (object?)p.Value)),
            .. Customer.Addresses.Select(a => ($"{a.Kind} address", (object?)a.Address.Format().ReplaceLineEndings(", "))),
        ])
        .Line().Heading("Value")
        .Table(
            ["Total", "Orders", "Purchase days", "First", "Last"],
            Value.Select(v => new object?[] { $"{v.Total:#,0.00##} {v.Currency}", v.Orders, v.PurchaseDays, v.First, v.Last }))
        .Heading("Open cases")
        .Table(["Number", "Subject", "Status", "Priority", "Opened"], OpenCases.Items.Select(c => new object?[] { c.Number, c.Subject, c.Status, c.Priority, c.OpenedAt }))
        .Heading("Latest orders")
        .Table(["Number", "Day", "Status", "Total"], Orders.Select(o => new object?[] { o.Number, o.PurchasedOn, o.Status, o.Total }))
        .Heading("Timeline")
        .Timeline(Timeline)
        .More(Timeline.Next, $"crm timeline {Customer.Id} --before");
}
