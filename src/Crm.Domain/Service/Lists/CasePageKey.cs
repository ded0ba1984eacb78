using System.Globalization;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A place in a list of cases: the last row of a page.</summary>
/// <param name="Rank">The case's place by priority, 0 for the most urgent; it counts in <see cref="CaseOrder.MostUrgent"/> alone.</param>
/// <param name="At">The instant by which the list is ordered.</param>
/// <param name="Id">The case.</param>
public sealed record CasePageKey(int Rank, Instant At, ServiceCaseId Id)
{
    /// <summary>The key as text for a link or a command line.</summary>
    /// <returns>Rank, instant and id, joined by underscores.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}_{new PageKey(At, Id.Value)}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The key, or null when the text is none.</returns>
    public static CasePageKey? TryParse(string? text) =>
        text?.Split('_', 2) is [var rank, var rest] && int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && PageKey.TryParse(rest) is { } key
            ? new(number, key.At, ServiceCaseId.From(key.Id))
            : null;
}
