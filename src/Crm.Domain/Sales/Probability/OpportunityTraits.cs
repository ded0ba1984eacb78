using System.Globalization;

namespace Crm.Domain.Sales;

/// <summary>
/// What the chance of an opportunity is learned from: the furthest open stage, team, owner, source, currency and size of the amount, roles of the buying
/// centre, competitors. Never how it ended: neither the stage that closed it, nor the reason, nor the time that it took.
/// </summary>
public static class OpportunityTraits
{
    /// <summary>The traits of an opportunity as it is.</summary>
    /// <param name="opportunity">The opportunity with its people and competitors.</param>
    /// <returns>The traits.</returns>
    public static DealTraits Of(Opportunity opportunity)
    {
        ArgumentNullException.ThrowIfNull(opportunity);
        var (fields, tags) = (new SortedDictionary<string, string>(StringComparer.Ordinal), new SortedDictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal));
        void Field(string name, string? value)
        {
            if (value is { Length: > 0 })
            {
                fields[name] = value;
            }
        }

        void Tags(string name, IEnumerable<string> values)
        {
            if (values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } some)
            {
                tags[name] = some;
            }
        }

        Field("owner", opportunity.OwnerId);
        Field("source", opportunity.Source);
        Field("currency", opportunity.Amount?.Currency.Code);
        Field("size", opportunity.Amount is { } amount ? $"{SizeOf(amount.Amount)} {amount.Currency.Code}" : null);
        Tags("role", opportunity.Contacts.Select(c => c.Role.ToString()));
        Tags("competitor", opportunity.Competitors.Select(c => c.Name));
        return new DealTraits { Team = opportunity.TeamId, Stage = opportunity.FurthestStage, Fields = fields, Tags = tags };
    }

    /// <summary>A band of amounts whose bounds are 1, 2 and 5 times a power of ten, so that it never depends on what else was sold.</summary>
    private static string SizeOf(decimal amount)
    {
        if (amount < 1)
        {
            return "<1";
        }

        var lower = 1m;
        while (lower * 10 <= amount)
        {
            lower *= 10;
        }

        var (from, to) = amount >= lower * 5 ? (lower * 5, lower * 10) : amount >= lower * 2 ? (lower * 2, lower * 5) : (lower, lower * 2);
        return string.Create(CultureInfo.InvariantCulture, $"{from:0}–{to:0}");
    }
}
