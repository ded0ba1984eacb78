using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Crm.Domain.Customers;

/// <summary>A place in a list ordered by a custom field: the last row of a page.</summary>
/// <param name="Value">The value that was compared, as text; null among the customers without one.</param>
/// <param name="Id">The customer.</param>
public sealed record FieldPageKey(string? Value, CustomerId Id)
{
    /// <summary>The key as text for a link or a command line.</summary>
    /// <returns>Id and value, joined by an underscore.</returns>
    public override string ToString() =>
        Id.Value.ToString("N", CultureInfo.InvariantCulture) + (Value is null ? string.Empty : "_" + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Value)));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The key, or null when the text is none.</returns>
    public static FieldPageKey? TryParse(string? text)
    {
        var parts = text?.Split('_', 2);
        if (parts is null or [] || !Guid.TryParseExact(parts[0], "N", out var id) || id == Guid.Empty)
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return new FieldPageKey(null, CustomerId.From(id));
        }

        return Base64Url.IsValid(parts[1]) ? new FieldPageKey(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])), CustomerId.From(id)) : null;
    }
}
