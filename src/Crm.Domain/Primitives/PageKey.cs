using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Primitives;

/// <summary>A place in a list ordered by instant and id: the last row of a page.</summary>
/// <param name="At">The row's instant.</param>
/// <param name="Id">The row's id.</param>
public sealed record PageKey(Instant At, Guid Id)
{
    /// <summary>The key as text for a link or a command line.</summary>
    /// <returns>Instant and id, joined by an underscore.</returns>
    public override string ToString() => InstantPattern.ExtendedIso.Format(At) + "_" + Id.ToString("N", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The key, or null when the text is none.</returns>
    public static PageKey? TryParse(string? text)
    {
        var parts = text?.Split('_');
        return parts is [var at, var id]
            && InstantPattern.ExtendedIso.Parse(at).TryGetValue(default, out var instant)
            && Guid.TryParseExact(id, "N", out var guid)
            && guid != Guid.Empty
                ? new PageKey(instant, guid)
                : null;
    }
}
