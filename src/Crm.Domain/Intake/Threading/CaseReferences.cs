using System.Globalization;
using Crm.Domain.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crm.Domain.Intake;

/// <summary>
/// Names cases by <see cref="IntakeOptions.CaseReferenceFormat"/> and finds their numbers wherever they stand as a word of their own,
/// whatever is around them, and across a line break that a mail program put inside.
/// </summary>
/// <param name="options">The options of the CRM.</param>
/// <remarks>Singleton; safe for use by several threads.</remarks>
public sealed class CaseReferences(IOptions<CrmOptions> options) : ICaseReferences
{
    private const int MostFound = 20;
    private const int MostRead = 1_000_000;

    /// <inheritdoc />
    public string Write(CaseNumber number) => string.Format(CultureInfo.InvariantCulture, options.Value.Intake.CaseReferenceFormat, number);

    /// <inheritdoc />
    public IReadOnlyList<CaseNumber> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. CaseNumberScan.Of(text.Length > MostRead ? text[..MostRead] : text).Select(s => s.Number).Distinct(StringComparer.Ordinal).Take(MostFound).Select(n => new CaseNumber(n))];
    }
}
