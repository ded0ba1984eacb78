using Crm.Domain.Marketing;

namespace Crm.Samples.Console.Campaigns;

/// <summary>How campaigns, recipients and what came of them are printed.</summary>
internal static class CampaignRows
{
    public static readonly string[] Columns = ["Campaign", "Name", "Channel", "Purpose", "Status", "Starts", "Started", "Ended", "Budget", "Cost"];

    public static readonly string[] CountColumns = ["Status", "Reason", "Variant", "Recipients", "Postponed", "Delivered", "Opened", "Clicked", "Replied", "Bounced", "Opted out", "Converted"];

    public static object Json(CampaignSummary c) => new
    {
        c.Key, c.Name, Channel = c.Channel.Value, Purpose = c.Purpose.Value, c.Status, c.StartsAt, c.StartedAt, c.EndedAt, Budget = c.Budget?.ToString(), Cost = c.Cost?.ToString(),
    };

    public static object?[] Cells(CampaignSummary c) => [c.Key, c.Name, c.Channel.Value, c.Purpose.Value, c.Status, c.StartsAt, c.StartedAt, c.EndedAt, c.Budget, c.Cost];

    public static object Json(CampaignRecipientSummary r) => new { r.Id, Customer = r.CustomerId, Name = r.DisplayName, r.Status, r.Reason, r.Variant, r.DueAt, r.SentAt };

    public static object Json(CampaignCount r) => new
    {
        r.Status, r.Reason, r.Variant, r.Recipients, r.Postponed, r.Delivered, r.Opened, r.Clicked, r.Replied, r.Bounced, r.BouncedHard, r.OptedOut, r.Converted,
    };

    public static object?[] Cells(CampaignCount r) =>
        [r.Status, r.Reason, r.Variant, r.Recipients, r.Postponed, r.Delivered, r.Opened, r.Clicked, r.Replied, r.Bounced, r.OptedOut, r.Converted];

    public static object? Json(CampaignEffect? e) => e is null ? null : new { e.Treated, e.TreatedBuyers, e.Control, e.ControlBuyers, e.Difference.Difference, e.Difference.Lower, e.Difference.Upper };

    public static object Json(CampaignRevenue r) => new { r.Campaign, Revenue = r.Revenue.ToString(), r.Facts, Cost = r.Cost?.ToString(), r.ReturnOnInvestment };
}
