using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using NodaTime;

namespace Crm.Samples.Console.Sales;

/// <summary>Reads what people type about selling, and finds pipelines and opportunities.</summary>
internal static class SalesTexts
{
    public const string PipelineKeys = "The pipeline's name or id; the default pipeline when it is left out.";

    public static async Task<Pipeline> PipelineAsync(this CrmSession session, string? key, CancellationToken cancellationToken)
    {
        var pipelines = session.Get<Pipelines>();
        var found = PipelineId.TryParse(key, null, out var id) ? await pipelines.FindAsync(id, cancellationToken) : await pipelines.FindAsync(key, cancellationToken);
        return found.OrFail(session.Errors.PipelineNotFound(key ?? "default"));
    }

    public static async Task<Opportunity> DealAsync(this CrmSession session, string key, CancellationToken cancellationToken) =>
        (OpportunityId.TryParse(key, null, out var id) ? await session.Get<SalesPipeline>().FindAsync(id, cancellationToken) : null).OrFail(session.Errors.OpportunityNotFound(key));

    /// <summary>An amount; null where the text is left out, or says that there is none.</summary>
    public static Money? Amount(string? text, string option) => text is null or "none" ? null
        : Money.TryParse(text, out var amount) ? amount
        : throw CommandFailure.Usage($"{option} {text}: an amount such as \"1200 EUR\", or none, is expected.");

    public static LocalDate? Day(string? text, string option) => text is null or "none" ? null
        : Cells.ParseDay(text) ?? throw CommandFailure.Usage($"{option} {text}: a date such as 2026-06-02, or none, is expected.");

    /// <summary>A fraction; null where the text says that there is none.</summary>
    public static decimal? Fraction(string text, string option) => text == "none" ? null
        : decimal.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var fraction) ? fraction
        : throw CommandFailure.Usage($"{option} {text}: a fraction such as 0.25, or none, is expected.");

    public static TEnum Choice<TEnum>(string text, string option)
        where TEnum : struct, Enum => text.OneOf(option, Enum.GetValues<TEnum>().ToDictionary(v => Hyphenated(v.ToString()), v => v, StringComparer.OrdinalIgnoreCase));

    public static string Hyphenated(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
