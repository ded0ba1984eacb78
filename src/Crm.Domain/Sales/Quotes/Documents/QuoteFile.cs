namespace Crm.Domain.Sales;

/// <summary>A document of a quote as a file.</summary>
/// <param name="Name">Name of the file, such as <c>Q-000042-1.html</c>.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record QuoteFile(string Name, string ContentType, ReadOnlyMemory<byte> Content)
{
    /// <summary>A name for the file of one revision: the quote's number with what file systems refuse replaced, and the number of the revision.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="extension">The extension without its dot, such as <c>pdf</c>.</param>
    /// <returns>The name.</returns>
    public static string NameOf(CustomerQuote quote, string extension)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var number = string.Concat(quote.Number.Value.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}-{quote.Revision}.{extension}");
    }
}
