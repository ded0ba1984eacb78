using System.Globalization;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>All that a document of a quote says, for a template to put into form. Text that people wrote is as they wrote it: encode it.</summary>
/// <param name="Quote">One revision of the quote, as the customer may read it.</param>
/// <param name="CustomerName">Whom it is for.</param>
/// <param name="MadeOn">The day on which the revision was made, in the business's own time zone.</param>
/// <param name="Culture">The language and the form of numbers and days.</param>
public sealed record QuoteDocument(CustomerQuote Quote, string CustomerName, LocalDate MadeOn, CultureInfo Culture)
{
    /// <summary>The customer's postal address, line by line.</summary>
    /// <value>Nothing by default.</value>
    public IReadOnlyList<string> AddressLines { get; init; } = [];

    /// <summary>In whose name it goes out.</summary>
    public QuoteIssuer? Issuer { get; init; }

    /// <summary>Where the customer answers; http or https. Null unless the quote can be accepted.</summary>
    public Uri? AnswerLink { get; init; }

    /// <summary>Whether another revision was made after this one.</summary>
    public bool IsSuperseded { get; init; }
}
