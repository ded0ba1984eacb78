using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Insights;
using Crm.Samples.Console.Interactions;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Privacy;
using Crm.Samples.Console.Segments;

namespace Crm.Samples.Console.Customers;

/// <summary>Everything that is known of one customer, on one page.</summary>
internal sealed record CustomerView(CustomerOverview Overview)
{
    private CustomerProfile Customer => Overview.Customer;

    private IReadOnlyList<CaseSummary> OpenCases => Overview.OpenCases?.Items ?? [];

    private IReadOnlyList<OpportunitySummary> OpenDeals => Overview.OpenOpportunities?.Items ?? [];

    private IReadOnlyList<OrderSummary> Orders => Overview.Orders ?? [];

    private IReadOnlyList<PurchaseTotal> Value => Overview.Purchases ?? [];

    private Page<TimelineItem> Timeline => Overview.Timeline;

    public static async Task<CustomerView> ReadAsync(CrmSession session, CustomerId customer, int take, CancellationToken cancellationToken) =>
        new((await session.Get<CustomerOverviews>().FindAsync(
            customer, new OverviewCriteria { Cases = take, Opportunities = take, Orders = take, Timeline = new PageRequest { Take = take } }, cancellationToken))!);

    public object ToDocument() => new
    {
        Customer.Id,
        Customer.Kind,
        Customer.DisplayName,
        Name = Customer.Name is { } name ? new { name.Prefix, name.Given, name.Middle, name.Family, name.Suffix } : null,
        Customer.BirthDate,
        Language = Customer.Language?.Value,
        Customer.CreatedAt,
        Customer.Version,
        ContactPoints = Customer.ContactPoints.Select(p => new { p.Id, p.Kind, p.Value, p.IsPrimary }),
        Addresses = Customer.Addresses.Select(a => new
        {
            a.Kind, a.Address.Line1, a.Address.Line2, a.Address.PostalCode, a.Address.City, a.Address.Region, Country = a.Address.Country?.Code,
        }),
        References = Customer.References.Select(r => new { r.System, r.Value }),
        CustomFields = Customer.CustomFields.ToDictionary(f => f.Key, f => FieldCells.Json(f.Value)),
        Consents = Overview.Consents.Select(ConsentRows.State),
        OpenCases = OpenCases.Select(c => new { c.Id, Number = c.Number.Value, c.Subject, c.Status, c.Priority, c.OpenedAt }),
        OpenDeals = OpenDeals.Select(o => new { o.Id, o.Name, o.Stage, o.Amount, o.Probability, o.CloseDate, Owner = o.OwnerId }),
        Orders = Orders.Select(o => new { o.Id, Number = o.Number.Value, o.Status, o.PurchasedOn, o.Total }),
        Value = Value.Select(v => new { Currency = v.Total.Currency.Code, Total = v.Total.Amount, v.Orders, v.PurchaseDays, v.First, v.Last }),
        Insight = Overview.Insight is { } insight ? InsightRows.Explained(insight) : null,
        Segments = (Overview.Segments ?? []).Select(SegmentRows.Json),
        Contacts = Overview.Contacts.ByChannel.Select(c => new { Channel = c.Channel.Value, c.Direction, c.Count, c.LastAt }),
        ContactStatistics = StatisticsRows.Json(Overview.Contacts),
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
            ("Known as", Customer.References.Count == 0 ? null : string.Join(", ", Customer.References)),
            .. Customer.ContactPoints.Select(p => (p.Kind.ToString(), (object?)p.Value)),
            .. Customer.Addresses.Select(a => ($"{a.Kind} address", (object?)a.Address.Format().ReplaceLineEndings(", "))),
            .. Customer.CustomFields.Select(f => (f.Key, (object?)f.Value)),
        ])
        .Line().Heading("Consents")
        .Table(ConsentRows.StateColumns, Overview.Consents.Select(ConsentRows.StateCells))
        .Heading("Value")
        .Table(
            ["Total", "Orders", "Purchase days", "First", "Last"],
            Value.Select(v => new object?[] { $"{v.Total.Amount:#,0.00##} {v.Total.Currency.Code}", v.Orders, v.PurchaseDays, v.First, v.Last }))
        .Table(
            InsightRows.Columns,
            Overview.Insight is { } insight ? [InsightRows.Cells(insight.Figures)] : [])
        .Line(Overview.Insight is { Run: var run } ? $"As of {run.AsOf:uuuu-MM-dd}, {run.Basis.Purchases?.Name ?? "no model"}: crm insight show {Customer.Id}" : "No figures yet: crm insight refresh")
        .Line((Overview.Segments ?? []).Count == 0 ? "In no segment." : $"In {string.Join(", ", Overview.Segments!.Select(s => s.Name))}.")
        .Heading("Open cases")
        .Table(["Number", "Subject", "Status", "Priority", "Opened"], OpenCases.Select(c => new object?[] { c.Number, c.Subject, c.Status, c.Priority, c.OpenedAt }))
        .Heading("Open deals")
        .Table(["Deal", "Stage", "Amount", "Probability", "Closes", "Owner"], OpenDeals.Select(o => new object?[] { o.Name, o.Stage, o.Amount, o.Probability, o.CloseDate, o.OwnerId }))
        .Heading("Latest orders")
        .Table(["Number", "Day", "Status", "Total"], Orders.Select(o => new object?[] { o.Number, o.PurchasedOn, o.Status, o.Total }))
        .Heading("Contacts")
        .Table(StatisticsRows.Columns, Overview.Contacts.ByChannel.Select(StatisticsRows.Cells))
        .Heading("Timeline")
        .Timeline(Timeline)
        .More(Timeline.Next, $"crm timeline {Customer.Id} --before");
}
