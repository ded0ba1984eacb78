using System.Globalization;
using System.Text.RegularExpressions;
using Crm.Domain.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crm.Domain.Intake;

/// <summary>
/// Names cases by <see cref="IntakeOptions.CaseReferenceFormat"/> and finds their numbers wherever they stand as a word of their own,
/// whatever is around them, and across a line break that a mail program put inside.
/// </summary>
internal sealed partial class CaseReferences(IOptions<CrmOptions> options) : ICaseReferences
{
    private const int MostFound = 20;
    private const int MostRead = 1_000_000;

    public string Write(CaseNumber number) => string.Format(CultureInfo.InvariantCulture, options.Value.Intake.CaseReferenceFormat, number);

    public IReadOnlyList<CaseNumber> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = text.Length > MostRead ? text[..MostRead] : text;
        return
        [
            .. Whole().Matches(read).Concat(Broken().Matches(read))
                .Select(m => new CaseNumber(string.Concat(m.Value.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')).ToUpperInvariant()))
                .Distinct().Take(MostFound),
        ];
    }

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}_\-])C-[0-9]{6,19}(?![\p{L}\p{Nd}_\-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    // The same with line breaks between characters; what needs none is found before.
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}_\-])C(?:[ \t]*\r?\n[ \t>]*)?-(?:[ \t]*\r?\n[ \t>]*)?[0-9](?:(?:[ \t]*\r?\n[ \t>]*)?[0-9]){5,18}(?![\p{L}\p{Nd}_\-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Broken();
}
